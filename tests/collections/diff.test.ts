/** Comparing two versions of a story in the newsroom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())

const diff = (who: Person | null, id: string, query = '') =>
  room.rest(who, 'GET', `/api/articles/${id}/diff${query}`)

describe('the difference', () => {
  it('is between what readers have and the newest draft, word by word', async () => {
    const { id } = await room.makeArticle({ standfirst: 'The pier was closed.' })
    await room.publish(id)
    await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, {
      standfirst: 'The pier was open.',
    })
    const { status, json } = await diff(editor, id)
    expect(status).toBe(200)
    expect(json.blocks).toEqual([])
    expect(json.fields).toMatchObject([{ field: 'standfirst' }])
    const words = json.fields[0].words as { text: string; is: string }[]
    expect(words.filter(({ is }) => is !== 'same')).toEqual([
      { text: 'closed', is: 'removed' },
      { text: 'open', is: 'added' },
    ])
  })

  it('is between any two versions', async () => {
    const { id } = await room.makeArticle({ headline: 'First words' })
    await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, { headline: 'Second words' })
    const { json } = await room.rest(
      editor,
      'GET',
      `/api/articles/versions?where[parent][equals]=${id}&sort=createdAt`,
    )
    const [first, second] = json.docs as { id: string }[]
    const answer = await diff(editor, id, `?from=${first?.id}&to=${second?.id}`)
    expect(answer.json.fields).toMatchObject([{ field: 'headline' }])
    expect((await diff(editor, id)).status).toBe(409)
    expect((await diff(editor, id, '?from=nothing')).status).toBe(404)
  })

  it('is for nobody outside', async () => {
    const { id } = await room.makeArticle()
    expect((await diff(null, id)).status).toBe(401)
  })
})
