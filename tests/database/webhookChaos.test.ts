/**
 * Receivers that fail in every way, a process that is killed in the middle, a pump that is stopped and started:
 * each receiver still gets every row, in order, at least once.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentSealingKeys } from '#src/config.ts'
import { startWebhooks, type Pump } from '#src/jobs/webhookPump.ts'
import { dueReceivers } from '#src/jobs/webhooks.ts'
import { inTransaction } from '#src/jobs/worker.ts'
import { appendPublication } from '#src/ledger/payloadStore.ts'
import type { Subscription } from '#src/payload-types.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'
import { runFile, type Child } from '#tests/support/childProcess.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'

const ROWS = 200

type Receiver = {
  id: string
  url: string
  /** Everything it was sent, in order: the row, the message, and whether it was taken. */
  got: { seq: number; messageId: string; isTaken: boolean }[]
  /** Does to the next requests what it says, then what chance says. */
  next: ((res: ServerResponse) => boolean)[]
  close: () => Promise<void>
  open: () => Promise<void>
}

let room: Newsroom
let admin: Person
const receivers: Receiver[] = []
const children: Child[] = []
let pump: Pump | null = null
/** How far the newsroom's clock is ahead: nobody waits for hours here. */
let ahead = 0
const now = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  room = await openNewsroom()
  admin = await room.makeUser('admin')
})
afterAll(async () => {
  await pump?.stop()
  for (const child of children) {
    child.process.kill('SIGKILL')
    await child.ended
  }
  for (const { close } of receivers) await close()
  await room.close()
})

/** The same numbers each time (Mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const take = (res: ServerResponse): boolean => {
  res.end('ok')
  return true
}
const refuse = (status: number) => (res: ServerResponse) => {
  res.writeHead(status).end()
  return false
}
/** Says 200 and breaks off before the end of its answer: nobody knows what it made of the message. */
const breakOff = (res: ServerResponse): boolean => {
  res.writeHead(200, { 'content-length': '1000' })
  res.write('o', () => res.destroy())
  return false
}
const hang = (): boolean => false
const slow = (res: ServerResponse): boolean => {
  setTimeout(() => res.end('ok'), 20)
  return true
}
const byChance = (random: () => number): Receiver['next'][number] => {
  const chance = random()
  if (chance < 0.06) return refuse(503)
  if (chance < 0.1) return breakOff
  if (chance < 0.11) return refuse(302)
  if (chance < 0.16) return slow
  return take
}

const makeReceiver = async (name: string, seed: number): Promise<Receiver> => {
  const random = seeded(seed)
  const got: Receiver['got'] = []
  const next: Receiver['next'] = []
  let server: Server
  let port = 0
  const open = async () => {
    server = createServer((req, res) => {
      let body = ''
      req.on('data', (chunk: Buffer) => (body += chunk.toString()))
      req.on('end', () => {
        const { seq } = (JSON.parse(body) as { data: { seq: number } }).data
        const messageId = String(req.headers['webhook-id'])
        const isTaken = (next.shift() ?? byChance(random))(res)
        got.push({ seq, messageId, isTaken })
      })
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await open()
  const url = `http://127.0.0.1:${port}/hook`
  const { json } = await room.rest(admin, 'POST', '/api/subscriptions', { name, url })
  await room.rest(admin, 'POST', `/api/subscriptions/${json.doc.id}/rotate`)
  const receiver = { id: json.doc.id as string, url, got, next, open, close }
  receivers.push(receiver)
  return receiver
}

const startPump = (): Pump =>
  startWebhooks({
    payload: room.payload,
    ledger: room.ledger,
    log: pino({ level: 'silent' }),
    publicUrl: 'https://news.example',
    mayBePrivate: true,
    sealingKeys: () => currentSealingKeys(room.config).all,
    now,
    random: () => 0.5,
    timeoutMs: 2000,
    lookMs: 40,
  })

const stored = (id: string): Promise<Subscription> =>
  room.payload.findByID({ collection: 'subscriptions', id, depth: 0, overrideAccess: true })

/** Goes on, the clock jumping to the next attempt whenever everybody waits for one, until `isDone`. */
const goOn = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isDone())) {
    await pause(20)
    const waiting = (await Promise.all(receivers.map(({ id }) => stored(id))))
      .filter(({ attempts }) => attempts)
      .map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? ''))
      .filter((at) => at > now().getTime())
    if (waiting.length > 0) ahead += Math.min(...waiting) - now().getTime()
  }
}
const taken = ({ got }: Receiver): number => got.filter(({ isTaken }) => isTaken).length
const failures = async (id: string): Promise<number> => {
  const where = { and: [{ subscription: { equals: id } }, { outcome: { equals: 'failed' } }] }
  return (await room.payload.count({ collection: 'deliveries', where, overrideAccess: true }))
    .totalDocs
}

it('loses nothing and mixes nothing up', async () => {
  const killed = await makeReceiver('Whose sender is killed', 1)
  const restarted = await makeReceiver('That restarts', 2)
  const hung = await makeReceiver('That hangs', 3)
  const first = (await room.ledger.head()) + 1
  for (let n = 0; n < ROWS; n += 1) {
    const story = makeStory(n % 20, { headline: `Version ${n}` })
    const row = publicationOf(story, n < 20 ? 'publish' : 'update')
    await inTransaction(room.payload, (req) => appendPublication(req, row))
  }
  const head = await room.ledger.head()
  expect(head).toBe(first + ROWS - 1)

  // Another process dies with the lease in its hands.
  killed.next.push(hang)
  const worker = runFile('tests/database/webhookWorker.ts', [killed.id], {
    ...childEnvironment(room.config),
  })
  children.push(worker)
  await expect.poll(() => killed.got.length, { timeout: 60_000 }).toBe(1)
  worker.process.kill('SIGKILL')
  await worker.ended
  const lease = Date.parse((await stored(killed.id)).nextAttemptAt ?? '')
  const due = (at: Date) => dueReceivers(room.payload, at, head)
  expect(await due(new Date(lease - 1))).not.toContain(killed.id)
  expect(await due(new Date(lease))).toContain(killed.id)

  pump = startPump()
  await goOn(() => taken(restarted) >= 20 && taken(hung) >= 20)
  // The lease runs out as the clock goes on.
  ahead += Math.max(0, lease - now().getTime())
  await goOn(() => taken(killed) >= 20)

  await pump.stop()
  pump = startPump()
  hung.next.push(hang)
  await goOn(() => taken(restarted) >= 60)
  await restarted.close()
  const before = await failures(restarted.id)
  await goOn(async () => (await failures(restarted.id)) >= before + 3)
  await restarted.open()
  await goOn(() => taken(killed) >= 120)
  await pump.stop()
  pump = startPump()
  await goOn(async () => {
    const all = await Promise.all(receivers.map(({ id }) => stored(id)))
    return all.every(({ cursor }) => cursor === head)
  })

  const rows = Array.from({ length: ROWS }, (_, at) => first + at)
  for (const { id, got } of receivers) {
    const { name, isActive, attempts } = await stored(id)
    expect({ name, isActive, attempts }).toEqual({ name, isActive: true, attempts: 0 })
    expect([...new Set(got.filter(({ isTaken }) => isTaken).map(({ seq }) => seq))]).toEqual(rows)
    let last = first - 1
    for (const { seq, messageId, isTaken } of got) {
      // What it has is sent again at most once more; what comes next is the next row, never a later one.
      expect([last, last + 1]).toContain(seq)
      expect(messageId).toBe(`msg_${id}_${seq}`)
      if (isTaken) last = seq
    }
    expect(await failures(id)).toBeGreaterThan(5)
  }
}, 300_000)
