/** Two people have the same story open: the second one to save is told, and nothing is overwritten. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findConflicts } from '#src/editorial/requests/staleWrites.ts'
import { editorialRest } from '#src/editorial/requests/api.ts'
import { answerOf, openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let editor: Person

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await newsroom.makeUser('editor')
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

it('a record that comes back whole is held to the revision it carries, by REST and GraphQL', async () => {
  const { id, updatedAt } = await newsroom.makeArticle({ standfirst: 'As it was.' })
  const whole = { standfirst: 'As Ada has it.', updatedAt }
  expect((await save(id, whole)).status).toBe(200)
  const byRest = await save(id, { standfirst: 'As Ben has it.', updatedAt })
  expect(byRest.status).toBe(409)
  expect(byRest.json.errors[0].data).toMatchObject({ code: 'stale' })
  const byGraphql = await newsroom.graphql(
    editor,
    `mutation ($id: String!, $data: mutationArticleUpdateInput!) {
      updateArticle(id: $id, draft: true, data: $data) { id }
    }`,
    { id, data: { standfirst: 'As Cleo has it.', updatedAt } },
  )
  expect(byGraphql.json.errors[0].extensions).toMatchObject({
    statusCode: 409,
    data: { code: 'stale', conflicts: [expect.objectContaining({ field: 'standfirst' })] },
  })
  expect((await newsroom.newest(id)).standfirst).toBe('As Ada has it.')
})

it('holds for every record that people edit, and shows nobody what they may not read', async () => {
  const source = await newsroom.makeSource({
    name: 'R.',
    isConfidential: true,
    publicDescription: 'an official',
    identity: 'Somebody Real',
  })
  const change = (data: object) => newsroom.rest(editor, 'PATCH', `/api/sources/${source.id}`, data)
  const first = await change({ name: 'R. 2', updatedAt: source.updatedAt })
  expect(first.status, first.text).toBe(200)
  const second = await change({
    name: 'R. 3',
    identity: 'Somebody Else',
    updatedAt: source.updatedAt,
  })
  expect(second.status).toBe(409)
  expect(second.text).not.toMatch(/v1:/)
  expect(second.json.errors[0].data.conflicts).toContainEqual(
    expect.objectContaining({ field: 'name', theirs: 'R. 2', yours: 'R. 3' }),
  )
})

it('an older version can be restored, whatever came after it', async () => {
  const { id, updatedAt } = await newsroom.makeArticle({ standfirst: 'First.' })
  await save(id, { standfirst: 'Second.' }, updatedAt)
  const { docs } = await newsroom.payload.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version.standfirst': { equals: 'First.' } }] },
    overrideAccess: true,
    depth: 0,
  })
  const path = `/api/articles/versions/${docs[0]?.id}?draft=true`
  expect((await newsroom.rest(editor, 'POST', path)).status).toBe(200)
  expect((await newsroom.newest(id)).standfirst).toBe('First.')
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
