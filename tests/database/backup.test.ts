/** A backup made while others write is whole, and becomes the newsroom again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Client } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup, verifyBackup } from '#src/database/backup.ts'
import { isDatabaseLocked, lockDatabase } from '#src/database/databaseLock.ts'
import { examineDatabase } from '#src/database/doctor.ts'
import { copiesOf, migrateSafely } from '#src/database/migrateSafely.ts'
import { refuseNewerSchema } from '#src/database/newerSchema.ts'
import { restoreBackup } from '#src/database/restore.ts'
import { openSqliteClient } from '#src/database/sqliteClient.ts'
import { sqlite } from '#src/configVariables.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let folder: string
const now = new Date('2026-11-23T08:00:00Z')

beforeAll(async () => {
  newsroom = await openNewsroom()
  folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-backup-'))
})
afterAll(async () => {
  await newsroom.close()
  rmSync(folder, { recursive: true, force: true })
})

const elsewhere = (name: string) => ({
  database: sqlite(path.join(folder, name, 'verbatim.db')),
  dataDir: path.join(folder, name),
  mediaDir: path.join(folder, name, 'media'),
})

const rowsOf = async (file: string, sql: string): Promise<string[]> => {
  const client = openSqliteClient({ file, maxWaitMs: 1000 })
  const { rows } = await client.execute(sql)
  client.close()
  return rows.map((row) => String(row[0]))
}

describe('a backup', () => {
  it('made while others write holds every save that was acknowledged before it', async () => {
    const image = await newsroom.makeImage({ alt: 'In the backup' })
    const before = await newsroom.makeArticle({ headline: 'Before the backup' })
    const target = path.join(folder, 'one')
    const writing = Array.from({ length: 10 }, () => newsroom.makeArticle())
    const manifest = await makeBackup(newsroom.config, target, now)
    await Promise.all(writing)
    expect(manifest.files).toHaveProperty(`media/${image.filename}`)

    const place = elsewhere('restored')
    await restoreBackup({ config: place, from: target, isForced: false, now })
    const { file } = place.database as { file: string }
    expect(await rowsOf(file, `SELECT headline FROM articles WHERE id = '${before.id}'`)).toEqual([
      'Before the backup',
    ])
    expect(await rowsOf(file, 'SELECT * FROM pragma_integrity_check')).toEqual(['ok'])
    const original = readFileSync(path.join(newsroom.config.mediaDir, image.filename ?? ''))
    expect(readFileSync(path.join(place.mediaDir, image.filename ?? '')).equals(original)).toBe(
      true,
    )
    const findings = await examineDatabase(place)
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
  })

  it('goes to a new place only', async () => {
    await expect(makeBackup(newsroom.config, folder, now)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('that was changed, cut or added to is refused, naming the file', async () => {
    const target = path.join(folder, 'damaged')
    await makeBackup(newsroom.config, target, now)
    const file = path.join(target, 'verbatim.db')
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
    writeFileSync(path.join(target, 'media', 'extra.jpg'), 'x')
    const refused = verifyBackup(target)
    await expect(refused).rejects.toThrow(/verbatim\.db was changed/)
    await expect(refused).rejects.toThrow(/media\/extra\.jpg is not in the manifest/)
  })

  it('replaces what is there only when told to, and keeps it', async () => {
    const from = path.join(folder, 'one')
    const config = elsewhere('restored')
    await expect(restoreBackup({ config, from, isForced: false, now })).rejects.toThrow(/--force/)
    const { movedTo } = await restoreBackup({ config, from, isForced: true, now })
    expect(movedTo).toHaveLength(2)
    const [old = ''] = movedTo
    expect(await rowsOf(old, 'SELECT count(*) FROM articles')).toHaveLength(1)
  })

  it('is not restored under a running server', async () => {
    const config = elsewhere('restored')
    const lock = lockDatabase((config.database as { file: string }).file, 'server')
    const from = path.join(folder, 'one')
    await expect(restoreBackup({ config, from, isForced: true, now })).rejects.toThrow(/in use/)
    lock.release()
  })
})

describe('the lock', () => {
  it('is held once, and can be had again', () => {
    const file = path.join(folder, 'locked.db')
    const lock = lockDatabase(file, 'server')
    expect(isDatabaseLocked(file)).toBe(true)
    expect(() => lockDatabase(file, 'server')).toThrow(new RegExp(`process ${process.pid}`))
    lock.release()
    expect(isDatabaseLocked(file)).toBe(false)
  })
})

describe('migrations', () => {
  const migrated = async (file: string, name: string): Promise<void> => {
    const client = openSqliteClient({ file, maxWaitMs: 1000 })
    await client.execute('CREATE TABLE IF NOT EXISTS payload_migrations (name TEXT, batch NUMERIC)')
    await client.execute({ sql: 'INSERT INTO payload_migrations VALUES (?, 1)', args: [name] })
    client.close()
  }

  it('of a newer version are refused by name', async () => {
    const file = path.join(folder, 'newer.db')
    await migrated(file, '20990101_000000_from_the_future')
    const client = openSqliteClient({ file, maxWaitMs: 1000 })
    await expect(refuseNewerSchema(client, [{ name: 'known' }])).rejects.toThrow(
      /newer version of Verbatim \(20990101_000000_from_the_future\)/,
    )
    client.close()
  })

  it('are preceded by a copy, of which three are kept; a new database needs none', async () => {
    const file = path.join(folder, 'old.db')
    const client = openSqliteClient({ file, maxWaitMs: 1000 })
    const migrate = async () => undefined
    await migrateSafely({ file, client, migrate })
    expect(copiesOf(file)).toEqual([])
    await client.execute('CREATE TABLE payload_migrations (name TEXT, batch NUMERIC)')
    // A dev-less database with one known migration less than this version has: none of them.
    const { migrations } = await import('#src/database/migrations/index.ts')
    const older = migrations.slice(0, -1).map(({ name }) => name)
    for (const name of older) {
      await client.execute({ sql: 'INSERT INTO payload_migrations VALUES (?, 1)', args: [name] })
    }
    for (let turn = 0; turn < 4; turn += 1) {
      await migrateSafely({ file, client, migrate })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    // Where this version has a single migration there was nothing to lose yet.
    expect(copiesOf(file)).toHaveLength(older.length > 0 ? 3 : 0)
    client.close()
  })
})

describe('the doctor', () => {
  it('reads a good database as good, and names what is damaged', async () => {
    const good = await examineDatabase(newsroom.config)
    expect(good.find(({ check }) => check === 'integrity')).toMatchObject({ state: 'good' })
    expect(good.find(({ check }) => check === 'migrations')).toMatchObject({ state: 'good' })
    const place = elsewhere('restored')
    writeFileSync((place.database as { file: string }).file, 'this is no database, it is a text')
    const bad = await examineDatabase(place)
    expect(bad[0]).toMatchObject({ state: 'bad' })
    expect(bad[0]?.message).toContain('verbatim restore')
  })

  it('answers while somebody writes', async () => {
    const { client } = newsroom.payload.db as unknown as { client: Client }
    const transaction = await client.transaction('write')
    const findings = await examineDatabase(newsroom.config)
    await transaction.rollback()
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
  })
})
