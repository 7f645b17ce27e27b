/** Opening the form for a new story makes a draft; the ones nobody wrote in do not stay. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeEmptyDrafts } from '#src/jobs/emptyDrafts.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
const inTwoHours = new Date(Date.now() + 2 * 60 * 60_000)

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())

const draft = async (data: object = {}): Promise<string> => {
  const made = await room.rest(editor, 'POST', '/api/articles?draft=true', data)
  expect(made.status, made.text).toBe(201)
  return made.json.doc.id
}
const isThere = async (id: string): Promise<boolean> =>
  (await room.rest(editor, 'GET', `/api/articles/${id}?draft=true`)).status === 200

it('an empty one goes after an hour, not before', async () => {
  const id = await draft()
  const blank = await draft({ body: bodyOf({ text: ' ' }) })
  expect(await removeEmptyDrafts(room.payload, new Date())).toBe(0)
  expect(await isThere(id)).toBe(true)
  expect(await removeEmptyDrafts(room.payload, inTwoHours)).toBe(2)
  expect(await isThere(id)).toBe(false)
  expect(await isThere(blank)).toBe(false)
})

it('one with anything in it stays', async () => {
  const image = await room.makeImage()
  const kept = [
    await draft({ headline: 'A thought' }),
    await draft({ standfirst: 'Only this' }),
    await draft({ body: bodyOf({ text: 'A first sentence.' }) }),
    await draft({ leadImage: image.id }),
  ]
  const noted = await draft()
  await room.rest(editor, 'POST', '/api/notes', { article: noted, text: 'Who takes this?' })
  expect(await removeEmptyDrafts(room.payload, inTwoHours)).toBe(0)
  for (const id of [...kept, noted]) expect(await isThere(id)).toBe(true)
})

it('one that was emptied stays, for its earlier versions hold the words', async () => {
  const id = await draft({ body: bodyOf({ text: 'Words that were taken back.' }) })
  await room.saveDraft(id, { body: bodyOf({ text: '' }) })
  expect(await removeEmptyDrafts(room.payload, inTwoHours)).toBe(0)
  expect(await isThere(id)).toBe(true)
})

it('one goes however many drafts with a text and no headline are older', async () => {
  for (let at = 0; at < 51; at += 1) await draft({ body: bodyOf({ text: `Notes, page ${at}.` }) })
  const id = await draft()
  expect(await removeEmptyDrafts(room.payload, inTwoHours)).toBe(1)
  expect(await isThere(id)).toBe(false)
})
