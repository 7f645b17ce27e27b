import { describe, expect, it } from 'vitest'

import { makeReady } from '#src/delivery/cache/readyResponse.ts'
import { createResponseCache } from '#src/delivery/cache/responseCache.ts'

const ready = (head: number, size = 1000) =>
  makeReady({
    reply: { status: 200, type: 'text/plain', body: 'x'.repeat(size), isKept: true },
    head,
  })

describe('the response cache', () => {
  it('gives what was kept under the same head only', () => {
    const cache = createResponseCache({ maxBytes: 100_000 })
    const kept = ready(1)
    cache.keep('/a', kept)
    expect(cache.fresh('/a', 1)).toBe(kept)
    expect(cache.fresh('/a', 2)).toBeUndefined()
    expect(cache.peek('/a')).toBe(kept)
    expect(cache.fresh('/b', 1)).toBeUndefined()
  })

  it('drops what nobody reads first, and counts what it holds', () => {
    const cache = createResponseCache({ maxBytes: 40_000 })
    for (let n = 0; n < 200; n += 1) {
      cache.keep(`/${n}`, ready(1))
      cache.fresh('/0', 1)
      expect(cache.bytes()).toBeLessThanOrEqual(40_000)
    }
    expect(cache.fresh('/0', 1)).toBeDefined()
    expect(cache.fresh('/199', 1)).toBeDefined()
    expect(cache.fresh('/1', 1)).toBeUndefined()
  })

  it('does not keep what would empty it', () => {
    const cache = createResponseCache({ maxBytes: 40_000 })
    cache.keep('/large', ready(1, 39_000))
    expect(cache.peek('/large')).toBeUndefined()
    expect(cache.bytes()).toBe(0)
  })

  it('counts a replaced response once', () => {
    const cache = createResponseCache({ maxBytes: 100_000 })
    cache.keep('/a', ready(1))
    const before = cache.bytes()
    cache.keep('/a', ready(2))
    expect(cache.bytes()).toBe(before)
  })
})
