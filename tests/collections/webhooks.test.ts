/** Receivers are told of what is published: signed, in order, at least once, until they are switched off. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pruneLog } from '#src/jobs/webhookLog.ts'
import { deliverTo, dueReceivers, type WebhookOptions } from '#src/jobs/webhooks.ts'
import { inTransaction } from '#src/jobs/worker.ts'
import { currentSealingKeys, setConfig } from '#src/config.ts'
import type { Subscription } from '#src/payload-types.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

type Got = { id: string; headers: IncomingMessage['headers']; body: string; json: Json }
type Act = (got: Got, res: ServerResponse, count: number) => void

let room: Newsroom
let admin: Person
let clock = Date.parse('2030-01-01T00:00:00.000Z')
const servers: Server[] = []
const DAY = 86_400_000

beforeAll(async () => {
  room = await openNewsroom()
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const ok: Act = (_got, res) => void res.end('ok')

/** A real receiver that keeps what it was sent and answers as told. */
const receiver = async (act: Act = ok): Promise<{ url: string; got: Got[] }> => {
  const got: Got[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      const one = { id: String(req.headers['webhook-id']), headers: req.headers, body }
      got.push({ ...one, json: JSON.parse(body) })
      act(got.at(-1) as Got, res, got.length)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got }
}

let subscribed = 0
const subscribe = async (url: string, data: Json = {}): Promise<{ id: string; secret: string }> => {
  const name = `Receiver ${(subscribed += 1)}`
  const { json } = await room.rest(admin, 'POST', '/api/subscriptions', { name, url, ...data })
  const made = await room.rest(admin, 'POST', `/api/subscriptions/${json.doc.id}/rotate`)
  return { id: json.doc.id, secret: made.json.secret }
}

const stored = async (id: string): Promise<Subscription> =>
  room.payload.findByID({ collection: 'subscriptions', id, depth: 0, overrideAccess: true })

const options = (more: Partial<WebhookOptions> = {}): WebhookOptions => ({
  payload: room.payload,
  ledger: room.ledger,
  publicUrl: 'https://news.example',
  mayBePrivate: true,
  sealingKeys: () => currentSealingKeys(room.config).all,
  now: () => new Date(clock),
  random: () => 0.5,
  ...more,
})

const publishOne = async (data: Json = {}) => {
  const article = await room.makeArticle(data)
  await room.publish(article.id)
  return article
}

const signatureOf = (secret: string, { id, headers, body }: Got): string => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const text = `${id}.${String(headers['webhook-timestamp'])}.${body}`
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}

const log = async (id: string) => {
  const { docs } = await room.payload.find({
    collection: 'deliveries',
    where: { subscription: { equals: id } },
    sort: 'at',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

describe('a receiver', () => {
  it('is told of what comes after it was made, once, signed, with what its form holds untouched', async () => {
    await publishOne()
    const { url, got } = await receiver()
    const { id, secret } = await subscribe(url)
    const before = await stored(id)
    const article = await publishOne({ headline: 'Wheat prices climb' })
    expect(await deliverTo(id, options())).toBe(1)
    expect(await deliverTo(id, options())).toBe(0)
    expect(got).toHaveLength(1)
    const [{ json, headers }] = got as [Got]
    expect(json).toMatchObject({ type: 'story.published', data: { id: article.id } })
    expect(json.data.url).toBe(`https://news.example/articles/${json.data.slug}`)
    expect(headers['webhook-signature']).toBe(signatureOf(secret, got[0] as Got))
    const after = await stored(id)
    expect(after).toMatchObject({ cursor: json.data.seq, updatedAt: before.updatedAt })
    expect(after.nextAttemptAt ?? null).toBeNull()
    expect(await log(id)).toMatchObject([{ outcome: 'delivered', status: 200, seq: json.data.seq }])
  })

  it('is asked for by an address of the web, without a login in it', async () => {
    for (const url of [
      'partner.example',
      'ftp://partner.example/',
      'https://me:key@partner.example',
    ]) {
      const answer = await room.rest(admin, 'POST', '/api/subscriptions', { name: url, url })
      expect({ url, status: answer.status }).toEqual({ url, status: 400 })
      expect(answer.json.errors[0].data.errors[0].path).toBe('url')
    }
  })

  it('that is deleted takes its log along', async () => {
    const { url } = await receiver()
    const { id } = await subscribe(url)
    await publishOne()
    await deliverTo(id, options())
    expect(await log(id)).toHaveLength(1)
    const before = await room.payload.count({ collection: 'deliveries', overrideAccess: true })
    await room.rest(admin, 'DELETE', `/api/subscriptions/${id}`)
    const after = await room.payload.count({ collection: 'deliveries', overrideAccess: true })
    expect(after.totalDocs).toBe(before.totalDocs - 1)
  })

  it('has the newest thousand attempts in its log, and takes none from the logs of others', async () => {
    const { url } = await receiver()
    const [mine, other] = [await subscribe(url), await subscribe(url)]
    const attempt = (subscription: string, minute: number) => ({
      subscription,
      at: new Date(Date.parse('2029-01-01T00:00:00.000Z') + minute * 60_000).toISOString(),
      messageId: `msg_${minute}`,
      event: 'publish',
      outcome: 'delivered' as const,
    })
    await inTransaction(room.payload, async (req) => {
      const write = (data: ReturnType<typeof attempt>) =>
        room.payload.create({ collection: 'deliveries', data, depth: 0, overrideAccess: true, req })
      for (let minute = 0; minute < 1005; minute += 1) await write(attempt(mine.id, minute))
      await write(attempt(other.id, 0))
    })
    await pruneLog(room.payload, mine.id)
    const kept = await log(mine.id)
    expect(kept).toHaveLength(1000)
    expect(kept[0]?.messageId).toBe('msg_5')
    expect(await log(other.id)).toHaveLength(1)
  }, 60_000)

  it('gets only the events and sections it asked for, and its place moves over the others', async () => {
    const { url, got } = await receiver()
    const section = await room.makeSection()
    const { id } = await subscribe(url, { events: ['publish'], section: section.id })
    await publishOne()
    const wanted = await publishOne({ section: section.id })
    await publishOne()
    await deliverTo(id, options())
    expect(got.map(({ json }) => json.data.id)).toEqual([wanted.id])
    expect((await stored(id)).cursor).toBe(await room.ledger.head())
  })

  it('that fails is tried again by the schedule with the same message id, and never skipped', async () => {
    const { url, got } = await receiver((_one, res, count) => {
      res.statusCode = count < 3 ? 503 : 204
      res.end()
    })
    const { id } = await subscribe(url)
    await publishOne()
    await publishOne()
    const due = async () =>
      (await dueReceivers(room.payload, new Date(clock), await room.ledger.head())).includes(id)
    await deliverTo(id, options())
    expect(await stored(id)).toMatchObject({
      attempts: 1,
      lastError: expect.stringContaining('503'),
    })
    expect(await due()).toBe(false)
    expect(await deliverTo(id, options())).toBe(0)
    clock += 5_000
    expect(await due()).toBe(true)
    await deliverTo(id, options())
    clock += 300_000
    expect(await deliverTo(id, options())).toBe(2)
    expect(new Set(got.slice(0, 3).map((one) => one.id)).size).toBe(1)
    expect(got).toHaveLength(4)
    expect((await stored(id)).failingSince ?? null).toBeNull()
  })

  it('that two workers are after at once is served by one of them', async () => {
    const { url, got } = await receiver()
    const { id } = await subscribe(url)
    await publishOne()
    const counts = await Promise.all([deliverTo(id, options()), deliverTo(id, options())])
    expect(counts.sort()).toEqual([0, 1])
    expect(got).toHaveLength(1)
  })

  it('in the private network is not asked unless that is allowed', async () => {
    const { url, got } = await receiver()
    const { id } = await subscribe(url)
    await publishOne()
    await deliverTo(id, options({ mayBePrivate: false }))
    expect(got).toHaveLength(0)
    expect((await stored(id)).lastError).toContain('WEBHOOK_PRIVATE')
  })

  it('that redirects has failed: nothing is sent to another address', async () => {
    const other = await receiver()
    const { url } = await receiver(
      (_one, res) => void res.writeHead(307, { location: other.url }).end(),
    )
    const { id } = await subscribe(url)
    await publishOne()
    await deliverTo(id, options())
    expect(other.got).toHaveLength(0)
    expect((await stored(id)).lastError).toContain('307')
  })

  it('is switched off by 410 at once, and by five days of failures, with the reason on record', async () => {
    let status = 410
    const { url } = await receiver((_one, res) => void res.writeHead(status).end())
    const gone = await subscribe(url)
    const down = await subscribe(url)
    await publishOne()
    await deliverTo(gone.id, options())
    expect(await stored(gone.id)).toMatchObject({ isActive: false })
    status = 500
    await deliverTo(down.id, options())
    clock += 5 * DAY - 1000
    await deliverTo(down.id, options())
    expect(await stored(down.id)).toMatchObject({ isActive: true, attempts: 2 })
    clock += DAY
    await deliverTo(down.id, options())
    expect(await stored(down.id)).toMatchObject({
      isActive: false,
      disabledReason: expect.stringContaining('five days'),
    })
    const { json } = await room.rest(
      admin,
      'GET',
      '/api/activity?where[verb][equals]=disable receiver',
    )
    expect(json.docs).toHaveLength(2)
    await room.rest(admin, 'PATCH', `/api/subscriptions/${down.id}`, { isActive: true })
    const again = await stored(down.id)
    expect(again.attempts).toBe(0)
    expect(again.disabledReason ?? null).toBeNull()
  })

  it('gets everything once more from where an administrator says, with the same ids', async () => {
    const { url, got } = await receiver()
    const { id } = await subscribe(url)
    const from = (await room.ledger.head()) + 1
    await publishOne()
    await publishOne()
    await deliverTo(id, options())
    const path = `/api/subscriptions/${id}/replay`
    expect((await room.rest(admin, 'POST', path, { from: 0 })).status).toBe(400)
    expect((await room.rest(admin, 'POST', path, { from })).status).toBe(200)
    await deliverTo(id, options())
    const ids = got.map((one) => one.id)
    expect(ids.slice(2)).toEqual(ids.slice(0, 2))
  })
})

describe('the signing secret', () => {
  it('is not changed, and nothing is sent again, when the record of it cannot be written', async () => {
    const { url } = await receiver()
    const { id } = await subscribe(url)
    await publishOne()
    await deliverTo(id, options())
    const before = await stored(id)
    const create = room.payload.create.bind(room.payload)
    room.payload.create = (args: { collection: string }) =>
      args.collection === 'activity'
        ? Promise.reject(new Error('The disk is full'))
        : create(args as never)
    const from = before.cursor
    const answers = [
      await room.rest(admin, 'POST', `/api/subscriptions/${id}/rotate`),
      await room.rest(admin, 'POST', `/api/subscriptions/${id}/replay`, { from }),
    ]
    room.payload.create = create
    expect(answers.map(({ status }) => status)).toEqual([500, 500])
    expect(await stored(id)).toEqual(before)
  })

  it('is shown once, kept sealed, and the one before signs beside it for a day', async () => {
    const { url, got } = await receiver()
    const { id, secret: first } = await subscribe(url)
    const { json } = await room.rest(admin, 'POST', `/api/subscriptions/${id}/rotate`)
    const read = await room.rest(admin, 'GET', `/api/subscriptions/${id}`)
    expect(read.text).not.toContain(json.secret)
    expect((await stored(id)).secret).toMatch(/^v1:/)
    await publishOne()
    const soon = Date.now()
    await deliverTo(id, options({ now: () => new Date(soon) }))
    const both = got[0] as Got
    expect(both.headers['webhook-signature']).toBe(
      `${signatureOf(json.secret, both)} ${signatureOf(first, both)}`,
    )
    await publishOne()
    await deliverTo(id, options({ now: () => new Date(soon + DAY + 60_000) }))
    const one = got[1] as Got
    expect(one.headers['webhook-signature']).toBe(signatureOf(json.secret, one))
  })

  it('is made, and a test message sent, by administrators alone', async () => {
    const { url, got } = await receiver()
    const { id } = await subscribe(url)
    const chief = await room.makeUser('chief')
    for (const verb of ['rotate', 'test', 'replay']) {
      expect((await room.rest(chief, 'POST', `/api/subscriptions/${id}/${verb}`)).status).toBe(403)
      expect((await room.rest(null, 'POST', `/api/subscriptions/${id}/${verb}`)).status).toBe(401)
    }
    setConfig({ ...room.config, webhookPrivate: true })
    const { json } = await room.rest(admin, 'POST', `/api/subscriptions/${id}/test`)
    setConfig(room.config)
    expect(json).toEqual({ isDelivered: true, status: 200, error: null })
    expect(got[0]?.json.type).toBe('test')
  })
})
