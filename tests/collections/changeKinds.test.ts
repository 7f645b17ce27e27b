/** Publishing a change of what readers have: what it is called, what it may be called, and what readers are told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())

const live = async (standfirst: string): Promise<string> => {
  const { id } = await room.makeArticle({ standfirst })
  await room.publish(id)
  return id
}
const publish = (who: Person, id: string, data: Record<string, unknown>) =>
  room.rest(who, 'PATCH', `/api/articles/${id}`, { ...data, _status: 'published' })
const problemsOf = (answer: Awaited<ReturnType<typeof publish>>) =>
  answer.json.errors[0].data.errors as { path: string; message: string; code: string }[]
const rowsOf = async (id: string) => (await room.rows()).filter((row) => row.articleId === id)

describe('a change of a published story', () => {
  it('becomes the correction that readers are told of, with the words before and after', async () => {
    const id = await live('Some 1,200 people were on the pier.')
    const note = 'We first gave a wrong number of people.'
    const { status, json } = await publish(editor, id, {
      standfirst: 'Some 1,300 people were on the pier.',
      change: { kind: 'correction', note },
    })
    expect(status).toBe(200)
    expect(json.doc.change.kind ?? null).toBeNull()
    const last = (await rowsOf(id)).at(-1)
    expect(last?.event).toBe('correct')
    expect(last?.story.corrections).toMatchObject([
      {
        kind: 'correction',
        text: note,
        before: 'Some 1,200 people were on the pier.',
        after: 'Some 1,300 people were on the pier.',
      },
    ])
  })

  it('needs a note from a clarification on, and nothing goes out without it', async () => {
    const id = await live('The pier was closed.')
    const answer = await publish(editor, id, {
      standfirst: 'The pier was closed at noon.',
      change: { kind: 'clarification', note: '  ' },
    })
    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ path: 'change.note' }])
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('is not minor when it touches a number, unless a chief says so', async () => {
    const id = await live('Some 1,200 people were on the pier.')
    const change = {
      standfirst: 'Some 1,300 people were on the pier.',
      change: { kind: 'minor' },
    }
    const refused = await publish(editor, id, change)
    expect(refused.status).toBe(400)
    expect(problemsOf(refused)[0]?.message).toContain('“1,200” became “1,300”')
    expect((await publish(chief, id, change)).status).toBe(200)
    expect((await rowsOf(id)).map(({ event }) => event)).toEqual(['publish', 'update'])
  })

  it('is minor when a typing error is mended', async () => {
    const id = await live('The pier was closd.')
    const { status } = await publish(editor, id, {
      standfirst: 'The pier was closed.',
      change: { kind: 'minor' },
    })
    expect(status).toBe(200)
    const last = (await rowsOf(id)).at(-1)
    expect(last?.event).toBe('update')
    expect(last?.story.corrections).toEqual([])
  })

  it('is nothing to be told of before readers have the story', async () => {
    const { id } = await room.makeArticle({ standfirst: 'The pier was closed.' })
    const { status } = await publish(editor, id, {
      change: { kind: 'correction', note: 'It was open.' },
    })
    expect(status).toBe(200)
    expect((await rowsOf(id)).at(-1)?.story.corrections).toEqual([])
  })
})
