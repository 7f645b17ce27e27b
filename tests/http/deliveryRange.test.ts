/** Parts of documents, and what scripts of other origins may see of an answer. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningDelivery, startDelivery } from './deliveryServer.ts'

const path = '/v1/articles/storm-1'
let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery({ limits: { perAddress: 100, perKey: 0, trustProxy: 0 } })
  await site.publish(1)
})
afterEach(() => site.stop())

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  site.ask(path, { headers, method })

it('gives a part of a document, from memory or not, and all parts make the whole', async () => {
  const whole = await ask()
  expect(whole.headers['accept-ranges']).toBe('bytes')
  const etag = String(whole.headers.etag)
  const size = whole.bytes.length
  const first = await ask({ range: 'bytes=0-99', 'if-range': etag })
  expect(first.status).toBe(206)
  expect(first.headers['content-range']).toBe(`bytes 0-99/${size}`)
  expect(first.headers['content-length']).toBe('100')
  expect(first.headers.etag).toBe(etag)
  const rest = await ask({ range: 'bytes=100-', 'if-range': etag })
  expect(Buffer.concat([first.bytes, rest.bytes])).toEqual(whole.bytes)
})

it('gives the whole when it is another by now, and 304 before any part', async () => {
  const { etag } = (await ask()).headers
  expect((await ask({ range: 'bytes=0-9', 'if-none-match': String(etag) })).status).toBe(304)
  await site.publish(1, { headline: 'Storm passes' }, 'update')
  const now = await ask({ range: 'bytes=0-9', 'if-range': String(etag) })
  expect(now.status).toBe(200)
  expect(now.json().data.headline).toBe('Storm passes')
})

it('says how long it is to who asks beyond the end; HEAD and errors have no parts', async () => {
  const { bytes } = await ask()
  const beyond = await ask({ range: `bytes=${bytes.length}-` })
  expect(beyond.status).toBe(416)
  expect(beyond.headers['content-range']).toBe(`bytes */${bytes.length}`)
  expect(beyond.bytes).toHaveLength(0)
  const head = await ask({ range: 'bytes=0-9' }, 'HEAD')
  expect([head.status, head.headers['content-length']]).toEqual([200, String(bytes.length)])
  expect((await site.ask('/v1/articles/none', { headers: { range: 'bytes=0-9' } })).status).toBe(
    404,
  )
})

it('lets scripts of other origins read the tag, the limits and the links, and send a key', async () => {
  for (const answer of [await ask(), await site.ask('/v1/articles/none')]) {
    const exposed = String(answer.headers['access-control-expose-headers']).split(', ')
    expect(exposed).toEqual(
      expect.arrayContaining(['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After']),
    )
    expect(answer.headers.ratelimit).toMatch(/^"address";r=\d+;t=\d+$/)
  }
  const { headers } = await ask({}, 'OPTIONS')
  expect(headers['access-control-allow-headers']).toContain('Authorization')
  expect(headers['access-control-allow-credentials']).toBeUndefined()
})
