/** Notes and threads: whose words are whose, who is told, and what becomes of them with their story. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let rosa: Person
let ana: Person
let ben: Person

beforeAll(async () => {
  room = await openNewsroom()
  rosa = await room.makeUser('reporter', 'Rosa')
  ana = await room.makeUser('editor', 'Ana')
  ben = await room.makeUser('chief', 'Ben')
})
afterAll(() => room.close())

const write = (who: Person, data: object): Promise<Answer> =>
  room.rest(who, 'POST', '/api/notes?depth=0', data)
const made = async (who: Person, data: object): Promise<string> => {
  const answer = await write(who, data)
  expect(answer.status, answer.text).toBe(201)
  return answer.json.doc.id as string
}
const kindsFor = async (who: Person, article: string): Promise<string[]> =>
  (await room.rest(who, 'GET', '/api/notifications/mine')).json.notices
    .filter((notice: { article: string }) => notice.article === article)
    .map(({ kind }: { kind: string }) => kind)

it('a thread is one level deep and about one story', async () => {
  const [article, other] = [(await room.makeArticle()).id, (await room.makeArticle()).id]
  const thread = await made(rosa, { article, text: 'Is this number right?' })
  const answer = await made(ana, { article, thread, text: 'Yes.' })
  expect((await write(rosa, { article, thread: answer, text: 'Sure?' })).status).toBe(400)
  expect((await write(rosa, { article: other, thread, text: 'Sure?' })).status).toBe(400)
  expect((await write(rosa, { article, text: '   ' })).status).toBe(400)
})

it('who is named and who is in the thread hear of it once, never who wrote it, and without its words', async () => {
  const { id: article } = await room.makeArticle({ headline: 'The harbour' })
  const thread = await made(rosa, { article, text: 'Qzxvnote @Ana', mentions: [ana.id, rosa.id] })
  expect(await kindsFor(ana, article)).toEqual(['mention'])
  expect(await kindsFor(rosa, article)).toEqual([])
  await made(ana, { article, thread, text: 'Seen.', mentions: [ben.id] })
  expect(await kindsFor(rosa, article)).toEqual(['reply'])
  expect(await kindsFor(ben, article)).toEqual(['mention'])
  await room.rest(rosa, 'PATCH', `/api/notes/${thread}`, { text: 'Qzxvnote, once more' })
  expect(await kindsFor(ana, article)).toEqual(['mention'])
  const { text } = await room.rest(ana, 'GET', '/api/notifications/mine')
  expect(text).toContain('Rosa mentions you in a note on “The harbour”')
  expect(text).not.toContain('Qzxv')
})

it('somebody who could not read it cannot be named', async () => {
  const { id: article } = await room.makeArticle()
  const admin = await room.makeUser('admin')
  const answer = await write(rosa, { article, text: '@admin', mentions: [admin.id] })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('Name reporters, editors or chiefs.')
})

it('the desk settles a thread and opens it again, and leaves the words to who wrote them', async () => {
  const { id: article } = await room.makeArticle()
  const id = await made(rosa, { article, text: 'Mine.', range: { exact: 'rose', prefix: 'wind ' } })
  const change = (who: Person, data: object) =>
    room.rest(who, 'PATCH', `/api/notes/${id}?depth=0`, data)
  expect((await change(ana, { text: 'Hers.' })).status).toBe(403)
  expect((await change(ana, { range: { exact: 'fell' } })).status).toBe(403)
  const settled = await change(ana, { isResolved: true, resolvedBy: rosa.id })
  expect(settled.json.doc).toMatchObject({
    text: 'Mine.',
    isResolved: true,
    resolvedBy: ana.id,
    resolvedAt: expect.any(String),
    range: { exact: 'rose' },
  })
  expect((await change(rosa, { isResolved: false })).json.doc).toMatchObject({
    isResolved: false,
    resolvedBy: null,
    resolvedAt: null,
  })
})

it('what has answers is not deleted; in the trash notes stay, with the story they go', async () => {
  const { id: article } = await room.makeArticle()
  const thread = await made(rosa, { article, text: 'First.', mentions: [ana.id] })
  await made(ana, { article, thread, text: 'Second.' })
  expect((await room.rest(rosa, 'DELETE', `/api/notes/${thread}`)).status).toBe(409)
  const count = async (collection: 'notes' | 'notifications') =>
    (
      await room.payload.count({
        collection,
        where: { article: { equals: article } },
        overrideAccess: true,
      })
    ).totalDocs
  const trash = { deletedAt: new Date().toISOString() }
  expect((await room.rest(ben, 'PATCH', `/api/articles/${article}`, trash)).status).toBe(200)
  expect(await count('notes')).toBe(2)
  const gone = await room.rest(ben, 'DELETE', `/api/articles/${article}?trash=true`)
  expect(gone.status, gone.text).toBe(200)
  expect([await count('notes'), await count('notifications')]).toEqual([0, 0])
  const left = await room.payload.find({
    collection: 'notes',
    where: { id: { equals: thread } },
    overrideAccess: true,
    depth: 0,
  })
  expect(left.docs).toEqual([])
})
