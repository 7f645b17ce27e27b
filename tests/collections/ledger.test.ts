/** The ledger in the database keeps the contract of every ledger, and its projections can be made anew. */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyChain } from '#src/ledger/chain.ts'
import type { Publication } from '#src/ledger/port.ts'
import { clearWords } from '#src/ledger/searchIndex.ts'
import { readQuery } from '#src/ledger/searchWords.ts'
import { appendPublication, createPayloadLedger } from '#src/ledger/payloadStore.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { isOnMongo, openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'
import { describeLedgerReader } from '#tests/unit/ledger/readerContract.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const empty = async (): Promise<void> => {
  for (const collection of ['publications', 'reader-docs', 'reader-entries'] as const) {
    await room.payload.db.deleteMany({ collection, where: {} })
  }
  await clearWords({ db: room.payload.db })
}

describeLedgerReader('in the database', async () => {
  await empty()
  // What a store has heard of hangs on the adapter: each test has one of its own, around the same database.
  const payload = Object.create(room.payload) as Payload
  payload.db = Object.create(room.payload.db) as Payload['db']
  const reader = createPayloadLedger(payload, { pollMs: 0 })
  const newest = async (articleId: string): Promise<Publication> => {
    const rows = (await reader.changes(0, 1000)).filter((row) => row.articleId === articleId)
    const row = rows.at(-1)
    if (!row) throw new Error('Nothing was appended.')
    return row
  }
  return {
    reader,
    append: async (input) => {
      const req = await createLocalReq({}, payload)
      await initTransaction(req)
      try {
        const sealed = await appendPublication(req, input)
        await commitTransaction(req)
        return sealed ?? (await newest(input.articleId))
      } catch (error) {
        await killTransaction(req)
        throw error
      }
    },
    close: async () => reader.close(),
  }
})

/** Everything the projections hold, in an order of its own; ids and times of rows are nobody's business. */
const projections = async () => {
  const dump = async (collection: 'reader-docs' | 'reader-entries') => {
    const { docs } = await room.payload.db.find({ collection, pagination: false, limit: 0 })
    return (docs as Record<string, unknown>[])
      .map(({ id: _id, createdAt: _made, updatedAt: _saved, ...row }) => JSON.stringify(row))
      .sort()
  }
  return {
    docs: await dump('reader-docs'),
    entries: await dump('reader-entries'),
    found: await findings(),
  }
}

/** What the index finds, with how well it fits: only an equal index gives equal numbers. */
const findings = async () => {
  const kinds = ['story' as const, 'quote' as const]
  const ask = (words: string) =>
    room.ledger.search({
      terms: readQuery(words),
      kinds,
      facets: [],
      offset: 0,
      limit: 100,
    })
  const hits = (await Promise.all(['to*', 'quill', 'the', 'la*'].map(ask))).flat()
  return hits
    .map(({ kind, score, doc }) => {
      const id = 'story' in doc ? doc.story.id : doc.id
      return `${kind} ${id} ${score.toFixed(6)}`
    })
    .sort()
}

describe('a replay', () => {
  it('makes exactly the projections that are live', async () => {
    await empty()
    const quote = await room.makeQuote()
    const author = await room.makeAuthor({ name: 'Ada Quill' })
    const parts = {
      authors: [{ author: author.id, role: 'by' }],
      body: bodyOf({ quotes: [quote.id] }),
    }
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1)
      ids.push((await room.makeArticle({ ...parts, topics: [`Topic ${n % 2}`] })).id)
    for (const id of ids) await room.publish(id)
    await room.publish(ids[0] ?? '', { slug: 'moved', standfirst: 'Later.' })
    await room.publish(ids[1] ?? '', { authors: [], bylineOverride: 'Nobody', body: bodyOf() })
    await room.publish(ids[2] ?? '', {
      corrections: [{ kind: 'correction', at: '2026-01-01T00:00:00.000Z', text: 'Wrong.' }],
    })
    await room.payload.update({
      collection: 'articles',
      id: ids[3] ?? '',
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    const chief = await room.makeUser('chief')
    await room.rest(chief, 'POST', `/api/articles/${ids[4]}/retract`, {
      reason: 'It was forged, all of it.',
    })
    await room.rest(chief, 'PATCH', `/api/authors/${author.id}`, { name: 'Ada Quill-Byrne' })
    await room.publish(ids[2] ?? '', { standfirst: 'Last.' })
    const live = await projections()
    expect(live.docs.length).toBeGreaterThan(8)
    expect(live.entries.length).toBeGreaterThan(10)
    const rows = await room.rows()
    expect(await room.ledger.replay()).toBe(rows.length)
    expect(await projections()).toEqual(live)
    expect(live.found.length).toBeGreaterThan(0)
    await clearWords({ db: room.payload.db })
    expect(await findings()).toEqual([])
    expect(await room.ledger.rebuildIndex()).toBeGreaterThan(0)
    expect(await projections()).toEqual(live)
    expect(await room.rows()).toEqual(rows)
    expect(await verifyChain(rows)).toEqual([])
  })
})

describe('many lists', () => {
  it.skipIf(isOnMongo)('are as many statements as one list', async () => {
    await empty()
    const quote = await room.makeQuote()
    const article = await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    await room.publish(article.id)
    const { client } = room.payload.db as unknown as { client: { execute: () => unknown } }
    const statements = vi.spyOn(client, 'execute')
    const read = async (count: number) => {
      const query = { facets: [`quote:${quote.id}`], after: null, limit: 10 }
      statements.mockClear()
      const queries = Array.from({ length: count }, () => query)
      const lists = await room.ledger.listMany?.('story', queries)
      expect(lists?.map((rows) => rows.length)).toEqual(queries.map(() => 1))
      return statements.mock.calls.length
    }
    const one = await read(1)
    expect(one).toBe(2)
    expect(await read(50)).toBe(one)
    statements.mockRestore()
  })
})

describe('a transaction that fails', () => {
  it('leaves no row, and tells no listener', async () => {
    await empty()
    const heads: number[] = []
    const stop = room.ledger.onAppend((head) => heads.push(head))
    const story = await room.makeArticle()
    const req = await createLocalReq({}, room.payload)
    await initTransaction(req)
    await room.payload.update({
      collection: 'articles',
      id: story.id,
      data: { _status: 'published' },
      overrideAccess: true,
      req,
    })
    await killTransaction(req)
    stop()
    expect(await room.rows()).toEqual([])
    expect(await projections()).toEqual({ docs: [], entries: [], found: [] })
    expect(heads).toEqual([])
    expect((await room.stored(story.id))._status).toBe('draft')
  })
})
