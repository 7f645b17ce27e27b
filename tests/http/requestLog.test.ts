/** The id of a request, and what the log keeps of it: never what opens a door. */
import { Writable } from 'node:stream'
import { pino } from 'pino'
import express from 'express'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { requestLog } from '#src/server/requestLog.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

const canary = 'canary-5f1e9c'
const lines: string[] = []
let room: RunningNewsroom
let logging: Server
let origin: string

beforeAll(async () => {
  room = await openServer()
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const app = express().use(requestLog(pino({ level: 'debug' }, sink)))
  logging = createServer(app.use((_req, res) => void res.status(204).end()))
  await new Promise<void>((resolve) => logging.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(logging.address() as AddressInfo).port}`
})
beforeEach(() => {
  lines.length = 0
})
afterAll(async () => {
  logging.closeAllConnections()
  await new Promise((resolve) => logging.close(resolve))
  await room.close()
})

it('is taken from a proxy when it is well formed, else made anew, wherever the editorial side answers', async () => {
  for (const path of ['/healthz', '/api/users/me', '/no-such-page']) {
    const idOf = async (given?: string) =>
      (
        await room.ask(path, given === undefined ? {} : { headers: { 'x-request-id': given } })
      ).headers.get('x-request-id')
    expect(await idOf('edge-1234.5678:a_b')).toBe('edge-1234.5678:a_b')
    const made = [
      await idOf(),
      await idOf('short'),
      await idOf('a b c d e f'),
      await idOf('x'.repeat(129)),
    ]
    for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(made).size).toBe(4)
  }
})

it('is written with method, path and status, and without queries, logins and cookies', async () => {
  const answer = await fetch(`${origin}/login?token=${canary}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${canary}`,
      cookie: `payload-token=${canary}`,
      'x-request-id': 'edge-12345678',
    },
    body: canary,
  })
  expect(answer.status).toBe(204)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 20,
    requestId: 'edge-12345678',
    method: 'POST',
    path: '/login',
    status: 204,
  })
  expect(lines.join('')).not.toContain(canary)
})

it('is written without the token of a link from a mail', async () => {
  await fetch(`${origin}/admin/reset/${canary}`)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ path: '/admin/reset/…' })
  expect(lines.join('')).not.toContain(canary)
})
