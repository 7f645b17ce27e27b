/**
 * One server for one database file. The lock is one of SQLite's own, on a file beside it: the operating
 * system gives it up when the process dies, however it dies. Who holds it stands in a third file, because
 * reading a locked file would release the lock on some systems.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '#src/errors.ts'
import { openConnection, type SqliteConnection } from './sqliteConnection.ts'

/** What a holder does with the file. */
export type LockPurpose = 'server' | 'migration' | 'restore'

export type DatabaseLock = { release(): void }

type Holder = { pid: number; purpose: LockPurpose; since: string }

const lockFile = (file: string): string => `${file}.lock`
const holderFile = (file: string): string => `${file}.holder.json`

/**
 * Takes the lock, or says who has it.
 *
 * @throws AppError `bad-configuration` when another process holds it
 */
export const lockDatabase = (file: string, purpose: LockPurpose): DatabaseLock => {
  const connection = openConnection(lockFile(file))
  try {
    connection.execute('PRAGMA busy_timeout = 0')
    connection.executeMultiple('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) throw error
    throw new AppError('bad-configuration', heldBy(file, readHolder(file)), { cause: error })
  }
  const holder: Holder = { pid: process.pid, purpose, since: new Date().toISOString() }
  writeFileSync(holderFile(file), JSON.stringify(holder))
  return { release: onceOnly(() => release(file, connection)) }
}

/** Whether a server, or a migration, has the file now. */
export const isDatabaseLocked = (file: string): boolean => {
  try {
    lockDatabase(file, 'server').release()
    return false
  } catch (error) {
    if (error instanceof AppError) return true
    throw error
  }
}

const release = (file: string, connection: SqliteConnection): void => {
  rmSync(holderFile(file), { force: true })
  connection.executeMultiple('ROLLBACK')
  connection.close()
}

const readHolder = (file: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(holderFile(file), 'utf8')) as Holder
  } catch {
    // The holder has just begun, or just ended: the lock itself is what counts.
    return null
  }
}

const heldBy = (file: string, holder: Holder | null): string => {
  const who = holder
    ? `process ${holder.pid} (${holder.purpose}, since ${holder.since})`
    : 'another process'
  return (
    `The database ${file} is in use by ${who}. One server serves one SQLite file: stop that one first, ` +
    'or choose another DATA_DIR. To run several, use MongoDB (DATABASE_URL=mongodb://…).'
  )
}

const onceOnly = (act: () => void): (() => void) => {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
