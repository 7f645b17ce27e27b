/** Failed logins are limited for each address, whichever accounts and whichever API they are tried on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLoginLimit, MOST_FAILURES } from '#src/editorial/requests/loginLimit.ts'
import type { Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let editor: Person

beforeAll(async () => {
  room = await openServer({ TRUST_PROXY: '1' })
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())

const login = (from: string, email: string, password: string, more = {}) =>
  room.ask('/api/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...more },
    body: JSON.stringify({ email, password }),
  })
const right = (from: string, more = {}) => login(from, editor.email, editor.password, more)

it('refuses a network after too many, with when to come back, and nobody else', async () => {
  const guesser = '2001:db8:1:2::1'
  for (let n = 0; n < 3; n += 1) expect((await right(guesser)).status).toBe(200)
  for (let n = 0; n < MOST_FAILURES; n += 1) {
    expect((await login(guesser, `nobody${n}@newsroom.example`, 'guess')).status).toBe(401)
  }
  const refused = await right('2001:db8:1:2::ffff')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await refused.text()).toContain('Try again in 15 minutes')
  // What a client says about itself is not believed.
  expect((await right(guesser, { 'x-verbatim-network': '' })).status).toBe(429)
  const graphql = await room.ask('/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': guesser },
    body: JSON.stringify({
      query: `mutation { loginUser(email: "${editor.email}", password: "${editor.password}") { token } }`,
    }),
  })
  const text = await graphql.text()
  expect(text).toContain('Too many logins')
  expect(text).not.toContain('"token":"')
  expect((await right('2001:db8:1:3::1')).status).toBe(200)
})

it('counts each network by itself, and begins anew after a quarter of an hour', () => {
  let now = 0
  const limit = createLoginLimit(() => now)
  for (let n = 0; n < MOST_FAILURES; n += 1) expect(limit.tried('a')).toBe(0)
  expect(limit.tried('a')).toBe(900)
  expect(limit.tried('b')).toBe(0)
  limit.succeeded('a')
  expect(limit.tried('a')).toBe(0)
  now = 900_000
  for (let n = 0; n < MOST_FAILURES; n += 1) expect(limit.tried('a')).toBe(0)
})
