import { Agent, get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const article = '/v1/articles/storm-1'

describe('keeping answers', () => {
  it('computes once and then answers from memory', async () => {
    await site.publish(1)
    const first = await site.ask(article)
    expect(first.headers['cache-status']).toBe('verbatim; fwd=miss; stored')
    const { count } = site.ledger.reads
    const second = await site.ask(article)
    expect(second.headers['cache-status']).toBe('verbatim; hit')
    expect(second.text).toBe(first.text)
    expect(second.headers['cache-control']).toBe(
      'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
    )
    expect(site.ledger.reads.count).toBe(count)
  })

  it('knows two spellings of one query', async () => {
    await site.ask('/v1/articles?section=world&first=5')
    const again = await site.ask('/v1/articles?first=5&section=world')
    expect(again.headers['cache-status']).toBe('verbatim; hit')
    expect((await site.ask('/v1/articles')).headers['cache-status']).toContain('miss')
    expect((await site.ask('/v1/articles?first=20')).headers['cache-status']).toContain('hit')
  })

  it('answers 500 readers at once with one computation', async () => {
    await site.publish(1)
    const list = vi.spyOn(site.ledger, 'list')
    const get = vi.spyOn(site.ledger, 'get')
    const ask = (path: string) =>
      Promise.all(
        Array.from({ length: 500 }, () => site.ask(path, { headers: { connection: 'close' } })),
      )
    const lists = await ask('/v1/articles')
    expect(new Set(lists.map(({ status }) => status))).toEqual(new Set([200]))
    expect(list).toHaveBeenCalledTimes(1)
    await ask(article)
    expect(get).toHaveBeenCalledTimes(1)
  })

  it('shows a publication at the very next read, everywhere', async () => {
    const query = '{ articles { nodes { headline } } article(slug: "storm-1") { headline } }'
    for (let round = 1; round <= 20; round += 1) {
      const headline = `Round ${round}`
      await site.publish(1, { headline }, round === 1 ? 'publish' : 'update')
      for (const path of [article, '/v1/articles', '/', '/articles/storm-1', '/v1/sections']) {
        const answer = await site.ask(path)
        if (path !== '/v1/sections') expect(answer.text, path).toContain(headline)
        expect(await site.ask(path)).toMatchObject({ text: answer.text })
      }
      expect((await site.graph(query)).json().data).toEqual({
        articles: { nodes: [{ headline }] },
        article: { headline },
      })
    }
  })

  it('keeps a story through publications of others, with one look', async () => {
    await site.publish(1)
    await site.ask(article)
    await site.publish(2)
    const [get, seqOf] = [vi.spyOn(site.ledger, 'get'), vi.spyOn(site.ledger, 'seqOf')]
    const after = await site.ask(article)
    expect(seqOf).toHaveBeenCalledTimes(1)
    expect(after.status).toBe(200)
    expect((await site.ask(article)).headers['cache-status']).toBe('verbatim; hit')
    expect(seqOf).toHaveBeenCalledTimes(1)
    expect(get).not.toHaveBeenCalled()
  })

  it('does not keep what was computed while a publication came in', async () => {
    await site.publish(1)
    await site.ask('/v1')
    const list = site.ledger.list.bind(site.ledger)
    let isFirst = true
    site.ledger.list = async (kind, query) => {
      const rows = await list(kind, query)
      if (isFirst) {
        isFirst = false
        await site.publish(2)
      }
      return rows
    }
    const during = (await site.ask('/v1/articles')).json()
    expect(during.data).toHaveLength(2)
    expect((await site.ask('/v1/articles')).json().data).toHaveLength(2)
  })

  it('never shows one connection an older version after a newer one', async () => {
    await site.publish(1, { headline: 'Version 0' })
    let isDone = false
    const reader = async () => {
      let newest = 0
      while (!isDone) {
        const { text } = await site.ask(article)
        const version = Number(/Version (\d+)/.exec(text)?.[1])
        expect(version).toBeGreaterThanOrEqual(newest)
        newest = version
      }
    }
    const readers = Array.from({ length: 8 }, reader)
    for (let n = 1; n <= 60; n += 1) {
      await site.publish(1, { headline: `Version ${n}` }, 'update')
      await new Promise((resolve) => setImmediate(resolve))
    }
    isDone = true
    await Promise.all(readers)
    expect((await site.ask(article)).text).toContain('Version 60')
  })

  it('stays within its memory', async () => {
    await site.stop()
    site = await startDelivery({ cacheBytes: 200_000 })
    for (let n = 1; n <= 60; n += 1) await site.publish(n)
    for (let n = 1; n <= 60; n += 1) {
      await site.ask(`/v1/articles/storm-${n}`)
      await site.ask('/v1/articles/storm-60')
      expect(site.delivery.cachedBytes()).toBeLessThanOrEqual(200_000)
    }
    const used = await site.ask('/v1/articles/storm-60')
    expect(used.headers['cache-status']).toBe('verbatim; hit')
    expect(site.delivery.cachedBytes()).toBeGreaterThan(50_000)
  })
})

describe('under load', () => {
  it('never goes back to an older version on a connection, and never mixes two', async () => {
    const version = (n: number) => ({ headline: `Version ${n}`, standfirst: `As of ${n}` })
    await site.publish(1, version(0))
    const paths = [
      article,
      '/v1/articles',
      '/articles/storm-1',
      '/v1/articles?fields=headline,standfirst',
    ]
    const tally = { reads: 0, seen: new Set<number>(), faults: [] as object[] }
    const connection = async (): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      let newest = 0
      for (let n = 0; n < 1000; n += 1) {
        const text = await readBy(agent, site.port, paths[n % paths.length] ?? article)
        const headline = Number(/Version (\d+)/.exec(text)?.[1])
        const standfirst = Number(/As of (\d+)/.exec(text)?.[1])
        if (standfirst !== headline || headline < newest || !text) {
          tally.faults.push({ headline, standfirst, newest })
        }
        newest = headline
        tally.reads += 1
        tally.seen.add(headline)
      }
      agent.destroy()
    }
    let isDone = false
    const readers = Promise.all(Array.from({ length: 10 }, connection)).finally(() => {
      isDone = true
    })
    let published = 0
    while (!isDone) {
      published += 1
      await site.publish(1, version(published), 'update')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await readers
    expect(tally.faults).toEqual([])
    expect(tally.reads).toBe(10_000)
    expect(tally.seen.has(NaN)).toBe(false)
    expect(tally.seen.size).toBeGreaterThan(10)
    expect((await site.ask(article)).text).toContain(`Version ${published}`)
  }, 120_000)
})

const readBy = (agent: Agent, port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const req = get({ agent, port, host: '127.0.0.1', path }, (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (text += chunk))
      res.on('end', () => resolve(text))
      res.on('error', reject)
    })
    req.on('error', reject)
  })

describe('conditional requests', () => {
  beforeEach(() => site.publish(1))

  it('answers 304 to the tag it gave, repeating what caches need', async () => {
    const { headers } = await site.ask(article)
    expect(headers.etag).toMatch(/^"[\w-]{20,}"$/)
    for (const given of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await site.ask(article, { headers: { 'if-none-match': given ?? '' } })
      expect(again.status).toBe(304)
      expect(again.bytes).toHaveLength(0)
      for (const name of ['etag', 'cache-control', 'vary', 'last-modified']) {
        expect(again.headers[name]).toBe(headers[name])
      }
    }
  })

  it('answers 200 to another tag, even when the date would fit', async () => {
    const { headers } = await site.ask(article)
    const again = await site.ask(article, {
      headers: {
        'if-none-match': '"other"',
        'if-modified-since': headers['last-modified'] ?? '',
      },
    })
    expect(again.status).toBe(200)
  })

  it('answers 304 to a date that is not before the change', async () => {
    const { headers } = await site.ask(article)
    const since = (date: string) => site.ask(article, { headers: { 'if-modified-since': date } })
    expect(headers['last-modified']).toBe('Sun, 01 Mar 2026 08:01:00 GMT')
    expect((await since(headers['last-modified'] ?? '')).status).toBe(304)
    expect((await since('Sun, 01 Mar 2026 08:00:59 GMT')).status).toBe(200)
    expect((await since('yesterday')).status).toBe(200)
  })

  it('answers 304 to a HEAD too, and never for errors', async () => {
    const { headers } = await site.ask(article)
    const head = await site.ask(article, {
      method: 'HEAD',
      headers: { 'if-none-match': headers.etag ?? '' },
    })
    expect(head.status).toBe(304)
    const missing = await site.ask('/v1/articles/none', { headers: { 'if-none-match': '*' } })
    expect(missing.status).toBe(404)
  })

  it('changes the tag with the content', async () => {
    const before = await site.ask(article)
    await site.publish(1, { headline: 'Other' }, 'update')
    const after = await site.ask(article, {
      headers: { 'if-none-match': before.headers.etag ?? '' },
    })
    expect(after.status).toBe(200)
    expect(after.headers.etag).not.toBe(before.headers.etag)
  })
})

describe('compression', () => {
  const accepting = (encoding: string) =>
    site.ask(article, { headers: { 'accept-encoding': encoding } })
  const compressed = async () => {
    await site.publish(1, { standfirst: 'Rain and more rain. '.repeat(200) })
    await accepting('br')
    await vi.waitFor(async () =>
      expect((await accepting('br')).headers['content-encoding']).toBe('br'),
    )
  }

  it('makes its variants off the request, each with a tag of its own', async () => {
    await compressed()
    const plain = await accepting('identity')
    const br = await accepting('gzip, deflate, br')
    const gzip = await accepting('gzip')
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(br.headers.etag).toBe(plain.headers.etag?.replace(/"$/, '-br"'))
    expect(gzip.headers.etag).toBe(plain.headers.etag?.replace(/"$/, '-gzip"'))
    expect(br.headers.vary).toBe('Accept-Encoding')
    expect(br.headers['content-length']).toBe(String(br.bytes.length))
  })

  it('takes the tag of any variant, and gives it back', async () => {
    await compressed()
    const { etag } = (await accepting('identity')).headers
    const again = await site.ask(article, {
      headers: { 'accept-encoding': 'br', 'if-none-match': etag ?? '' },
    })
    expect(again.status).toBe(304)
    expect(again.headers.etag).toBe(etag)
  })

  it('respects refusals', async () => {
    await compressed()
    expect((await accepting('br;q=0, gzip')).headers['content-encoding']).toBe('gzip')
    expect((await accepting('*')).headers['content-encoding']).toBe('br')
    expect((await accepting('br;q=0.1, gzip;q=0.9')).headers['content-encoding']).toBe('gzip')
    expect((await accepting('zstd')).headers).not.toHaveProperty('content-encoding')
    expect((await accepting('identity, br;q=0.5')).headers).not.toHaveProperty('content-encoding')
  })
})

describe('when the ledger cannot be read', () => {
  it('answers 500 before it was ever read, and recovers', async () => {
    await site.stop()
    site = await startDelivery()
    const head = site.ledger.head.bind(site.ledger)
    site.ledger.head = () => Promise.reject(new Error('no database'))
    expect((await site.ask('/v1/articles')).status).toBe(500)
    site.ledger.head = head
    expect((await site.ask('/v1/articles')).status).toBe(200)
  })
})
