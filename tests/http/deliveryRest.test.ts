import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { storyUrl } from '#src/formats/urls.ts'
import {
  makeAuthor,
  makeImage,
  makeQuote,
  makeSource,
  makeStory,
  publicationOf,
} from '#tests/fixtures/ledgerStories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const idsOf = (body: Json): string[] => body.data.map((one: { id: string }) => one.id)
const publishMany = async (...ns: number[]) => {
  for (const n of ns) await site.publish(n)
}

describe('GET /v1', () => {
  it('lists the endpoints with their parameters', async () => {
    const { status, json } = await site.ask('/v1')
    expect(status).toBe(200)
    const articles = json().data.endpoints.find(
      (one: { path: string }) => one.path === `${PUBLIC_URL}/v1/articles`,
    )
    expect(articles.parameters).toEqual(
      expect.arrayContaining(['first', 'after', 'section', 'author', 'topic', 'source', 'kind']),
    )
  })
})

describe('GET /v1/articles', () => {
  it('is an empty page before the first publication', async () => {
    const { json } = await site.ask('/v1/articles')
    expect(json()).toEqual({
      data: [],
      page: { endCursor: null, hasNextPage: false },
      links: { next: null },
    })
  })

  it('gives teasers, newest first, with absolute addresses and without the text', async () => {
    await site.publish(1, { leadImage: makeImage() })
    await site.publish(2)
    const { json } = await site.ask('/v1/articles')
    expect(idsOf(json())).toEqual(['story-2', 'story-1'])
    const teaser = json().data[1]
    expect(teaser).toMatchObject({
      headline: 'Storm warning 1',
      url: storyUrl(PUBLIC_URL, 'storm-1'),
      leadImage: {
        url: `${PUBLIC_URL}/media/harbour.jpg`,
        sizes: [{ url: `${PUBLIC_URL}/media/harbour-400.jpg` }],
      },
    })
    expect(teaser).not.toHaveProperty('body')
    expect(teaser).not.toHaveProperty('quotes')
  })

  it('pages by cursor, and inserts neither repeat nor hide a story', async () => {
    await publishMany(1, 2, 3, 4, 5)
    const seen: string[] = []
    let path = '/v1/articles?first=2'
    for (let round = 0; round < 3; round += 1) {
      const body = (await site.ask(path)).json()
      seen.push(...idsOf(body))
      await site.publish(10 + round)
      await site.publish(1, { headline: `Rewritten ${round}` }, 'update')
      path = (body.links.next ?? '').replace(PUBLIC_URL, '')
    }
    expect(seen).toEqual(['story-5', 'story-4', 'story-3', 'story-2', 'story-1'])
    expect(path).toBe('')
  })

  it('combines filters; authors and sources by id or slug', async () => {
    const bo = makeAuthor({ id: 'author-bo', slug: 'bo', name: 'Bo' })
    await site.publish(1, { authors: [bo] })
    await site.publish(2, { authors: [bo], kind: 'opinion' })
    await site.publish(3, { section: null, topics: [] })
    const ids = async (query: string) => idsOf((await site.ask(`/v1/articles?${query}`)).json())
    expect(await ids('author=bo')).toEqual(['story-2', 'story-1'])
    expect(await ids('author=author-bo&kind=opinion')).toEqual(['story-2'])
    expect(await ids('source=port-authority&section=world&topic=weather')).toEqual([
      'story-2',
      'story-1',
    ])
    expect(await ids('source=source-port&kind=report&author=ada-quill')).toEqual(['story-3'])
    expect(await ids('author=nobody')).toEqual([])
  })

  it('keeps the filters in the link to the next page', async () => {
    await publishMany(1, 2, 3)
    const body = (await site.ask('/v1/articles?section=world&first=1')).json()
    expect(body.links.next).toBe(
      `${PUBLIC_URL}/v1/articles?after=${body.page.endCursor}&first=1&section=world`,
    )
  })

  it('names every bad parameter at once, with what to do', async () => {
    const cursor = Buffer.from('quote\nx').toString('base64url')
    const query = `first=0&after=${cursor}&kind=poem&page=2&section=a&section=b`
    const { status, headers, json } = await site.ask(`/v1/articles?${query}`)
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    const { problems, ...rest } = json()
    expect(rest).toMatchObject({
      type: 'urn:verbatim:problem:bad-request',
      title: 'Bad Request',
      status: 400,
    })
    const codes = problems.map((one: Json) => `${one.parameter} ${one.code}`).sort()
    expect(codes).toEqual([
      'after bad-parameter',
      'first bad-parameter',
      'kind bad-parameter',
      'page unknown-parameter',
      'section repeated-parameter',
    ])
    for (const problem of problems) expect(problem.fix).toMatch(/\w.*\.$/)
  })

  it.each(['first=101', 'first=-1', 'first=1.5', 'first=', 'first=abc', 'after=zzz', 'section='])(
    'refuses %s',
    async (query) => {
      expect((await site.ask(`/v1/articles?${query}`)).status).toBe(400)
    },
  )
})

describe('GET /v1/articles/{slugOrId}', () => {
  it('gives the whole story by slug and by id', async () => {
    await site.publish(1)
    const { status, json, headers } = await site.ask('/v1/articles/storm-1')
    expect(status).toBe(200)
    expect(json().data).toMatchObject({
      id: 'story-1',
      url: storyUrl(PUBLIC_URL, 'storm-1'),
      quotes: [{ id: 'quote-1', verification: 'verified' }],
      sources: [{ id: 'source-port' }],
      version: { seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(json().data.bodyHtml).toContain('The wind rose at 1.')
    expect(headers['surrogate-key']).toBe(
      'story-story-1 section-world author-author-ada source-source-port',
    )
    expect(headers['cache-tag']).toBe(
      'story-story-1,section-world,author-author-ada,source-source-port',
    )
    const byId = await site.ask('/v1/articles/story-1')
    expect(byId.json()).toEqual(json())
  })

  it('finds slugs of any script', async () => {
    await site.publish(1, { slug: 'عاصفة' })
    expect((await site.ask(`/v1/articles/${encodeURIComponent('عاصفة')}`)).status).toBe(200)
  })

  it('answers 404 for an unknown story, to be kept for a moment only', async () => {
    const { status, headers, json } = await site.ask('/v1/articles/nothing')
    expect(status).toBe(404)
    expect(headers['cache-control']).toBe('public, max-age=10')
    expect(json()).toMatchObject({ status: 404, type: 'urn:verbatim:problem:not-found' })
  })

  it('leads an old slug to the new one', async () => {
    await site.publish(1)
    await site.ask('/v1/articles/storm-1')
    await site.publish(1, { slug: 'storm-now' }, 'update')
    const { status, headers } = await site.ask('/v1/articles/storm-1')
    expect(status).toBe(301)
    expect(headers.location).toBe(`${PUBLIC_URL}/v1/articles/storm-now`)
    expect((await site.ask('/v1/articles/storm-now')).status).toBe(200)
  })

  it('tells why a story was retracted, and nothing of its text', async () => {
    await site.publish(1)
    await site.ask('/v1/articles/storm-1')
    await site.publish(1, {}, 'retract')
    const { status, json, text, headers } = await site.ask('/v1/articles/storm-1')
    expect(status).toBe(410)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(json()).toMatchObject({
      state: 'retracted',
      headline: 'Storm warning 1',
      notice: 'The document turned out to be forged.',
      reason: 'The document turned out to be forged.',
    })
    expect(text).not.toContain('wind rose')
  })

  it('tells only that an unpublished story is gone', async () => {
    await site.publish(1)
    await site.publish(1, {}, 'unpublish')
    const { status, json, text } = await site.ask('/v1/articles/storm-1')
    expect(status).toBe(410)
    expect(json().state).toBe('unpublished')
    expect(text).not.toContain('Storm')
  })
})

describe('GET /v1/quotes', () => {
  it('filters by speaker, source and article', async () => {
    const relayed = makeQuote({
      id: 'quote-relayed',
      speaker: { ...makeQuote().speaker, sourceId: null, name: null, isAnonymous: true },
      chain: [{ mode: 'relayed', sourceId: 'source-paper', name: 'The Paper', url: null }],
    })
    const paper = makeSource({ id: 'source-paper', slug: 'the-paper', name: 'The Paper' })
    await site.publish(1)
    await site.publish(2, { quotes: [relayed], sources: [paper] })
    const ids = async (query: string) => idsOf((await site.ask(`/v1/quotes?${query}`)).json())
    expect(await ids('')).toEqual(['quote-relayed', 'quote-1'])
    expect(await ids('speaker=port-authority')).toEqual(['quote-1'])
    expect(await ids('source=the-paper')).toEqual(['quote-relayed'])
    expect(await ids('article=storm-1')).toEqual(['quote-1'])
    expect(await ids('article=story-2&speaker=source-port')).toEqual([])
  })

  it('gives one quote with the stories that carry it', async () => {
    await site.publish(1)
    await site.publish(2, { quotes: [makeQuote({ id: 'quote-1' })] })
    const { json } = await site.ask('/v1/quotes/quote-1')
    expect(json().data).toMatchObject({ id: 'quote-1', chain: [{ mode: 'first-hand' }] })
    expect(json().data.articles.map((one: Json) => one.id)).toEqual(['story-2', 'story-1'])
    expect((await site.ask('/v1/quotes/none')).status).toBe(404)
  })
})

describe('what has a name', () => {
  beforeEach(() => publishMany(1, 2))

  it.each([
    ['authors', 'author-ada', 'ada-quill'],
    ['sources', 'source-port', 'port-authority'],
    ['sections', 'section-world', 'world'],
  ])('lists %s and gives one by id or slug', async (list, id, slug) => {
    expect(idsOf((await site.ask(`/v1/${list}`)).json())).toEqual([id])
    const byId = (await site.ask(`/v1/${list}/${id}`)).json()
    expect((await site.ask(`/v1/${list}/${slug}`)).json()).toEqual(byId)
    const { pathname, search } = new URL(byId.data.links.articles)
    expect(idsOf((await site.ask(pathname + search)).json())).toEqual(['story-2', 'story-1'])
    expect((await site.ask(`/v1/${list}/nobody`)).status).toBe(404)
  })

  it('filters sources by kind', async () => {
    expect(idsOf((await site.ask('/v1/sources?kind=person')).json())).toEqual([])
    expect((await site.ask('/v1/sources?kind=alien')).status).toBe(400)
    expect((await site.ask('/v1/authors?kind=person')).status).toBe(400)
  })
})

describe('GET /v1/changes', () => {
  it('gives rows after a seq, with tombstones and without texts', async () => {
    await publishMany(1, 2)
    await site.publish(1, {}, 'retract')
    const first = (await site.ask('/v1/changes?limit=2')).json()
    expect(first.data.map((row: Json) => row.seq)).toEqual([1, 2])
    expect(first.page).toEqual({ since: 2, head: 3, hasNextPage: true })
    const { pathname, search } = new URL(first.links.next)
    const rest = await site.ask(pathname + search)
    expect(rest.json().data).toMatchObject([
      { seq: 3, event: 'retract', isTombstone: true, articleId: 'story-1' },
    ])
    const all = await site.ask('/v1/changes')
    expect(all.text).not.toContain('wind rose')
    expect(all.text).not.toContain('user-chief')
  })

  it('checks its parameters', async () => {
    expect((await site.ask('/v1/changes?since=-1&limit=1001')).json().problems).toHaveLength(2)
  })

  it('says what kind of change a row was, where the newsroom said', async () => {
    await site.publish(1)
    const corrected = makeStory(1, { standfirst: 'Ships leave port.' })
    await site.ledger.append(publicationOf(corrected, 'update', { change: 'minor' }))
    const { data } = (await site.ask('/v1/changes')).json()
    expect(data.map(({ change }: Json) => change)).toEqual([null, 'minor'])
  })
})

describe('methods', () => {
  it('answers HEAD as GET without a body', async () => {
    await site.publish(1)
    for (const path of ['/v1/articles', '/v1/articles/storm-1', '/v1/articles/none', '/v1?x=1']) {
      const get = await site.ask(path)
      const head = await site.ask(path, { method: 'HEAD' })
      expect(head.status).toBe(get.status)
      expect(head.bytes).toHaveLength(0)
      expect(head.headers['content-length']).toBe(String(get.bytes.length))
      expect(head.headers.etag).toBe(get.headers.etag)
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'answers 405 to %s, with what is allowed',
    async (method) => {
      const { status, headers, json } = await site.ask('/v1/articles', { method })
      expect(status).toBe(405)
      expect(headers.allow).toBe('GET, HEAD, OPTIONS')
      expect(json().type).toBe('urn:verbatim:problem:method-not-allowed')
    },
  )

  it('lets any site read, without credentials', async () => {
    const answer = await site.ask('/v1/articles', { headers: { origin: 'https://other.example' } })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
    const asked = await site.ask('/v1/articles', { method: 'OPTIONS' })
    expect(asked.status).toBe(204)
    expect(asked.headers['access-control-allow-methods']).toContain('GET')
  })
})

describe('hostile requests', () => {
  const paths = [
    '/v1/articles',
    '/v1/articles/',
    '/v1/quotes',
    '/v1/quotes/',
    '/v1/',
    '/articles/',
    '/v1/changes',
  ]
  const names = [
    'first',
    'after',
    'section',
    'author',
    'since',
    'limit',
    'kind',
    '__proto__',
    'constructor',
  ]

  it('never make us fail: query strings', async () => {
    await site.publish(1)
    const query = fc.array(
      fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: 'binary' })),
      { maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, pairs) => {
        const search = new URLSearchParams(pairs).toString()
        const { status } = await site.ask(`${path}?${search}`)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
    expect(site.logged).toEqual([])
  })

  it('never make us fail: paths', async () => {
    const segment = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => encodeURIComponent(text)),
      fc.constantFrom(
        '..',
        '%',
        '%zz',
        '%00',
        '%ff',
        '__proto__',
        '%2e%2e%2f',
        '.',
        '//',
        ';',
        'a%0d%0ab',
      ),
    )
    const path = fc.tuple(fc.constantFrom(...paths), fc.array(segment, { maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(path, async ([start, rest]) => {
        const { status } = await site.ask(start + rest.join('/'))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
    expect(site.logged).toEqual([])
  })
})

describe('failures', () => {
  it('say nothing of their cause to readers, and are logged', async () => {
    site.ledger.list = () => Promise.reject(new Error('disk /secret/path is full'))
    const { status, text, headers } = await site.ask('/v1/articles')
    expect(status).toBe(500)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).not.toContain('secret')
    expect(site.logged).toMatchObject([{ err: { message: 'disk /secret/path is full' } }])
  })

  it('are not kept', async () => {
    const list = site.ledger.list.bind(site.ledger)
    site.ledger.list = () => Promise.reject(new Error('once'))
    await site.ask('/v1/articles')
    site.ledger.list = list
    expect((await site.ask('/v1/articles')).status).toBe(200)
  })
})
