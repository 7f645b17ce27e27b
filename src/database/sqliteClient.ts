/**
 * A libSQL client with one reader and one writer connection to the same file.
 *
 * The client that ships gives its connection away in `transaction()` and opens a bare one for the next
 * statement: PRAGMAs are lost, file handles pile up, and two transactions collide with SQLITE_BUSY. Here both
 * connections live as long as the client, and everything that writes, in a transaction or not, goes through
 * one queue to the writer. Under WAL, reads never wait for it.
 */
import type { Client, InArgs, InStatement, Transaction } from '@libsql/client'
import { openConnection, type SqliteConnection } from './sqliteConnection.ts'
import { beginTransaction, whenFree } from './sqliteTransaction.ts'
import { createWriteQueue } from './writeQueue.ts'

export type SqliteClientOptions = {
  /** Path of the database; made where there is none. */
  file: string
  /** How long a write may wait for its turn, in milliseconds. */
  maxWaitMs: number
}

/** Like libSQL's, with the numbers a doctor wants. */
export type SqliteClient = Client & {
  /** The PRAGMAs as both connections have them. */
  settings(): { writer: Record<string, unknown>; reader: Record<string, unknown> }
  /** How many writes wait for their turn. */
  readonly waiting: number
}

/**
 * Opens the file and sets the PRAGMAs on both connections.
 *
 * @throws LibsqlError when the file cannot be opened; AppError `busy` from any write that waits too long
 */
export const openSqliteClient = ({ file, maxWaitMs }: SqliteClientOptions): SqliteClient => {
  const writer = openConnection(file)
  prepare(writer)
  const reader = openConnection(file)
  prepare(reader)
  // The queue is where writes of this process wait; those of another are waited for without blocking.
  writer.execute('PRAGMA busy_timeout = 0')
  const queue = createWriteQueue(maxWaitMs)
  let isClosed = false

  /** What cannot be part of a transaction: PRAGMA, VACUUM. */
  const alone = async <T>(act: () => T): Promise<T> => {
    const release = await queue.acquire()
    try {
      return await whenFree(act, maxWaitMs)
    } finally {
      release()
    }
  }

  const inTransaction = async <T>(act: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const transaction = await beginTransaction({ writer, queue, maxWaitMs })
    try {
      const result = await act(transaction)
      await transaction.commit()
      return result
    } finally {
      await transaction.rollback()
    }
  }

  return {
    get closed() {
      return isClosed
    },
    get waiting() {
      return queue.waiting
    },
    protocol: 'file',
    settings: () => ({ writer: settingsOf(writer), reader: settingsOf(reader) }),
    async execute(statement: InStatement, args?: InArgs) {
      const whole = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      if (isRead(whole.sql)) return reader.execute(whole)
      return isChange(whole.sql)
        ? inTransaction((transaction) => transaction.execute(whole))
        : alone(() => writer.execute(whole))
    },
    batch: (statements) => inTransaction((transaction) => transaction.batch(statements)),
    // Only the command that pushes a schema in development asks for these.
    migrate: (statements) => alone(() => statements.map((statement) => writer.execute(statement))),
    executeMultiple: (sql) => alone(() => writer.executeMultiple(sql)),
    transaction: () => beginTransaction({ writer, queue, maxWaitMs }),
    sync: () => Promise.reject(new Error('A database file has nothing to be in step with')),
    close: () => {
      if (isClosed) return
      isClosed = true
      queue.close()
      reader.close()
      closeWriter(writer)
    },
  }
}

/** WAL for readers that never wait; FULL so that an acknowledged commit survives a power cut. */
const pragmas = {
  busy_timeout: 5000,
  journal_mode: 'WAL',
  journal_size_limit: 67_108_864,
  synchronous: 'FULL',
  foreign_keys: 'ON',
  cache_size: -32_000,
} as const

const prepare = (connection: SqliteConnection): void => {
  for (const [name, value] of Object.entries(pragmas)) {
    connection.execute(`PRAGMA ${name} = ${value}`)
  }
}

const settingsOf = (connection: SqliteConnection): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(pragmas).map((name) => [name, connection.execute(`PRAGMA ${name}`).rows[0]?.[0]]),
  )

/** What is left in the write-ahead log goes into the file, so that a copy of the file alone is whole. */
const closeWriter = (writer: SqliteConnection): void => {
  try {
    if (writer.isInTransaction) writer.executeMultiple('ROLLBACK')
    writer.execute('PRAGMA optimize')
    writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk, or somebody who still reads: the log is read at the next start instead.
  }
  writer.close()
}

/** Only a plain SELECT, or a look at the schema, goes to the reader. In doubt it is a write. */
const isRead = (sql: string): boolean =>
  /^\s*(select|explain|pragma\s+[a-z_]+\s*;?\s*$)/i.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))

const isChange = (sql: string): boolean =>
  /^\s*(insert|update|delete|replace|with|create|alter|drop)\b/i.test(sql)
