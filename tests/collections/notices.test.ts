/** What people are told of their stories, and that a notice is its reader's alone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let rosa: Person
let ana: Person
let ben: Person

beforeAll(async () => {
  room = await openNewsroom()
  rosa = await room.makeUser('reporter', 'Rosa')
  ana = await room.makeUser('editor', 'Ana')
  ben = await room.makeUser('chief', 'Ben')
  await room.makeUser('admin', 'Adam')
})
afterAll(() => room.close())

const mine = async (who: Person, article: string): Promise<Json[]> =>
  (await room.rest(who, 'GET', '/api/notifications/mine')).json.notices.filter(
    (notice: Json) => notice.article === article,
  )

it('the desk hears of what comes in, its reporter of what becomes of it, and nobody of their own deed', async () => {
  const { id } = await room.makeArticle({ headline: 'The harbour' }, rosa)
  await room.saveDraft(id, { state: 'in review' }, rosa)
  for (const who of [ana, ben]) {
    expect(await mine(who, id)).toEqual([
      expect.objectContaining({
        kind: 'submitted',
        text: 'Rosa submitted “The harbour” for review',
      }),
    ])
  }
  await room.saveDraft(id, { assignee: ana.id }, ana)
  expect(await mine(ana, id)).toHaveLength(1)
  await room.publish(id, {}, ana)
  expect(await mine(rosa, id)).toEqual([
    expect.objectContaining({ kind: 'published', text: 'Ana published “The harbour”' }),
  ])
})

it('a save that is refused tells nobody', async () => {
  const { id } = await room.makeArticle({ body: null }, rosa)
  await expect(room.publish(id, {}, ana)).rejects.toThrow()
  expect(await mine(rosa, id)).toEqual([])
})

it('a notice is read and marked by whom it is for, and by nobody else', async () => {
  const { id } = await room.makeArticle({}, rosa)
  await room.saveDraft(id, { assignee: rosa.id }, ana)
  const [notice] = await mine(rosa, id)
  const path = `/api/notifications/${notice.id}`
  expect((await room.rest(rosa, 'GET', path)).status).toBe(200)
  expect((await room.rest(ben, 'GET', path)).status).toBe(404)
  expect((await room.rest(null, 'GET', '/api/notifications/mine')).status).toBe(401)
  const read = (who: Person, body: object) =>
    room.rest(who, 'POST', '/api/notifications/read', body)
  expect((await read(rosa, { ids: [] })).status).toBe(400)
  await read(ben, { ids: [notice.id] })
  await read(ben, { all: true })
  expect((await mine(rosa, id))[0].isRead).toBe(false)
  expect((await read(rosa, { ids: [notice.id] })).status).toBe(200)
  expect((await mine(rosa, id))[0].isRead).toBe(true)
  await read(rosa, { all: true })
  expect((await room.rest(rosa, 'GET', '/api/notifications/mine')).json.unread).toBe(0)
})
