/**
 * The ledger's port: what a publication is, and what the reader side may ask.
 *
 * `delivery` knows this file and nothing below it. Two stores implement it: the one backed by the
 * database (`payloadStore.ts`) and one in memory for tests (`memoryStore.ts`).
 */
import type {
  PublishedStory,
  StoryAuthor,
  StoryCorrection,
  StoryQuote,
  StorySection,
  StorySource,
} from '#src/story/publishedStory.ts'

import type { SearchKind } from './searchText.ts'
import type { SearchTerm } from './searchWords.ts'

export type LedgerEvent = 'publish' | 'update' | 'correct' | 'retract' | 'unpublish'

/** What a change of a published story is called by whoever makes it. */
export type ChangeKind = 'minor' | 'update' | 'clarification' | 'correction'

/** One row of the ledger: append-only, gapless, hash-chained. */
export type Publication = {
  /** 1, 2, 3… without gaps. */
  seq: number
  event: LedgerEvent
  articleId: string
  slug: string
  /** SHA-256 (hex) of the story's canonical JSON without its times. */
  versionHash: string
  story: PublishedStory
  actor: { id: string; name: string } | null
  at: string
  /** Shown to readers for a retraction; internal otherwise. */
  reason: string | null
  /** The checks a chief set aside for this row; internal. Missing where all of them passed. */
  override?: PublicationOverride
  /** Missing for a first publication, for a withdrawal, and where nobody said. */
  change?: ChangeKind
  /** The `hash` of row `seq - 1`; 64 zeros for the first row. */
  previousHash: string
  hash: string
}

export type PublicationOverride = {
  /** What stood against it: codes of `src/workflow/preflight.ts`. */
  codes: string[]
  reason: string
  by: { id: string; name: string }
}

/** The newest row of an article, as readers meet it. A retracted or unpublished story keeps its address. */
export type CurrentStory = {
  state: 'live' | 'retracted' | 'unpublished'
  seq: number
  event: LedgerEvent
  versionHash: string
  /** When this row was written; the story's `Last-Modified`. */
  at: string
  /** The retraction notice, for readers. */
  reason: string | null
  story: PublishedStory
}

/**
 * A correction with the story it is about, named as that story is now. A withdrawn story's corrections stay,
 * without the words that were changed, and its retraction is one of them.
 */
export type PublishedCorrection = StoryCorrection & {
  article: {
    id: string
    slug: string
    headline: string
    language: string
    state: 'live' | 'retracted'
  }
}

/** What the lists hold. A quote, author, source or section exists while a live story carries it. */
export type ReaderDocs = {
  story: CurrentStory
  correction: PublishedCorrection
  quote: StoryQuote
  author: StoryAuthor
  source: StorySource
  section: StorySection
}
export type ReaderKind = keyof ReaderDocs

/**
 * A list can be narrowed by facets, which combine with AND:
 * - stories: `section:SLUG`, `author:ID`, `topic:SLUG`, `source:ID`, `quote:ID`,
 *   `image:ID`, `kind:KIND`, `language:TAG` (the whole tag and its first part, in small letters)
 * - quotes: `speaker:SOURCE_ID`, `source:SOURCE_ID` (the speaker or anyone in the chain), `kind:KIND`,
 *   `language:TAG`; and of every live story that carries the quote `article:ID`, `section:SLUG`, `author:ID`
 * - sources: `kind:KIND`
 * - corrections: `kind:KIND`, `article:ID`, `section:SLUG`
 */
export type ListQuery = {
  facets: string[]
  /** The sort key after which the page starts (exclusive), or `null` for the first page. */
  after: string | null
  /** The sort key before which the list ends (exclusive). */
  before?: string | null
  /** Only what has all these words: stories and quotes. No terms find nothing. */
  terms?: SearchTerm[] | undefined
  /** 1 to 101. */
  limit: number
}

/** A question to the full-text index. Filters are those of lists. */
export type SearchQuery = {
  terms: SearchTerm[]
  kinds: SearchKind[]
  facets: string[]
  before?: string | null
  offset: number
  /** 1 to 101. */
  limit: number
}

/** What was found. Scores compare within one answer only. */
export type SearchHit = {
  [K in SearchKind]: { kind: K; score: number; doc: ReaderDocs[K] }
}[SearchKind]

/** One row of a list. `sortKey` is unique in the list and stable: new rows never move old ones. */
export type ListRow<K extends ReaderKind> = { sortKey: string; doc: ReaderDocs[K] }

/** The JSON of a whole live story, in UTF-8, made when the story was published. */
export type ReadyAnswer = { seq: number; at: string; tags: string[]; body: Buffer }

/** Everything the reader side can ask. It has no way to reach a draft. */
export type LedgerReader = {
  /** The newest `seq`, 0 when nothing has been published. What caches are valid by. */
  head(): Promise<number>
  /** A document by id; stories and authors, sources, sections also by slug. */
  get<K extends ReaderKind>(
    kind: K,
    key: { id: string } | { slug: string },
  ): Promise<ReaderDocs[K] | null>
  /** Many documents by id, for batching; unknown ids are left out. */
  getMany<K extends ReaderKind>(kind: K, ids: string[]): Promise<Map<string, ReaderDocs[K]>>
  /** Stories newest first by first publication; quotes and corrections newest first; the others by name. */
  list<K extends ReaderKind>(kind: K, query: ListQuery): Promise<ListRow<K>[]>
  /** Several lists in one read, for batching; a store without it is asked list by list. */
  listMany?<K extends ReaderKind>(kind: K, queries: ListQuery[]): Promise<ListRow<K>[][]>
  /** Stories and quotes that have all the words, the best first (BM25), of the newest matches. */
  search(query: SearchQuery): Promise<SearchHit[]>
  /** The number of the row that a story's slug leads to: whether what was made of it still holds. */
  seqOf(slug: string): Promise<number | null>
  /** A story's whole answer, where one was made beforehand. `publicUrl` is where readers reach us. */
  readyAnswer(slug: string, publicUrl: string): Promise<ReadyAnswer | null>
  /** Where a slug that a story once had leads now: its current slug, or `null`. */
  redirectFor(slug: string): Promise<string | null>
  /** Rows after `since`, oldest first. `limit` 1 to 1000. */
  changes(since: number, limit: number): Promise<Publication[]>
  /**
   * The rows of a story that readers may look back on, newest first: since it last came back after it had been
   * withdrawn, none of a story that is withdrawn now. `before` is a seq (exclusive). `limit` 1 to 1000.
   */
  history(
    articleId: string,
    query: { before: number | null; limit: number },
  ): Promise<Publication[]>
  /** Calls back after each commit of this process (or a tailed one) with the new head. Returns the way to stop. */
  onAppend(listener: (head: number) => void): () => void
}
