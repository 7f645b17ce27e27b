/** A retracted story, looked for in everything readers can ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom } from '#tests/support/newsroom.ts'
import { readerPaths, readerQuery } from '#tests/support/readerPaths.ts'
import { serveReaders, type Readers } from '#tests/support/readers.ts'

/** In the text, its quote, author, source, section, topic and picture; in nothing else. */
const WORD = 'zqretracted'
const HEADLINE = 'Minister resigns over zqheadline'
const REASON = 'The memo it rested on was forged.'

let room: Newsroom
let readers: Readers
let story: { id: string; slug: string; oldSlug: string }
/** Whatever could stand in an address or a filter. */
let names: string[] = []

const paths = () => readerPaths({ names, words: [WORD, 'zqheadline', 'memo'] })
const get = async (path: string): Promise<Json> => (await readers.ask(path)).json()

beforeAll(async () => {
  room = await openNewsroom()
  readers = await serveReaders({ ledger: room.ledger })
  const section = await room.makeSection({ name: `Section ${WORD}` })
  const author = await room.makeAuthor({ name: `Author ${WORD}` })
  const source = await room.makeSource({ name: `Source ${WORD}` })
  const quote = await room.makeQuote({ text: `It was ${WORD}.`, speaker: source.id })
  const image = await room.makeImage({ alt: `Picture ${WORD}`, caption: `Caption ${WORD}.` })
  const { id, slug } = await room.makeArticle({
    headline: HEADLINE,
    standfirst: `Standfirst ${WORD}.`,
    section: section.id,
    bylineOverride: null,
    authors: [{ author: author.id, role: 'by' }],
    topics: [`Topic ${WORD}`],
    leadImage: image.id,
    body: bodyOf({ text: `Text ${WORD}.`, quotes: [quote.id], images: [image.id] }),
  })
  await room.publish(id)
  await room.publish(id, {
    slug: 'minister-resigns',
    corrections: [
      {
        kind: 'correction',
        at: '2026-05-01T10:00:00.000Z',
        text: 'A day.',
        before: WORD,
        after: WORD,
      },
    ],
  })
  story = { id, slug: 'minister-resigns', oldSlug: slug ?? '' }
  names = [id, story.slug, story.oldSlug, `topic-${WORD}`, quote.id]
  for (const { id: one, slug: known } of [section, author, source]) names.push(one, known ?? '')
  const other = await room.makeArticle({ headline: 'A story that stays' })
  await room.publish(other.id)
})
afterAll(async () => {
  await readers.stop()
  await room.close()
})

describe('a retracted story', () => {
  it('was to be read everywhere before', async () => {
    const found = new Set<string>()
    for (const path of paths()) {
      const { status, text } = await readers.ask(path)
      expect({ path, isAnswered: status < 500 }).toEqual({ path, isAnswered: true })
      if (text.includes(WORD)) found.add(path.split('?')[0] ?? '')
    }
    const places = ['/', `/articles/${story.slug}`, `/v1/articles/${story.id}`, '/v1/articles']
    const lists = ['quotes', 'authors', 'sources', 'sections', 'search', 'corrections']
    for (const place of [...places, ...lists.map((list) => `/v1/${list}`), '/corrections']) {
      expect(found).toContain(place)
    }
    expect((await readers.graph(readerQuery(story.slug, WORD))).text).toContain(WORD)
  })

  it('keeps its address with the notice and the reason, and nothing of its text', async () => {
    const chief = await room.makeUser('chief')
    const path = `/api/articles/${story.id}/retract`
    expect((await room.rest(chief, 'POST', path, { reason: REASON })).status).toBe(200)

    const page = await readers.ask(`/articles/${story.slug}`)
    expect(page.status).toBe(410)
    for (const words of [HEADLINE, REASON, 'Retracted']) expect(page.text).toContain(words)
    const old = await readers.ask(`/articles/${story.oldSlug}`)
    expect([old.status, old.headers.location?.endsWith(`/articles/${story.slug}`)]).toEqual([
      301,
      true,
    ])
    for (const name of [story.slug, story.id]) {
      const answer = await readers.ask(`/v1/articles/${name}`)
      expect(answer.status).toBe(410)
      expect(answer.json()).toMatchObject({
        state: 'retracted',
        headline: HEADLINE,
        notice: REASON,
      })
    }
    expect((await get('/v1/changes')).data.at(-1)).toMatchObject({
      event: 'retract',
      isTombstone: true,
      articleId: story.id,
      reason: REASON,
    })
  })

  it('has left every list, feed, page, search, facet and query', async () => {
    const told = new Set<string>()
    for (const path of paths()) {
      const { status, text } = await readers.ask(path)
      expect({ path, isAnswered: status < 500 }).toEqual({ path, isAnswered: true })
      // An address or a filter that nothing is found for may be repeated, as it was asked.
      const answer = text.replaceAll(encodeURIComponent(path.split('=').at(-1) ?? ''), '')
      expect({ path, has: status < 400 && answer.includes(WORD) }).toEqual({ path, has: false })
      if (text.includes('zqheadline')) told.add(path.split('?')[0] ?? '')
    }
    // The public record of what was put right goes on speaking of it, and so does the notice.
    const notices = [
      `/articles/${story.slug}`,
      ...[story.slug, story.id].map((one) => `/v1/articles/${one}`),
    ]
    const addresses = notices.flatMap((address) => [address, `${address}/history`])
    const lists = ['/corrections', '/corrections.json', '/v1/corrections', '/v1/changes']
    const records = [...lists, ...addresses]
    expect([...told].sort()).toEqual(records.sort())

    const { data } = (await readers.graph(readerQuery(story.slug, WORD))).json()
    expect(data.article).toMatchObject({
      ...{ state: 'RETRACTED', headline: HEADLINE, retraction: { reason: REASON } },
      ...{ html: '', text: '', markdown: '', blocks: [], standfirst: null, leadImage: null },
      ...{ quotes: { nodes: [] }, sources: [] },
    })
    const rest = { ...data, article: null }
    expect(JSON.stringify(rest)).not.toContain(WORD)
    expect(JSON.stringify({ ...rest, corrections: null })).not.toContain('zqheadline')
    for (const list of ['section', 'author', 'topic', 'source']) {
      for (const name of names) {
        const found = await get(`/v1/articles?${list}=${encodeURIComponent(name)}`)
        expect(found.data).toEqual([])
      }
    }
    expect((await get(`/v1/search?q=${WORD}`)).data).toEqual([])
    expect((await get('/v1/articles')).data).toMatchObject([{ headline: 'A story that stays' }])
  })

  it('is what a replay of the ledger comes to, as well', async () => {
    await room.ledger.replay()
    const { data } = (await readers.graph(readerQuery(story.slug, WORD))).json()
    expect(data.article.state).toBe('RETRACTED')
    expect(
      await room.ledger.search({
        terms: [{ words: [WORD], isPrefix: false }],
        kinds: ['story', 'quote'],
        facets: [],
        offset: 0,
        limit: 9,
      }),
    ).toEqual([])
  })
})
