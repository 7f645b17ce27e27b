/** The database file as a process that only reads has it: one connection, which refuses to write. */
import { existsSync } from 'node:fs'
import type { Client, InArgs, InStatement } from '@libsql/client'
import { AppError } from '#src/errors.ts'
import { migrations } from './migrations/index.ts'
import { appliedMigrations, refuseNewerSchema } from './newerSchema.ts'
import type { SqliteClient } from './sqliteClient.ts'
import { openConnection } from './sqliteConnection.ts'

/**
 * Opens the file. SQLite itself refuses what would change it (`query_only`); under WAL nobody who writes is
 * kept waiting.
 *
 * @throws AppError `bad-configuration` where there is no file: a reader makes none
 */
export const openSqliteReader = (file: string): SqliteClient => {
  if (!existsSync(file)) throw notReady(file)
  const connection = openConnection(file)
  connection.execute('PRAGMA busy_timeout = 5000')
  connection.execute('PRAGMA cache_size = -32000')
  connection.execute('PRAGMA query_only = ON')
  let isClosed = false
  const settings = () => ({ query_only: connection.execute('PRAGMA query_only').rows[0]?.[0] })

  return {
    get closed() {
      return isClosed
    },
    waiting: 0,
    protocol: 'file',
    settings: () => ({ writer: {}, reader: settings() }),
    async execute(statement: InStatement, args?: InArgs) {
      const whole = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      return connection.execute(whole)
    },
    batch: refuse,
    migrate: refuse,
    executeMultiple: refuse,
    transaction: refuse,
    sync: refuse,
    close: () => {
      if (isClosed) return
      isClosed = true
      connection.close()
    },
  }
}

/**
 * A reader never migrates: the server does, once.
 *
 * @throws AppError `bad-configuration` for a database of another version than this one's
 */
export const requireCurrentSchema = async (client: Client, file: string): Promise<void> => {
  await refuseNewerSchema(client, migrations)
  const applied = new Set(await appliedMigrations(client))
  if (migrations.some(({ name }) => !applied.has(name))) throw notReady(file)
}

/**
 * Calls back when another process has committed something to the file, which costs a look at a number of the
 * connection (`PRAGMA data_version`). Returns the way to stop.
 */
export const onForeignCommit = (
  client: Pick<Client, 'execute'>,
  { everyMs, act }: { everyMs: number; act: () => Promise<unknown> },
): (() => void) => {
  let known: unknown = null
  let isLooking = false
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    try {
      const { rows } = await client.execute('PRAGMA data_version')
      const version = rows[0]?.[0]
      if (version !== known) await act()
      known = version
    } catch {
      // Tried again at the next look; `/readyz` tells whoever watches.
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(() => void look(), everyMs).unref()
  return () => clearInterval(timer)
}

const refuse = (): Promise<never> =>
  Promise.reject(new AppError('not-allowed', 'This process only reads; the server writes.'))

const notReady = (file: string): AppError =>
  new AppError(
    'bad-configuration',
    `The database ${file} is not there yet, or of an older version. Start the newsroom itself first (verbatim start), then its readers.`,
  )
