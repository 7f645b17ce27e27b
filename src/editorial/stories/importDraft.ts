/** Turns what an importer proposes into records: sources, quotes, and a draft that uses them. */
import { randomUUID } from 'node:crypto'
import { createLocalReq, commitTransaction, initTransaction, killTransaction } from 'payload'
import type { Payload, PayloadRequest, TypedUser } from 'payload'
import type { Doubt, ProposedDraft, ProposedQuote, ProposedSource } from '#src/imports/proposal.ts'
import type { StoryBlock, StoryInline, StoryListItem } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import { findSource } from '#src/editorial/sources/findSource.ts'

export type ImportRequest = {
  payload: Payload
  proposal: ProposedDraft
  /** Who imports; `null` for the command line. */
  actor: TypedUser | null
}

export type ImportedDraft = { articleId: string; slug: string; doubts: Doubt[] }

/**
 * Saves a proposal as a draft, whole or not at all. A source that is known already, by name and kind, is
 * used again; quotes are always new, for an editor to compare.
 */
export const importDraft = async ({
  payload,
  proposal,
  actor,
}: ImportRequest): Promise<ImportedDraft> => {
  const req = await createLocalReq(actor ? { user: actor } : {}, payload)
  const isOwner = await initTransaction(req)
  try {
    const draft = await saveDraft(req, proposal)
    if (isOwner) await commitTransaction(req)
    return draft
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const saveDraft = async (req: PayloadRequest, proposal: ProposedDraft): Promise<ImportedDraft> => {
  const sources = new Map<string, string>()
  for (const source of proposal.sources) sources.set(source.key, await sourceId(req, source))
  const quotes = new Map<string, string>()
  for (const quote of proposal.quotes)
    quotes.set(quote.key, await quoteId(req, quote, sources, proposal.language))
  const [credit] = proposal.credits
  const quoted = new Set(
    proposal.quotes.flatMap(({ speaker, chain }) => [speaker, ...chain.map((hop) => hop.sourceId)]),
  )
  const article = await req.payload.create({
    collection: 'articles',
    draft: true,
    data: {
      headline: proposal.headline,
      standfirst: proposal.standfirst,
      kind: proposal.kind,
      language: proposal.language,
      dateline: proposal.dateline,
      bylineOverride: proposal.authors.length ? `By ${proposal.authors.join(', ')}` : null,
      body: storyToLexical(withIds(proposal.body, quotes, sources), {
        newId: randomUUID,
      }) as never,
      otherSources: proposal.sources
        .filter(({ key }) => !quoted.has(key))
        .flatMap(({ key }) => sources.get(key) ?? []),
      doubts: proposal.doubts.map(({ code, message, fix, excerpt }) => ({
        code,
        message,
        fix,
        excerpt,
      })),
      ...(credit
        ? { foundCredit: { raw: credit.raw, creator: credit.creator, platform: credit.platform } }
        : {}),
      state: 'draft',
      _status: 'draft',
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return { articleId: article.id, slug: article.slug ?? '', doubts: proposal.doubts }
}

const sourceId = async (req: PayloadRequest, source: ProposedSource): Promise<string> => {
  // Two unnamed people may share a description: they are never taken for one.
  const known = source.isAnonymous ? null : await findSource(req, source)
  if (known) return known
  const { id } = await req.payload.create({
    collection: 'sources',
    data: {
      kind: source.kind,
      name: source.name,
      role: source.isAnonymous ? null : source.role,
      affiliation: source.isAnonymous ? null : source.affiliation,
      url: source.url,
      isConfidential: source.isAnonymous,
      ...(source.isAnonymous ? { publicDescription: source.name } : {}),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return id
}

const quoteId = async (
  req: PayloadRequest,
  quote: ProposedQuote,
  sources: Map<string, string>,
  language: string,
): Promise<string> => {
  const { id } = await req.payload.create({
    collection: 'quotes',
    data: {
      text: quote.text,
      kind: quote.kind,
      language,
      speaker: sources.get(quote.speaker ?? '') ?? null,
      role: quote.role,
      affiliation: quote.affiliation,
      chain: quote.chain.flatMap(({ mode, sourceId: key, url }) => {
        const source = sources.get(key ?? '')
        return source ? [{ mode, source, url }] : []
      }),
      medium: quote.medium,
      url: quote.url,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return id
}

type Ids = Map<string, string>

/** The proposal's keys become the ids of the records made for them. */
export const withIds = (blocks: StoryBlock[], quotes: Ids, sources: Ids): StoryBlock[] => {
  const inline = (child: StoryInline): StoryInline => {
    switch (child.type) {
      case 'quote':
        return { ...child, quoteId: quotes.get(child.quoteId) ?? child.quoteId }
      case 'citation':
        return { ...child, sourceId: sources.get(child.sourceId) ?? child.sourceId }
      case 'link':
        return { ...child, children: child.children.map(inline) }
      case 'text':
      case 'break':
        return child
    }
  }
  const item = ({ children, nested }: StoryListItem): StoryListItem => ({
    children: children.map(inline),
    nested: nested && block(nested),
  })
  const block = (one: StoryBlock): StoryBlock => {
    switch (one.type) {
      case 'quote':
        return { ...one, quoteId: quotes.get(one.quoteId) ?? one.quoteId }
      case 'list':
        return { ...one, items: one.items.map(item) }
      case 'paragraph':
      case 'heading':
      case 'blockquote':
        return { ...one, children: one.children.map(inline) }
      case 'image':
      case 'embed':
      case 'divider':
        return one
    }
  }
  return blocks.map(block)
}
