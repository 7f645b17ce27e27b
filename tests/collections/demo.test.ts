/** The demo newsroom, as a first start fills it in. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDemo } from '#src/demo/seed.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
}, 60_000)
afterAll(() => room.close())

it('has its stories, tells its people in the panel, and mails none of them', async () => {
  const { stories } = await seedDemo({ payload: room.payload })
  const count = async (collection: 'articles' | 'notifications' | 'users'): Promise<number> =>
    (await room.payload.count({ collection, overrideAccess: true })).totalDocs
  expect(await count('articles')).toBe(stories)
  expect(await count('users')).toBeGreaterThan(0)
  expect(await count('notifications')).toBeGreaterThan(0)
  const mails = await room.payload.count({
    collection: 'jobs',
    where: { kind: { equals: 'mail' } },
    overrideAccess: true,
  })
  expect(mails.totalDocs).toBe(0)
}, 180_000)
