/** How much readers may ask: by address, by key, and what they are told about it. */
import { afterEach, expect, it } from 'vitest'

import type { LimitOptions } from '#src/delivery/limits/readLimits.ts'
import { type KeyGrant, keyHash, makeKey } from '#src/ledger/readerKeys.ts'

import { type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
afterEach(() => site.stop())

const grants = new Map<string, KeyGrant>()
const give = (ratePerMinute: number | null): Record<string, string> => {
  const key = makeKey()
  grants.set(keyHash(key), {
    consumerId: `consumer-${grants.size}`,
    mayReadPublished: true,
    mayReadWithheld: false,
    sections: null,
    sectionIds: null,
    ratePerMinute,
    expiresAt: null,
    isRevoked: false,
  })
  return { authorization: `Bearer ${key}` }
}
const start = async (limits: Partial<LimitOptions>): Promise<void> => {
  site = await startDelivery({
    limits: { perAddress: 0, perKey: 0, trustProxy: 0, ...limits },
    keys: { find: async (hash) => grants.get(hash) ?? null, version: () => 0, used: () => {} },
  })
}
const statuses = async (count: number, headers: Record<string, string> = {}) => {
  const found: number[] = []
  for (let n = 0; n < count; n += 1) found.push((await site.ask('/v1', { headers })).status)
  return found
}
const from = (address: string) => ({ 'x-forwarded-for': address })

it('counts an address on every path, hot or cold, and says what is left', async () => {
  await start({ perAddress: 4 })
  for (const [path, left] of [
    ['/v1', 3],
    ['/v1', 2],
    ['/graphql?query={__typename}', 1],
    ['/', 0],
  ] as const) {
    const answer = await site.ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers['ratelimit-policy']).toBe('"address";q=4;w=60')
    expect(answer.headers['ratelimit']).toMatch(new RegExp(`^"address";r=${left};t=\\d+$`))
    expect(answer.headers['retry-after']).toBeUndefined()
  }
  const refused = await site.ask('/v1')
  expect(refused.status).toBe(429)
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(refused.headers['cache-control']).toBe('no-store')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(refused.json()).toMatchObject({
    type: 'urn:verbatim:problem:too-many-requests',
    status: 429,
  })
})

it('leaves readers alone when no limit is set', async () => {
  await start({})
  const answer = await site.ask('/v1')
  expect(answer.headers['ratelimit']).toBeUndefined()
  expect(new Set(await statuses(50))).toEqual(new Set([200]))
})

it('does not count what the other side answers', async () => {
  await start({ perAddress: 1 })
  for (let n = 0; n < 3; n += 1) expect((await site.ask('/admin')).text).toBe('not mine')
  expect(await statuses(2)).toEqual([200, 429])
})

it('believes nobody about an address unless a proxy is trusted', async () => {
  await start({ perAddress: 1 })
  expect(await statuses(1, from('192.0.2.1'))).toEqual([200])
  expect(await statuses(1, from('192.0.2.2'))).toEqual([429])
})

it('takes the address that the trusted proxy saw, whatever the reader wrote before it', async () => {
  await start({ perAddress: 1, trustProxy: 1 })
  expect(await statuses(1, from('203.0.113.7, 192.0.2.1'))).toEqual([200])
  expect(await statuses(1, from('203.0.113.8, 192.0.2.1'))).toEqual([429])
  expect(await statuses(1, from('203.0.113.7, 192.0.2.2'))).toEqual([200])
})

it('counts a /64 as one reader', async () => {
  await start({ perAddress: 1, trustProxy: 1 })
  expect(await statuses(1, from('2001:db8:1:2::1'))).toEqual([200])
  expect(await statuses(1, from('2001:db8:1:2:ffff::1'))).toEqual([429])
  expect(await statuses(1, from('2001:db8:1:3::1'))).toEqual([200])
})

it('gives a key its own limit, else that of the server, apart from the address', async () => {
  await start({ perAddress: 1, perKey: 2 })
  const [own, common] = [give(3), give(null)]
  expect(await statuses(4, own)).toEqual([200, 200, 200, 429])
  expect(await statuses(3, common)).toEqual([200, 200, 429])
  expect((await site.ask('/v1', { headers: common })).headers['ratelimit-policy']).toBe(
    '"key";q=2;w=60',
  )
  expect(await statuses(2)).toEqual([200, 429])
})

it('counts refused keys for the address, so that nobody tries them at will', async () => {
  await start({ perAddress: 2 })
  const wrong = { authorization: `Bearer ${makeKey()}` }
  expect(await statuses(3, wrong)).toEqual([401, 401, 429])
  expect(await statuses(1)).toEqual([429])
})
