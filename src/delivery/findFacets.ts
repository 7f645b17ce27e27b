/** What readers filter by, as the facets the ledger's lists know. */
import type { LedgerReader } from '#src/ledger/port.ts'

export type StoryFilter = {
  section?: string | null | undefined
  topic?: string | null | undefined
  kind?: string | null | undefined
  /** Ids or slugs. */
  author?: string | null | undefined
  source?: string | null | undefined
  language?: string | null | undefined
}

export type QuoteFilter = {
  /** Ids or slugs. */
  speaker?: string | null | undefined
  source?: string | null | undefined
  article?: string | null | undefined
  /** Of a story that carries it. */
  section?: string | null | undefined
  author?: string | null | undefined
  language?: string | null | undefined
  kind?: string | null | undefined
}

export type CorrectionFilter = {
  section?: string | null | undefined
  /** Id or slug. */
  article?: string | null | undefined
  kind?: string | null | undefined
}

/** The facets of a filtered list of corrections. */
export const correctionFacets = async (
  ledger: LedgerReader,
  { section, article, kind }: CorrectionFilter,
): Promise<string[]> => [
  ...(section ? [`section:${section}`] : []),
  ...(article ? [`article:${await storyId(ledger, article)}`] : []),
  ...(kind ? [`kind:${kind}`] : []),
]

export type SearchFilter = {
  section?: string | null | undefined
  /** Id or slug. */
  author?: string | null | undefined
  kind?: string | null | undefined
  language?: string | null | undefined
}

/** The facets of a search, which stories and quotes have alike. */
export const searchFacets = async (
  ledger: LedgerReader,
  { section, author, kind, language }: SearchFilter,
): Promise<string[]> => [
  ...(section ? [`section:${section}`] : []),
  ...(author ? [`author:${await idOf(ledger, 'author', author)}`] : []),
  ...(kind ? [`kind:${kind}`] : []),
  ...(language ? [`language:${language.toLowerCase()}`] : []),
]

/** The facets of a filtered list of stories. Filters combine: a story has to fit all of them. */
export const storyFacets = async (
  ledger: LedgerReader,
  { section, topic, kind, author, source, language }: StoryFilter,
): Promise<string[]> => [
  ...(section ? [`section:${section}`] : []),
  ...(topic ? [`topic:${topic}`] : []),
  ...(kind ? [`kind:${kind}`] : []),
  ...(author ? [`author:${await idOf(ledger, 'author', author)}`] : []),
  ...(source ? [`source:${await idOf(ledger, 'source', source)}`] : []),
  ...(language ? [`language:${language.toLowerCase()}`] : []),
]

/** The facets of a filtered list of quotes. */
export const quoteFacets = async (
  ledger: LedgerReader,
  { speaker, source, article, section, author, kind, language }: QuoteFilter,
): Promise<string[]> => [
  ...(speaker ? [`speaker:${await idOf(ledger, 'source', speaker)}`] : []),
  ...(source ? [`source:${await idOf(ledger, 'source', source)}`] : []),
  ...(article ? [`article:${await storyId(ledger, article)}`] : []),
  ...(section ? [`section:${section}`] : []),
  ...(author ? [`author:${await idOf(ledger, 'author', author)}`] : []),
  ...(kind ? [`kind:${kind}`] : []),
  ...(language ? [`language:${language.toLowerCase()}`] : []),
]

/** An unknown name stays as it is: no row has it, so the list is empty. */
const idOf = async (
  ledger: LedgerReader,
  kind: 'author' | 'source',
  idOrSlug: string,
): Promise<string> => (await ledger.get(kind, { slug: idOrSlug }))?.id ?? idOrSlug

const storyId = async (ledger: LedgerReader, idOrSlug: string): Promise<string> =>
  (await ledger.get('story', { slug: idOrSlug }))?.story.id ?? idOrSlug
