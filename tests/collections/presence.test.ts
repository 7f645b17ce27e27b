/** Two people at one story: who is here, who writes, and taking over. */
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beat } from '#src/editorial/people/presence.ts'
import { userOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let ana: Person
let ben: Person
let reporter: Person

beforeAll(async () => {
  room = await openNewsroom()
  ana = await room.makeUser('editor', 'Ana')
  ben = await room.makeUser('chief', 'Ben')
  reporter = await room.makeUser('reporter', 'Rosa')
})
afterAll(() => room.close())

const beatAs = async (who: Person, id: string, isTyping = false): Promise<Json> => {
  const answer = await room.rest(who, 'POST', `/api/articles/${id}/presence`, { isTyping })
  expect(answer.status, answer.text).toBe(200)
  return answer.json
}
const writing = ({ people }: Json): string[] =>
  people.filter(({ isWriting }: Json) => isWriting).map(({ name }: Json) => name)
const rowsAt = async (id: string): Promise<Json[]> =>
  (
    await room.payload.find({
      collection: 'presence',
      where: { articleId: { equals: id } },
      depth: 0,
      overrideAccess: true,
    })
  ).docs

it('the lock survives a save, and is taken over with a notice to who had it', async () => {
  const { id } = await room.makeArticle({ headline: 'The harbour' })
  expect(writing(await beatAs(ana, id, true))).toEqual(['Ana'])
  expect(
    (
      await room.rest(ana, 'PATCH', `/api/articles/${id}?draft=true&autosave=true`, {
        standfirst: 'New.',
      })
    ).status,
  ).toBe(200)
  expect(await beatAs(ben, id, true)).toMatchObject({
    people: [
      { name: 'Ben', isYou: true, isWriting: false },
      { name: 'Ana', isYou: false, isWriting: true },
    ],
  })
  const taken = await room.rest(ben, 'POST', `/api/articles/${id}/take-over`)
  expect(writing(taken.json), taken.text).toEqual(['Ben'])
  // She types on for a moment: the lock stays his, and she is told.
  expect(await beatAs(ana, id, true)).toMatchObject({
    takenOverBy: 'Ben',
    takenOverAt: taken.json.people[0].writingSince,
  })
  const { json } = await room.rest(ana, 'GET', '/api/notifications/mine')
  expect(json.notices).toEqual([
    expect.objectContaining({
      kind: 'taken over',
      text: 'Ben took over “The harbour” while you were writing it',
      article: id,
      isRead: false,
    }),
  ])
  expect((await room.rest(ben, 'GET', '/api/notifications/mine')).json.unread).toBe(0)
  // And takes it back.
  const back = await room.rest(ana, 'POST', `/api/articles/${id}/take-over`)
  expect(writing(back.json)).toEqual(['Ana'])
  expect(back.json.takenOverBy).toBeNull()
})

it('beats of a few seconds write nothing, and two windows of one person are one', async () => {
  const { id } = await room.makeArticle()
  const req = await createLocalReq({ user: userOf(ana) }, room.payload)
  const start = Date.UTC(2030, 0, 1)
  const at = (ms: number) => beat(req, { article: id, isTyping: false, now: new Date(start + ms) })
  await at(0)
  const [first] = await rowsAt(id)
  await at(3_000)
  expect(await rowsAt(id)).toEqual([first])
  await at(10_000)
  expect((await rowsAt(id))[0]).toMatchObject({ seenAt: new Date(start + 10_000).toISOString() })
  await Promise.all([beatAs(ben, id), beatAs(ben, id), beatAs(ben, id)])
  expect((await rowsAt(id)).filter(({ userId }) => userId === ben.id)).toHaveLength(1)
})

it('who closes the window is gone soon after, and old rows are swept by who comes next', async () => {
  const { id } = await room.makeArticle()
  await beatAs(ana, id, true)
  const bye = await room.rest(ana, 'POST', `/api/articles/${id}/presence`, { isLeaving: true })
  expect(bye.status).toBe(204)
  const req = await createLocalReq({ user: userOf(ben) }, room.payload)
  const later = new Date(Date.now() + 13_000)
  const { people } = await beat(req, { article: id, isTyping: true, now: later })
  expect(people).toMatchObject([{ id: ben.id, name: 'Ben', isYou: true, isWriting: true }])
  const muchLater = new Date(Date.now() + 60 * 60_000)
  const other = await createLocalReq({ user: userOf(reporter) }, room.payload)
  await beat(other, { article: id, isTyping: false, now: muchLater })
  expect((await rowsAt(id)).map(({ userName }) => userName)).toEqual(['Rosa'])
})

it('who may not change a story holds nobody off it', async () => {
  const { id } = await room.makeArticle({}, ana)
  expect(writing(await beatAs(reporter, id, true))).toEqual([])
  expect((await room.rest(reporter, 'POST', `/api/articles/${id}/take-over`)).status).toBe(403)
  expect((await room.rest(null, 'POST', `/api/articles/${id}/presence`, {})).status).toBe(401)
  const admin = await room.makeUser('admin')
  expect((await room.rest(admin, 'POST', `/api/articles/${id}/presence`, {})).status).toBe(403)
  expect((await room.rest(ana, 'POST', '/api/articles/nothing/presence', {})).status).toBe(404)
})

it('a refused save says who saved meanwhile, and when', async () => {
  const { id, updatedAt } = await room.makeArticle()
  const save = (who: Person, standfirst: string) =>
    room.rest(who, 'PATCH', `/api/articles/${id}?draft=true`, { standfirst, updatedAt })
  expect((await save(ana, 'As Ana has it.')).status).toBe(200)
  const refused = await save(ben, 'As Ben has it.')
  expect(refused.status).toBe(409)
  const { at, by, current } = refused.json.errors[0].data
  expect({ at, by }).toEqual({ at: current, by: 'Ana' })
  // A save by the server itself is not put down to her.
  await room.saveDraft(id, { standfirst: 'By the server.' })
  expect((await save(ben, 'Again.')).json.errors[0].data.by).toBeNull()
})
