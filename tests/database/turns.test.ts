/** A save is dozens of statements, and SQLite answers each at once: others are heard between them. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqliteClient, type SqliteClient } from '#src/database/sqliteClient.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-turns-'))
let client: SqliteClient

beforeAll(async () => {
  client = openSqliteClient({ file: path.join(folder, 'turns.db'), maxWaitMs: 10_000 })
  await client.execute('CREATE TABLE kept (n INTEGER)')
})
afterAll(() => {
  client.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Longer than a slice on any machine. */
const LONG =
  'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 200000) SELECT max(n) FROM c'

/** How often the event loop came round while something ran. */
const turnsDuring = async (act: () => Promise<unknown>): Promise<number> => {
  let turns = 0
  let isOver = false
  const count = (): void => {
    if (isOver) return
    turns += 1
    setImmediate(count)
  }
  setImmediate(count)
  await act()
  isOver = true
  return turns
}

it('a long transaction lets others be heard, and stays one transaction', async () => {
  const turns = await turnsDuring(async () => {
    const transaction = await client.transaction('write')
    for (let at = 0; at < 10; at += 1) {
      await transaction.execute(LONG)
      await transaction.execute({ sql: 'INSERT INTO kept VALUES (?)', args: [at] })
    }
    await transaction.rollback()
  })
  expect(turns).toBeGreaterThanOrEqual(9)
  expect((await client.execute('SELECT count(*) FROM kept')).rows[0]?.[0]).toBe(0)
})
