/** From a backup back to a newsroom, after every file was compared with its hash. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { verifyBackup, type BackupManifest } from './backup.ts'
import { lockDatabase } from './databaseLock.ts'
import { isMongoEmpty, loadMongo } from './mongoBackup.ts'

export type Restore = {
  config: Pick<Config, 'database' | 'mediaDir'>
  /** The folder that `verbatim backup` made. */
  from: string
  /** Replaces what is there; it is moved aside, not deleted (SQLite and uploads). */
  isForced: boolean
  now: Date
}

/**
 * Puts a backup in the place of the database and the uploads.
 *
 * @returns what was restored, and where the old files are now
 * @throws AppError `conflict` when there is something already and it was not forced, or when the kind of
 *   database differs; `unprocessable` when the backup is damaged; `bad-configuration` while a server runs
 */
export const restoreBackup = async ({
  config,
  from,
  isForced,
  now,
}: Restore): Promise<{ manifest: BackupManifest; movedTo: string[] }> => {
  const manifest = await verifyBackup(from)
  const { database, mediaDir } = config
  if (manifest.database !== database.kind) {
    throw new AppError(
      'conflict',
      `This backup is of ${manifest.database}, and DATABASE_URL names ${database.kind}.`,
    )
  }
  const used = await whatIsThere(config)
  if (used.length > 0 && !isForced) {
    throw new AppError(
      'conflict',
      `There is something already: ${used.join(', ')}. Restore to an empty place (DATA_DIR, MEDIA_DIR, ` +
        'DATABASE_URL), or add --force to replace it.',
    )
  }
  const suffix = `.replaced-${now.toISOString().replace(/[:.]/g, '-')}`
  const movedTo: string[] = []
  if (database.kind === 'mongodb') await loadMongo(database.url, path.join(from, 'mongodb'))
  else movedTo.push(...(await restoreFile(database.file, from, suffix)))
  if (await hasFiles(mediaDir)) movedTo.push(await moveAside(mediaDir, suffix))
  await cp(path.join(from, 'media'), mediaDir, { recursive: true })
  return { manifest, movedTo }
}

const whatIsThere = async ({ database, mediaDir }: Restore['config']): Promise<string[]> => [
  ...(database.kind === 'sqlite' && existsSync(database.file) ? [database.file] : []),
  ...(database.kind === 'mongodb' && !(await isMongoEmpty(database.url)) ? ['the database'] : []),
  ...((await hasFiles(mediaDir)) ? [mediaDir] : []),
]

const hasFiles = async (folder: string): Promise<boolean> =>
  existsSync(folder) && (await readdir(folder)).length > 0

/** Copied beside its place first and renamed: a restore that breaks off leaves the old file where it was. */
const restoreFile = async (file: string, from: string, suffix: string): Promise<string[]> => {
  await mkdir(path.dirname(file), { recursive: true })
  const lock = lockDatabase(file, 'restore')
  try {
    const incoming = `${file}.incoming`
    await cp(path.join(from, 'verbatim.db'), incoming)
    const moved = existsSync(file) ? [await moveAside(file, suffix)] : []
    // The log and the index of the old file would be taken for the new one's.
    for (const end of ['-wal', '-shm']) {
      if (existsSync(file + end)) await rename(file + end, file + suffix + end)
    }
    await rename(incoming, file)
    return moved
  } finally {
    await rm(`${file}.incoming`, { force: true })
    lock.release()
  }
}

const moveAside = async (place: string, suffix: string): Promise<string> => {
  await rename(place, place + suffix)
  return place + suffix
}
