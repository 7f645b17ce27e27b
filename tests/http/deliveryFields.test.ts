import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { makeImage } from '#tests/fixtures/ledgerStories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
  await site.publish(1, { leadImage: makeImage() })
})
afterEach(() => site.stop())

const dataOf = async (path: string): Promise<Json> => (await site.ask(path)).json().data

describe('fields', () => {
  it('cut a story down to what was asked for, inside lists too', async () => {
    const fields = 'headline,authors.name,leadImage.sizes.url,section.slug'
    const cut = {
      headline: 'Storm warning 1',
      section: { slug: 'world' },
      authors: [{ name: 'Ada Quill' }],
      leadImage: { sizes: [{ url: `${PUBLIC_URL}/media/harbour-400.jpg` }] },
    }
    expect(await dataOf(`/v1/articles?fields=${fields}`)).toEqual([cut])
    expect(await dataOf(`/v1/articles/storm-1?fields=${fields}`)).toEqual(cut)
  })

  it('bring what a list leaves out, when it is named', async () => {
    const [story] = await dataOf('/v1/articles?fields=id,bodyText,version.seq,quotes.speaker.name')
    expect(story).toEqual({
      id: 'story-1',
      bodyText: expect.stringContaining('The wind rose at 1.'),
      version: { seq: 1 },
      quotes: [{ speaker: { name: 'Port Authority' } }],
    })
  })

  it('give null for what leads into nothing, and a whole for its parts', async () => {
    await site.publish(2, { section: null })
    const path = '/v1/articles/storm-2?fields=section.name,authors,authors.name'
    const { section, authors } = await dataOf(path)
    expect(section).toBeNull()
    expect(authors[0]).toHaveProperty('slug')
  })

  it('work for quotes', async () => {
    expect(await dataOf('/v1/quotes?fields=text,chain.mode')).toEqual([
      { text: 'No ship leaves before the storm has passed.', chain: [{ mode: 'first-hand' }] },
    ])
    expect(await dataOf('/v1/quotes/quote-1?fields=articles.slug')).toEqual({
      articles: [{ slug: 'storm-1' }],
    })
  })

  it('that are not known are named, with those that are', async () => {
    const { status, headers, json } = await site.ask(
      '/v1/articles?fields=headline,headlne,authors.nam,__proto__,body.type&include=everything',
    )
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const { problems } = json()
    expect(problems).toMatchObject([
      {
        parameter: 'fields',
        message: 'There is no field of this name: __proto__, authors.nam, body.type, headlne.',
        fix: expect.stringContaining('headline, standfirst'),
      },
      { parameter: 'include', fix: expect.stringContaining('body, bodyHtml, quotes') },
    ])
    for (const fields of ['', ',', 'id.', '.id', 'id.x', `${'id,'.repeat(500)}`]) {
      expect((await site.ask(`/v1/articles?fields=${fields}`)).status, fields).toBe(400)
    }
  })

  it('in another order are the same answer', async () => {
    await site.ask('/v1/articles?fields=id,headline,id')
    const again = await site.ask('/v1/articles?fields=headline,id')
    expect(again.headers['cache-status']).toBe('verbatim; hit')
    const other = await site.ask('/v1/articles?fields=headline')
    expect(other.headers['cache-status']).toContain('miss')
    expect(other.headers.etag).not.toBe(again.headers.etag)
  })

  it('are kept in the link to the next page and by a redirect', async () => {
    await site.publish(2)
    const { links } = (await site.ask('/v1/articles?first=1&fields=id')).json()
    const { pathname, search } = new URL(links.next)
    expect(await dataOf(pathname + search)).toEqual([{ id: 'story-1' }])
    await site.publish(1, { slug: 'moved' }, 'update')
    const { headers } = await site.ask('/v1/articles/storm-1?fields=id,headline')
    expect(headers.location).toBe(`${PUBLIC_URL}/v1/articles/moved?fields=headline%2Cid`)
  })
})

describe('include', () => {
  it('adds to a teaser', async () => {
    const [teaser] = await dataOf('/v1/articles')
    const [story] = await dataOf('/v1/articles?include=quotes,sources,body')
    const { body, quotes, sources, ...rest } = story
    expect(rest).toEqual(teaser)
    expect(body).toHaveLength(2)
    expect(quotes[0].id).toBe('quote-1')
    expect(sources[0].id).toBe('source-port')
  })

  it('adds the written body to one story', async () => {
    const usual = await dataOf('/v1/articles/storm-1')
    const { bodyText, bodyMarkdown, ...rest } = await dataOf(
      '/v1/articles/storm-1?include=bodyText,bodyMarkdown',
    )
    expect(rest).toEqual(usual)
    expect(bodyText).toContain('The wind rose at 1.')
    expect(bodyMarkdown).toContain('# Storm warning 1')
  })

  it('adds their stories to quotes, in one read for all of them', async () => {
    await site.publish(2)
    const listMany = vi.spyOn(site.ledger, 'listMany')
    const data = await dataOf('/v1/quotes?include=articles')
    expect(data.map(({ articles }: Json) => articles.map(({ slug }: Json) => slug))).toEqual([
      ['storm-2'],
      ['storm-1'],
    ])
    expect(listMany).toHaveBeenCalledTimes(1)
    expect(await dataOf('/v1/quotes?include=articles&fields=id,articles.slug&first=1')).toEqual([
      { id: 'quote-2', articles: [{ slug: 'storm-2' }] },
    ])
  })
})

describe('lists that are newest first', () => {
  it('end at a time', async () => {
    await site.publish(2)
    const ids = async (path: string) => (await dataOf(path)).map(({ id }: Json) => id)
    expect(await ids('/v1/articles?since=2026-03-01T08:02:00Z')).toEqual(['story-2'])
    expect(await ids('/v1/quotes?since=2026-03-01T08:02:00Z&kind=direct')).toEqual(['quote-2'])
    expect(await ids('/v1/articles?since=2026-03-02')).toEqual([])
  })
})
