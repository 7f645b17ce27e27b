/**
 * Documents that readers see, by their keys. On SQLite by a statement of our own: a story that nobody asked for lately
 * is one look-up, and making Payload's query for it takes longer than answering it.
 */
import type { ReaderDocs, ReaderKind } from './port.ts'
import type { Scope, StoredDocs, StoredKind } from './rows.ts'
import { sideOf, type SqlSide } from './sides.ts'

/** SQLite takes some thousand values in one statement. */
const KEYS_AT_ONCE = 500

/** One document by its key or its slug. */
export const storedDoc = async <K extends StoredKind>(
  scope: Scope,
  kind: K,
  key: { key: string } | { docSlug: string },
): Promise<StoredDocs[K] | null> => {
  const side = await sideOf(scope)
  if (side.name === 'sqlite') {
    const [column, value] = 'key' in key ? ['key', key.key] : ['doc_slug', key.docSlug]
    const [found] = await readDocs<StoredDocs[K]>(side, `${column} = ?`, [kind, value])
    return found?.[1] ?? null
  }
  const [field, value] = Object.entries(key)[0] as [string, string]
  const row = await scope.db.findOne<{ id: string; doc: StoredDocs[K] }>({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: kind } }, { [field]: { equals: value } }] },
    select: { doc: true },
    ...(scope.req ? { req: scope.req } : {}),
  })
  return row?.doc ?? null
}

/** Several documents of one kind, by key; those that are not there are left out. */
export const manyDocs = async <K extends ReaderKind>(
  scope: Scope,
  kind: K,
  keys: string[],
): Promise<Map<string, ReaderDocs[K]>> => {
  if (keys.length === 0) return new Map()
  const side = await sideOf(scope)
  if (side.name === 'sqlite') return readMany(side, kind, keys)
  const { docs } = await scope.db.find({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: kind } }, { key: { in: keys } }] },
    select: { key: true, doc: true },
    limit: keys.length,
    pagination: false,
    ...(scope.req ? { req: scope.req } : {}),
  })
  const found = docs as unknown as { key: string; doc: ReaderDocs[K] }[]
  return new Map(found.map(({ key, doc }) => [key, doc]))
}

const readMany = async <K extends ReaderKind>(
  side: SqlSide,
  kind: K,
  keys: string[],
): Promise<Map<string, ReaderDocs[K]>> => {
  const found = new Map<string, ReaderDocs[K]>()
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const part = keys.slice(from, from + KEYS_AT_ONCE)
    const isOne = `key IN (${part.map(() => '?').join(', ')})`
    const docs = await readDocs<ReaderDocs[K]>(side, isOne, [kind, ...part])
    for (const [key, doc] of docs) found.set(key, doc)
  }
  return found
}

const readDocs = async <Doc>(
  side: SqlSide,
  condition: string,
  args: string[],
): Promise<[string, Doc][]> => {
  const sql = `SELECT key, doc FROM reader_docs WHERE kind = ? AND ${condition}`
  const { rows } = await side.execute({ sql, args })
  return rows.map(({ key, doc }) => [String(key), JSON.parse(String(doc)) as Doc])
}
