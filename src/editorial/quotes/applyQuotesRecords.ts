/** The records that accepted quotations become. Runs inside the caller's transaction. */
import type { PayloadRequest } from 'payload'
import type { ProposedQuote } from '#src/imports/proposal.ts'
import type { SuggestedSource } from '#src/quotes/body/foundQuote.ts'
import type { SourceKind } from '#src/story/publishedStory.ts'
import type { Settled } from './applyQuotes.ts'
import type { GivenSource } from './applyQuotesRequest.ts'
import { partsOf, suggestSources, type ReadBody } from './findQuotesInBody.ts'
import { findSource } from '#src/editorial/sources/findSource.ts'

export type SavedQuotes = {
  /** For each decision the records that take its place, one for each part. */
  quoteIds: Map<Settled, string[]>
  created: { quotes: string[]; sources: string[] }
}

/** Makes the sources and quotes that are missing; role and affiliation are kept as at the quote. */
export const saveQuotes = async (
  req: PayloadRequest,
  reading: ReadBody,
  settled: Settled[],
): Promise<SavedQuotes> => {
  const saved: SavedQuotes = { quoteIds: new Map(), created: { quotes: [], sources: [] } }
  const sources = openSources(req, reading, saved)
  for (const one of settled) {
    const { decision, finding, display } = one
    if (decision.action === 'reuse') {
      saved.quoteIds.set(one, [decision.quoteId ?? ''])
      continue
    }
    const data = await quoteData(reading.proposals.get(finding.key), one, sources)
    const words = decision.changes?.text ? [decision.changes.text] : partsOf(finding, display)
    const ids: string[] = []
    for (const text of words) {
      const { id } = await req.payload.create({
        collection: 'quotes',
        data: { ...data, text, language: reading.language },
        depth: 0,
        overrideAccess: false,
        req,
      })
      ids.push(id)
    }
    saved.created.quotes.push(...ids)
    saved.quoteIds.set(one, ids)
  }
  return saved
}

type Sources = {
  /** By the key the reader gave it. */
  proposed: (key: string | null) => Promise<string | null>
  /** By id, or as the editor described it. */
  given: (source: GivenSource) => Promise<string>
}

const quoteData = async (
  proposal: ProposedQuote | undefined,
  { decision: { changes }, finding }: Settled,
  sources: Sources,
) => {
  const asked = changes?.speaker
  const isOther = asked !== undefined
  const speaker = isOther
    ? asked && (await sources.given(asked))
    : await sources.proposed(proposal?.speaker ?? null)
  const described = typeof asked === 'object' ? asked : null
  // What the text says of one person says nothing of another: the hook fills it from the record.
  const kept = <K extends 'role' | 'affiliation'>(field: K, found: string | null) =>
    changes?.[field] === undefined
      ? (described?.[field] ?? (isOther ? null : found))
      : changes[field]
  const chain: {
    mode: 'relayed' | 'document' | 'first-hand'
    source: string
    url: string | null
  }[] = []
  if (changes?.chain) {
    for (const { mode, source, url } of changes.chain)
      chain.push({ mode, source: await sources.given(source), url: url || null })
  } else {
    for (const { mode, sourceId, url } of proposal?.chain ?? []) {
      const source = await sources.proposed(sourceId)
      if (source) chain.push({ mode, source, url })
    }
  }
  return {
    kind: changes?.kind ?? finding.kind,
    speaker,
    role: kept('role', finding.speakerRole) || null,
    affiliation: kept('affiliation', finding.affiliation) || null,
    chain,
    medium: finding.medium,
    url: finding.link,
  }
}

/** Each source once, however many quotations name it. */
const openSources = (req: PayloadRequest, reading: ReadBody, saved: SavedQuotes): Sources => {
  const suggest = suggestSources(req, reading.sources)
  const made = new Map<string, string>()
  const idFor = async (source: Omit<SuggestedSource, 'id'>): Promise<string> => {
    const name = `${source.kind} ${source.isAnonymous} ${source.name}`
    const before = made.get(name)
    if (before) return before
    const id = await createSource(req, source)
    made.set(name, id)
    saved.created.sources.push(id)
    return id
  }
  return {
    proposed: async (key) => {
      const source = await suggest(key)
      return source && (source.id ?? (await idFor(source)))
    },
    given: async (source) => {
      if (typeof source === 'string') return source
      const { name, anonymous, role = null, affiliation = null } = source
      const kind: SourceKind = source.kind
      const known = anonymous ? null : await findSource(req, { kind, name })
      if (known) return known
      return idFor({ kind, name, role, affiliation, url: null, isAnonymous: anonymous })
    },
  }
}

const createSource = async (
  req: PayloadRequest,
  source: Omit<SuggestedSource, 'id'>,
): Promise<string> => {
  const { kind, name, url, isAnonymous } = source
  const { id } = await req.payload.create({
    collection: 'sources',
    data: {
      kind,
      name,
      url,
      // Beside a description, role and affiliation would tell who it is.
      role: isAnonymous ? null : source.role,
      affiliation: isAnonymous ? null : source.affiliation,
      isConfidential: isAnonymous,
      ...(isAnonymous ? { publicDescription: name } : {}),
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return id
}
