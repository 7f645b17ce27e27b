import fc from 'fast-check'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { storyUrl } from '#src/formats/urls.ts'
import { makeAuthor, makeImage, makeQuote, makeSource } from '#tests/fixtures/ledgerStories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const dataOf = async (query: string, variables?: Record<string, unknown>): Promise<Json> => {
  const answer = (await site.graph(query, variables)).json()
  expect(answer.errors).toBeUndefined()
  return answer.data
}
const errorOf = async (query: string, variables?: Record<string, unknown>) => {
  const { status, json } = await site.graph(query, variables)
  return { status, ...json().errors[0] } as { status: number; message: string; extensions?: Json }
}

describe('article', () => {
  it('gives every part of a story', async () => {
    await site.publish(1, { leadImage: makeImage() })
    const { article } = await dataOf(`{
      article(slug: "storm-1") {
        id slug url state kind language headline byline wordCount firstPublishedAt
        retraction { reason } section { name } topics { slug }
        authors { name role } leadImage { url focalPoint { x } sizes { url width } }
        html: body markdown: body(format: MARKDOWN) text: body(format: TEXT) blocks: body(format: BLOCKS)
        quotes { nodes { text kind verification speaker { name source { name } } chain { mode source { slug } } } }
        sources { kind name } corrections { kind } version { seq hash at }
      }
    }`)
    expect(article).toMatchObject({
      id: 'story-1',
      url: storyUrl(PUBLIC_URL, 'storm-1'),
      state: 'LIVE',
      kind: 'REPORT',
      retraction: null,
      authors: [{ name: 'Ada Quill', role: 'BY' }],
      leadImage: {
        url: `${PUBLIC_URL}/media/harbour.jpg`,
        sizes: [{ url: `${PUBLIC_URL}/media/harbour-400.jpg`, width: 400 }],
      },
      blocks: [{ type: 'paragraph' }, { type: 'quote', quoteId: 'quote-1' }],
      quotes: {
        nodes: [
          {
            kind: 'DIRECT',
            verification: 'VERIFIED',
            speaker: { source: { name: 'Port Authority' } },
            chain: [{ mode: 'FIRST_HAND', source: { slug: 'port-authority' } }],
          },
        ],
      },
      sources: [{ kind: 'ORGANISATION' }],
      version: { seq: 1 },
    })
    expect(article.html).toContain('<p>')
    expect(article.text).toContain('The wind rose at 1.')
    expect(article.text).not.toContain('<p>')
    expect(article.markdown).toContain('# Storm warning 1')
  })

  it('is found by id and by an old slug, and null when unknown or unpublished', async () => {
    await site.publish(1)
    await site.publish(1, { slug: 'storm-now' }, 'update')
    await site.publish(2)
    await site.publish(2, {}, 'unpublish')
    expect(
      await dataOf(`{
        a: article(id: "story-1") { slug } b: article(slug: "storm-1") { slug }
        c: article(slug: "none") { slug } d: article(id: "story-2") { slug }
      }`),
    ).toEqual({ a: { slug: 'storm-now' }, b: { slug: 'storm-now' }, c: null, d: null })
  })

  it('says why it was retracted and has no text then', async () => {
    await site.publish(1)
    await site.publish(1, {}, 'retract')
    const query = `{ article(slug: "storm-1") {
      state headline body blocks: body(format: BLOCKS) retraction { reason at } quotes { nodes { id } }
    } articles { nodes { id } } }`
    expect(await dataOf(query)).toEqual({
      article: {
        state: 'RETRACTED',
        headline: 'Storm warning 1',
        body: '',
        blocks: [],
        retraction: { reason: 'The document turned out to be forged.', at: expect.any(String) },
        quotes: { nodes: [] },
      },
      articles: { nodes: [] },
    })
  })

  it('asks for one of id and slug', async () => {
    expect(await errorOf('{ article { id } }')).toMatchObject({
      message: 'Give either id or slug.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })
})

describe('lists', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3]) await site.publish(n)
  })

  it('are Relay connections', async () => {
    const query = `query ($after: String) { articles(first: 2, after: $after) {
      edges { cursor node { id } } nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    } }`
    const { articles } = await dataOf(query)
    expect(articles.nodes).toEqual([{ id: 'story-3' }, { id: 'story-2' }])
    expect(articles.pageInfo).toEqual({
      startCursor: articles.edges[0].cursor,
      endCursor: articles.edges[1].cursor,
      hasNextPage: true,
      hasPreviousPage: false,
    })
    const rest = await dataOf(query, { after: articles.pageInfo.endCursor })
    expect(rest.articles.nodes).toEqual([{ id: 'story-1' }])
    expect(rest.articles.pageInfo.hasNextPage).toBe(false)
  })

  it('combine filters', async () => {
    const bo = makeAuthor({ id: 'author-bo', slug: 'bo' })
    await site.publish(4, { kind: 'opinion', authors: [bo] })
    const account = makeSource({ id: 's-x', slug: 's-x', kind: 'social account', name: 'X' })
    await site.publish(5, { sources: [account], quotes: [] })
    expect(
      await dataOf(`{
        a: articles(kind: OPINION, author: "bo", section: "world", topic: "weather") { nodes { id } }
        b: articles(kind: OPINION, author: "ada-quill") { nodes { id } }
        c: quotes(speaker: "port-authority", article: "storm-2") { nodes { id } }
        d: sources(kind: SOCIAL_ACCOUNT) { nodes { id kind } }
        e: authors { nodes { name } } f: sections { nodes { slug } }
      }`),
    ).toEqual({
      a: { nodes: [{ id: 'story-4' }] },
      b: { nodes: [] },
      c: { nodes: [{ id: 'quote-2' }] },
      d: { nodes: [{ id: 's-x', kind: 'SOCIAL_ACCOUNT' }] },
      e: { nodes: [{ name: 'Ada Quill' }, { name: 'Ada Quill' }] },
      f: { nodes: [{ slug: 'world' }] },
    })
  })

  it('lead from names to stories and quotes, and from quotes to stories', async () => {
    expect(
      await dataOf(`{
        author(slug: "ada-quill") { articles(first: 1) { nodes { id } } }
        source(id: "source-port") { quotes(first: 1) { nodes { id } } articles(first: 1) { nodes { id } } }
        quote(id: "quote-2") { stories { nodes { id } } }
        sections { nodes { articles(first: 1) { nodes { id } } } }
      }`),
    ).toEqual({
      author: { articles: { nodes: [{ id: 'story-3' }] } },
      source: { quotes: { nodes: [{ id: 'quote-3' }] }, articles: { nodes: [{ id: 'story-3' }] } },
      quote: { stories: { nodes: [{ id: 'story-2' }] } },
      sections: { nodes: [{ articles: { nodes: [{ id: 'story-3' }] } }] },
    })
  })

  it("page through a story's quotes", async () => {
    const quotes = ['a', 'b', 'c'].map((id) => makeQuote({ id }))
    await site.publish(4, { quotes })
    const query = `query ($after: String) { article(slug: "storm-4") {
      quotes(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } } }`
    const { pageInfo } = (await dataOf(query)).article.quotes
    expect(pageInfo.hasNextPage).toBe(true)
    const rest = (await dataOf(query, { after: pageInfo.endCursor })).article.quotes
    expect(rest.nodes).toEqual([{ id: 'c' }])
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })

  it('refuse pages out of bounds and foreign cursors', async () => {
    const after = Buffer.from('quote\nx').toString('base64url')
    for (const args of ['first: 101', 'first: 0', 'first: -5', `after: "${after}"`, 'after: "?"']) {
      const error = await errorOf(`{ articles(${args}) { nodes { id } } }`)
      expect(error.extensions).toEqual({ code: 'BAD_USER_INPUT' })
    }
  })

  it('read the ledger as often for many stories as for one', async () => {
    const reads = async (first: number) => {
      const before = site.ledger.reads.count
      await dataOf(`{ articles(first: ${first}) { nodes {
        authors { articles(first: 2) { nodes { id } } }
        quotes { nodes { stories(first: 2) { nodes { id } } speaker { source { quotes(first: 2) { nodes { id } } } } } }
      } } }`)
      return site.ledger.reads.count - before
    }
    for (let n = 4; n <= 20; n += 1) {
      const author = makeAuthor({ id: `author-${n}`, slug: `author-${n}` })
      const speaker = { ...makeQuote().speaker, sourceId: `source-${n}` }
      const quotes = [makeQuote({ id: `quote-${n}`, speaker })]
      const sources = [makeSource({ id: `source-${n}`, slug: `source-${n}` })]
      await site.publish(n, { authors: [author], quotes, sources })
    }
    expect(await reads(20)).toBe(await reads(1))
  })
})

describe('GraphQL over HTTP', () => {
  it('answers GET with variables, and caches it', async () => {
    await site.publish(1)
    const search = new URLSearchParams({
      query:
        'query One($slug: String) { article(slug: $slug) { id } } query Two { sections { nodes { id } } }',
      variables: JSON.stringify({ slug: 'storm-1' }),
      operationName: 'One',
    })
    const first = await site.ask(`/graphql?${search}`)
    expect(first.json()).toEqual({ data: { article: { id: 'story-1' } } })
    expect(first.headers.vary).toBe('Accept, Accept-Encoding')
    const again = await site.ask(`/graphql?${search}`, {
      headers: { 'if-none-match': first.headers.etag ?? '' },
    })
    expect(again.status).toBe(304)
    expect(again.headers['cache-status']).toBe('verbatim; hit')
  })

  it('answers with the media type of the specification when asked to', async () => {
    const headers = { accept: 'application/graphql-response+json, application/json;q=0.9' }
    const path = `/graphql?query=${encodeURIComponent('{ sections { nodes { id } } }')}`
    const typeOf = async (given: Record<string, string>) =>
      (await site.ask(path, { headers: given })).headers['content-type']
    expect(await typeOf(headers)).toBe('application/graphql-response+json; charset=utf-8')
    expect(await typeOf({})).toBe('application/json; charset=utf-8')
  })

  it('answers repeated POSTs from memory', async () => {
    await site.publish(1)
    const ask = () => site.graph('{ article(slug: "storm-1") { headline } }')
    await ask()
    const { count } = site.ledger.reads
    const again = await ask()
    expect(again.headers['cache-status']).toBe('verbatim; hit')
    expect(site.ledger.reads.count).toBe(count)
  })

  it.each([
    ['no body', '', 'application/json', 400],
    ['broken JSON', '{', 'application/json', 400],
    ['a list', '[{"query":"{__typename}"}]', 'application/json', 400],
    ['no query', '{"variables":{}}', 'application/json', 400],
    [
      'variables that are no object',
      '{"query":"{__typename}","variables":[1]}',
      'application/json',
      400,
    ],
    ['a form', 'query=%7B__typename%7D', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{"query":"{__typename}"}', 'text/plain', 415],
    [
      'a large body',
      JSON.stringify({ query: `{__typename}${' '.repeat(200_000)}` }),
      'application/json',
      413,
    ],
    [
      'deep variables',
      `{"query":"{__typename}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
      'application/json',
      200,
    ],
  ])('treats %s as it should', async (_, body, type, status) => {
    const headers = { 'content-type': type }
    expect((await site.ask('/graphql', { method: 'POST', headers, body })).status).toBe(status)
  })

  it('answers 405 to other methods, and preflights', async () => {
    const wrong = await site.ask('/graphql', { method: 'PUT' })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.allow).toBe('GET, HEAD, POST, OPTIONS')
    const asked = await site.ask('/graphql', { method: 'OPTIONS' })
    expect(asked.headers['access-control-allow-headers']).toContain('Content-Type')
  })
})

describe('limits', () => {
  const nested = (depth: number) =>
    `{ articles(first: 1) ${'{ nodes { authors { articles(first: 1) '.repeat(depth)}{ nodes { id } }${' } } }'.repeat(depth)} }`

  it.each([
    ['a syntax error', '{ articles {'],
    ['an unknown field', '{ drafts { id } }'],
    ['depth', nested(4)],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    ['tokens', `{ ${'__typename '.repeat(2000)} }`],
    [
      'cost',
      '{ articles(first: 100) { nodes { authors { articles(first: 100) { nodes { id } } } } } }',
    ],
    ['fragments in circles', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'],
    ['a mutation', 'mutation { publish }'],
    ['nesting', `{ ${'a{'.repeat(900)} `],
    [
      'circular introspection',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ],
  ])('refuse %s with 400', async (_, query) => {
    const { status, json } = await site.graph(query)
    expect(status).toBe(400)
    expect(json().errors.length).toBeGreaterThan(0)
    expect(json()).not.toHaveProperty('data')
  })

  it('count list sizes given as variables and in fragments', async () => {
    const query = `query ($n: Int = 100) { articles(first: $n) { ...a } }
      fragment a on ArticleConnection { nodes { authors { articles(first: $n) { nodes { id } } } } }`
    expect((await site.graph(query)).status).toBe(400)
    expect((await site.graph(query, { n: 5 })).status).toBe(200)
  })

  it('measure fragments that multiply without multiplying themselves', async () => {
    const fragments = Array.from(
      { length: 200 },
      (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
    )
    const query = `{ ...f0 } ${fragments.join(' ')} fragment f200 on Query { sections { nodes { id } } }`
    const began = performance.now()
    const { status } = await site.graph(query)
    expect(status).toBe(400)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('let ordinary queries and introspection through', async () => {
    const { data } = (await site.graph(getIntrospectionQuery())).json()
    const schema = buildClientSchema(data)
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue
      expect(type.description, type.name).toBeTruthy()
      const fields = 'getFields' in type ? Object.values(type.getFields()) : []
      for (const field of fields)
        expect(field.description, `${type.name}.${field.name}`).toBeTruthy()
    }
  })

  it('hide what went wrong inside', async () => {
    site.ledger.listMany = () => Promise.reject(new Error('secret path'))
    const { json, text } = await site.graph('{ articles { nodes { id } } }')
    expect(json().errors[0].extensions).toEqual({ code: 'INTERNAL' })
    expect(text).not.toContain('secret')
    expect(site.logged).toHaveLength(1)
    vi.restoreAllMocks()
  })

  it('hold for anything that is sent', async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ query: fc.string(), variables: fc.anything() })
        .map((value) => JSON.stringify(value)),
      fc.constantFrom(
        '{"query":"{__typename}","operationName":1}',
        '{"__proto__":{"query":"{a}"}}',
      ),
    )
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const headers = { 'content-type': 'application/json' }
        const { status } = await site.ask('/graphql', { method: 'POST', headers, body: text })
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
    expect(site.logged).toEqual([])
  })
})

describe('the explorer', () => {
  const page = { headers: { accept: 'text/html,application/xhtml+xml' } }

  it('is there in development, with a policy for its own script only', async () => {
    await site.stop()
    site = await startDelivery({ isProduction: false })
    const { status, headers, text } = await site.ask('/graphql', page)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toMatch(
      /script-src 'sha256-[^']+'; connect-src 'self'/,
    )
    expect(text).not.toMatch(/(src|href)="/)
    const query = `/graphql?query=${encodeURIComponent('{ __typename }')}`
    expect((await site.ask(query, page)).json()).toEqual({ data: { __typename: 'Query' } })
  })

  it('is not there in production', async () => {
    expect((await site.ask('/graphql', page)).status).toBe(400)
  })
})
