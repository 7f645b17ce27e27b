/** A record that live stories carry changes: every one of them gets an update, and nothing else does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { spreadRefresh, type SpreadTask } from '#src/editorial/publishing/refreshHook.ts'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { inTransaction } from '#src/jobs/worker.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import type { Article, Job } from '#src/payload-types.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))

const change = async (collection: string, id: string, data: object, query = '') => {
  const answer = await room.rest(editor, 'PATCH', `/api/${collection}/${id}${query}`, data)
  expect(answer.text).toContain('"doc"')
  return answer
}

const rowsOf = async (id: string) => (await room.rows()).filter((row) => row.articleId === id)
const eventsOf = async (id: string) => (await rowsOf(id)).map(({ event }) => event)
const live = async (id: string) => (await room.ledger.get('story', { id }))?.story

const jobs = async (): Promise<Job[]> =>
  (await room.payload.find({ collection: 'jobs', depth: 0, overrideAccess: true })).docs

const published = async (data: Record<string, unknown>): Promise<Article> => {
  const { id } = await room.makeArticle({ bylineOverride: null, ...data })
  return room.publish(id)
}

const by = (author: { id: string }) => ({ authors: [{ author: author.id, role: 'by' }] })

describe('a change that readers see', () => {
  it('of an author reaches every live story, by the name of whoever made it', async () => {
    const author = await room.makeAuthor({ name: 'Ada Roe' })
    const ids = [(await published(by(author))).id, (await published(by(author))).id]
    const other = await published({ bylineOverride: 'By others' })
    await change('authors', author.id, { name: 'Ada Lind' })
    expect((await live(ids[0] ?? ''))?.byline).toContain('Ada Roe')
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes.map(({ article, outcome }) => [article, outcome]).sort()).toEqual(
      ids.map((id) => [id, 'updated']).sort(),
    )
    for (const id of ids) {
      expect(await eventsOf(id)).toEqual(['publish', 'update'])
      expect((await live(id))?.byline).toContain('Ada Lind')
      expect((await rowsOf(id)).at(-1)?.actor).toEqual({ id: editor.id, name: editor.name })
    }
    expect(await eventsOf(other.id)).toEqual(['publish'])
    expect(await verifyChain(await room.rows())).toEqual([])
  })

  it('of a picture, a portrait, a section and a source reaches them, too', async () => {
    const [image, portrait] = [await room.makeImage(), await room.makeImage()]
    const author = await room.makeAuthor({ image: portrait.id })
    const section = await room.makeSection({ name: 'World', slug: 'world' })
    const source = await room.makeSource({ name: 'The Paper', url: 'https://paper.example' })
    const { id } = await published({
      ...by(author),
      section: section.id,
      body: bodyOf({ images: [image.id], cites: [source.id] }),
    })
    const steps: [string, string, object, string][] = [
      ['images', image.id, { credit: 'John Roe / Agency' }, 'John Roe / Agency'],
      ['images', portrait.id, { alt: 'The author, smiling' }, 'The author, smiling'],
      ['sections', section.id, { name: 'Wide World', slug: 'wide-world' }, 'wide-world'],
      ['sections', section.id, { slug: 'whole-world' }, 'whole-world'],
      ['sources', source.id, { name: 'The Daily Paper' }, 'The Daily Paper'],
    ]
    for (const [collection, record, data, seen] of steps) {
      await change(collection, record, data)
      const { outcomes } = await refreshDue(room.payload)
      expect(outcomes).toMatchObject([{ outcome: 'updated' }])
      expect(JSON.stringify(await live(id))).toContain(seen)
    }
    expect(await eventsOf(id)).toEqual(['publish', ...steps.map(() => 'update')])
  })

  it('of a section’s address moves its stories to the new list, and a replay agrees', async () => {
    const section = await room.makeSection({ name: 'Economy', slug: 'economy' })
    const ids = [(await published({ section: section.id, bylineOverride: 'By us' })).id]
    ids.push((await published({ section: section.id, bylineOverride: 'By us' })).id)
    await change('sections', section.id, { name: 'Money', slug: 'money' })
    await refreshDue(room.payload)
    const lists = async () => ({
      old: await room.ledger.list('story', { facets: ['section:economy'], after: null, limit: 9 }),
      now: await room.ledger.list('story', { facets: ['section:money'], after: null, limit: 9 }),
      section: await room.ledger.get('section', { id: section.id }),
    })
    const after = await lists()
    expect(after.old).toEqual([])
    expect(after.now.map(({ doc }) => doc.story.id).sort()).toEqual([...ids].sort())
    expect(after.section).toMatchObject({ name: 'Money', slug: 'money' })
    await room.ledger.replay()
    expect(await lists()).toEqual(after)
  })

  it('of a source leaves role and affiliation of a quote as they were when it was said', async () => {
    const speaker = await room.makeSource({ name: 'Jo Doe', role: 'minister' })
    const quote = await room.makeQuote({ speaker: speaker.id })
    const { id } = await published({
      bylineOverride: 'By us',
      body: bodyOf({ quotes: [quote.id] }),
    })
    await change('sources', speaker.id, { name: 'Jo Roe', role: 'former minister' })
    await refreshDue(room.payload)
    expect((await live(id))?.quotes[0]?.speaker).toMatchObject({ name: 'Jo Roe', role: 'minister' })
  })

  it('builds on what was published and not on the draft that is being written', async () => {
    const author = await room.makeAuthor()
    const { id } = await published({ ...by(author), headline: 'As published' })
    await room.saveDraft(id, { headline: 'Not yet', slug: 'not-yet' })
    await change('authors', author.id, { bio: 'Writes about rain.' })
    await refreshDue(room.payload)
    const story = await live(id)
    expect(story).toMatchObject({
      headline: 'As published',
      authors: [{ bio: 'Writes about rain.' }],
    })
    expect(JSON.stringify(await rowsOf(id))).not.toMatch(/not.yet/i)
    expect((await room.newest(id)).headline).toBe('Not yet')
  })

  it('is made once for each story, though two workers are at it', async () => {
    const author = await room.makeAuthor()
    const stories = [await published(by(author)), await published(by(author))]
    await change('authors', author.id, { name: 'Another Name' })
    await Promise.all([refreshDue(room.payload), refreshDue(room.payload)])
    for (const { id } of stories) expect(await eventsOf(id)).toEqual(['publish', 'update'])
  })

  it('reaches more stories than one page of jobs holds', async () => {
    const author = await room.makeAuthor()
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push((await published(by(author))).id)
    await change('authors', author.id, { name: 'Known To Many' })
    const [job] = await jobs()
    await room.payload.db.deleteMany({ collection: 'jobs', where: {} })
    const spread = (task: unknown) =>
      inTransaction(room.payload, (req) =>
        spreadRefresh(req, task as SpreadTask, new Date().toISOString(), 2),
      )
    expect(await spread(job?.payload)).toBe(2)
    expect((await jobs()).map(({ kind }) => kind).sort()).toEqual(['refresh', 'refresh', 'spread'])
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes.map(({ article }) => article).sort()).toEqual([...ids].sort())
  })
})

describe('no update', () => {
  it('comes from a change that readers do not see', async () => {
    const author = await room.makeAuthor()
    const source = await room.makeSource()
    await published({ ...by(author), body: bodyOf({ cites: [source.id] }) })
    await change('authors', author.id, { contact: 'ring twice', name: author.name })
    await change('sources', source.id, { reliabilityNote: 'Careful with numbers.' })
    expect(await jobs()).toEqual([])
  })

  it('comes from a record that no live story carries', async () => {
    const author = await room.makeAuthor()
    const { id } = await room.makeArticle(by(author))
    await change('authors', author.id, { name: 'Still Unknown' })
    expect(await jobs()).toEqual([])
    expect(await eventsOf(id)).toEqual([])
  })

  it('comes to a story that was withdrawn before its turn', async () => {
    const author = await room.makeAuthor()
    const { id } = await published(by(author))
    await change('authors', author.id, { name: 'Too Late' })
    await room.rest(editor, 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await refreshDue(room.payload)
    expect(await eventsOf(id)).toEqual(['publish', 'unpublish'])
  })

  it('is left of a change that was taken back before its turn', async () => {
    const author = await room.makeAuthor({ name: 'First Name' })
    const { id } = await published(by(author))
    await change('authors', author.id, { name: 'Second Name' })
    await change('authors', author.id, { name: 'First Name' })
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(await eventsOf(id)).toEqual(['publish'])
  })
})

describe('a story that no longer passes the checks', () => {
  it('is left as it was, and both the record and the jobs say so', async () => {
    const author = await room.makeAuthor({ name: 'Ada Roe' })
    const quote = await room.makeQuote()
    const { id } = await published({ ...by(author), body: bodyOf({ quotes: [quote.id] }) })
    const before = await live(id)
    await change('quotes', quote.id, { speaker: null }, '?confirm=1')
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes).toMatchObject([{ article: id, outcome: 'left as it was' }])
    expect(await live(id)).toEqual(before)
    const { json } = await room.rest(chief, 'GET', '/api/jobs?where[state][equals]=failed')
    expect(json.docs).toMatchObject([{ kind: 'refresh' }])
    expect(json.docs[0].lastError).not.toBe('')
    const { docs } = await room.payload.find({
      collection: 'activity',
      where: { and: [{ subjectId: { equals: id } }, { verb: { equals: 'update held' } }] },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ actorName: editor.name }])
    expect(docs[0]?.summary).toContain('was left as it was')
  })

  it('because of an embargo that was set after it went out stays as it was', async () => {
    const author = await room.makeAuthor()
    const { id } = await published(by(author))
    await room.payload.db.updateOne({
      collection: 'articles',
      id,
      data: { embargoUntil: '2099-01-01T00:00:00.000Z' },
    })
    await change('authors', author.id, { name: 'Under Embargo' })
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes).toMatchObject([{ outcome: 'left as it was' }])
    expect(await eventsOf(id)).toEqual(['publish'])
  })
})
