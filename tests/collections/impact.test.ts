/** What a change would do is known before it is done, and a correction reaches every story that was listed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editorialGraphql, editorialRest, type FetchHandler } from '#src/editorial/requests/api.ts'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import type { Article, Job, Quote } from '#src/payload-types.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { answerOf, openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let reporter: Person
let editor: Person
let admin: Person

beforeAll(async () => {
  room = await openNewsroom()
  reporter = await room.makeUser('reporter')
  editor = await room.makeUser('editor')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))

const published = async (data: Record<string, unknown>): Promise<Article> => {
  const { id } = await room.makeArticle(data)
  return room.publish(id)
}
const carrying = (quote: Quote, headline: string): Promise<Article> =>
  published({ headline, body: bodyOf({ quotes: [quote.id] }) })

const impact = (who: Person | null, collection: string, id: string) =>
  room.rest(who, 'GET', `/api/${collection}/${id}/impact`)
const stored = (id: string): Promise<Quote> =>
  room.payload.findByID({ collection: 'quotes', id, depth: 0, overrideAccess: true })
const rowsOf = async (id: string) => (await room.rows()).filter((row) => row.articleId === id)
const live = async (id: string) => (await room.ledger.get('story', { id }))?.story
const jobs = async (): Promise<Job[]> =>
  (await room.payload.find({ collection: 'jobs', depth: 0, overrideAccess: true })).docs

describe('the impact of a change', () => {
  it('is the live stories that carry the record, with their addresses and the lists that show them', async () => {
    const section = await room.makeSection({ name: 'Science', slug: 'science' })
    const author = await room.makeAuthor()
    const byline = { authors: [{ author: author.id, role: 'by' }], section: section.id }
    const first = await published({ ...byline, headline: 'First', slug: 'first-impact' })
    const second = await published({ ...byline, headline: 'Second', slug: 'second-impact' })
    await room.saveDraft(first.id, { headline: 'Not yet' })
    await room.makeArticle({ ...byline, headline: 'Never published' })
    const { status, json } = await impact(reporter, 'authors', author.id)
    expect(status).toBe(200)
    const { publicUrl } = room.config
    expect(json).toMatchObject({
      stories: [
        { id: second.id, headline: 'Second', state: 'published' },
        {
          id: first.id,
          slug: 'first-impact',
          headline: 'First',
          url: `${publicUrl}/articles/first-impact`,
          state: 'correcting',
        },
      ],
      total: 2,
      corrections: 0,
    })
    expect(json.feeds).toEqual([
      `${publicUrl}/v1/articles`,
      `${publicUrl}/v1/authors/${author.id}`,
      `${publicUrl}/v1/articles?section=science`,
      `${publicUrl}/v1/articles?author=${author.id}`,
    ])
  })

  it('is told for every kind of record that stories embed', async () => {
    const image = await room.makeImage()
    const section = await room.makeSection()
    const quote = await room.makeQuote()
    const { id } = await published({
      section: section.id,
      body: bodyOf({ quotes: [quote.id], images: [image.id] }),
    })
    const speaker = quote.speaker as string
    for (const [collection, record] of Object.entries({
      images: image.id,
      sections: section.id,
      sources: speaker,
      quotes: quote.id,
    })) {
      const { json } = await impact(editor, collection, record)
      expect({ [collection]: json.stories.map((story: { id: string }) => story.id) }).toEqual({
        [collection]: [id],
      })
      expect(json.corrections).toBe(collection === 'quotes' ? 1 : 0)
    }
  })

  it('is nothing for a record that is only used in drafts', async () => {
    const quote = await room.makeQuote()
    await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    expect((await impact(editor, 'quotes', quote.id)).json).toEqual({
      stories: [],
      total: 0,
      feeds: [],
      corrections: 0,
    })
  })

  it('is for the newsroom', async () => {
    const quote = await room.makeQuote()
    for (const who of [null, admin]) {
      expect((await impact(who, 'quotes', quote.id)).status).toBe(403)
    }
    expect((await impact(editor, 'quotes', 'nothing')).status).toBe(404)
  })
})

describe('changing published words', () => {
  const patch = (id: string, data: object, query = '') =>
    room.rest(editor, 'PATCH', `/api/quotes/${id}${query}`, data)

  it('is refused with the stories until their number is confirmed', async () => {
    const quote = await room.makeQuote({ text: 'We shall see.' })
    const story = await carrying(quote, 'Carried')
    const refused = await patch(quote.id, { text: 'We will see.' })
    expect(refused.status).toBe(409)
    expect(refused.json.errors[0].data).toMatchObject({
      code: 'confirm-impact',
      confirm: 1,
      stories: [{ id: story.id, headline: 'Carried' }],
    })
    expect(refused.json.errors[0].message).toContain('“Carried”')
    expect((await stored(quote.id)).text).toBe('We shall see.')
    for (const wrong of ['?confirm=0', '?confirm=2', '?confirm=yes', '?confirm=-1']) {
      expect((await patch(quote.id, { text: 'We will see.' }, wrong)).status).toBe(409)
    }
    expect(await jobs()).toEqual([])
    expect((await patch(quote.id, { text: 'We will see.' }, '?confirm=1')).status).toBe(200)
    await refreshDue(room.payload)
    expect((await rowsOf(story.id)).map(({ event }) => event)).toEqual(['publish', 'update'])
    expect((await live(story.id))?.quotes[0]?.text).toBe('We will see.')
  })

  it('is refused with the new list when another story took the quote meanwhile', async () => {
    const quote = await room.makeQuote()
    await carrying(quote, 'Known')
    const { json } = await impact(editor, 'quotes', quote.id)
    await carrying(quote, 'Came later')
    const late = await patch(quote.id, { text: 'Other words.' }, `?confirm=${json.total}`)
    expect(late.status).toBe(409)
    expect(late.json.errors[0].data).toMatchObject({ confirm: 2 })
    expect(late.text).toContain('Came later')
  })

  it('is confirmed by a header, too, over REST and GraphQL', async () => {
    const quote = await room.makeQuote()
    await carrying(quote, 'By header')
    const ask = (handler: FetchHandler, method: string, path: string, body: object, known = '') =>
      handler(
        new Request(new URL(path, room.config.publicUrl), {
          method,
          headers: {
            authorization: `JWT ${editor.token}`,
            'content-type': 'application/json',
            ...(known ? { 'x-confirm-impact': known } : {}),
          },
          body: JSON.stringify(body),
        }),
      ).then(answerOf)
    const rest = editorialRest(room.payload)
    const path = `/api/quotes/${quote.id}`
    expect((await ask(rest, 'PATCH', path, { text: 'By REST.' }, '2')).status).toBe(409)
    expect((await ask(rest, 'PATCH', path, { text: 'By REST.' }, '1')).status).toBe(200)

    const graphql = editorialGraphql(room.payload)
    const query = `mutation { updateQuote(id: "${quote.id}", data: { text: "By GraphQL." }) { text } }`
    const refused = await ask(graphql, 'POST', '/api/graphql', { query })
    expect(refused.json.errors[0].extensions).toMatchObject({
      statusCode: 409,
      data: { code: 'confirm-impact', confirm: 1 },
    })
    expect((await stored(quote.id)).text).toBe('By REST.')
    const done = await ask(graphql, 'POST', '/api/graphql', { query }, '1')
    expect(done.json.data.updateQuote.text).toBe('By GraphQL.')
  })

  it('of the speaker needs it as well, another field and a quote in drafts do not', async () => {
    const quote = await room.makeQuote()
    await carrying(quote, 'Said by')
    const other = await room.makeSource()
    expect((await patch(quote.id, { speaker: other.id })).status).toBe(409)
    expect((await patch(quote.id, { medium: 'Interview' })).status).toBe(200)
    const draft = await room.makeQuote()
    await room.makeArticle({ body: bodyOf({ quotes: [draft.id] }) })
    expect((await patch(draft.id, { text: 'Free to change.' })).status).toBe(200)
  })

  it('in bulk is refused for each quote that live stories carry', async () => {
    const [carried, free] = [await room.makeQuote(), await room.makeQuote()]
    await carrying(carried, 'In bulk')
    const { json } = await room.rest(
      editor,
      'PATCH',
      `/api/quotes?where[id][in]=${carried.id},${free.id}`,
      { text: 'The same for all.' },
    )
    expect((json.docs as { id: string }[]).map(({ id }) => id)).toEqual([free.id])
    expect((await stored(carried.id)).text).toBe(carried.text)
  })
})

describe('correcting a quote', () => {
  const reason = 'We misquoted the minister. She said five, not nine.'
  const correct = (who: Person | null, id: string, body: unknown) =>
    room.rest(who, 'POST', `/api/quotes/${id}/correct`, body)

  it('changes the quote and tells the readers of every story, each by one row', async () => {
    const quote = await room.makeQuote({ text: 'We need nine years.' })
    const stories = [await carrying(quote, 'One'), await carrying(quote, 'Two')]
    const body = { text: 'We need five years.', reason, confirm: 2 }
    const { status, json } = await correct(editor, quote.id, body)
    expect(status).toBe(200)
    expect(json).toMatchObject({ total: 2, doc: { text: 'We need five years.' } })
    expect(await jobs()).toHaveLength(2)
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['corrected', 'corrected'])
    for (const { id } of stories) {
      const rows = await rowsOf(id)
      expect(rows.map(({ event }) => event)).toEqual(['publish', 'correct'])
      expect(rows.at(-1)).toMatchObject({ actor: { id: editor.id, name: editor.name } })
      const entry = {
        kind: 'correction',
        text: reason,
        before: 'We need nine years.',
        after: 'We need five years.',
      }
      expect(await live(id)).toMatchObject({
        quotes: [{ text: 'We need five years.' }],
        corrections: [entry],
      })
      expect((await room.stored(id)).corrections).toMatchObject([entry])
      expect((await room.newest(id)).corrections).toMatchObject([entry])
      expect(await room.newest(id)).toMatchObject({ _status: 'published', state: 'published' })
    }
    expect(await verifyChain(await room.rows())).toEqual([])
  })

  it('leaves the draft that is being written as it is, but for the correction', async () => {
    const quote = await room.makeQuote({ text: 'Nine.' })
    const story = await carrying(quote, 'As published')
    const draft = await room.saveDraft(story.id, { headline: 'Being written', standfirst: 'New.' })
    await correct(editor, quote.id, { text: 'Five.', reason, confirm: 1 })
    await refreshDue(room.payload)
    expect((await live(story.id))?.headline).toBe('As published')
    const newest = await room.newest(story.id)
    expect(newest).toMatchObject({
      headline: 'Being written',
      standfirst: 'New.',
      body: draft.body,
      state: 'correcting',
      _status: 'draft',
      corrections: [{ text: reason, before: 'Nine.', after: 'Five.' }],
    })
    // A save that started from the text without it would take the correction back.
    expect(Date.parse(newest.updatedAt)).toBeGreaterThan(Date.parse(draft.updatedAt))
    await room.publish(story.id)
    expect((await live(story.id))?.corrections).toMatchObject([{ text: reason }])
    expect((await rowsOf(story.id)).map(({ event }) => event)).toEqual([
      'publish',
      'correct',
      'update',
    ])
  })

  it('keeps the corrections that were there, and adds a second one after the first', async () => {
    const quote = await room.makeQuote({ text: 'Nine.' })
    const earlier = {
      kind: 'clarification',
      at: '2026-01-01T10:00:00.000Z',
      text: 'It was Monday.',
    }
    const { id } = await published({
      corrections: [earlier],
      body: bodyOf({ quotes: [quote.id] }),
    })
    await correct(editor, quote.id, { text: 'Five.', reason, confirm: 1 })
    await refreshDue(room.payload)
    await correct(editor, quote.id, { text: 'Four.', reason: `Again: ${reason}`, confirm: 1 })
    await refreshDue(room.payload)
    expect((await live(id))?.corrections.map(({ text }) => text)).toEqual([
      'It was Monday.',
      reason,
      `Again: ${reason}`,
    ])
    expect((await rowsOf(id)).map(({ event }) => event)).toEqual(['publish', 'correct', 'correct'])
  })

  it('of the speaker shows names, and never the one of a confidential source', async () => {
    const secret = await room.makeSource({
      name: 'Working Name',
      isConfidential: true,
      publicDescription: 'a senior official',
      approvedBy: (await room.makeUser('chief')).id,
    })
    const wrong = await room.makeSource({ name: 'Jo Doe' })
    const quote = await room.makeQuote({ speaker: wrong.id })
    const { id } = await carrying(quote, 'Who said it')
    expect(
      (await correct(editor, quote.id, { speaker: secret.id, reason, confirm: 1 })).status,
    ).toBe(200)
    await refreshDue(room.payload)
    expect((await live(id))?.corrections).toMatchObject([
      { before: 'Jo Doe', after: 'a senior official' },
    ])
    expect(JSON.stringify(await rowsOf(id))).not.toContain('Working Name')
  })

  it('waits in the article when the story cannot go out, and goes with its next publication', async () => {
    const quote = await room.makeQuote({ text: 'Nine.' })
    const { id } = await carrying(quote, 'Blocked')
    await room.payload.db.updateOne({
      collection: 'articles',
      id,
      data: { embargoUntil: '2099-01-01T00:00:00.000Z' },
    })
    await correct(editor, quote.id, { text: 'Five.', reason, confirm: 1 })
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes).toMatchObject([{ outcome: 'left as it was' }])
    expect((await live(id))?.corrections).toEqual([])
    await room.publish(id, { embargoUntil: null })
    expect((await live(id))?.corrections).toMatchObject([{ text: reason }])
    expect((await rowsOf(id)).map(({ event }) => event)).toEqual(['publish', 'correct'])
  })

  it('is refused with the list while its number is wrong, and changes nothing', async () => {
    const quote = await room.makeQuote({ text: 'Nine.' })
    await carrying(quote, 'Listed')
    for (const confirm of [undefined, 0, 2, '1']) {
      const answer = await correct(editor, quote.id, { text: 'Five.', reason, confirm })
      expect(answer.status).toBe(409)
      expect(answer.json.errors[0].data).toMatchObject({ code: 'confirm-impact', confirm: 1 })
    }
    expect((await stored(quote.id)).text).toBe('Nine.')
    expect(await jobs()).toEqual([])
  })

  it('tells everything that is wrong at once', async () => {
    const quote = await room.makeQuote()
    const body = { text: '', speaker: 'nobody', reason: 'short', confirm: 0 }
    const { status, json } = await correct(editor, quote.id, body)
    expect(status).toBe(400)
    const paths = (json.errors[0].data.errors as { path: string }[]).map(({ path }) => path)
    expect(paths.sort()).toEqual(['reason', 'speaker', 'text'])
    const same = await correct(editor, quote.id, { text: quote.text, reason, confirm: 0 })
    expect(same.text).toContain('Nothing would change.')
  })

  it('is for the desk', async () => {
    const quote = await room.makeQuote()
    const body = { text: 'Other.', reason, confirm: 0 }
    for (const who of [null, reporter, admin]) {
      expect((await correct(who, quote.id, body)).status).toBe(403)
    }
    expect((await correct(editor, 'nothing', body)).status).toBe(404)
    expect((await correct(editor, quote.id, body)).status).toBe(200)
  })
})
