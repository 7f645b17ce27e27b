/** Reading with a key: what it opens, and that nobody else is given that. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type KeyGrant, keyHash, makeKey } from '#src/ledger/readerKeys.ts'

import { makeSource } from '#tests/fixtures/ledgerStories.ts'

import { type RunningDelivery, startDelivery } from './deliveryServer.ts'

const grants = new Map<string, KeyGrant>()
const used: string[] = []
let version = 0
let site: RunningDelivery

const give = (over: Partial<KeyGrant> = {}): { key: string; as: Record<string, string> } => {
  const key = makeKey()
  const grant: KeyGrant = {
    consumerId: `consumer-${grants.size}`,
    mayReadPublished: true,
    mayReadWithheld: false,
    sections: null,
    sectionIds: null,
    ratePerMinute: null,
    expiresAt: null,
    isRevoked: false,
    ...over,
  }
  grants.set(keyHash(key), grant)
  return { key, as: { authorization: `Bearer ${key}` } }
}
const culture = { id: 'section-culture', name: 'Culture', slug: 'culture' }
const graph = encodeURIComponent('{ articles { nodes { id } } authors { nodes { id } } }')

beforeEach(async () => {
  grants.clear()
  used.length = 0
  site = await startDelivery({
    keys: {
      find: async (hash) => grants.get(hash) ?? null,
      version: () => version,
      used: (id) => used.push(id),
    },
  })
  await site.publish(1, { sources: [makeSource(), makeSource({ id: 's1', slug: 's1' })] })
  await site.publish(2, { section: culture, sources: [makeSource({ id: 's2', slug: 's2' })] })
})
afterEach(() => site.stop())

describe('a key', () => {
  it('for everything is answered as anybody is, from the same memory', async () => {
    const anybody = await site.ask('/v1/articles')
    const keyed = await site.ask('/v1/articles', { headers: give().as })
    expect(keyed.text).toBe(anybody.text)
    expect(keyed.headers['cache-status']).toBe('verbatim; hit')
    expect(keyed.headers.vary).toBe('Accept-Encoding, Authorization')
    expect(used).toEqual(['consumer-0'])
  })

  it('that is unknown, mistyped, revoked or expired is refused, never taken for none', async () => {
    await site.ask('/v1/articles')
    const good = give().key
    const bad = [
      makeKey(),
      `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`,
      give({ isRevoked: true }).key,
      give({ expiresAt: '2020-01-01T00:00:00.000Z' }).key,
      'eyJhbGciOi.J9.x',
      '',
    ]
    for (const key of bad) {
      for (const path of ['/v1/articles', '/', '/articles/storm-1', `/graphql?query=${graph}`]) {
        const answer = await site.ask(path, { headers: { authorization: `Bearer ${key}` } })
        expect({ key, path, status: answer.status }).toEqual({ key, path, status: 401 })
        expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="The Example"/)
        expect(answer.headers['content-type']).toMatch(/problem\+json/)
        expect(answer.headers['cache-control']).toBe('no-store')
        expect(answer.text).not.toContain('Storm')
      }
    }
    const bare = await site.ask('/v1/articles', { headers: { authorization: good } })
    expect(bare.status).toBe(401)
    const basic = await site.ask('/v1/articles', { headers: { authorization: 'Basic dTpw' } })
    expect(basic.status).toBe(200)
  })

  it('is refused in an address, and not repeated', async () => {
    const { key } = give()
    for (const path of [`/v1/articles?key=${key}`, `/v1/search?q=${key}`, `/?key=${key}`]) {
      const answer = await site.ask(path)
      expect(answer.status).toBe(400)
      expect(answer.text).not.toContain(key)
    }
  })

  it('that is revoked opens nothing at the next request', async () => {
    const { key, as } = give()
    expect((await site.ask('/v1/articles', { headers: as })).status).toBe(200)
    grants.set(keyHash(key), { ...(grants.get(keyHash(key)) as KeyGrant), isRevoked: true })
    version += 1
    expect((await site.ask('/v1/articles', { headers: as })).status).toBe(401)
  })
})

describe('a key for a section', () => {
  it('shows its stories and what stands in them, everywhere', async () => {
    const { as } = give({ sections: ['culture'] })
    const ask = async (path: string) => (await site.ask(path, { headers: as })).json()
    const ids = async (path: string) =>
      (await ask(path)).data.map((one: { id: string }) => one.id) as string[]
    // What anybody read before must not answer for it.
    for (const path of ['/v1/articles', '/', `/graphql?query=${graph}`]) await site.ask(path)
    expect(await ids('/v1/articles')).toEqual(['story-2'])
    expect(await ids('/v1/articles?section=world')).toEqual([])
    expect(await ids('/v1/quotes')).toEqual(['quote-2'])
    expect(await ids('/v1/sources')).toEqual(['s2', 'source-port'])
    expect(await ids('/v1/sections')).toEqual(['section-culture'])
    expect(await ids('/v1/authors')).toEqual(['author-ada'])
    const hits = (await ask('/v1/search?q=storm&type=article')).data
    expect(hits.map((hit: { article: { id: string } }) => hit.article.id)).toEqual(['story-2'])
    const changes = await ask('/v1/changes')
    expect(changes.data.map((row: { articleId: string }) => row.articleId)).toEqual(['story-2'])
    expect(changes.page).toMatchObject({ since: 2, hasNextPage: false })
    expect((await ask(`/graphql?query=${graph}`)).data.articles.nodes).toEqual([{ id: 'story-2' }])
    for (const path of [
      '/v1/articles/storm-1',
      '/v1/quotes/quote-1',
      '/v1/sources/s1',
      '/articles/storm-1',
    ]) {
      expect((await site.ask(path, { headers: as })).status, path).toBe(404)
    }
    expect((await site.ask('/', { headers: as })).text).not.toContain('Storm warning 1')
  })

  it('is kept by no shared cache, and mixes with nobody', async () => {
    const mine = give({ sections: ['culture'] })
    const other = give({ sections: ['world'] })
    const both = give({ sections: ['culture', 'world'] })
    const list = async ({ as }: { as: Record<string, string> }) => {
      const answer = await site.ask('/v1/articles', { headers: as })
      return { ids: answer.json().data.map((one: { id: string }) => one.id), answer }
    }
    expect((await list(mine)).ids).toEqual(['story-2'])
    expect((await list(other)).ids).toEqual(['story-1'])
    expect((await list(both)).ids).toEqual(['story-2', 'story-1'])
    const again = await list(mine)
    expect(again.ids).toEqual(['story-2'])
    expect(again.answer.headers['cache-status']).toBe('verbatim; hit')
    expect(again.answer.headers['cache-control']).toBe('private, max-age=10')
    expect(again.answer.headers['surrogate-key']).toBeUndefined()
    expect((await site.ask('/v1/articles')).json().data).toHaveLength(2)
  })
})
