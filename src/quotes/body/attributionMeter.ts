/** How well a story's quotes are attributed, counted while it is being written. */

/** What the meter needs of a quote record; ids of sources where records stand. */
export type MeteredQuote = {
  id: string
  text: string
  speaker: string | null
  verification: string
  url: string | null
  chain: { source: string; url: string | null }[]
}
export type MeteredSource = {
  id: string
  kind: string
  name: string
  isAnonymous: boolean
  url: string | null
}
export type MeteredCitation = { source: string; url: string | null }

export type AttributionMeter = {
  /** Ids of quotes, in the order of the story. */
  all: string[]
  attributed: string[]
  verified: string[]
  anonymous: string[]
  /** Ids of sources: publications that speak, relay or are cited, each once. */
  outlets: string[]
  /** Outlets to which neither their record nor the story gives a link. */
  withoutLink: string[]
}

/** The meter with what an editor is shown of it. */
export type MeteredStory = AttributionMeter & {
  /** `7 quotes: 6 attributed, 4 verified, 1 anonymous; 3 outlets, 1 without a link` */
  text: string
  /** What each id of the numbers stands for, short. */
  names: Record<string, string>
}

/**
 * Counts the quotes of a story: with a speaker, found in evidence, from people who are not named; and the
 * outlets it rests on. Newsroom rule: readers can follow every outlet a story cites.
 * @param quotes the records in the body, each once
 * @param sources every source these quotes and the citations point at
 * @param citations where the text names a source
 */
export function attributionMeter(
  quotes: MeteredQuote[],
  sources: MeteredSource[],
  citations: MeteredCitation[] = [],
): AttributionMeter {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const isVerified = ({ verification }: MeteredQuote): boolean =>
    verification === 'verified' || verification === 'verified-with-edits'
  const uses: MeteredCitation[] = [
    ...quotes.flatMap(({ speaker, chain, url }) => [
      // The quote's own link leads to whoever published the words: the last to pass them on.
      ...chain.map((hop, i) => ({ ...hop, url: hop.url || (i === chain.length - 1 ? url : null) })),
      ...(speaker === null ? [] : [{ source: speaker, url: chain.length === 0 ? url : null }]),
    ]),
    ...citations,
  ]
  const outlets = [...new Set(uses.map(({ source }) => source))].filter(
    (id) => byId.get(id)?.kind === 'publication',
  )
  const hasLink = (id: string): boolean =>
    Boolean(byId.get(id)?.url) || uses.some(({ source, url }) => source === id && Boolean(url))
  return {
    all: quotes.map(({ id }) => id),
    attributed: idsOf(quotes, ({ speaker }) => speaker !== null && byId.has(speaker)),
    verified: idsOf(quotes, isVerified),
    anonymous: idsOf(quotes, ({ speaker }) => byId.get(speaker ?? '')?.isAnonymous ?? false),
    outlets,
    withoutLink: outlets.filter((id) => !hasLink(id)),
  }
}

const idsOf = (quotes: MeteredQuote[], holds: (quote: MeteredQuote) => boolean): string[] =>
  quotes.filter(holds).map(({ id }) => id)

/** The meter in a line: `7 quotes: 6 attributed, 4 verified, 1 anonymous; 3 outlets, 1 without a link`. */
export function meterText(meter: AttributionMeter): string {
  const quotes =
    meter.all.length === 0
      ? 'No quotes yet'
      : `${counted(meter.all.length, 'quote')}: ${meter.attributed.length} attributed, ` +
        `${meter.verified.length} verified, ${meter.anonymous.length} anonymous`
  if (meter.outlets.length === 0) return quotes
  return `${quotes}; ${counted(meter.outlets.length, 'outlet')}, ${meter.withoutLink.length} without a link`
}

const counted = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? '' : 's'}`
