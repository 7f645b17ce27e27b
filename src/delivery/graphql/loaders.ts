/** Reads of one query, gathered: what is asked for in the same moment is one read of the ledger. */
import DataLoader from 'dataloader'

import type { LedgerReader, ListQuery, ListRow, ReaderDocs, ReaderKind } from '#src/ledger/port.ts'

import { readLists } from '../readLists.ts'

export type Loaders = {
  byId<K extends ReaderKind>(kind: K, id: string): Promise<ReaderDocs[K] | null>
  list: LedgerReader['list']
}

/** Loaders for one query; they remember what it read, so that it sees one state. */
export const createLoaders = (ledger: LedgerReader): Loaders => {
  const docs = new Map<ReaderKind, DataLoader<string, ReaderDocs[ReaderKind] | null>>()
  const lists = new Map<ReaderKind, DataLoader<ListQuery, ListRow<ReaderKind>[], string>>()
  return {
    byId: <K extends ReaderKind>(kind: K, id: string) => {
      const loader = docs.get(kind) ?? docLoader(ledger, kind)
      docs.set(kind, loader)
      return loader.load(id) as Promise<ReaderDocs[K] | null>
    },
    list: <K extends ReaderKind>(kind: K, query: ListQuery) => {
      const loader = lists.get(kind) ?? listLoader(ledger, kind)
      lists.set(kind, loader)
      return loader.load(query) as Promise<ListRow<K>[]>
    },
  }
}

const docLoader = (ledger: LedgerReader, kind: ReaderKind) =>
  new DataLoader<string, ReaderDocs[ReaderKind] | null>(async (ids) => {
    const found = await ledger.getMany(kind, [...ids])
    return ids.map((id) => found.get(id) ?? null)
  })

const listLoader = (ledger: LedgerReader, kind: ReaderKind) =>
  new DataLoader<ListQuery, ListRow<ReaderKind>[], string>(
    (queries) => readLists(ledger, kind, [...queries]),
    { cacheKeyFn: (query) => JSON.stringify(query) },
  )
