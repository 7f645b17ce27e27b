import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeQuote } from '#tests/fixtures/ledgerStories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const ask = async (path: string, query: Record<string, string>): Promise<Json> =>
  (await site.ask(`${path}?${new URLSearchParams(query).toString()}`)).json()
const search = (query: Record<string, string>) => ask('/v1/search', query)
const found = ({ data }: Json): string[] =>
  data.map((hit: Json) => (hit.article ?? hit.quote).id as string)

describe('GET /v1/search', () => {
  it('gives stories and quotes with what was found in them', async () => {
    await site.publish(1, { headline: 'Storm & <tide>' })
    const { data, page } = await search({ q: 'storm' })
    expect(page).toEqual({ endCursor: expect.any(String), hasNextPage: false })
    const story = data.find((hit: Json) => hit.type === 'article')
    expect(story).toMatchObject({
      highlights: {
        headline: '<mark>Storm</mark> &amp; &lt;tide&gt;',
        standfirst: 'Ships stay in port.',
        text: expect.stringContaining('<mark>storm</mark>'),
        speaker: null,
      },
      article: { id: 'story-1', url: `${PUBLIC_URL}/articles/storm-1` },
    })
    expect(story.article).not.toHaveProperty('body')
    const quote = data.find((hit: Json) => hit.type === 'quote')
    expect(quote).toMatchObject({
      highlights: { text: 'No ship leaves before the <mark>storm</mark> has passed.' },
      quote: { id: 'quote-1', speaker: { name: 'Port Authority' } },
    })
    expect(quote.score).toBeGreaterThan(0)
  })

  it('combines filters', async () => {
    await site.publish(1, { language: 'de', kind: 'opinion' })
    await site.publish(2, { section: null })
    const articles = { q: 'storm', type: 'article' }
    expect(found(await search({ q: 'storm' }))).toHaveLength(4)
    expect(found(await search({ ...articles, language: 'de' }))).toEqual(['story-1'])
    expect(found(await search({ ...articles, section: 'world', author: 'ada-quill' }))).toEqual([
      'story-1',
    ])
    expect(found(await search({ ...articles, since: '2026-03-01T08:02:00Z' }))).toEqual(['story-2'])
    expect(found(await search({ q: 'storm', kind: 'opinion' }))).toEqual(['story-1'])
    expect(found(await search({ q: 'storm', kind: 'direct', section: 'world' }))).toEqual([
      'quote-1',
    ])
  })

  it('pages by cursor', async () => {
    for (const n of [1, 2, 3]) await site.publish(n)
    const query = { q: '"storm warning"', first: '2' }
    const first = await search(query)
    expect(first.data).toHaveLength(2)
    expect(first.page.hasNextPage).toBe(true)
    const { pathname, search: rest } = new URL(first.links.next)
    const second = (await site.ask(pathname + rest)).json()
    expect([...found(first), ...found(second)].sort()).toEqual(['story-1', 'story-2', 'story-3'])
    expect(second.links.next).toBeNull()
  })

  it('is kept until the next publication, and then finds what is new', async () => {
    await site.publish(1, { headline: 'Calm' })
    const path = '/v1/search?q=calm'
    await site.ask(path)
    expect((await site.ask(path)).headers['cache-status']).toBe('verbatim; hit')
    await site.publish(2, { headline: 'Calm again' })
    expect(found((await site.ask(path)).json())).toHaveLength(2)
  })

  it('asks for words, and refuses too many', async () => {
    const none = await site.ask('/v1/search')
    expect(none.status).toBe(400)
    expect(none.json().problems).toMatchObject([{ parameter: 'q' }])
    for (const q of ['x'.repeat(501), Array.from({ length: 25 }, (_, n) => `w${n}`).join(' ')]) {
      const { status, json } = await site.ask(`/v1/search?q=${encodeURIComponent(q)}`)
      expect(status).toBe(400)
      expect(json().problems).toMatchObject([{ parameter: 'q' }])
    }
    expect((await site.ask('/v1/search?q=a&after=zzz')).status).toBe(400)
  })

  it('answers whatever is typed', async () => {
    await site.publish(1)
    for (const q of [
      '"',
      '*',
      '(',
      'NOT',
      'a:b',
      '"storm" OR',
      '😀',
      '東京',
      '\u0000',
      '%',
      "';--",
    ]) {
      for (const path of ['/v1/search', '/v1/articles', '/v1/quotes']) {
        const { status } = await site.ask(`${path}?q=${encodeURIComponent(q)}`)
        expect(status, `${path} ${q}`).toBe(200)
      }
    }
    const long = await site.ask(`/v1/search?q=${'a'.repeat(10_000)}`)
    expect(long.status).toBe(400)
    expect(site.logged).toEqual([])
  })
})

describe('q on lists', () => {
  it('narrows them and leaves their order', async () => {
    await site.publish(1, { headline: 'Harbour closed' })
    await site.publish(2, { headline: 'Sunny' })
    await site.publish(3, {
      headline: 'The harbour again',
      quotes: [makeQuote({ id: 'quote-3', text: 'We open tomorrow.' })],
    })
    const ids = async (path: string, query: Record<string, string>) =>
      (await ask(path, query)).data.map(({ id }: Json) => id)
    expect(await ids('/v1/articles', { q: 'harbour' })).toEqual(['story-3', 'story-1'])
    expect(await ids('/v1/articles', { q: 'harb*', first: '1' })).toEqual(['story-3'])
    expect(await ids('/v1/quotes', { q: 'open' })).toEqual(['quote-3'])
    expect(await ids('/v1/quotes', { author: 'ada-quill', section: 'world', q: 'ship' })).toEqual([
      'quote-2',
      'quote-1',
    ])
  })
})

describe('search in GraphQL', () => {
  const run = async (query: string) => (await site.graph(query)).json()

  it('gives the same as REST', async () => {
    for (const n of [1, 2, 3]) await site.publish(n)
    const { data } = await run(`{
      search(q: "storm", first: 4) {
        nodes { score article { id headline } quote { id speaker { name } }
          highlights { headline standfirst text speaker } }
        pageInfo { endCursor hasNextPage }
      }
    }`)
    const rest = await search({ q: 'storm', first: '4' })
    const ids = data.search.nodes.map((hit: Json) => (hit.article ?? hit.quote).id)
    expect(ids).toEqual(found(rest))
    expect(data.search.nodes.map(({ highlights }: Json) => highlights)).toEqual(
      rest.data.map(({ highlights }: Json) => highlights),
    )
    expect(data.search.pageInfo.endCursor).toBe(rest.page.endCursor)
  })

  it('narrows by type, kind, language and age, and narrows lists by words', async () => {
    await site.publish(1, { kind: 'opinion' })
    await site.publish(2)
    const { data } = await run(`{
      a: search(q: "storm", articleKind: OPINION) { nodes { article { id } quote { id } } }
      b: search(q: "storm", type: QUOTE, since: "2026-03-01T08:02:00Z") { nodes { quote { id } } }
      c: search(q: "storm", type: QUOTE, articleKind: OPINION) { nodes { score } }
      d: articles(q: "\\"warning 2\\"") { nodes { id } }
      e: quotes(q: "ship*", kind: DIRECT, language: "en", section: "world") { nodes { id } }
    }`)
    expect(data).toEqual({
      a: { nodes: [{ article: { id: 'story-1' }, quote: null }] },
      b: { nodes: [{ quote: { id: 'quote-2' } }] },
      c: { nodes: [] },
      d: { nodes: [{ id: 'story-2' }] },
      e: { nodes: [{ id: 'quote-2' }, { id: 'quote-1' }] },
    })
  })

  it('says what is wrong with a query or a cursor', async () => {
    const errors = await Promise.all([
      run(`{ search(q: "${'x'.repeat(501)}") { nodes { score } } }`),
      run('{ search(q: "a", after: "b") { nodes { score } } }'),
      run(`{ articles(q: "${'x'.repeat(501)}") { nodes { id } } }`),
    ])
    expect(errors.map((answer) => answer.errors[0].message)).toEqual([
      'The words to search for are too many. Give at most 500 characters.',
      'after is not a cursor of this list; give the endCursor of an earlier page.',
      'The words to search for are too many. Give at most 500 characters.',
    ])
    expect(site.logged).toEqual([])
  })
})
