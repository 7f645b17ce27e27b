/** Migrations of the embedded database: forward only, after a copy, and never under a running server. */
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Client } from '@libsql/client'
import { lockDatabase } from './databaseLock.ts'
import { migrations } from './migrations/index.ts'
import { appliedMigrations, refuseNewerSchema } from './newerSchema.ts'

type Migratable = {
  file: string
  client: Client
  migrate: (args: { migrations: never }) => Promise<void>
}

const COPIES_KEPT = 3

/**
 * Brings the database to this version's schema. Where there is something to lose, the file is copied first,
 * to `FILE.before-MIGRATION`; the last three copies are kept.
 *
 * @throws AppError `bad-configuration` for a database of a newer version, or one that a server has open
 */
export const migrateSafely = async (adapter: Migratable): Promise<void> => {
  const { client, file } = adapter
  const known = migrations.map(({ name }) => name)
  await refuseNewerSchema(client, migrations)
  const applied = await appliedMigrations(client)
  const pending = known.filter((name) => !applied.includes(name))
  if (pending.length === 0) return
  const lock = lockDatabase(file, 'migration')
  try {
    if (applied.length > 0) await copyBefore(client, file, pending[0] ?? '')
    await adapter.migrate({ migrations: migrations as never })
  } finally {
    lock.release()
  }
}

const copyBefore = async (client: Client, file: string, migration: string): Promise<void> => {
  // What is in the log goes into the file: nobody else has it open.
  await client.executeMultiple('PRAGMA wal_checkpoint(TRUNCATE)')
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  copyFileSync(file, `${file}.before-${stamp}-${migration}`)
  const copies = copiesOf(file)
  for (const copy of copies.slice(0, -COPIES_KEPT)) rmSync(copy)
}

/** The copies made before migrations, oldest first. */
export const copiesOf = (file: string): string[] => {
  const folder = path.dirname(file)
  const beginning = `${path.basename(file)}.before-`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(beginning))
    .sort()
    .map((name) => path.join(folder, name))
}
