import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeCorrection } from '#tests/fixtures/ledgerStories.ts'

import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const ask = async (query = ''): Promise<Json> => (await site.ask(`/v1/corrections${query}`)).json()
const idsOf = ({ data }: Json): string[] => data.map(({ id }: Json) => id)

describe('the feed of corrections', () => {
  it('names its hub and itself where subscribers look first, and no hub where there is none', async () => {
    expect((await site.ask('/corrections.json')).headers.link).toBeUndefined()
    const own = await startDelivery({ hub: 'https://hub.example/' })
    const { headers } = await own.ask('/corrections.json')
    expect(headers.link).toBe(
      `<https://hub.example/>; rel="hub", <${PUBLIC_URL}/corrections.json>; rel="self"`,
    )
    await own.stop()
  })
})

describe('GET /v1/corrections', () => {
  it('tells what was put right, newest first, with the story', async () => {
    await site.publish(1, { corrections: [makeCorrection(1)] })
    await site.publish(2, { corrections: [makeCorrection(2)] })
    const { data } = await ask()
    expect(data).toHaveLength(2)
    expect(data[0]).toEqual({
      ...makeCorrection(2),
      article: {
        id: 'story-2',
        slug: 'storm-2',
        headline: 'Storm warning 2',
        language: 'en',
        state: 'live',
        url: `${PUBLIC_URL}/articles/storm-2`,
      },
    })
  })

  it('narrows by section, story, kind and age, and pages by cursor', async () => {
    const corrections = [1, 2, 3, 4].map((n) => makeCorrection(n))
    await site.publish(1, { corrections })
    const other = makeCorrection(5, { kind: 'clarification' })
    await site.publish(2, { section: null, corrections: [other] })
    expect(idsOf(await ask('?section=world'))).toHaveLength(4)
    expect(idsOf(await ask('?article=storm-2'))).toEqual(['correction-5'])
    expect(idsOf(await ask('?kind=clarification&article=story-2'))).toEqual(['correction-5'])
    expect(idsOf(await ask('?kind=clarification&article=story-1'))).toEqual([])
    expect(idsOf(await ask('?since=2026-03-04'))).toEqual(['correction-5', 'correction-4'])
    expect(idsOf(await ask('?since=2026-03-04T12:00:00Z'))).toHaveLength(2)
    expect(idsOf(await ask('?since=2026-03-04T12:00:00.001%2B00:00'))).toEqual(['correction-5'])
    const first = await ask('?first=2&since=2026-03-02')
    expect(idsOf(first)).toEqual(['correction-5', 'correction-4'])
    const { pathname, search } = new URL(first.links.next)
    expect(idsOf((await site.ask(pathname + search)).json())).toEqual([
      'correction-3',
      'correction-2',
    ])
    expect((await ask('?since=yesterday')).problems).toMatchObject([{ parameter: 'since' }])
    expect((await ask('?since=2026-02-30')).status).toBe(400)
  })

  it('keeps retractions with their reason, and nothing of a story that was taken offline', async () => {
    await site.publish(1, { corrections: [makeCorrection(1)] })
    await site.publish(1, { corrections: [makeCorrection(1)] }, 'retract')
    await site.publish(2, { corrections: [makeCorrection(2)] })
    await site.publish(2, {}, 'unpublish')
    const { data } = await ask()
    expect(data.map(({ kind, text, before }: Json) => [kind, text, before])).toEqual([
      ['correction', makeCorrection(1).text, null],
      ['retraction', 'The document turned out to be forged.', null],
    ])
    expect(data[1].article).toMatchObject({ state: 'retracted', headline: 'Storm warning 1' })
  })
})

describe('the corrections in GraphQL', () => {
  it('lead to their stories, with one read for all of them', async () => {
    for (const n of [1, 2, 3]) await site.publish(n, { corrections: [makeCorrection(n)] })
    const before = site.ledger.reads.count
    const { data } = (
      await site.graph(`{ corrections(since: "2026-03-02T00:00:00Z", kind: CORRECTION) {
        nodes { id kind before article { slug state corrections { id article { id } } } } } }`)
    ).json()
    expect(data.corrections.nodes[0]).toEqual({
      id: 'correction-3',
      kind: 'CORRECTION',
      before: 'north',
      article: {
        slug: 'storm-3',
        state: 'LIVE',
        corrections: [{ id: 'correction-3', article: { id: 'story-3' } }],
      },
    })
    expect(data.corrections.nodes).toHaveLength(2)
    expect(site.ledger.reads.count - before).toBe(2)
  })

  it('refuse what is no time', async () => {
    const { json } = await site.graph('{ corrections(since: "soon") { nodes { id } } }')
    expect(json().errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('the page and the feed of corrections', () => {
  const corrections = [makeCorrection(1, { text: '<b>Wrong</b> & mended' })]

  it('show every correction with a link to its story', async () => {
    await site.publish(1, { corrections })
    const { status, headers, text } = await site.ask('/corrections')
    expect(status).toBe(200)
    expect(headers['surrogate-key']).toBe('corrections')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    const { document } = parseHTML(text)
    const item = document.querySelector('.corrections li')
    expect(item?.textContent).toContain('<b>Wrong</b> & mended')
    expect(item?.querySelector('a')?.getAttribute('href')).toBe(`${PUBLIC_URL}/articles/storm-1`)
    expect((await site.ask('/')).text).toContain(`href="${PUBLIC_URL}/corrections"`)
  })

  it('follow JSON Feed 1.1, with ids that outlive an address', async () => {
    await site.publish(1, { corrections })
    const { headers, json } = await site.ask('/corrections.json')
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
    expect(json()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${PUBLIC_URL}/corrections.json`,
      items: [
        {
          id: 'urn:verbatim:correction:story-1:correction-1',
          url: `${PUBLIC_URL}/articles/storm-1`,
          title: 'Correction: Storm warning 1',
          content_text: '<b>Wrong</b> & mended\n\nBefore: north\nNow: south',
          date_published: '2026-03-01T12:00:00.000Z',
        },
      ],
    })
    const { items } = json()
    await site.publish(1, { slug: 'moved', corrections }, 'update')
    const [moved] = (await site.ask('/corrections.json')).json().items
    expect(moved.id).toBe(items[0].id)
    expect(moved.url).toBe(`${PUBLIC_URL}/articles/moved`)
  })
})
