/** A source's page: what was quoted from it, where, and how much of each work. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let reporter: Person

beforeAll(async () => {
  newsroom = await openNewsroom()
  reporter = await newsroom.makeUser('reporter')
})
afterAll(() => newsroom?.close())

const overview = async (id: string, parameters = ''): Promise<Json> => {
  const answer = await newsroom.rest(reporter, 'GET', `/api/sources/${id}/overview?${parameters}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json
}

describe('the overview of a source', () => {
  let paper: Json
  let speaker: Json
  let live: Json
  let gone: Json
  let piece: Json

  beforeAll(async () => {
    const { makeSource, makeQuote, makeEvidence, makeArticle, publish, saveDraft } = newsroom
    paper = await makeSource({
      name: 'Al Monitor',
      kind: 'publication',
      url: 'https://monitor.example',
    })
    speaker = await makeSource({ name: 'Ana Reyes' })
    piece = await makeEvidence({
      title: 'The report',
      url: 'https://monitor.example/report/',
      text: 'He began. We will not wait for the spring, she said. We are ready, she said then.',
    })
    const relayed = { chain: [{ mode: 'relayed', source: paper.id }], speaker: speaker.id }
    const checked = await makeQuote({
      text: 'We will not wait for the spring',
      ...relayed,
      evidence: piece.id,
    })
    await newsroom.payload.db.updateOne({
      collection: 'quotes',
      id: checked.id,
      data: { check: { checkedAt: '2026-05-05T08:00:00.000Z' } },
      req: {},
    })
    const within = await makeQuote({
      text: 'not wait',
      kind: 'partial',
      ...relayed,
      url: 'https://www.monitor.example/report?utm_source=mail',
    })
    const own = await makeQuote({ text: 'The paper regrets the error.', speaker: paper.id })
    live = await makeArticle({ headline: 'Live', body: bodyOf({ quotes: [checked.id] }) })
    await publish(live.id)
    gone = await makeArticle({ headline: 'Gone', body: bodyOf({ quotes: [own.id] }) })
    await publish(gone.id)
    const chief = await newsroom.makeUser('chief')
    await newsroom.rest(chief, 'POST', `/api/articles/${gone.id}/retract`, {
      reason: 'The paper took it back.',
    })
    await makeArticle({ headline: 'Draft', body: bodyOf({ quotes: [within.id] }) })
    await saveDraft(live.id, { body: bodyOf({ quotes: [checked.id, within.id] }) })
  })

  it('tells apart what it said and what it passed on', async () => {
    expect((await overview(paper.id)).quotes).toMatchObject({ total: 3, asSpeaker: 1, asRelay: 2 })
    expect((await overview(speaker.id)).quotes).toMatchObject({
      total: 2,
      asSpeaker: 2,
      asRelay: 0,
    })
  })

  it('tells apart live stories, drafts and retracted ones', async () => {
    const { stories } = await overview(paper.id)
    const headlines = (list: Json) => list.docs.map((story: Json) => story.headline)
    expect(headlines(stories.live)).toEqual(['Live'])
    expect(headlines(stories.drafts).sort()).toEqual(['Draft', 'Live'])
    expect(headlines(stories.retracted)).toEqual(['Gone'])
  })

  it('says how many words were taken of each work, and which part that is', async () => {
    const { words } = await overview(paper.id)
    expect(words.works.docs[0]).toMatchObject({
      key: 'monitor.example/report',
      title: 'The report',
      evidence: piece.id,
      quotes: 2,
      stories: 2,
      liveStories: 1,
      words: 7,
      publishedWords: 7,
      workWords: 17,
      share: 0.4118,
    })
    expect(words.works.docs[1]).toMatchObject({ key: null, words: 5, share: null })
    expect(words.total).toBe(12)
  })

  it('says when its words were last verified, and what the checks found', async () => {
    const { verification } = await overview(speaker.id)
    expect(verification).toEqual({
      counts: { verified: 1, 'no-evidence': 1 },
      lastVerifiedAt: '2026-05-05T08:00:00.000Z',
      lastCheckedAt: '2026-05-05T08:00:00.000Z',
    })
  })

  it('names who passed its words on, and when it was first and last quoted', async () => {
    const { relayedBy, firstQuotedAt, lastQuotedAt } = await overview(speaker.id)
    expect(relayedBy).toEqual([{ id: paper.id, name: 'Al Monitor', quotes: 2 }])
    const { firstPublishedAt } = await newsroom.stored(live.id)
    expect([firstQuotedAt, lastQuotedAt]).toEqual([firstPublishedAt, firstPublishedAt])
  })

  it('lists the quotes in pages, newest first, with where each is used', async () => {
    const first = (await overview(speaker.id, 'limit=1')).quotes
    const second = (await overview(speaker.id, 'limit=1&page=2')).quotes
    expect(first.docs.map((quote: Json) => quote.text)).toEqual(['not wait'])
    expect(second.docs).toMatchObject([
      {
        text: 'We will not wait for the spring',
        as: 'speaker',
        verification: 'verified',
        stories: [{ id: live.id, stage: 'live' }],
      },
    ])
  })

  it('is empty, not an error, for a source nobody quoted', async () => {
    const { id } = await newsroom.makeSource()
    expect(await overview(id)).toMatchObject({
      quotes: { total: 0, docs: [] },
      words: { total: 0, works: { total: 0, docs: [] } },
      verification: { lastVerifiedAt: null },
      firstQuotedAt: null,
    })
  })

  it('tells nothing of a sealed identity', async () => {
    const secret = await newsroom.makeSource({
      name: 'Grey owl',
      isConfidential: true,
      publicDescription: 'an aide',
      anonymityReason: 'because they fear for their work',
      identity: 'Canary McSecret',
    })
    await newsroom.makeQuote({ speaker: secret.id })
    const stored = await newsroom.payload.db.findOne<{ id: string; identity: string }>({
      collection: 'sources',
      where: { id: { equals: secret.id } },
    })
    const text = JSON.stringify(await overview(secret.id))
    expect(text).not.toContain('Canary')
    expect(text).not.toContain(String(stored?.identity))
    expect(stored?.identity).toMatch(/^v1:/)
  })

  it('is for those who work on stories', async () => {
    const admin = await newsroom.makeUser('admin')
    for (const who of [null, admin]) {
      expect((await newsroom.rest(who, 'GET', `/api/sources/${paper.id}/overview`)).status).toBe(
        403,
      )
    }
  })

  it('says what is wrong with a number, and that a source is not there', async () => {
    const bad = await newsroom.rest(reporter, 'GET', `/api/sources/${paper.id}/overview?limit=0`)
    expect([bad.status, bad.json.errors[0].message]).toEqual([
      400,
      'The parameter “limit” is a whole number from 1 to 100.',
    ])
    const none = await newsroom.rest(reporter, 'GET', '/api/sources/none/overview')
    expect(none.status).toBe(404)
  })
})
