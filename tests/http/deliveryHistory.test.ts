/** What changed in a story, for readers: only what was published, and only where the newsroom shows it. */
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findHistory } from '#src/delivery/findHistory.ts'
import type { PublicationInput } from '#src/ledger/chain.ts'
import type { LedgerEvent } from '#src/ledger/port.ts'
import { makeCorrection, makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'
import { type Json, PUBLIC_URL, type RunningDelivery, startDelivery } from './deliveryServer.ts'

let site: RunningDelivery
beforeEach(async () => {
  site = await startDelivery()
})
afterEach(() => site.stop())

const API = '/v1/articles/storm-1/history'
const PAGE = '/articles/storm-1/history'
const open = { isHistoryPublic: true } as const
const publish = (over = {}, event: LedgerEvent = 'publish', more: Partial<PublicationInput> = {}) =>
  site.ledger.append(publicationOf(makeStory(1, { ...open, ...over }), event, more))
const get = async (path = API): Promise<Json> => (await site.ask(path)).json()
const seqsOf = ({ data }: Json): number[] => data.map(({ seq }: Json) => seq)

describe('the history of a story', () => {
  it('tells every version with its kind, its note and its words, newest first', async () => {
    await publish()
    await publish({ standfirst: 'Ships stay in harbour.' }, 'update', { change: 'update' })
    const corrections = [makeCorrection(2)]
    await publish({ standfirst: 'Ships wait in harbour.', corrections }, 'correct', {
      change: 'correction',
    })
    const { data, page } = await get()
    expect(data).toMatchObject([
      { seq: 3, event: 'correct', change: 'correction', notes: corrections },
      { seq: 2, event: 'update', change: 'update', notes: [] },
      { seq: 1, event: 'publish', change: null, diff: null },
    ])
    expect(data[0].diff.fields).toEqual([
      {
        field: 'standfirst',
        label: 'Standfirst',
        words: [
          { text: 'Ships ', is: 'same' },
          { text: 'stay', is: 'removed' },
          { text: 'wait', is: 'added' },
          { text: ' in harbour.', is: 'same' },
        ],
      },
    ])
    expect(page).toEqual({ endCursor: expect.any(String), hasNextPage: false })
    const { document } = parseHTML((await site.ask(PAGE)).text)
    const versions = [...document.querySelectorAll('.versions > li')]
    expect(versions).toHaveLength(3)
    expect(versions[0]?.querySelector('.tag')?.textContent).toBe('Correction')
    expect(versions[0]?.querySelector('.correction-note')?.textContent).toContain('wrong wind')
    expect(versions[0]?.querySelector('.part del')?.textContent).toBe('stay')
    expect(versions[0]?.querySelector('.part ins')?.textContent).toBe('wait')
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  })

  it('is linked from the story, in every form, and only where it is shown', async () => {
    await publish()
    await site.publish(2)
    const url = `${PUBLIC_URL}${PAGE}`
    expect((await site.ask('/articles/storm-1')).text).toContain(`href="${url}"`)
    expect((await site.ask('/articles/storm-2')).text).not.toContain('/history"')
    const one = (await get('/v1/articles/storm-1')).data
    expect([one.historyUrl, 'isHistoryPublic' in one]).toEqual([url, false])
    expect('historyUrl' in (await get('/v1/articles/storm-2')).data).toBe(false)
    const { data } = (await site.graph('{ articles { nodes { slug historyUrl } } }')).json()
    expect(data.articles.nodes).toEqual([
      { slug: 'storm-2', historyUrl: null },
      { slug: 'storm-1', historyUrl: url },
    ])
  })

  it('is not there for a story that does not show it, nor for none', async () => {
    await site.publish(2)
    for (const slug of ['storm-2', 'storm-9']) {
      const answer = await site.ask(`/v1/articles/${slug}/history`)
      expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'public, max-age=10'])
      expect((await site.ask(`/articles/${slug}/history`)).status).toBe(404)
    }
    expect((await site.ask('/v1/articles//history')).status).toBe(404)
    expect((await site.ask('/articles//history')).status).toBe(404)
    expect((await site.ask('/v1/quotes/quote-2/history')).status).toBe(404)
  })

  it('follows a story to its new address, and is found by its id', async () => {
    await publish()
    await publish({ slug: 'moved' }, 'update')
    const moved = await site.ask(`${API}?first=5`)
    expect([moved.status, moved.headers.location]).toEqual([
      301,
      `${PUBLIC_URL}/v1/articles/moved/history?first=5`,
    ])
    const page = await site.ask(PAGE)
    expect([page.status, page.headers.location]).toEqual([
      301,
      `${PUBLIC_URL}/articles/moved/history`,
    ])
    expect((await site.ask('/v1/articles/story-1/history')).status).toBe(200)
  })

  it('comes in pages, none of which loses or repeats a change', async () => {
    for (let n = 1; n <= 5; n += 1) {
      await publish({ standfirst: `Version ${n}.` }, n === 1 ? 'publish' : 'update')
      await site.publish(10 + n)
    }
    const first = await get(`${API}?first=2`)
    expect(seqsOf(first)).toEqual([9, 7])
    const { pathname, search } = new URL(first.links.next)
    const second = await get(pathname + search)
    expect(seqsOf(second)).toEqual([5, 3])
    const last = await get(new URL(second.links.next).pathname + new URL(second.links.next).search)
    expect([seqsOf(last), last.data[0].diff, last.page.hasNextPage]).toEqual([[1], null, false])
    const made = Buffer.from('history\nabc').toString('base64url')
    expect((await get(`${API}?after=${made}`)).data).toEqual([])
    expect((await site.ask(`${API}?after=abc`)).status).toBe(400)
  })
})

describe('nothing is told of', () => {
  it('a retracted story: its history is gone with it, and says why', async () => {
    await publish({ standfirst: 'A secret was told.' })
    await publish({}, 'update')
    await publish({}, 'retract')
    const answer = await site.ask(API)
    expect(answer.status).toBe(410)
    expect(answer.json()).toMatchObject({ state: 'retracted' })
    const page = await site.ask(PAGE)
    expect(page.status).toBe(410)
    expect(page.text).toContain('The document turned out to be forged.')
    expect(answer.text + page.text).not.toContain('secret')
  })

  it('what was there before a story came back, on no page', async () => {
    await publish({ standfirst: 'A secret was told.' })
    await publish({ standfirst: 'A secret was told again.' }, 'update')
    for (const gone of ['retract', 'unpublish'] as const) {
      await publish({}, gone)
      const { seq } = await publish({ standfirst: `Back after ${gone}.` })
      const body = await site.ask(API)
      expect(seqsOf(body.json())).toEqual([seq])
      const old = Buffer.from(`history\n${seq}`).toString('base64url')
      const before = await site.ask(`${API}?after=${old}`)
      const page = await site.ask(PAGE)
      expect(body.text + before.text + page.text).not.toContain('secret')
      expect(before.json().data).toEqual([])
    }
  })

  it('what was there before a story came into the sections of a key', async () => {
    const sport = { id: 'section-sport', name: 'Sport', slug: 'sport' }
    await publish({ standfirst: 'A secret of the world desk.' })
    await publish({ section: sport, standfirst: 'Now it is sport.' }, 'update')
    await publish({ section: sport, standfirst: 'It is sport.' }, 'update')
    const seqs = async (sections: string[] | null) => {
      const { versions } = await findHistory(
        { ledger: site.ledger, sections },
        { id: 'story-1', first: 10 },
      )
      expect(JSON.stringify(versions).includes('secret')).toBe(sections === null)
      return versions.map(({ seq }) => seq)
    }
    expect(await seqs(null)).toEqual([3, 2, 1])
    expect(await seqs(['sport'])).toEqual([3, 2])
    expect(await seqs(['world'])).toEqual([])
  })

  it('a story whose newsroom stopped showing it', async () => {
    await publish()
    expect((await site.ask(PAGE)).status).toBe(200)
    await site.ledger.append(publicationOf(makeStory(1), 'update'))
    expect([(await site.ask(PAGE)).status, (await site.ask(API)).status]).toEqual([404, 404])
  })
})

describe('the history in the cache', () => {
  it('stays while other stories change, and is new after the story’s own next row', async () => {
    await publish()
    for (const path of [API, PAGE]) {
      const { headers } = await site.ask(path)
      expect(headers['surrogate-key']).toContain('story-story-1')
      const before = site.ledger.reads.count
      await site.publish(2, { standfirst: path })
      const again = await site.ask(path)
      expect(again.headers.etag).toBe(headers.etag)
      // One read: is it the same row still?
      expect(site.ledger.reads.count - before).toBeLessThanOrEqual(2)
    }
    const { headers } = await site.ask(PAGE)
    await publish({ standfirst: 'It is over.' }, 'update')
    const after = await site.ask(PAGE)
    expect(after.headers.etag).not.toBe(headers.etag)
    expect(after.text).toContain('<ins>over</ins>')
    expect(seqsOf(await get())).toHaveLength(2)
    const same = await site.ask(PAGE, { headers: { 'if-none-match': after.headers.etag ?? '' } })
    expect(same.status).toBe(304)
  })
})
