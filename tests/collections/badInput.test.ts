/** What does not fit is refused with words, all of it at once, and nothing is written or lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

describe('bad input', () => {
  let newsroom: Newsroom
  let editor: Person

  beforeAll(async () => {
    newsroom = await openNewsroom()
    editor = await newsroom.makeUser('editor')
  })
  afterAll(() => newsroom.close())

  const articles = async (): Promise<number> =>
    (await newsroom.payload.count({ collection: 'articles', overrideAccess: true })).totalDocs

  const refused = async (data: unknown): Promise<string[]> => {
    const before = await articles()
    const answer = await newsroom.rest(editor, 'POST', '/api/articles?draft=true', data)
    expect(answer.status).toBe(400)
    expect(await articles()).toBe(before)
    return (answer.json.errors[0].data.errors as { path: string; message: string }[]).map(
      ({ path, message }) => `${path}: ${message}`,
    )
  }

  it('names an unknown field, and the one that was meant', async () => {
    expect(await refused({ headline: 'Rain', standfrist: 'x' })).toEqual([
      'standfrist: There is no field “standfrist”. Did you mean “standfirst”?',
    ])
  })

  it('says all that is wrong at once', async () => {
    const found = await refused({ headline: 5, dueAt: 'soon', kind: 'essay', body: 'text' })
    expect(found.map((line) => line.split(':')[0])).toEqual(['headline', 'dueAt', 'kind', 'body'])
  })

  it('refuses rich text that no editor could have written', async () => {
    const body = { root: { type: 'root', children: [{ type: 'marquee', children: [] }] } }
    expect((await refused({ headline: 'Rain', body })).join()).toContain('body')
  })

  it('refuses a relation to nothing', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    expect(await refused({ headline: 'Rain', section: id })).toEqual([
      `section: “section” points at a record in sections that does not exist (${id}). Choose one that exists, or create it first.`,
    ])
  })

  it('suggests a free slug for one that is taken', async () => {
    await newsroom.rest(editor, 'POST', '/api/articles?draft=true', {
      headline: 'Rain in the hills',
    })
    expect(await refused({ headline: 'More rain', slug: 'rain-in-the-hills' })).toEqual([
      'slug: The address “rain-in-the-hills” is taken. “rain-in-the-hills-2” is free.',
    ])
  })

  it('leaves a story as it was when a change of it is refused', async () => {
    const made = await newsroom.rest(editor, 'POST', '/api/articles?draft=true', {
      headline: 'Kept as it was',
    })
    const path = `/api/articles/${made.json.doc.id}?draft=true`
    const answer = await newsroom.rest(editor, 'PATCH', path, { headline: 'Changed', topics: 5 })
    expect(answer.status).toBe(400)
    expect((await newsroom.rest(editor, 'GET', path)).json.headline).toBe('Kept as it was')
  })

  it('lists everything that stands against publishing', async () => {
    const answer = await newsroom.rest(editor, 'POST', '/api/articles', {
      headline: 'Nothing in it',
      _status: 'published',
    })
    expect(answer.status).toBe(400)
    const errors = answer.json.errors[0].data.errors as { path: string }[]
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['body', 'section', 'authors']),
    )
  })

  it.each(['{"headline": ', '[]', '"text"', '5'])('answers %s with 400', async (text) => {
    const request = new Request('http://localhost/api/articles', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `JWT ${editor.token}` },
      body: text,
    })
    const { editorialRest } = await import('#src/editorial/requests/api.ts')
    const answer = await editorialRest(newsroom.payload)(request)
    expect(answer.status).toBe(400)
  })
})
