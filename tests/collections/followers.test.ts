/** Caches in front and the WebSub hub hear of every publication, also of those while nobody told them. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startFollower, type Follower, type FollowerOptions } from '#src/jobs/follower.ts'
import { onOutcome } from '#src/jobs/outcomes.ts'
import { changesOf, purge } from '#src/jobs/purge.ts'
import { pingHub } from '#src/jobs/websub.ts'
import { openNewsroom, type Newsroom } from '#tests/support/newsroom.ts'

type Got = { method: string; headers: Record<string, unknown>; body: string }

let room: Newsroom
let server: Server
let url: string
let got: Got[] = []
let statuses: number[] = []
const followers: Follower[] = []

beforeAll(async () => {
  room = await openNewsroom()
  server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      got.push({ method: req.method ?? '', headers: req.headers, body })
      res.writeHead(statuses.shift() ?? 200).end('{"status":"ok"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`
})
afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.stop()
  got = []
  statuses = []
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await room.close()
})

let names = 0
const newName = () => `test-${(names += 1)}`
const follow = (name: string, act: FollowerOptions['act']): Follower => {
  const { payload, ledger } = room
  const log = pino({ level: 'silent' })
  const waits = { settleMs: 0, waitMs: () => 1 }
  const follower = startFollower({ name, payload, ledger, log, act, ...waits })
  followers.push(follower)
  return follower
}
const purging: FollowerOptions['act'] = async (rows, signal) =>
  purge(await changesOf(room.payload, rows), { url, header: 'Fastly-Key: token-1', signal })
const pinging: FollowerOptions['act'] = async (rows, signal) =>
  pingHub(await changesOf(room.payload, rows), {
    hub: url,
    publicUrl: 'https://news.example',
    signal,
  })
const keptUp = (follower: Follower) => expect.poll(() => follower.behind()).toBe(0)
/** A follower knows its place only once it has looked. */
const begun = (name: string) =>
  expect.poll(() => room.payload.kv.has(`verbatim:follower:${name}`)).toBe(true)
const publishOne = async (data: Record<string, unknown> = {}) => {
  const article = await room.makeArticle(data)
  await room.publish(article.id)
  return article
}
const tagsOf = ({ body }: Got): string[] => JSON.parse(body).surrogate_keys

describe('a follower of the ledger', () => {
  it('begins with what comes, and goes on where it stopped, whoever goes on', async () => {
    await publishOne()
    const name = newName()
    const seen: number[] = []
    const first = follow(name, async (rows) => void seen.push(...rows.map(({ seq }) => seq)))
    await begun(name)
    const from = await room.ledger.head()
    await publishOne()
    await expect.poll(() => seen).toEqual([from + 1])
    await keptUp(first)
    await first.stop()
    await publishOne()
    await publishOne()
    expect(seen).toEqual([from + 1])
    follow(name, async (rows) => void seen.push(...rows.map(({ seq }) => seq)))
    await expect.poll(() => seen).toEqual([from + 1, from + 2, from + 3])
  })

  it('that is stopped in the middle leaves its rows to the next one', async () => {
    const name = newName()
    const stuck = follow(name, (_rows, signal) => {
      got.push({ method: 'stuck', headers: {}, body: '' })
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      )
    })
    await begun(name)
    const article = await publishOne()
    await expect.poll(() => got.length).toBe(1)
    await stuck.stop()
    const seen: string[] = []
    follow(name, async (rows) => void seen.push(...rows.map(({ articleId }) => articleId)))
    await expect.poll(() => seen).toEqual([article.id])
  })

  it('whose ledger became shorter, as a restore does, hears of the next row', async () => {
    const name = newName()
    await room.payload.kv.set(`verbatim:follower:${name}`, { seq: 1_000_000 })
    const seen: number[] = []
    follow(name, async (rows) => void seen.push(...rows.map(({ seq }) => seq)))
    const head = await room.ledger.head()
    await expect.poll(() => room.payload.kv.get(`verbatim:follower:${name}`)).toEqual({ seq: head })
    await publishOne()
    await expect.poll(() => seen).toEqual([head + 1])
  })
})

describe('a cache in front', () => {
  it('is told what a publication touched, of the story as it was, too', async () => {
    const name = newName()
    const follower = follow(name, purging)
    await begun(name)
    const [before, after] = [await room.makeSection(), await room.makeSection()]
    const article = await publishOne({ section: before.id })
    await expect.poll(() => got.length).toBe(1)
    await keptUp(follower)
    await room.publish(article.id, { section: after.id })
    await expect.poll(() => got.length).toBe(2)
    const [first, second] = got as [Got, Got]
    expect(first).toMatchObject({ method: 'POST', headers: { 'fastly-key': 'token-1' } })
    expect(first.headers['surrogate-key']).toBe(tagsOf(first).join(' '))
    expect(tagsOf(first)).toEqual(
      expect.arrayContaining([
        `story-${article.id}`,
        `section-${before.slug}`,
        'front',
        'articles',
      ]),
    )
    expect(tagsOf(first)).not.toContain(`section-${after.slug}`)
    expect(tagsOf(second)).toEqual(
      expect.arrayContaining([`section-${before.slug}`, `section-${after.slug}`]),
    )
  })

  it('that fails is told again until it takes it, and each try is counted', async () => {
    const outcomes: string[] = []
    const stop = onOutcome(({ kind, outcome }) => void outcomes.push(`${kind} ${outcome}`))
    const name = newName()
    statuses = [503, 302]
    const follower = follow(name, purging)
    await begun(name)
    const article = await publishOne()
    await expect.poll(() => got.length).toBe(3)
    await keptUp(follower)
    stop()
    for (const one of got) expect(tagsOf(one)).toContain(`story-${article.id}`)
    expect(outcomes).toEqual(['purge failed', 'purge failed', 'purge delivered'])
  })
})

describe('the hub', () => {
  it('hears of the corrections feed when there is something to correct, and not otherwise', async () => {
    const name = newName()
    const follower = follow(name, pinging)
    await begun(name)
    const article = await publishOne()
    await keptUp(follower)
    expect(got).toEqual([])
    const chief = await room.makeUser('chief')
    const reason = 'The memo it rested on was forged.'
    const path = `/api/articles/${article.id}/retract`
    expect((await room.rest(chief, 'POST', path, { reason })).status).toBe(200)
    await expect.poll(() => got.length).toBe(1)
    expect(got[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect([...new URLSearchParams(got[0]?.body)]).toEqual([
      ['hub.mode', 'publish'],
      ['hub.url', 'https://news.example/corrections.json'],
    ])
  })
})
