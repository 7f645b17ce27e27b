/** What a change is called stands in its row of the ledger, for good. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())

const publish = (ids: string | string[], data: Record<string, unknown>) => {
  const body = { ...data, _status: 'published' }
  return typeof ids === 'string'
    ? room.rest(editor, 'PATCH', `/api/articles/${ids}`, body)
    : room.rest(editor, 'PATCH', `/api/articles?where[id][in]=${ids.join(',')}`, body)
}
const live = async (data: Record<string, unknown> = {}): Promise<string> => {
  const { id } = await room.makeArticle({ standfirst: 'The pier was closd.', ...data })
  await room.publish(id)
  return id
}
const changesOf = async (id: string) =>
  (await room.rows()).filter(({ articleId }) => articleId === id).map(({ change }) => change)

describe('a row of the ledger says what the change was called', () => {
  it('by whoever published it, and a first publication is no change', async () => {
    const id = await live()
    const standfirst = 'The pier was closed.'
    expect((await publish(id, { standfirst, change: { kind: 'minor' } })).status).toBe(200)
    const more = { standfirst: 'The pier was closed at noon.', change: { kind: 'update' } }
    expect((await publish(id, more)).status).toBe(200)
    const note = 'We first said that it was closed at noon. It was closed in the evening.'
    const wrong = {
      standfirst: 'The pier was closed in the evening.',
      change: { kind: 'correction', note },
    }
    expect((await publish(id, wrong)).status).toBe(200)
    expect(await changesOf(id)).toEqual([undefined, 'minor', 'update', 'correction'])
  })

  it('in a draft before it went out', async () => {
    const id = await live()
    await room.saveDraft(id, { standfirst: 'The pier was closed.', change: { kind: 'minor' } })
    expect((await publish(id, {})).status).toBe(200)
    expect(await changesOf(id)).toEqual([undefined, 'minor'])
  })

  it('by the correction that came along', async () => {
    const id = await live()
    const correction = { kind: 'clarification', at: '2026-05-01T10:00:00.000Z', text: 'A word.' }
    const answer = await publish(id, { standfirst: 'Closed.', corrections: [correction] })
    expect(answer.status).toBe(200)
    expect(await changesOf(id)).toEqual([undefined, 'clarification'])
  })

  it('of each story of a bulk edit, and not of the next save', async () => {
    const ids = [await live(), await live()]
    await room.saveDraft(ids[0] ?? '', { change: { kind: 'minor' } })
    const answer = await publish(ids, {
      standfirst: 'The pier was closed.',
      change: { kind: 'update' },
    })
    expect(answer.json.errors).toEqual([])
    for (const id of ids) expect(await changesOf(id)).toEqual([undefined, 'update'])
  })

  it('an update, where a record changed that it carries', async () => {
    const author = await room.makeAuthor({ name: 'Ada Roe' })
    const id = await live({
      bylineOverride: null,
      authors: [{ author: author.id, role: 'by' }],
    })
    await room.rest(editor, 'PATCH', `/api/authors/${author.id}`, { name: 'Ada Lind' })
    await refreshDue(room.payload)
    expect(await changesOf(id)).toEqual([undefined, 'update'])
  })

  it('and the chain holds, in the database as well', async () => {
    expect(await verifyChain(await room.rows())).toEqual([])
  })
})
