/** Publishing a change of what readers have: what it is called, what it may be called, and what readers are told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '#src/jobs/publishDue.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'
import { bodyOf } from '#tests/support/factories.ts'
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

  it('goes out under a name only, and with all that stands against it told at once', async () => {
    const id = await live('Some 1,200 people were on the pier.')
    const standfirst = 'Some 1,300 people were on the pier.'
    const answer = await publish(editor, id, { standfirst, checks: { legal: 'needed' } })
    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ code }) => code)).toEqual([
      'check-open',
      'change-kind-missing',
    ])
    expect(problemsOf(answer)[1]).toMatchObject({ path: 'change.kind' })
    expect(await rowsOf(id)).toHaveLength(1)
    const verb = await room.rest(editor, 'POST', `/api/articles/${id}/publish`)
    expect(verb.status).toBe(200)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('needs no name when readers get what they have', async () => {
    const id = await live('The pier was closed.')
    expect((await publish(editor, id, { priority: 'high' })).status).toBe(200)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('is what the note says that a client wrote into the story', async () => {
    const id = await live('Some 1,200 people were on the pier.')
    const text = 'We first gave a wrong number of people.'
    const { status } = await publish(editor, id, {
      standfirst: 'Some 1,300 people were on the pier.',
      corrections: [{ kind: 'correction', at: '2026-11-23T10:00:00.000Z', text }],
    })
    expect(status).toBe(200)
    const last = (await rowsOf(id)).at(-1)
    expect(last?.event).toBe('correct')
    expect(last?.story.corrections.map((one) => one.text)).toEqual([text])
  })

  it('is named when an older version comes back, and takes nothing back that readers were told', async () => {
    const id = await live('Some 1,200 people were on the pier.')
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
      depth: 0,
      overrideAccess: true,
    })
    const note = 'We first gave a wrong number of people.'
    await publish(editor, id, {
      standfirst: 'Some 1,300 people were on the pier.',
      change: { kind: 'correction', note },
    })
    const restore = (query: string) =>
      room.rest(editor, 'POST', `/api/articles/versions/${docs[0]?.id}${query}`)
    const refused = await restore('')
    expect(problemsOf(refused)).toMatchObject([{ code: 'change-kind-missing' }])
    expect(problemsOf(refused)[0]?.message).toContain('Restore it as a draft')
    expect((await restore('?draft=true')).status).toBe(200)
    expect(await room.newest(id)).toMatchObject({
      standfirst: 'Some 1,200 people were on the pier.',
      corrections: [{ text: note }],
      state: 'correcting',
    })
    expect(await rowsOf(id)).toHaveLength(2)
  })

  it('is asked for with the words that changed, the kind it looks like, and where a note may stand', async () => {
    const text = 'Some 1,200 people were on the pier.'
    const { id } = await room.makeArticle({ body: bodyOf({ text }) })
    await room.publish(id)
    const ask = async (who: Person) =>
      (await room.rest(who, 'GET', `/api/articles/${id}/change`)).json.question as ChangeQuestion
    expect(await ask(editor)).toBeNull()
    const now = 'Some 1,300 people were on the pier.'
    await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, {
      body: bodyOf({ text: now }),
    })
    const question = await ask(editor)
    expect(question).toMatchObject({
      suggested: 'correction',
      mayBeMinor: false,
      facts: ['“1,200” became “1,300”'],
      paragraphs: [now],
      changedParagraph: 0,
    })
    expect(question.diff.blocks[0]?.words).toContainEqual({ text: '300', is: 'added' })
    expect((await ask(chief)).mayBeMinor).toBe(true)
    expect((await room.rest(null, 'GET', `/api/articles/${id}/change`)).status).toBe(401)
  })

  it('is named when it is scheduled: nobody is there at the minute', async () => {
    const id = await live('The pier was closd.')
    await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, {
      standfirst: 'The pier was closed.',
    })
    const verb = (name: string, body: unknown = {}) =>
      room.rest(editor, 'POST', `/api/articles/${id}/${name}`, body)
    expect((await verb('approve')).status).toBe(200)
    const at = '2030-01-01T10:00:00.000Z'
    const refused = await verb('schedule', { at })
    expect(problemsOf(refused).map(({ code }) => code)).toEqual(['change-kind-missing'])
    expect((await verb('schedule', { at, change: { kind: 'minor' } })).status).toBe(200)
    await publishDue(room.payload, new Date('2030-01-01T10:00:30.000Z'))
    expect((await rowsOf(id)).map(({ event }) => event)).toEqual(['publish', 'update'])
    expect((await room.newest(id)).change?.kind ?? null).toBeNull()
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
