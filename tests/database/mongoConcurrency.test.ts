/** Many at once on MongoDB, in one process and in two: everything that was acknowledged is stored. */
import { EventEmitter, on } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertsOf } from '#src/database/changeStream.ts'
import { createPayloadLedger } from '#src/ledger/payloadStore.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { freshDatabase, providedMongo } from '#tests/support/mongo.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { startServerChild, type ServerChild } from '#tests/support/serverChild.ts'
import { writeAtOnce } from './writeAtOnce.ts'

const mongo = providedMongo()

describe.skipIf(!mongo)(`on MongoDB (${mongo?.kind ?? 'none here'})`, () => {
  let newsroom: Newsroom
  let other: ServerChild
  let editor: Person

  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { DATABASE_URL: mongo ? freshDatabase(mongo) : '' } })
    editor = await newsroom.makeUser('editor')
    other = await startServerChild(newsroom.config)
  })
  afterAll(async () => {
    await other?.stop()
    await newsroom?.close()
  })

  const askOther = (path: string, method = 'GET', body?: unknown): Promise<Response> =>
    fetch(`${other.origin}${path}`, {
      method,
      headers: { authorization: `JWT ${editor.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const publishElsewhere = (id: string): Promise<Response> =>
    askOther(`/api/articles/${id}`, 'PATCH', { _status: 'published' })

  it.each([
    [2, 6],
    [20, 2],
    [50, 1],
  ])(
    'every save of %i writers is stored, and none fails',
    async (writers, storiesEach) => {
      await writeAtOnce(newsroom, { writers, storiesEach })
    },
    300_000,
  )

  it('two processes that publish at once number the ledger without gaps', async () => {
    const articles = await Promise.all(Array.from({ length: 12 }, () => newsroom.makeArticle()))
    const before = (await newsroom.rows()).length
    const published = await Promise.all(
      articles.map(async ({ id }, index) => {
        if (index % 2 === 0) return (await publishElsewhere(id)).status
        const own = { _status: 'published' }
        return (await newsroom.rest(editor, 'PATCH', `/api/articles/${id}`, own)).status
      }),
    )
    expect(published).toEqual(articles.map(() => 200))
    const rows = await newsroom.rows()
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    expect(new Set(rows.slice(before).map(({ articleId }) => articleId))).toEqual(
      new Set(articles.map(({ id }) => id)),
    )
    expect(await verifyChain(newsroom.ledger.rows())).toEqual([])
  })

  it('people at one story see each other from two servers, and one takes over from the other', async () => {
    const { id } = await newsroom.makeArticle()
    const ben = await newsroom.makeUser('chief', 'Ben')
    const there = async (): Promise<Json> => {
      const answer = await askOther(`/api/articles/${id}/presence`, 'POST', { isTyping: true })
      return answer.json()
    }
    const here = async (verb: string): Promise<Json> =>
      (await newsroom.rest(ben, 'POST', `/api/articles/${id}/${verb}`, { isTyping: true })).json
    const writers = ({ people }: Json): string[] =>
      people.filter(({ isWriting }: Json) => isWriting).map(({ name }: Json) => name)
    expect(writers(await there())).toEqual([editor.name])
    const seen = await here('presence')
    expect(seen.people.map(({ name }: Json) => name)).toEqual(['Ben', editor.name])
    expect(writers(seen)).toEqual([editor.name])
    expect(writers(await here('take-over'))).toEqual(['Ben'])
    const told = await there()
    expect(told.takenOverBy).toBe('Ben')
    expect(writers(told)).toEqual(['Ben'])
  })

  it('twenty logins for one account, in two processes, all stay valid', async () => {
    const { email, password } = editor
    const login = { email, password }
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        if (index % 2 === 0) {
          const { status, json } = await newsroom.rest(null, 'POST', '/api/users/login', login)
          return { status, token: json.token as string }
        }
        const answer = await askOther('/api/users/login', 'POST', login)
        return { status: answer.status, token: ((await answer.json()) as { token: string }).token }
      }),
    )
    expect(tokens.map(({ status }) => status)).toEqual(tokens.map(() => 200))
    for (const { token } of tokens) {
      const { json } = await newsroom.rest({ ...editor, token }, 'GET', '/api/users/me')
      expect(json.user?.email).toBe(email)
    }
  })

  it('a row that another process appended is heard of from the change stream', async () => {
    const article = await newsroom.makeArticle()
    // So rarely that looking cannot be how it was found.
    const reader = createPayloadLedger(newsroom.payload, { pollMs: 2 ** 31 - 1 })
    const heard = new EventEmitter()
    reader.onAppend((seq) => heard.emit('row', seq))
    const news = on(heard, 'row')
    expect((await publishElsewhere(article.id)).status).toBe(200)
    for await (const [seq] of news as AsyncIterable<[number]>) {
      const [row] = await newsroom.ledger.changes(seq - 1, 1)
      if (row?.articleId === article.id) break
    }
    reader.close()
  })

  it('a stream that is opened again goes on from its place', async () => {
    const open = insertsOf(newsroom.payload.db, 'publications')
    const first = open?.(null)
    expect(await first?.hasNews()).toBe(false)
    const before = await newsroom.makeArticle()
    expect((await publishElsewhere(before.id)).status).toBe(200)
    while (!(await first?.hasNews()));
    const place = first?.resumeToken()
    await first?.close()
    const between = await newsroom.makeArticle()
    expect((await publishElsewhere(between.id)).status).toBe(200)
    const second = open?.(place)
    while (!(await second?.hasNews()));
    expect(await second?.hasNews()).toBe(false)
    await second?.close()
  })

  it('readers of another process see what was published here', async () => {
    const article = await newsroom.makeArticle({ headline: 'Seen from the other side' })
    await newsroom.publish(article.id)
    for (;;) {
      const answer = await fetch(`${other.origin}/v1/articles/${article.id}`)
      const text = await answer.text()
      if (text.includes('Seen from the other side')) break
      expect(answer.status, text).toBe(404)
      await pause(50)
    }
  })
})
