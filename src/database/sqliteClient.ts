/**
 * A libSQL client with one reader and one writer connection to the same file.
 *
 * The client that ships gives its connection away in `transaction()` and opens a bare one for the next
 * statement: PRAGMAs are lost, file handles pile up, and two transactions collide with SQLITE_BUSY. Here both
 * connections live as long as the client, and everything that writes, in a transaction or not, goes through
 * one queue to the writer. Under WAL, reads never wait for it.
 */
import {
  createClient,
  LibsqlError,
  type Client,
  type InArgs,
  type InStatement,
  type Transaction,
} from '@libsql/client'
import { createWriteQueue } from './writeQueue.ts'

export type SqliteClientOptions = {
  /** `file:` URL of the database. */
  url: string
  /** How long a write may wait for its turn, in milliseconds. */
  maxWaitMs: number
}

/**
 * Opens the file and sets the PRAGMAs on both connections.
 *
 * @throws LibsqlError when the file cannot be opened; AppError `busy` from any write that waits too long
 */
export const openSqliteClient = async ({
  url,
  maxWaitMs,
}: SqliteClientOptions): Promise<Client> => {
  const writer = createClient({ url })
  await prepare(writer)
  const reader = createClient({ url })
  await prepare(reader)
  const queue = createWriteQueue(maxWaitMs)

  const write = async <T>(act: () => Promise<T>): Promise<T> => {
    const release = await queue.acquire()
    try {
      return await act()
    } finally {
      release()
    }
  }

  const client: Client = {
    get closed() {
      return writer.closed
    },
    protocol: 'file',
    execute: (statement: InStatement, args?: InArgs) => {
      const whole = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      return isRead(whole.sql) ? reader.execute(whole) : write(() => writer.execute(whole))
    },
    batch: (statements, mode) => write(() => writer.batch(statements, mode)),
    migrate: (statements) => write(() => writer.migrate(statements)),
    executeMultiple: (sql) => write(() => writer.executeMultiple(sql)),
    transaction: async () => begin(writer, await queue.acquire()),
    sync: () => writer.sync(),
    close: () => {
      reader.close()
      writer.close()
    },
  }
  return client
}

/** WAL for readers that never wait; FULL so that an acknowledged commit survives a power cut. */
const prepare = async (connection: Client): Promise<void> => {
  await connection.execute('PRAGMA busy_timeout = 5000')
  await connection.execute('PRAGMA journal_mode = WAL')
  await connection.execute('PRAGMA journal_size_limit = 67108864')
  await connection.execute('PRAGMA synchronous = FULL')
  await connection.execute('PRAGMA foreign_keys = ON')
  await connection.execute('PRAGMA cache_size = -32000')
}

/** Only a plain SELECT, or a look at the schema, goes to the reader. In doubt it is a write. */
const isRead = (sql: string): boolean =>
  /^\s*(select|explain|pragma\s+[a-z_]+\s*;?\s*$)/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))

const begin = async (writer: Client, release: () => void): Promise<Transaction> => {
  let isOpen = false
  const end = async (sql: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    if (!isOpen) return
    try {
      await writer.execute(sql)
      isOpen = false
    } catch (error) {
      // A COMMIT that failed (disk full) leaves the transaction open: roll it back before the next one.
      if (sql === 'COMMIT') await writer.execute('ROLLBACK').catch(() => undefined)
      isOpen = false
      throw error
    } finally {
      release()
    }
  }
  // A statement that arrives after the end would run inside somebody else's transaction.
  const inside = async <T>(act: () => Promise<T>): Promise<T> => {
    if (!isOpen) throw new LibsqlError('The transaction has ended', 'TRANSACTION_CLOSED')
    return act()
  }
  try {
    await writer.execute('BEGIN IMMEDIATE')
    isOpen = true
  } catch (error) {
    release()
    throw error
  }
  return {
    get closed() {
      return !isOpen
    },
    execute: (statement: InStatement) => inside(() => writer.execute(statement)),
    batch: async (statements: InStatement[]) => {
      const results = []
      for (const statement of statements) {
        results.push(await inside(() => writer.execute(statement)))
      }
      return results
    },
    executeMultiple: (sql: string) => inside(() => writer.executeMultiple(sql)),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => void end('ROLLBACK'),
  }
}
