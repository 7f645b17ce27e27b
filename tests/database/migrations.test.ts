/** The committed migrations make the model's tables, and bring an older newsroom along without losing a word. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createClient, type Client } from '@libsql/client'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { copiesOf } from '#src/database/migrateSafely.ts'
import { migrations } from '#src/database/migrations/index.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { projectRoot } from '#src/projectRoot.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-migrations-'))
const file = path.join(folder, 'data', 'verbatim.db')
let payload: Payload

const tablesOf = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
  return rows.map((row) => String(row['name']))
}
const open = (at: string): Client => createClient({ url: `file:${at}` })

beforeAll(async () => {
  mkdirSync(path.dirname(file), { recursive: true })
  // A newsroom as the first version left it.
  const [first] = migrations
  const client = open(file)
  await first?.up({ db: drizzle(client) } as never)
  await client.execute({
    sql: "INSERT INTO payload_migrations (id, name, batch) VALUES ('m1', ?, 1)",
    args: [first?.name ?? ''],
  })
  await client.execute("INSERT INTO sections (id, name, slug) VALUES ('s1', 'Harbour', 'harbour')")
  client.close()
  const config = readConfig({
    DATA_DIR: path.dirname(file),
    MEDIA_DIR: path.join(folder, 'media'),
    LOG_LEVEL: 'silent',
  })
  payload = await bootPayload({ config })
})
afterAll(async () => {
  await payload?.destroy()
  rmSync(folder, { recursive: true, force: true })
})

it('an older newsroom is brought to this version with everything in it', async () => {
  const { docs } = await payload.find({ collection: 'sections', overrideAccess: true, depth: 0 })
  expect(docs.map(({ name }) => name)).toEqual(['Harbour'])
  const client = open(file)
  const { rows } = await client.execute('SELECT name FROM payload_migrations ORDER BY name')
  client.close()
  expect(rows.map((row) => row['name'])).toEqual(migrations.map(({ name }) => name))
})

it('the copy made before holds the older newsroom, whole', async () => {
  const [copy, ...more] = copiesOf(file)
  expect(more).toEqual([])
  const client = open(String(copy))
  const tables = await tablesOf(client)
  expect(tables).toContain('sections')
  expect(tables).not.toContain('jobs')
  const { rows } = await client.execute('SELECT name FROM sections')
  expect(rows.map((row) => row['name'])).toEqual(['Harbour'])
  expect((await client.execute('PRAGMA integrity_check')).rows[0]?.['integrity_check']).toBe('ok')
  client.close()
})

it('the migrations make what the model describes: else run `npm run migrate:create -- NAME`', async () => {
  const adapter = payload.db as unknown as {
    schema: Record<string, unknown>
    requireDrizzleKit: () => {
      generateDrizzleJson: (schema: Record<string, unknown>) => Promise<unknown>
      generateMigration: (before: unknown, after: unknown) => Promise<string[]>
    }
  }
  const snapshots = path.join(projectRoot, 'src/database/migrations')
  const newest = readdirSync(snapshots)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  const committed: unknown = JSON.parse(readFileSync(path.join(snapshots, String(newest)), 'utf8'))
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const model = await generateDrizzleJson(adapter.schema)
  expect(await generateMigration(committed, model)).toEqual([])
})

it('no table of the model is missing in the database that was migrated', async () => {
  const client = open(file)
  const tables = new Set(await tablesOf(client))
  client.close()
  const { tables: model } = payload.db as unknown as { tables: Record<string, unknown> }
  expect(Object.keys(model).filter((name) => !tables.has(name))).toEqual([])
})
