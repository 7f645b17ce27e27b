/**
 * Words that stand only in drafts, embargoed and scheduled stories, notes, threads and records of the newsroom are
 * looked for in every way there is to read.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { CANARY, hide, type HiddenPlaces } from '#tests/collections/hiddenPlaces.ts'
import { readerPaths, readerQuery } from '#tests/support/readerPaths.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let hidden: HiddenPlaces
/** Whatever could stand in an address or a filter. */
let names: string[] = []
let liveSlug = ''

beforeAll(async () => {
  room = await openServer()
  hidden = await hide(room)
  await refreshDue(room.payload)
  liveSlug = (await room.ledger.get('story', { id: hidden.liveId }))?.story.slug ?? ''
  names = [hidden.liveId, liveSlug, ...hidden.hiddenIds]
  for (const slug of ['articles', 'quotes', 'sources', 'authors', 'sections'] as const) {
    const { docs } = await room.payload.find({
      ...{ collection: slug, depth: 0, pagination: false, overrideAccess: true, trash: true },
      ...(slug === 'articles' ? { draft: true } : {}),
    })
    for (const doc of docs) names.push(doc.id, ...('slug' in doc && doc.slug ? [doc.slug] : []))
  }
  names = [...new Set(names)]
})
afterAll(() => room.close())

/** The public record: addresses that were given once, a retraction with its reason, what was public before. */
const RETRACTED = ['retracted-headline', 'retraction-reason']
const WITHDRAWN = ['unpublished', 'trashed', 'deleted', 'linked'].map((how) => `${how}-headline`)
const allowedAt = (path: string): string[] => {
  if (path.startsWith('/v1/changes')) return [...RETRACTED, ...WITHDRAWN]
  if (path === `/articles/${liveSlug}/history`) return ['first-version']
  if (path.startsWith(`/v1/articles/${liveSlug}/history`)) return ['first-version']
  if (path.startsWith(`/v1/articles/${hidden.liveId}/history`)) return ['first-version']
  // A link in a text leads where it led: the notice at the address says that nothing is there.
  if (path.includes(liveSlug) || path.includes(hidden.liveId)) return ['linked-headline']
  if (path.startsWith('/v1/articles?') && path.includes('include=')) return ['linked-headline']
  const isOfStory = /^(\/v1)?\/articles\/[^?]/.test(path)
  return isOfStory || path.includes('corrections') ? RETRACTED : []
}

/** The canaries in a text, by the place they name. */
const canariesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(new RegExp(`${CANARY}-([a-z-]+?)-x`, 'gi'))].map(([, place]) => place ?? ''),
  ),
]

const leaksOf = async (path: string, init: RequestInit = {}): Promise<string[]> => {
  const answer = await room.ask(path, init)
  const text = [await answer.text(), ...[...answer.headers].map(([, value]) => value)].join('\n')
  expect({ path, isAnswered: answer.status < 500 }).toEqual({ path, isAnswered: true })
  // What was asked for may be repeated.
  const own = canariesIn(
    `${decodeURIComponent(path)} ${typeof init.body === 'string' ? init.body : ''}`,
  )
  const known = [...allowedAt(path), ...own]
  return canariesIn(text)
    .filter((place) => !known.includes(place))
    .map((place) => `${path} → ${place}`)
}

describe('no word that readers must not see', () => {
  it('is in any list, page, feed, document, history or search', async () => {
    const paths = readerPaths({ names, words: [CANARY, `${CANARY}*`, '"what everybody"'] })
    expect(paths.length).toBeGreaterThan(300)
    const leaks: string[] = []
    for (const path of paths) leaks.push(...(await leaksOf(path)))
    expect(leaks).toEqual([])
  }, 120_000)

  it('while what they may see is there, so that finding none means something', async () => {
    for (const path of ['/', `/articles/${liveSlug}`, '/v1/articles', '/v1/search?q=everybody']) {
      expect(await (await room.ask(path)).text()).toContain('What everybody may read')
    }
    const history = await (await room.ask(`/articles/${liveSlug}/history`)).text()
    expect(canariesIn(history)).toEqual(['first-version'])
    const told = (await room.ledger.get('story', { id: hidden.liveId }))?.story
    expect([told?.replaces, told?.related]).toEqual([undefined, undefined])
  })

  it('is in any answer of GraphQL', async () => {
    const leaks: string[] = []
    const { docs } = await room.payload.find({
      ...{ collection: 'articles', depth: 0, pagination: false },
      ...{ draft: true, overrideAccess: true, trash: true },
    })
    for (const slug of docs.map((doc) => doc.slug ?? '')) {
      for (const word of ['everybody', CANARY, `${CANARY}*`]) {
        const body = JSON.stringify({ query: readerQuery(slug, word) })
        const headers = { 'content-type': 'application/json' }
        leaks.push(...(await leaksOf('/graphql', { method: 'POST', headers, body })))
      }
    }
    // The record of corrections names a retracted story; its own query says that it was retracted.
    expect(leaks.filter((leak) => !RETRACTED.some((place) => leak.endsWith(place)))).toEqual([])
    const types = '{ __schema { types { name description fields { name description } } } }'
    expect(await leaksOf(`/graphql?query=${encodeURIComponent(types)}`)).toEqual([])
  })

  it('is in a preview without a login or a valid link, nor in an error', async () => {
    const leaks: string[] = []
    for (const id of [hidden.liveId, ...hidden.hiddenIds]) {
      const links = ['', '?token=', `?token=${Date.now() + 60_000}.AAAA`, '?token[]=1&draft=true']
      for (const link of links) {
        const answer = await room.ask(`/preview/${id}${link}`)
        expect([401, 403, 404]).toContain(answer.status)
        leaks.push(...(await leaksOf(`/preview/${id}${link}`)))
      }
      for (const path of [
        `/articles/${id}`,
        `/v1/articles/${id}?fields=privateNotes`,
        `/v1/articles/${id}?draft=true`,
        `/v1/articles/${id}/notes`,
        `/v1/notes?article=${id}`,
        `/v1/articles/${id}/history?after=${Buffer.from('history\n99999').toString('base64url')}`,
        `/v1/withheld?article=${id}`,
      ]) {
        leaks.push(...(await leaksOf(path)))
      }
    }
    const others = ['/healthz', '/metrics', '/v1/withheld', '/v1/nothing', '/graphql?query={', '/x']
    for (const path of others) leaks.push(...(await leaksOf(path)))
    for (const path of ['/v1/articles', '/graphql', `/articles/${liveSlug}`]) {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        leaks.push(...(await leaksOf(path, { method })))
      }
      const headers = { authorization: 'Bearer vb_live_nonsense' }
      leaks.push(...(await leaksOf(path, { headers })))
    }
    expect(leaks).toEqual([])
  })
})
