/** What a large archive gets that a small one does without. */
import type { Client } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tuneForLargeArchives } from '#src/database/largeArchives.ts'
import { openSqliteClient } from '#src/database/sqliteClient.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'

let room: Newsroom
let client: Client

beforeAll(async () => {
  room = await openNewsroom()
  client = (room.payload.db as unknown as { client: Client }).client
  for (const number of [1, 2, 3]) await room.makeArticle({ headline: `Story ${number}` })
})
afterAll(() => room.close())

/** As a connection sees it that is opened now. */
const ask = async (sql: string): Promise<string[]> => {
  const { file } = room.payload.db as unknown as { file: string }
  const fresh = openSqliteClient({ file, maxWaitMs: 1000 })
  const { rows } = await fresh.execute(sql)
  fresh.close()
  return rows.map((row) => String(row['detail'] ?? row['stat']))
}
const plan = async (sql: string): Promise<string> =>
  (await ask(`EXPLAIN QUERY PLAN ${sql}`)).join('; ')
const WHERE = 'FROM _articles_v WHERE latest = 1 AND version_deleted_at IS NULL'
const COUNT = `SELECT count(*) ${WHERE}`
const BY_HEADLINE = `SELECT id, version_body ${WHERE} ORDER BY version_headline LIMIT 25`

it('leaves a small one as it is', async () => {
  await tuneForLargeArchives(client)
  expect(await plan(COUNT)).not.toContain('articles_newest_drafts')
})

it('counts and sorts the list of a large one by an index', async () => {
  await tuneForLargeArchives(client, { large: 1 })
  expect(await plan(COUNT)).toContain('COVERING INDEX articles_newest_drafts')
  expect(await plan(BY_HEADLINE)).toContain('INDEX articles_by_headline')
  expect(await plan(BY_HEADLINE)).not.toContain('TEMP B-TREE')
})

it('measures again only when it has grown fourfold', async () => {
  const measured = (): Promise<string[]> =>
    ask("SELECT stat FROM sqlite_stat1 WHERE idx = 'articles_newest_drafts'")
  const first = await measured()
  await room.makeArticle({ headline: 'One more' })
  await tuneForLargeArchives(client, { large: 1 })
  expect(await measured()).toEqual(first)
  for (let number = 0; number < 12; number += 1) await room.makeArticle({ headline: 'Many more' })
  await tuneForLargeArchives(client, { large: 1 })
  expect(await measured()).not.toEqual(first)
})
