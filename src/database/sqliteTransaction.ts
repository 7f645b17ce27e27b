/** A transaction on the writer connection, from `BEGIN IMMEDIATE` to an end that tells the truth. */
import { setTimeout as pause } from 'node:timers/promises'
import { LibsqlError, type InStatement, type Transaction } from '@libsql/client'
import type { SqliteConnection } from './sqliteConnection.ts'
import { freeTurn, isTurnOver } from './turns.ts'
import { busy, type WriteQueue } from './writeQueue.ts'

type Beginning = {
  writer: SqliteConnection
  queue: WriteQueue
  /** How long it may wait for another process to be done with the file, in milliseconds. */
  maxWaitMs: number
}

/** Waits for its turn and begins. The queue is handed on by `commit` or `rollback`. */
export const beginTransaction = async ({
  writer,
  queue,
  maxWaitMs,
}: Beginning): Promise<Transaction> => {
  const release = await queue.acquire()
  try {
    await whenFree(() => writer.executeMultiple('BEGIN IMMEDIATE'), maxWaitMs)
  } catch (error) {
    release()
    throw error
  }
  return openTransaction(writer, release)
}

const openTransaction = (writer: SqliteConnection, release: () => void): Transaction => {
  let isOpen = true
  let cause: unknown

  // SQLite rolls back by itself when the disk is full. What came after would be saved outside of any
  // transaction, and a statement after the end inside somebody else's.
  const inside = <T>(act: () => T): T => {
    if (!isOpen || !writer.isInTransaction) {
      const error = new LibsqlError('The transaction has ended', 'TRANSACTION_CLOSED')
      error.cause = cause
      throw error
    }
    try {
      return act()
    } catch (error) {
      cause ??= error
      throw error
    }
  }
  const end = (act: () => void): void => {
    if (!isOpen) return
    isOpen = false
    try {
      act()
    } finally {
      if (writer.isInTransaction) writer.executeMultiple('ROLLBACK')
      release()
    }
  }
  const commit = (): void => {
    const error = new LibsqlError('The transaction has ended', 'TRANSACTION_CLOSED')
    error.cause = cause
    if (!isOpen || !writer.isInTransaction) {
      end(() => undefined)
      throw error
    }
    end(() => writer.executeMultiple('COMMIT'))
  }
  const rollback = (): void => end(() => undefined)

  return {
    get closed() {
      return !isOpen
    },
    execute: async (statement: InStatement) => {
      if (isTurnOver()) await freeTurn()
      return inside(() => writer.execute(statement))
    },
    batch: async (statements: InStatement[]) =>
      statements.map((statement) => inside(() => writer.execute(statement))),
    executeMultiple: async (sql: string) => inside(() => writer.executeMultiple(sql)),
    commit: async () => commit(),
    rollback: async () => rollback(),
    close: rollback,
  }
}

/**
 * Runs a first statement as soon as no other process holds the file. Waiting inside SQLite would keep this
 * whole process from answering anybody.
 */
export const whenFree = async <T>(act: () => T, maxWaitMs: number): Promise<T> => {
  const deadline = Date.now() + maxWaitMs
  for (let waitMs = 2; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      return act()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() >= deadline) throw Object.assign(busy(maxWaitMs), { cause: error })
    }
    await pause(waitMs)
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
