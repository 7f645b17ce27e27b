/** The sources of a proposed draft: speakers, those who passed their words on, and outlets the text names. */
import { findOutletMentions } from '#src/imports/recognisedSources.ts'
import type { ProposedSource } from '#src/imports/proposal.ts'
import type { ExtractedQuote } from '#src/quotes/extractedQuote.ts'
import { findOutlet } from '#src/quotes/names/outlets.ts'

export type SourceList = {
  sources: ProposedSource[]
  keyOfSpeaker: (quote: ExtractedQuote) => string | null
  keyOfOutlet: (name: string) => string | null
}

type Candidate = Omit<ProposedSource, 'key'> & { at: number; id: string }

/** Collects the sources in order of appearance, each once. `agency` is the one in the dateline. */
export function listSources(
  text: string,
  quotes: ExtractedQuote[],
  agency: string | null,
): SourceList {
  const candidates: Candidate[] = [
    ...(agency === null ? [] : [outletCandidate(agency, -1)]),
    ...findOutletMentions(text).map(({ outlet, at }) => outletCandidate(outlet.name, at)),
    ...quotes.flatMap(candidatesOf),
  ].sort((a, b) => a.at - b.at)
  const byId = new Map<string, ProposedSource>()
  for (const { id, ...found } of candidates) {
    const source = {
      kind: found.kind,
      name: found.name,
      role: found.role,
      affiliation: found.affiliation,
      url: found.url,
      isAnonymous: found.isAnonymous,
    }
    const known = byId.get(id)
    if (!known) byId.set(id, { key: `s${byId.size + 1}`, ...source })
    else if (known.role === null)
      byId.set(id, { ...known, role: source.role, affiliation: source.affiliation })
  }
  return {
    sources: [...byId.values()],
    keyOfSpeaker: (quote) => byId.get(idOfSpeaker(quote))?.key ?? null,
    keyOfOutlet: (name) => byId.get(`publication ${canonical(name)}`)?.key ?? null,
  }
}

const canonical = (name: string): string => findOutlet(name)?.name ?? name

function outletCandidate(name: string, at: number): Candidate {
  const outlet = findOutlet(name)
  return {
    id: `publication ${canonical(name)}`,
    at,
    kind: 'publication',
    name: canonical(name),
    role: outlet?.role ?? null,
    affiliation: null,
    url: null,
    isAnonymous: false,
  }
}

const idOfSpeaker = (quote: ExtractedQuote): string =>
  quote.speakerKind === 'publication'
    ? `publication ${canonical(quote.speaker ?? '')}`
    : `${quote.speakerKind} ${nameOfSource(quote)}`

/** A document is named after who issued it: `State Department 2014 … report`. */
const nameOfSource = (quote: ExtractedQuote): string =>
  quote.speakerKind === 'document' && quote.speakerRole !== null
    ? `${quote.speaker} ${quote.speakerRole}`
    : (quote.speaker ?? '')

function candidatesOf(quote: ExtractedQuote): Candidate[] {
  const at = quote.spans[0]?.[0] ?? 0
  const relay = quote.via === null ? [] : [outletCandidate(quote.via, at)]
  if (quote.speaker === null) return relay
  if (quote.speakerKind === 'publication') return [outletCandidate(quote.speaker, at), ...relay]
  const kind =
    quote.speakerKind === 'document'
      ? 'document'
      : quote.speakerKind === 'organisation'
        ? 'organisation'
        : 'person'
  const speaker: Candidate = {
    id: idOfSpeaker(quote),
    at,
    kind,
    name: nameOfSource(quote),
    role: kind === 'document' ? null : quote.speakerRole,
    affiliation:
      kind === 'document' && quote.speakerRole !== null ? quote.speaker : quote.affiliation,
    url: quote.link,
    isAnonymous: quote.anonymous,
  }
  return [speaker, ...relay]
}
