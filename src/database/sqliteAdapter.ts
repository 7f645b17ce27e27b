/**
 * Payload's SQLite adapter with the write path owned here: transactions on, one writer, errors that surface.
 *
 * As shipped, a failed COMMIT is swallowed and the caller told that all is well; two writers at once lose
 * acknowledged writes. Only `connect`, `beginTransaction`, `commitTransaction`, `rollbackTransaction` and
 * `destroy` are replaced; every query stays Payload's.
 */
import { randomUUID } from 'node:crypto'
import type { Client, Transaction } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { refuseNewerSchema } from './newerSchema.ts'
import { migrations } from './migrations/index.ts'
import { openSqliteClient } from './sqliteClient.ts'

type Session = { db: unknown; transaction: Transaction }
type Shipped = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
type Adapter = Omit<Shipped, 'sessions'> & {
  client: Client
  drizzle: unknown
  schema: Record<string, unknown>
  sessions: Record<string, Session>
  initializing: Promise<void>
  resolveInitializing: () => void
}

export type SqliteOptions = {
  /** `file:` URL. */
  url: string
  migrationDir: string
  /** How long a write may wait for its turn, in milliseconds. */
  maxWaitMs?: number
}

/** The embedded database for `payload.config.ts`. Applies the committed migrations when it connects. */
export const embeddedSqlite = ({
  url,
  migrationDir,
  maxWaitMs = 15_000,
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
      const adapter = shipped.init(args) as unknown as Adapter
      const destroyShipped = adapter.destroy?.bind(adapter)
      Object.assign(adapter, {
        connect: () => connect(adapter, url, maxWaitMs),
        beginTransaction: () => beginTransaction(adapter),
        commitTransaction: (id: TransactionId) => endTransaction(adapter, id, 'commit'),
        rollbackTransaction: (id: TransactionId) => endTransaction(adapter, id, 'rollback'),
        destroy: async () => {
          adapter.client?.close()
          await destroyShipped?.()
        },
      })
      return adapter
    },
  } as unknown as DatabaseAdapterObj
}

type Migrations = NonNullable<Parameters<Adapter['migrate']>[0]>['migrations'] & object
type TransactionId = string | number | null | Promise<string | number | null>

const connect = async (adapter: Adapter, url: string, maxWaitMs: number): Promise<void> => {
  adapter.client = await openSqliteClient({ url, maxWaitMs })
  adapter.drizzle = drizzle(adapter.client, { schema: adapter.schema })
  adapter.resolveInitializing()
  await refuseNewerSchema(adapter.client, migrations)
  await adapter.migrate({ migrations: migrations as Migrations })
}

const beginTransaction = async (adapter: Adapter): Promise<string> => {
  await adapter.initializing
  const transaction = await adapter.client.transaction('write')
  const id = randomUUID()
  adapter.sessions[id] = {
    transaction,
    // A transaction answers `execute`, `batch` and the rest like a client: drizzle needs no more.
    db: drizzle(transaction as unknown as Client, { schema: adapter.schema }),
  }
  return id
}

/** The first caller ends it; later ones find no session and have nothing to do. */
const endTransaction = async (
  adapter: Adapter,
  id: TransactionId,
  how: 'commit' | 'rollback',
): Promise<void> => {
  const key = String(await id)
  const session = adapter.sessions[key]
  if (!session) return
  delete adapter.sessions[key]
  await session.transaction[how]()
}
