import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readAllowedQueries } from '#src/delivery/graphql/persistedQueries.ts'

import { type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
  await site.publish(1)
})
afterEach(() => site.stop())

const query = '{ articles { nodes { id } } }'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const extensionsOf = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })
const get = (parameters: Record<string, string>) =>
  site.ask(`/graphql?${new URLSearchParams(parameters).toString()}`)
const post = (body: object) =>
  site.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const byHash = JSON.stringify(extensionsOf(hashOf(query)))
const answer = { data: { articles: { nodes: [{ id: 'story-1' }] } } }

describe('automatic persisted queries', () => {
  it('are asked for once, and then known by their hash', async () => {
    const unknown = await get({ extensions: byHash })
    expect(unknown.status).toBe(400)
    expect(unknown.headers['cache-control']).toBe('no-store')
    expect(unknown.json().errors).toEqual([
      {
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
      },
    ])
    expect((await post({ query, extensions: extensionsOf(hashOf(query)) })).json()).toEqual(answer)
    expect((await get({ extensions: byHash })).json()).toEqual(answer)
    expect((await post({ extensions: extensionsOf(hashOf(query).toUpperCase()) })).json()).toEqual(
      answer,
    )
  })

  it('are kept as answers too, until the next publication', async () => {
    await get({ query, extensions: byHash })
    await get({ extensions: byHash })
    const again = await get({ extensions: byHash })
    expect(again.headers['cache-status']).toBe('verbatim; hit')
    expect(again.headers['cache-control']).toContain('public')
    await site.publish(2)
    expect((await get({ extensions: byHash })).json().data.articles.nodes).toHaveLength(2)
  })

  it('refuse a document under the hash of another', async () => {
    const other = JSON.stringify(extensionsOf(hashOf('{ __typename }')))
    const { status, json } = await get({ query, extensions: other })
    expect(status).toBe(400)
    expect(json().errors[0].extensions.code).toBe('BAD_USER_INPUT')
    expect((await get({ extensions: other })).json().errors[0].message).toBe(
      'PersistedQueryNotFound',
    )
  })

  it('refuse what is no hash, and go on answering', async () => {
    for (const extensions of ['{}', '[]', '"x"', '{"persistedQuery":{"version":1}}', '{']) {
      expect((await get({ extensions })).status, extensions).toBe(400)
    }
    const short = { persistedQuery: { version: 1, sha256Hash: '../../etc' } }
    expect((await post({ extensions: short })).status).toBe(400)
    expect((await get({ query, extensions: '{}' })).json()).toEqual(answer)
  })

  it('are forgotten, the least used first, when there are too many', async () => {
    await post({ query, extensions: extensionsOf(hashOf(query)) })
    for (let n = 0; n < 45; n += 1) {
      const long = `${query} # ${'x'.repeat(99_000)}${n}`
      await post({ query: long, extensions: extensionsOf(hashOf(long)) })
    }
    await site.publish(2)
    expect((await get({ extensions: byHash })).json().errors[0].message).toBe(
      'PersistedQueryNotFound',
    )
  })
})

describe('a list of allowed queries', () => {
  const allow = async (json: object) => {
    await site.stop()
    site = await startDelivery({ allowedQueries: readAllowedQueries(JSON.stringify(json)) })
    await site.publish(1)
  }

  it('runs them, by text or by hash, and nothing else', async () => {
    await allow({ [hashOf(query)]: query })
    expect((await get({ extensions: byHash })).json()).toEqual(answer)
    expect((await post({ query })).json()).toEqual(answer)
    const other = '{ __typename }'
    const refused = await post({ query: other, extensions: extensionsOf(hashOf(other)) })
    expect(refused.status).toBe(400)
    expect(refused.json().errors[0].extensions.code).toBe('QUERY_NOT_ALLOWED')
    expect((await get({ query: '{ __schema { types { name } } }' })).status).toBe(400)
  })

  it("is read from a front end's manifest, and not when a hash is wrong", async () => {
    const operations = [{ id: hashOf(query), name: 'Front', type: 'query', body: query }]
    await allow({ format: 'apollo-persisted-query-manifest', version: 1, operations })
    expect((await get({ extensions: byHash })).json()).toEqual(answer)
    expect(() => readAllowedQueries(`{"${hashOf('x')}":"y"}`)).toThrow(/not the SHA-256/)
    expect(() => readAllowedQueries('[1]')).toThrow(/cannot be read/)
    expect(() => readAllowedQueries('nothing')).toThrow(/not valid JSON/)
  })
})
