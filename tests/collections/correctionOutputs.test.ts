/** One saved correction, followed into everything readers get. */
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderText } from '#src/formats/text.ts'
import { noteAnchor } from '#src/formats/urls.ts'
import { sealPublication, verifyChain } from '#src/ledger/chain.ts'
import { storedPublication } from '#src/ledger/rows.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { PUBLIC_URL, serveReaders, type Readers } from '#tests/support/readers.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

let room: Newsroom
let readers: Readers
let editor: Person

beforeAll(async () => {
  room = await openNewsroom()
  readers = await serveReaders({ ledger: room.ledger })
  editor = await room.makeUser('editor')
})
afterAll(async () => {
  await readers.stop()
  await room.close()
})

const BEFORE = 'Some 1,200 people were on the pier.'
const AFTER = 'Some 1,300 people were on the pier.'
const NOTE = 'We first gave a wrong number of people on the pier.'

const get = async (path: string): Promise<Json> => (await readers.ask(path)).json()
const correct = (id: string, change: Record<string, unknown>) =>
  room.rest(editor, 'PATCH', `/api/articles/${id}`, {
    body: bodyOf({ text: AFTER }),
    change: { kind: 'correction', note: NOTE, ...change },
    _status: 'published',
  })
const live = async (): Promise<{ id: string; slug: string }> => {
  const { id, slug } = await room.makeArticle({ body: bodyOf({ text: BEFORE }) })
  await room.publish(id)
  return { id, slug: slug ?? '' }
}

describe('a correction that is saved once', () => {
  it('is told beside its paragraph by every output', async () => {
    const { id, slug } = await live()
    const answer = await correct(id, { placement: 'beside', beside: AFTER })
    expect(answer.status).toBe(200)

    // The ledger: the row, what it is called, and the note in the frozen story.
    const row = (await room.rows()).at(-1)
    expect(row).toMatchObject({ articleId: id, event: 'correct', change: 'correction' })
    const [note] = row?.story.corrections ?? []
    const told = { kind: 'correction', text: NOTE, before: BEFORE, after: AFTER }
    expect(note).toMatchObject({ ...told, beside: 0 })
    const at = note?.at ?? ''

    // The API for readers: the story, in all its forms, the corrections, the changes.
    const { data } = await get(`/v1/articles/${slug}?include=bodyText,bodyMarkdown`)
    expect(data.corrections).toMatchObject([{ ...told, at, beside: 0 }])
    for (const form of ['bodyHtml', 'bodyText', 'bodyMarkdown']) {
      expect({ form, isTold: data[form].includes(NOTE) }).toEqual({ form, isTold: true })
    }
    expect((await get('/v1/corrections')).data).toMatchObject([
      { ...told, at, article: { id, slug, state: 'live' } },
    ])
    expect((await get('/v1/changes')).data.at(-1)).toMatchObject({
      articleId: id,
      event: 'correct',
      change: 'correction',
    })
    const query = `{ article(slug: "${slug}") { corrections { kind text at before after beside }
      html: body text: body(format: TEXT) markdown: body(format: MARKDOWN) }
      corrections { nodes { text article { slug } } } }`
    const graph = (await readers.graph(query)).json()
    expect(graph.data.article.corrections).toEqual([{ ...told, kind: 'CORRECTION', at, beside: 0 }])
    for (const form of ['html', 'text', 'markdown']) {
      expect(graph.data.article[form]).toContain(NOTE)
    }
    expect(graph.data.corrections.nodes).toEqual([{ text: NOTE, article: { slug } }])

    // The pages and the feed.
    const page = (await readers.ask(`/articles/${slug}`)).text
    const { document } = parseHTML(page)
    const beside = document.querySelector('.story-body > p + .correction-note')
    expect(beside?.textContent).toContain(NOTE)
    expect(beside?.id).toBe(noteAnchor(note?.id ?? ''))
    expect(document.querySelector('del')?.textContent).toBe(BEFORE)
    expect(document.querySelector('.correction-flag')?.textContent).toContain('was corrected')
    const graphOf = document.querySelector('script[type="application/ld+json"]')?.textContent ?? ''
    expect(JSON.parse(graphOf)['@graph'][0].correction).toMatchObject([
      { '@type': 'CorrectionComment', text: NOTE, datePublished: at },
    ])
    const list = (await readers.ask('/corrections')).text
    expect(parseHTML(list).document.querySelector('.corrections li')?.textContent).toContain(NOTE)
    const feed = await get('/corrections.json')
    expect(feed.items[0]).toMatchObject({
      url: `${PUBLIC_URL}/articles/${slug}`,
      content_text: `${NOTE}\n\nBefore: ${BEFORE}\nNow: ${AFTER}`,
      date_published: at,
    })

    // What the command line exports as plain text.
    const story = (await room.ledger.get('story', { slug }))?.story
    const context = { publisher: { name: 'The Example', url: PUBLIC_URL }, publicUrl: PUBLIC_URL }
    expect(story && renderText(story, context)).toContain(`${AFTER}\n\n[CORRECTION, `)
  })

  it('stands at the end unless somebody says otherwise, and when its paragraph is gone', async () => {
    const [plain, gone] = [await live(), await live()]
    expect((await correct(plain.id, {})).status).toBe(200)
    expect((await correct(gone.id, { placement: 'beside', beside: AFTER })).status).toBe(200)
    const answer = await room.rest(editor, 'PATCH', `/api/articles/${gone.id}`, {
      body: bodyOf({ text: 'It is another story now.' }),
      change: { kind: 'update' },
      _status: 'published',
    })
    expect(answer.status).toBe(200)
    for (const { slug } of [plain, gone]) {
      const { data } = await get(`/v1/articles/${slug}`)
      expect(data.corrections).toHaveLength(1)
      expect('beside' in data.corrections[0]).toBe(false)
      const { document } = parseHTML((await readers.ask(`/articles/${slug}`)).text)
      expect(document.querySelector('#corrections')?.textContent).toContain(NOTE)
      expect(document.querySelector('.correction-note')).toBeNull()
    }
  })
})

describe('a row from before there were places and kinds', () => {
  it('verifies, and gives readers what it always gave after a replay', async () => {
    const previous = (await room.rows()).at(-1) ?? null
    const correction = { id: 'old-1', kind: 'correction' as const, at: '2026-01-01T00:00:00.000Z' }
    const story = makeStory(9, {
      corrections: [{ ...correction, text: 'An old note.', before: null, after: null }],
    })
    const row = sealPublication({ row: publicationOf(story), previous })
    expect(Object.keys(row)).not.toContain('change')
    await room.payload.db.create({
      collection: 'publications',
      data: { ...storedPublication(row), override: null, change: null, revision: 1 },
    })
    await room.ledger.replay()
    const rows = await room.rows()
    expect(await verifyChain(rows)).toEqual([])
    expect(rows.at(-1)?.hash).toBe(row.hash)
    const { data } = await get('/v1/articles/storm-9')
    expect(data.version.hash).toBe(row.versionHash)
    expect(data.corrections).toEqual(story.corrections)
  })
})
