/**
 * Payload's SQLite adapter with the write path owned here: transactions on, one writer, errors that surface.
 *
 * As shipped, a failed COMMIT is swallowed and the caller told that all is well; two writers at once lose
 * acknowledged writes. Only `connect`, `beginTransaction`, `commitTransaction`, `rollbackTransaction` and
 * `destroy` are replaced, and writes are looked at before they start; every query stays Payload's.
 */
import { randomUUID } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import type { Client, Transaction } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { describeDatabaseError } from './databaseErrors.ts'
import { tuneForLargeArchives } from './largeArchives.ts'
import { guardWrites } from './guardWrites.ts'
import { lockDatabase, type DatabaseLock } from './databaseLock.ts'
import { migrateSafely } from './migrateSafely.ts'
import { keepSessions } from './keepSessions.ts'
import { orderVersions } from './orderVersions.ts'
import { openSqliteClient, type SqliteClient } from './sqliteClient.ts'
import { openSqliteReader, requireCurrentSchema } from './sqliteReader.ts'
import { markTransaction, refuseDeadlock, type TransactionMark } from './transactionContext.ts'

type Session = { db: unknown; transaction: Transaction; mark: TransactionMark }
type Shipped = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
export type EmbeddedAdapter = Omit<Shipped, 'sessions' | 'client'> & {
  client: SqliteClient
  drizzle: unknown
  schema: Record<string, unknown>
  sessions: Record<string, Session>
  initializing: Promise<void>
  resolveInitializing: () => void
  /** Held by the one process that serves this file. */
  serverLock?: DatabaseLock
  /** Path of the database file. */
  file: string
}

export type SqliteOptions = {
  /** Path of the database file. */
  file: string
  /** Its `file:` URL. */
  url: string
  migrationDir: string
  /** This process only reads: it neither migrates nor writes. */
  isReader?: boolean
  /** How long a write may wait for its turn, in milliseconds. */
  maxWaitMs?: number
}

/** The embedded database for `payload.config.ts`. Applies the committed migrations when it connects. */
export const embeddedSqlite = ({
  file,
  url,
  migrationDir,
  isReader = false,
  maxWaitMs = 30_000,
}: SqliteOptions): DatabaseAdapterObj => {
  const shipped = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    blocksAsJSON: true,
    push: false,
    migrationDir,
    transactionOptions: {},
  })
  return {
    ...shipped,
    init: (args: { payload: Payload }) => {
      const adapter = shipped.init(args) as unknown as EmbeddedAdapter
      const destroyShipped = adapter.destroy?.bind(adapter)
      Object.assign(adapter, {
        file,
        connect: () => (isReader ? connectReader(adapter) : connect(adapter, maxWaitMs)),
        beginTransaction: () => beginTransaction(adapter),
        commitTransaction: (id: TransactionId) => endTransaction(adapter, id, 'commit'),
        rollbackTransaction: (id: TransactionId) => endTransaction(adapter, id, 'rollback'),
        destroy: async () => {
          adapter.client?.close()
          adapter.serverLock?.release()
          await destroyShipped?.()
        },
      })
      keepSessions(adapter)
      orderVersions(adapter)
      guardWrites(adapter)
      return adapter
    },
  } as unknown as DatabaseAdapterObj
}

/**
 * Makes this process the one that serves the database file, until the adapter is destroyed. Commands that
 * read or import may work beside it; a second server may not: it would publish by its own clock.
 *
 * @throws AppError `bad-configuration` that names the process which serves it now, or says that the file cannot
 *   be written: a newsroom that could save nothing is better told at the start
 */
export const claimDatabase = (payload: Payload): void => {
  const adapter = payload.db as unknown as Partial<EmbeddedAdapter>
  if (!adapter.file || adapter.serverLock) return
  assertWritable(adapter.file)
  adapter.serverLock = lockDatabase(adapter.file, 'server')
}

const assertWritable = (file: string): void => {
  try {
    accessSync(file, constants.W_OK)
  } catch (cause) {
    const unwritable = Object.assign(new Error('not writable', { cause }), {
      code: 'SQLITE_READONLY',
    })
    throw describeDatabaseError(unwritable, file)
  }
}

type TransactionId = string | number | null | Promise<string | number | null>

const connect = async (adapter: EmbeddedAdapter, maxWaitMs: number): Promise<void> => {
  try {
    adapter.client = openSqliteClient({ file: adapter.file, maxWaitMs })
    adapter.drizzle = drizzle(adapter.client, { schema: adapter.schema })
    adapter.resolveInitializing()
    await migrateSafely(adapter)
    await tuneForLargeArchives(adapter.client)
  } catch (error) {
    adapter.client?.close()
    throw describeDatabaseError(error, adapter.file)
  }
}

const connectReader = async (adapter: EmbeddedAdapter): Promise<void> => {
  adapter.client = openSqliteReader(adapter.file)
  adapter.drizzle = drizzle(adapter.client, { schema: adapter.schema })
  adapter.resolveInitializing()
  await requireCurrentSchema(adapter.client, adapter.file)
}

/** The mark must be set while the caller is still on the stack: before the first `await`. */
const beginTransaction = async (adapter: EmbeddedAdapter): Promise<string> => {
  refuseDeadlock()
  const id = randomUUID()
  return openSession(adapter, id, markTransaction(id))
}

const openSession = async (
  adapter: EmbeddedAdapter,
  id: string,
  mark: TransactionMark,
): Promise<string> => {
  await adapter.initializing
  const transaction = await adapter.client.transaction('write')
  mark.isOpen = true
  adapter.sessions[id] = {
    transaction,
    mark,
    // A transaction answers `execute`, `batch` and the rest like a client: drizzle needs no more.
    db: drizzle(transaction as unknown as Client, { schema: adapter.schema }),
  }
  return id
}

/** The first caller ends it; later ones find no session and have nothing to do. */
const endTransaction = async (
  adapter: EmbeddedAdapter,
  id: TransactionId,
  how: 'commit' | 'rollback',
): Promise<void> => {
  const key = String(await id)
  const session = adapter.sessions[key]
  if (!session) return
  delete adapter.sessions[key]
  session.mark.isOpen = false
  await session.transaction[how]()
}
