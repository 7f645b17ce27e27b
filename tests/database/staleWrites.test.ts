/** Two people have the same story open: the second one to save is told, and nothing is overwritten. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findConflicts, refuseStale } from '#src/editorial/staleWrites.ts'
import { editorialRest } from '#src/editorial/api.ts'
import { answerOf, openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let editor: Person

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await newsroom.makeUser('editor')
  const { hooks } = newsroom.payload.collections.articles.config
  hooks.beforeValidate = [refuseStale, ...hooks.beforeValidate.filter((one) => one !== refuseStale)]
})
afterAll(() => newsroom.close())

const save = async (id: string, data: object, base?: string, query = '?draft=true') =>
  answerOf(
    await editorialRest(newsroom.payload)(
      new Request(new URL(`/api/articles/${id}${query}`, newsroom.config.publicUrl), {
        method: 'PATCH',
        headers: {
          authorization: `JWT ${editor.token}`,
          'content-type': 'application/json',
          ...(base ? { 'if-match': `"${base}"` } : {}),
        },
        body: JSON.stringify(data),
      }),
    ),
  )

it.each(['?draft=true', '?draft=true&autosave=true'])(
  'a save from an old revision is 409 with what differs (%s)',
  async (query) => {
    const { id, updatedAt } = await newsroom.makeArticle({ standfirst: 'As it was.' })
    const first = await save(id, { standfirst: 'As Ada has it.' }, updatedAt, query)
    expect(first.status, first.text).toBe(200)
    const second = await save(id, { standfirst: 'As Ben has it.' }, updatedAt, query)
    expect(second.status, second.text).toBe(409)
    expect(second.json.errors[0].data.conflicts).toEqual([
      expect.objectContaining({
        field: 'standfirst',
        theirs: 'As Ada has it.',
        yours: 'As Ben has it.',
      }),
    ])
    expect((await newsroom.newest(id)).standfirst).toBe('As Ada has it.')
    const again = await save(
      id,
      { standfirst: 'As both have it.' },
      second.json.errors[0].data.current as string,
      query,
    )
    expect(again.status, again.text).toBe(200)
  },
)

it('of two saves at once from the same revision, one is refused', async () => {
  const { id, updatedAt } = await newsroom.makeArticle()
  const answers = await Promise.all(
    ['Ada', 'Ben', 'Cleo'].map((name) => save(id, { standfirst: name }, updatedAt)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

it('a save that names no revision goes on as before', async () => {
  const { id } = await newsroom.makeArticle()
  expect((await save(id, { standfirst: 'Without' })).status).toBe(200)
})

it('finds the fields that differ, and what both started from', () => {
  const base = { headline: 'A', standfirst: 'old', updatedAt: '1' }
  const theirs = { headline: 'A', standfirst: 'theirs', updatedAt: '2' }
  const yours = { headline: 'B', standfirst: 'old', updatedAt: '1' }
  expect(findConflicts({ base, theirs, yours })).toEqual([
    { field: 'headline', base: 'A', theirs: 'A', yours: 'B' },
    { field: 'standfirst', base: 'old', theirs: 'theirs', yours: 'old' },
  ])
})
