/** One page of a list, as REST and GraphQL both need it. */
import type { LedgerReader, ListRow, ReaderKind } from '#src/ledger/port.ts'
import type { SearchTerm } from '#src/ledger/searchWords.ts'
import { endAt } from '#src/ledger/sortKeys.ts'

import { decodeCursor, encodeCursor } from './cursor.ts'

export type Page<K extends ReaderKind> = {
  rows: (ListRow<K> & { cursor: string })[]
  endCursor: string | null
  hasNextPage: boolean
}

/**
 * Reads one row more than asked, to know whether there is a next page.
 * @param options.after a cursor that `decodeCursor` accepts, or nothing for the first page.
 */
export const readPage = async <K extends ReaderKind>(options: {
  reader: Pick<LedgerReader, 'list'>
  kind: K
  facets: string[]
  first: number
  after?: string | null | undefined
  /** Nothing older than this time, for lists that are newest first; ISO. */
  since?: string | null | undefined
  /** Only what has all these words; see `readQuery`. */
  terms?: SearchTerm[] | undefined
}): Promise<Page<K>> => {
  const { reader, kind, facets, first } = options
  const after = options.after ? decodeCursor(kind, options.after) : null
  const before = options.since ? endAt(options.since) : null
  const found = await reader.list(kind, {
    facets,
    after,
    before,
    limit: first + 1,
    ...(options.terms && { terms: options.terms }),
  })
  const rows = found
    .slice(0, first)
    .map((row) => ({ ...row, cursor: encodeCursor(kind, row.sortKey) }))
  return { rows, endCursor: rows.at(-1)?.cursor ?? null, hasNextPage: found.length > first }
}
