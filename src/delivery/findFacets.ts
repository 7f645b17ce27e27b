/** What readers filter by, as the facets the ledger's lists know. */
import type { LedgerReader } from '#src/ledger/port.ts'

export type StoryFilter = {
  section?: string | null | undefined
  topic?: string | null | undefined
  kind?: string | null | undefined
  /** Ids or slugs. */
  author?: string | null | undefined
  source?: string | null | undefined
}

export type QuoteFilter = {
  /** Ids or slugs. */
  speaker?: string | null | undefined
  source?: string | null | undefined
  article?: string | null | undefined
}

/** The facets of a filtered list of stories. Filters combine: a story has to fit all of them. */
export const storyFacets = async (
  ledger: LedgerReader,
  { section, topic, kind, author, source }: StoryFilter,
): Promise<string[]> => [
  ...(section ? [`section:${section}`] : []),
  ...(topic ? [`topic:${topic}`] : []),
  ...(kind ? [`kind:${kind}`] : []),
  ...(author ? [`author:${await idOf(ledger, 'author', author)}`] : []),
  ...(source ? [`source:${await idOf(ledger, 'source', source)}`] : []),
]

/** The facets of a filtered list of quotes. */
export const quoteFacets = async (
  ledger: LedgerReader,
  { speaker, source, article }: QuoteFilter,
): Promise<string[]> => [
  ...(speaker ? [`speaker:${await idOf(ledger, 'source', speaker)}`] : []),
  ...(source ? [`source:${await idOf(ledger, 'source', source)}`] : []),
  ...(article ? [`article:${await storyId(ledger, article)}`] : []),
]

/** An unknown name stays as it is: no row has it, so the list is empty. */
const idOf = async (
  ledger: LedgerReader,
  kind: 'author' | 'source',
  idOrSlug: string,
): Promise<string> => (await ledger.get(kind, { slug: idOrSlug }))?.id ?? idOrSlug

const storyId = async (ledger: LedgerReader, idOrSlug: string): Promise<string> =>
  (await ledger.get('story', { slug: idOrSlug }))?.story.id ?? idOrSlug
