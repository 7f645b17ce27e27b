/** Searching, as REST and GraphQL both need it. */
import type { LedgerReader, SearchHit } from '#src/ledger/port.ts'
import type { SearchKind } from '#src/ledger/searchText.ts'
import { readQuery } from '#src/ledger/searchWords.ts'
import { endAt } from '#src/ledger/sortKeys.ts'
import { plainText } from '#src/story/plainText.ts'

import { decodeCursor, encodeCursor } from './cursor.ts'
import { searchFacets, type SearchFilter } from './findFacets.ts'
import { highlighted, snippetOf } from './highlight.ts'

/** What of a hit the words were found in: HTML, escaped but for `<mark>`. */
export type Highlights = {
  headline: string | null
  standfirst: string | null
  /** The words of a quote; of a story, the part of its text where most was found. */
  text: string | null
  speaker: string | null
}
export type Hit = SearchHit & { highlights: Highlights; cursor: string }
export type FoundPage = { hits: Hit[]; endCursor: string | null; hasNextPage: boolean }

export const SEARCH_CURSOR = 'search'

/** How many hits a cursor stands behind, or `null` when it is none of ours. */
export const readOffset = (cursor: string): number | null => {
  const text = decodeCursor(SEARCH_CURSOR, cursor)
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}

/**
 * A page of what was found, the best first. A publication in between may move hits from one page to another.
 * @param options.after a cursor that `readOffset` accepts, or nothing for the first page.
 * @throws AppError `bad-request` for a query that is too long
 */
export const findWords = async (options: {
  ledger: LedgerReader
  q: string
  kinds: SearchKind[]
  filter: SearchFilter
  since?: string | null | undefined
  first: number
  after?: string | null | undefined
}): Promise<FoundPage> => {
  const { ledger, q, kinds, filter, since, first, after } = options
  const terms = readQuery(q)
  const offset = after ? (readOffset(after) ?? 0) : 0
  const facets = await searchFacets(ledger, filter)
  const before = since ? endAt(since) : null
  const found = await ledger.search({ terms, kinds, facets, before, offset, limit: first + 1 })
  const hits = found.slice(0, first).map((hit, at) => ({
    ...hit,
    highlights: highlightsOf(hit, terms),
    cursor: encodeCursor(SEARCH_CURSOR, String(offset + at + 1)),
  }))
  return { hits, endCursor: hits.at(-1)?.cursor ?? null, hasNextPage: found.length > first }
}

const highlightsOf = (hit: SearchHit, terms: ReturnType<typeof readQuery>): Highlights => {
  if (hit.kind === 'quote') {
    const { text, speaker } = hit.doc
    const shown = speaker.name ?? speaker.description
    return {
      headline: null,
      standfirst: null,
      text: highlighted(text, terms),
      speaker: shown === null ? null : highlighted(shown, terms),
    }
  }
  const { headline, standfirst } = hit.doc.story
  return {
    headline: highlighted(headline, terms),
    standfirst: standfirst === null ? null : highlighted(standfirst, terms),
    text: snippetOf(plainText(hit.doc.story), terms),
    speaker: null,
  }
}
