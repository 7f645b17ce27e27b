/** The machine's clock is set back an hour in the middle of the work: nothing that was saved may look lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let editor: Person

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await newsroom.makeUser('editor')
})
afterEach(() => vi.useRealTimers())
afterAll(() => newsroom.close())

const setClockBack = (): void => {
  const earlier = Date.now() - 60 * 60 * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: earlier })
}

/** What an editor sees: the newest draft, by the API the panel uses. */
const shown = async (id: string) =>
  (await newsroom.rest(editor, 'GET', `/api/articles/${id}?draft=true&depth=0`)).json as {
    standfirst: string
    updatedAt: string
  }
const save = async (id: string, standfirst: string, query = 'draft=true') => {
  const answer = await newsroom.rest(editor, 'PATCH', `/api/articles/${id}?${query}`, {
    standfirst,
  })
  expect(answer.status).toBe(200)
  return answer.json.doc as { updatedAt: string }
}

describe.each([
  ['a draft', 'draft=true'],
  ['an autosave', 'draft=true&autosave=true'],
])('after the clock was set back, %s', (_, query) => {
  it('is what the next person sees, of a new story', async () => {
    const { id } = await newsroom.makeArticle()
    await save(id, 'before', query)
    setClockBack()
    await save(id, 'after', query)
    await save(id, 'after that', query)
    expect((await shown(id)).standfirst).toBe('after that')
  })

  it('is what the next person sees, of a published story', async () => {
    const { id } = await newsroom.makeArticle()
    await newsroom.publish(id)
    setClockBack()
    await save(id, 'after', query)
    expect((await shown(id)).standfirst).toBe('after')
    expect((await newsroom.stored(id)).standfirst).not.toBe('after')
  })

  it('has a revision later than the one before', async () => {
    const { id } = await newsroom.makeArticle()
    const before = await save(id, 'before', query)
    setClockBack()
    const after = await save(id, 'after', query)
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt))
    expect((await shown(id)).updatedAt).toBe(after.updatedAt)
  })
})

it('publishing after the clock was set back sends out the newest text, and drafts go on from there', async () => {
  const { id } = await newsroom.makeArticle()
  await newsroom.publish(id)
  await save(id, 'written before')
  setClockBack()
  await newsroom.publish(id, { standfirst: 'sent after' })
  const published = await newsroom.ledger.get('story', { id })
  expect(published?.story.standfirst).toBe('sent after')
  expect((await shown(id)).standfirst).toBe('sent after')
  await save(id, 'corrected after')
  expect((await shown(id)).standfirst).toBe('corrected after')
})

it('a row of the ledger is never dated before the one it follows', async () => {
  const { id } = await newsroom.makeArticle()
  await newsroom.publish(id)
  setClockBack()
  await newsroom.publish(id, { body: bodyOf({ text: 'Another text.' }) })
  const times = (await newsroom.rows()).map(({ at }) => at)
  expect(times).toEqual([...times].sort())
})

it('saves that fall into one millisecond keep their order', async () => {
  const { id } = await newsroom.makeArticle()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  for (const text of ['one', 'two', 'three']) await save(id, text)
  expect((await shown(id)).standfirst).toBe('three')
})
