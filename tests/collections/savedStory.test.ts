/** What a save costs: saves come every few seconds from everybody who writes. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let ana: Person
let tom: Person

beforeAll(async () => {
  room = await openNewsroom({ env: { SELF_APPROVAL: '0' } })
  ana = await room.makeUser('editor', 'Ana')
  tom = await room.makeUser('editor', 'Tom')
})
afterAll(() => room.close())

/** How often the story is made from its records meanwhile: each time its section is looked up once. */
const timesMade = async (deed: () => Promise<{ status: number }>): Promise<number> => {
  const find = vi.spyOn(room.payload, 'find')
  try {
    expect((await deed()).status).toBe(200)
    return find.mock.calls.filter(([{ collection }]) => collection === 'sections').length
  } finally {
    find.mockRestore()
  }
}
const save = (id: string, data: Record<string, unknown>) =>
  room.rest(ana, 'PATCH', `/api/articles/${id}?draft=true&autosave=true&depth=0`, data)
const approve = (id: string) => room.rest(tom, 'POST', `/api/articles/${id}/approve`, {})

describe('a save', () => {
  it('of a draft makes no story for readers', async () => {
    const { id } = await room.makeArticle({}, ana)
    expect(await timesMade(() => save(id, { headline: 'Two' }))).toBe(0)
  })

  it('that gives an approval makes the story once, whoever asks about it', async () => {
    const { id } = await room.makeArticle({}, ana)
    expect(await timesMade(() => approve(id))).toBe(1)
  })

  it('of an approved story makes it once as it was and once as it is', async () => {
    const { id } = await room.makeArticle({}, ana)
    await approve(id)
    expect(await timesMade(() => save(id, { assignee: ana.id }))).toBe(1)
    expect(await timesMade(() => save(id, { headline: 'Two' }))).toBe(2)
  })
})
