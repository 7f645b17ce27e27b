/** One page of a list, as REST and GraphQL both need it. */
import type { LedgerReader, ListRow, ReaderKind } from '#src/ledger/port.ts'

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
}): Promise<Page<K>> => {
  const { reader, kind, facets, first } = options
  const after = options.after ? decodeCursor(kind, options.after) : null
  const found = await reader.list(kind, { facets, after, limit: first + 1 })
  const rows = found
    .slice(0, first)
    .map((row) => ({ ...row, cursor: encodeCursor(kind, row.sortKey) }))
  return { rows, endCursor: rows.at(-1)?.cursor ?? null, hasNextPage: found.length > first }
}
