/** Several lists in as few reads as the ledger can do it in. */
import type { LedgerReader, ListQuery, ListRow, ReaderKind } from '#src/ledger/port.ts'

/** The lists, in the order of the queries. */
export const readLists = async <K extends ReaderKind>(
  ledger: LedgerReader,
  kind: K,
  queries: ListQuery[],
): Promise<ListRow<K>[][]> => {
  if (queries.length === 0) return []
  if (ledger.listMany) return ledger.listMany(kind, queries)
  return Promise.all(queries.map((query) => ledger.list(kind, query)))
}
