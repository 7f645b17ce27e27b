/** What is wrong with the database and its disk, without starting anything. */
import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#src/config.ts'
import { isDatabaseLocked } from './databaseLock.ts'
import { examineMongo } from './mongoChecks.ts'
import { migrations } from './migrations/index.ts'
import { openConnection, type SqliteConnection } from './sqliteConnection.ts'

export type Finding = {
  /** Stable, kebab-case. */
  check: string
  state: 'good' | 'note' | 'bad'
  /** What was found, and for a bad one what to do. */
  message: string
}

const MB = 1024 * 1024

/** Looks at the database and the disks. Reads only; safe beside a running server. */
export const examineDatabase = async (
  config: Pick<Config, 'database' | 'dataDir' | 'mediaDir'>,
): Promise<Finding[]> => [
  ...(config.database.kind === 'mongodb'
    ? await examineMongo(config.database.url)
    : await examineFile(config.database.file)),
  await examineDisk('disk-data', config.dataDir),
  await examineDisk('disk-media', config.mediaDir),
]

const examineFile = async (file: string): Promise<Finding[]> => {
  if (!existsSync(file)) {
    return [{ check: 'file', state: 'note', message: `There is no database yet at ${file}.` }]
  }
  let connection: SqliteConnection | null = null
  try {
    connection = openConnection(file)
    return [
      examineIntegrity(connection),
      examineReferences(connection),
      examineMigrations(connection),
      examineServer(file),
      await examineLog(`${file}-wal`),
    ]
  } catch (error) {
    const message = `${file} cannot be read: ${String((error as Error).message)}. Restore a backup: verbatim restore FOLDER`
    return [{ check: 'file', state: 'bad', message }]
  } finally {
    connection?.close()
  }
}

const examineIntegrity = (connection: SqliteConnection): Finding => {
  const { rows } = connection.execute('PRAGMA integrity_check(20)')
  const found = rows.map((row) => textOf(row[0]))
  if (found.length === 1 && found[0] === 'ok') {
    return { check: 'integrity', state: 'good', message: 'The database file is whole.' }
  }
  const message = `The database file is damaged: ${found.join('; ')}. Restore a backup: verbatim restore FOLDER`
  return { check: 'integrity', state: 'bad', message }
}

const examineReferences = (connection: SqliteConnection): Finding => {
  const { rows } = connection.execute('PRAGMA foreign_key_check')
  if (rows.length === 0) {
    return { check: 'references', state: 'good', message: 'Every reference leads somewhere.' }
  }
  const tables = [...new Set(rows.map((row) => textOf(row['table'])))].join(', ')
  const message = `${rows.length} references lead nowhere, in ${tables}.`
  return { check: 'references', state: 'bad', message }
}

const examineMigrations = (connection: SqliteConnection): Finding => {
  const tables = connection.execute(
    "SELECT name FROM sqlite_master WHERE name = 'payload_migrations'",
  )
  const applied = tables.rows.length
    ? connection
        .execute('SELECT name FROM payload_migrations WHERE batch <> -1')
        .rows.map((row) => textOf(row[0]))
    : []
  const known = migrations.map(({ name }) => name)
  const unknown = applied.filter((name) => !known.includes(name))
  const pending = known.filter((name) => !applied.includes(name))
  if (unknown.length > 0) {
    const message = `A newer version of Verbatim wrote this database (${unknown.join(', ')}). Start that version.`
    return { check: 'migrations', state: 'bad', message }
  }
  return pending.length > 0
    ? {
        check: 'migrations',
        state: 'note',
        message: `The next start will migrate: ${pending.join(', ')}.`,
      }
    : { check: 'migrations', state: 'good', message: 'The schema is that of this version.' }
}

const examineServer = (file: string): Finding => ({
  check: 'server',
  state: 'good',
  message: isDatabaseLocked(file) ? 'A server has it open.' : 'No server has it open.',
})

const examineLog = async (log: string): Promise<Finding> => {
  const bytes = existsSync(log) ? (await stat(log)).size : 0
  const size = `${(bytes / MB).toFixed(0)} MB`
  return bytes < 512 * MB
    ? { check: 'log', state: 'good', message: `The write-ahead log has ${size}.` }
    : {
        check: 'log',
        state: 'note',
        message: `The write-ahead log has grown to ${size}: something has been reading for a long time. Restart the server.`,
      }
}

const examineDisk = async (check: string, folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : path.dirname(folder))
  const free = bavail * bsize
  const message = `${(free / MB).toFixed(0)} MB are free for ${folder}.`
  if (free < 200 * MB) {
    return { check, state: 'bad', message: `Only ${message} Free some space before saves fail.` }
  }
  return { check, state: free < 2048 * MB ? 'note' : 'good', message }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
