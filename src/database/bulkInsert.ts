/**
 * Many flat rows in one statement, inside the request's transaction, on either database.
 *
 * Payload's `create` writes one record at a time and reads each one back: a published story has a hundred
 * list entries, which nobody wants back. Only for collections of plain fields: no arrays, no relations.
 */
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

type Row = Record<string, unknown>

type Drizzle = { insert: (table: unknown) => { values: (rows: Row[]) => Promise<unknown> } }
type SqliteSide = {
  name: 'sqlite'
  drizzle: Drizzle
  tables: Record<string, unknown>
  sessions: Record<string, { db: Drizzle } | undefined>
  payload: Payload
}

type NativeCollection = {
  insertMany: (rows: Row[], options: { session?: unknown }) => Promise<unknown>
}
type MongoSide = {
  name: 'mongoose'
  collections: Record<string, { collection: NativeCollection } | undefined>
  sessions: Record<string, unknown>
}

export type BulkInsert = {
  db: Payload['db']
  collection: CollectionSlug
  rows: Row[]
  /** Its transaction is the one the rows are written in. */
  req?: PayloadRequest | undefined
}

/** SQLite takes 32,766 values a statement; the rows written here have fewer than 20 each. */
const ROWS_AT_ONCE = 500

/** Inserts the rows in their order; ids are made here. */
export const bulkInsert = async ({ db, collection, rows, req }: BulkInsert): Promise<void> => {
  const transactionId = String((await req?.transactionID) ?? '')
  const side = db as unknown as SqliteSide | MongoSide
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE)
    if (side.name === 'mongoose') await insertDocuments(side, collection, part, transactionId)
    else await insertRows(side, collection, part, transactionId)
  }
}

const insertRows = async (
  side: SqliteSide,
  collection: CollectionSlug,
  rows: Row[],
  transactionId: string,
): Promise<void> => {
  const { dbName } = side.payload.collections[collection].config
  const table = side.tables[typeof dbName === 'string' ? dbName : collection]
  if (!table) throw new Error(`There is no table for the collection ${collection}`)
  await (side.sessions[transactionId]?.db ?? side.drizzle).insert(table).values(rows)
}

const insertDocuments = async (
  side: MongoSide,
  collection: CollectionSlug,
  rows: Row[],
  transactionId: string,
): Promise<void> => {
  const native = side.collections[collection]?.collection
  if (!native) throw new Error(`There is no collection ${collection}`)
  const session = side.sessions[transactionId]
  // The driver writes its `_id` into what it is given.
  const own = rows.map((row) => ({ ...row }))
  await native.insertMany(own, session ? { session } : {})
}
