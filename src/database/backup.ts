/**
 * A backup is a folder: the database as one consistent file (SQLite) or one file per collection (MongoDB),
 * the uploads, and a manifest with the SHA-256 of each. Made while the server runs; it need not stop.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { dumpMongo } from './mongoBackup.ts'
import { openConnection } from './sqliteConnection.ts'

export type BackupManifest = {
  format: 'verbatim-backup-1'
  madeAt: string
  database: 'sqlite' | 'mongodb'
  /** By path inside the backup, `/` between folders. */
  files: Record<string, { bytes: number; sha256: string }>
}

export const MANIFEST = 'manifest.json'

/**
 * Writes a backup to `target`, which must not exist. It appears there whole or not at all.
 *
 * The database comes first and the uploads after it: a file is written before its record and kept while a
 * record names it, so every record in the copy finds its file.
 *
 * @throws AppError `conflict` when there is something at `target` already
 */
export const makeBackup = async (
  config: Pick<Config, 'database' | 'mediaDir'>,
  target: string,
  now: Date,
): Promise<BackupManifest> => {
  if (existsSync(target)) {
    throw new AppError('conflict', `There is something at ${target} already. Name a new folder.`)
  }
  const partial = `${target}.partial-${process.pid}`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  try {
    await copyDatabase(config, partial)
    await copyFolder(config.mediaDir, path.join(partial, 'media'))
    const manifest: BackupManifest = {
      format: 'verbatim-backup-1',
      madeAt: now.toISOString(),
      database: config.database.kind,
      files: await hashFiles(partial),
    }
    await writeFile(path.join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(partial, target)
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

const copyDatabase = async ({ database }: Pick<Config, 'database'>, to: string): Promise<void> => {
  if (database.kind === 'mongodb') return dumpMongo(database.url, path.join(to, 'mongodb'))
  if (!existsSync(database.file)) {
    throw new AppError('not-found', `There is no database at ${database.file} yet.`)
  }
  const connection = openConnection(database.file)
  try {
    connection.execute('PRAGMA busy_timeout = 10000')
    // One read transaction: what is written meanwhile is not in it, and nobody waits for it.
    connection.execute({ sql: 'VACUUM INTO ?', args: [path.join(to, 'verbatim.db')] })
  } finally {
    connection.close()
  }
}

const copyFolder = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  if (!existsSync(from)) return
  for (const file of await listFiles(from)) {
    const goal = path.join(to, file)
    await mkdir(path.dirname(goal), { recursive: true })
    try {
      await copyFile(path.join(from, file), goal)
    } catch (error) {
      // Deleted since it was listed: its record is gone too, or will be.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/** Every file below a folder, as sorted relative paths. */
export const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

const hashFiles = async (folder: string): Promise<BackupManifest['files']> => {
  const files: BackupManifest['files'] = {}
  for (const file of await listFiles(folder)) {
    files[file.split(path.sep).join('/')] = await hashFile(path.join(folder, file))
  }
  return files
}

const hashFile = async (file: string): Promise<{ bytes: number; sha256: string }> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

/**
 * Reads a backup's manifest and compares every file with it.
 *
 * @throws AppError `not-found` for no backup, `unprocessable` listing what is missing, changed or too much
 */
export const verifyBackup = async (folder: string): Promise<BackupManifest> => {
  const manifest = await readManifest(folder)
  const found = await hashFiles(folder)
  delete found[MANIFEST]
  const wrong = [...new Set([...Object.keys(manifest.files), ...Object.keys(found)])].flatMap(
    (file) => {
      const wanted = manifest.files[file]
      const there = found[file]
      if (!wanted) return [`${file} is not in the manifest`]
      if (!there) return [`${file} is missing`]
      return wanted.sha256 === there.sha256 ? [] : [`${file} was changed`]
    },
  )
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 10).join('; ')
    throw new AppError('unprocessable', `The backup ${folder} is not whole: ${shown}.`)
  }
  return manifest
}

const readManifest = async (folder: string): Promise<BackupManifest> => {
  let text: string
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8')
  } catch (cause) {
    throw new AppError('not-found', `${folder} is no backup: it has no ${MANIFEST}.`, { cause })
  }
  const manifest = JSON.parse(text) as BackupManifest
  if (manifest.format !== 'verbatim-backup-1') {
    throw new AppError(
      'unsupported-type',
      `${folder} was made by a version this one does not know.`,
    )
  }
  return manifest
}
