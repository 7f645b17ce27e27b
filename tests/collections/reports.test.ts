/** Whom we quote: counts over REST, with access, for readers of the report who pass it on. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let reporter: Person

beforeAll(async () => {
  newsroom = await openNewsroom()
  reporter = await newsroom.makeUser('reporter')
})
afterAll(() => newsroom?.close())

const report = async (parameters: string): Promise<Json> => {
  const answer = await newsroom.rest(reporter, 'GET', `/api/quotes/report?${parameters}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json
}

const rowOf = (json: Json, key: string | null): Json =>
  json.rows.find((row: Json) => row.key === key)

describe('a report on quotes', () => {
  let world: Json
  let sport: Json
  let minister: Json
  let unnamed: Json
  let paper: Json

  beforeAll(async () => {
    const { makeSection, makeSource, makeQuote, makeArticle, publish, saveDraft } = newsroom
    world = await makeSection({ name: 'World' })
    sport = await makeSection({ name: 'Sport' })
    minister = await makeSource({
      name: 'Ana Reyes',
      role: 'Minister',
      affiliation: 'Green Party',
    })
    unnamed = await makeSource({
      name: 'Blue heron',
      role: 'Deputy head of the canary bureau',
      affiliation: 'Canary bureau',
      isConfidential: true,
      publicDescription: 'a senior official',
      anonymityReason: 'because they fear for their work',
      identity: 'Canary McSecret',
    })
    paper = await makeSource({ name: 'The Daily', kind: 'publication' })
    const said = await makeQuote({
      text: 'We will not wait for the spring.',
      speaker: minister.id,
      medium: 'Interview',
      chain: [{ mode: 'relayed', source: paper.id, url: 'https://daily.example/a' }],
    })
    const again = await makeQuote({ text: 'It is over.', speaker: minister.id, kind: 'partial' })
    const sealed = await makeQuote({
      text: 'They knew of it.',
      speaker: unnamed.id,
      language: 'de',
      kind: 'paraphrase',
    })
    await makeQuote({ text: 'Nobody printed this.', speaker: null })
    const front = await makeArticle({ section: world.id, body: bodyOf({ quotes: [said.id] }) })
    await publish(front.id)
    const second = await makeArticle({
      section: sport.id,
      body: bodyOf({ quotes: [said.id, again.id] }),
    })
    await publish(second.id)
    // The paper's other page is quoted in what is being written only.
    await saveDraft(front.id, { body: bodyOf({ quotes: [said.id, sealed.id] }) })
  })

  it('counts quotes, stories and words of each speaker', async () => {
    const json = await report('by=speaker')
    expect(rowOf(json, minister.id)).toEqual({
      key: minister.id,
      label: 'Ana Reyes',
      quotes: 2,
      stories: 2,
      words: 10,
      share: 0.5,
    })
    expect(json.total).toEqual({ quotes: 4, stories: 2, words: 13, rows: 3 })
    expect(rowOf(json, null)).toMatchObject({ quotes: 1, stories: 0 })
  })

  it.each([
    ['role', { minister: 2, confidential: 1 }],
    ['affiliation', { 'green party': 2, confidential: 1 }],
    ['named', { named: 2, anonymous: 1, unattributed: 1 }],
    ['kind', { direct: 2, partial: 1, paraphrase: 1 }],
    ['verification', { 'no-evidence': 4 }],
    ['medium', { interview: 1 }],
    ['language', { en: 3, de: 1 }],
  ])('counts by %s', async (by, expected) => {
    const json = await report(`by=${by}`)
    const counted = json.rows
      .filter((row: Json) => row.key !== null)
      .map((row: Json) => [row.key, row.quotes])
    expect(Object.fromEntries(counted)).toEqual(expected)
  })

  it('counts by outlet and by section', async () => {
    const outlets = await report('by=outlet')
    expect(rowOf(outlets, paper.id)).toMatchObject({ label: 'The Daily', quotes: 1, stories: 2 })
    expect(rowOf(outlets, null)).toMatchObject({ quotes: 3 })
    const sections = await report('by=section')
    expect(rowOf(sections, world.id)).toMatchObject({ label: 'World', quotes: 2, stories: 1 })
    expect(rowOf(sections, sport.id)).toMatchObject({ label: 'Sport', quotes: 2, stories: 1 })
    expect(rowOf(sections, 'unused')).toMatchObject({ quotes: 1, stories: 0 })
  })

  it('keeps what readers have and what is being written apart', async () => {
    expect((await report('live=true')).total).toMatchObject({ quotes: 2, stories: 2 })
    expect((await report('live=false')).total).toMatchObject({ quotes: 2, stories: 1 })
  })

  it('narrows down to a section by its address or id, and to a period', async () => {
    for (const section of [sport.id, sport.slug]) {
      expect((await report(`section=${section}&live=true`)).total).toMatchObject({
        quotes: 2,
        stories: 1,
      })
    }
    expect((await report('until=2001-01-01')).total.quotes).toBe(0)
    expect((await report('since=2001-01-01')).total.quotes).toBe(4)
  })

  it('tells of a confidential person no more than readers learn', async () => {
    const all = ['speaker', 'role', 'affiliation', 'outlet', 'named', 'medium']
    for (const by of all) {
      for (const format of ['json', 'csv']) {
        const path = `/api/quotes/report?by=${by}&format=${format}`
        const { text } = await newsroom.rest(reporter, 'GET', path)
        expect(text).not.toMatch(/Blue heron|canary/i)
      }
    }
    expect(rowOf(await report('by=speaker'), unnamed.id)?.label).toBe(
      'a senior official (confidential)',
    )
  })

  it('gives the same rows as a table to download', async () => {
    const answer = await newsroom.rest(
      reporter,
      'GET',
      '/api/quotes/report?by=named&since=2001-01-01&format=csv',
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('quotes-by-named-2001-01-01.csv')
    expect(answer.text.split('\r\n').slice(0, 2)).toEqual([
      'key,label,quotes,stories,words,share',
      'named,Named,2,2,10,0.5',
    ])
  })

  it.each([
    ['by=gender', '“by”', 'affiliation'],
    ['section=nowhere', '“section”', 'sport'],
    ['live=maybe', '“live”', 'false'],
    ['since=soon', '“since”', '2026-11-23'],
    ['depth=9', '“depth”', 'until'],
    ['by=role&by=kind', '“by”', 'once'],
    ['by[equals]=role', 'by[equals]', 'until'],
  ])('answers %s with 400, the parameter and what is known', async (parameters, name, known) => {
    const answer = await newsroom.rest(reporter, 'GET', `/api/quotes/report?${parameters}`)
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].message).toContain(name)
    expect(answer.json.errors[0].message).toContain(known)
  })

  it('is for those who work on stories', async () => {
    const admin = await newsroom.makeUser('admin')
    for (const who of [null, admin]) {
      const answer = await newsroom.rest(who, 'GET', '/api/quotes/report?by=bad')
      expect(answer.status).toBe(403)
    }
  })
})

describe('a large archive', () => {
  it('is counted to the last quote, a page at a time', async () => {
    const before = (await report('by=medium')).total.quotes
    const speaker = (await newsroom.makeSource()).id
    for (let made = 0; made < 1000; made += 1) {
      await newsroom.payload.db.create({
        collection: 'quotes',
        data: {
          text: `Words number ${made}`,
          kind: 'direct',
          language: 'en',
          speaker,
          medium: `Archive ${made % 7}`,
          createdAt: '2020-01-01T00:00:00.000Z',
        },
        req: {},
      })
    }
    const find = vi.spyOn(newsroom.payload, 'find')
    const json = await report('by=medium&until=2020-12-31')
    const held = await Promise.all(find.mock.results.map(({ value }) => value))
    find.mockRestore()
    expect(json.total).toMatchObject({ quotes: 1000, words: 3000, rows: 7 })
    expect(Math.max(...held.map(({ docs }) => docs.length))).toBeLessThanOrEqual(200)
    expect((await report('by=medium')).total.quotes).toBe(before + 1000)
  }, 60_000)
})
