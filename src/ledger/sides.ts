/** Statements of our own on either database, in the transaction of the scope: what Payload's queries cannot say. */
import type { Scope } from './rows.ts'

export type SqlValue = string | number | null
export type SqlRow = Record<string, unknown>
type Execute = (statement: { sql: string; args: SqlValue[] }) => Promise<{
  rows: SqlRow[]
  lastInsertRowid?: bigint | undefined
}>

/** SQLite, by statements. Without a transaction each statement is one. */
export type SqlSide = { name: 'sqlite'; execute: Execute }

type Filter = Record<string, unknown>
type Options = { session?: unknown }
type Cursor = { toArray: () => Promise<Record<string, unknown>[]> }
export type Documents = {
  collectionName: string
  aggregate: (pipeline: object[], options: Options) => Cursor
  insertMany: (rows: object[], options: Options) => Promise<unknown>
  deleteMany: (filter: Filter, options: Options) => Promise<unknown>
  countDocuments: (filter: Filter, options: Options) => Promise<number>
  createIndex: (keys: Record<string, 1>) => Promise<unknown>
}

/** MongoDB, by collections. */
export type DocumentSide = {
  name: 'mongoose'
  options: Options
  collection: (name: string) => Documents
}

type Adapter =
  | {
      name: 'sqlite'
      client: { execute: Execute }
      sessions: Record<string, { transaction: { execute: Execute } } | undefined>
    }
  | {
      name: 'mongoose'
      connection: { db: { collection: (name: string) => Documents } }
      sessions: Record<string, unknown>
    }

/** The database below the scope's adapter. */
export const sideOf = async ({ db, req }: Scope): Promise<SqlSide | DocumentSide> => {
  const adapter = db as unknown as Adapter
  const id = String((await req?.transactionID) ?? '')
  if (adapter.name === 'sqlite') {
    const to = adapter.sessions[id]?.transaction ?? adapter.client
    return { name: 'sqlite', execute: (statement) => to.execute(statement) }
  }
  const session = adapter.sessions[id]
  const { connection } = adapter
  return {
    name: 'mongoose',
    options: session ? { session } : {},
    collection: (name) => connection.db.collection(name),
  }
}
