/** Stories that belong together: what readers are told of each other's, and when. */
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spreadFamily, type FamilyTask } from '#src/editorial/publishing/refreshFamily.ts'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { inTransaction } from '#src/jobs/worker.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { PUBLIC_URL, serveReaders, type Readers } from '#tests/support/readers.ts'

let room: Newsroom
let readers: Readers
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom()
  readers = await serveReaders({ ledger: room.ledger })
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(async () => {
  await readers.stop()
  await room.close()
})

type Told = { id: string; slug: string; headline: string }

const live = async (data: Record<string, unknown>): Promise<Told> => {
  const { id } = await room.makeArticle(data)
  const { slug, headline } = await room.publish(id)
  return { id, slug: slug ?? '', headline: headline ?? '' }
}
const settle = async () => (await refreshDue(room.payload)).outcomes
const save = (id: string, data: Record<string, unknown>) =>
  room.rest(editor, 'PATCH', `/api/articles/${id}`, data)
const republish = async (id: string, data: Record<string, unknown>) => {
  const answer = await save(id, { ...data, change: { kind: 'update' }, _status: 'published' })
  expect({ status: answer.status, text: answer.status === 200 || answer.text }).toEqual({
    status: 200,
    text: true,
  })
}
const retract = async (id: string) => {
  const reason = 'The memo it rested on was forged.'
  const { status } = await room.rest(chief, 'POST', `/api/articles/${id}/retract`, { reason })
  expect(status).toBe(200)
  await settle()
}
const storyOf = async ({ id }: Told): Promise<Json> =>
  (await room.ledger.get('story', { id }))?.story
const jsonOf = async ({ slug }: Told): Promise<Json> =>
  (await readers.ask(`/v1/articles/${slug}?include=bodyText,bodyMarkdown`)).json().data
const rowsOf = async ({ id }: Told) => (await room.rows()).filter((row) => row.articleId === id)

describe('a story that takes the place of another', () => {
  it('is named by it in every output, and names it', async () => {
    const older = await live({ headline: 'Pier to close' })
    const before = await storyOf(older)
    const newer = await live({ headline: 'Pier is <closed>', replaces: older.id })
    expect(await settle()).toMatchObject([{ article: older.id, outcome: 'updated' }])
    expect(await storyOf(newer)).toMatchObject({ replaces: older })
    // Nothing but the link has changed, so it is not called an update of the day.
    expect(await storyOf(older)).toEqual({ ...before, replacedBy: newer })
    expect((await rowsOf(older)).at(-1)).toMatchObject({ event: 'update', change: 'minor' })

    const url = (one: Told) => `${PUBLIC_URL}/articles/${one.slug}`
    expect((await jsonOf(newer)).replaces).toEqual({ ...older, url: url(older) })
    expect((await jsonOf(older)).replacedBy).toEqual({ ...newer, url: url(newer) })
    expect((await jsonOf(older)).bodyMarkdown).toContain(`A newer story: [Pier is \\<closed\\>](`)
    expect((await jsonOf(newer)).bodyMarkdown).toContain(`- This story updates [Pier to close](`)
    const query = `{ older: article(slug: "${older.slug}") { replacedBy { headline replaces { slug } } }
      newer: article(slug: "${newer.slug}") { replaces { slug } related { slug } } }`
    expect((await readers.graph(query)).json().data).toEqual({
      older: { replacedBy: { headline: newer.headline, replaces: { slug: older.slug } } },
      newer: { replaces: { slug: older.slug }, related: [] },
    })
    const page = async (one: Told) =>
      parseHTML((await readers.ask(`/articles/${one.slug}`)).text).document
    const link = (await page(older)).querySelector('.newer-story a')
    expect([link?.textContent, link?.getAttribute('href')]).toEqual([newer.headline, url(newer)])
    const newPage = await page(newer)
    expect(newPage.querySelector('.related a')?.getAttribute('href')).toBe(url(older))
    const graph = newPage.querySelector('script[type="application/ld+json"]')?.textContent ?? ''
    expect(JSON.parse(graph)['@graph'][0].isBasedOn).toMatchObject({ url: url(older) })
  })

  it('is known by its newest headline and address', async () => {
    const older = await live({ headline: 'Ferry delayed' })
    const newer = await live({ headline: 'Ferry cancelled', replaces: older.id })
    await settle()
    await republish(newer.id, { headline: 'Ferry sunk', slug: 'ferry-sunk' })
    await settle()
    expect(await storyOf(older)).toMatchObject({
      replacedBy: { id: newer.id, slug: 'ferry-sunk', headline: 'Ferry sunk' },
    })
  })

  it('gives the place back when it is retracted, taken off, or names another', async () => {
    const [older, other] = [await live({ headline: 'One' }), await live({ headline: 'Two' })]
    const first = await live({ headline: 'Newer one', replaces: older.id })
    await settle()
    expect((await storyOf(older)).replacedBy.id).toBe(first.id)
    await retract(first.id)
    expect('replacedBy' in (await storyOf(older))).toBe(false)

    const second = await live({ headline: 'Newer two', replaces: older.id })
    await settle()
    expect((await storyOf(older)).replacedBy.id).toBe(second.id)
    await republish(second.id, { replaces: other.id })
    await settle()
    expect('replacedBy' in (await storyOf(older))).toBe(false)
    expect((await storyOf(other)).replacedBy.id).toBe(second.id)
    await save(second.id, { _status: 'draft' })
    await settle()
    expect('replacedBy' in (await storyOf(other))).toBe(false)
  })
})

describe('related stories', () => {
  it('are told while they are live, in every output, and vanish with a retraction', async () => {
    const other = await live({ headline: 'The harbour in winter' })
    const story = await live({ headline: 'The harbour', related: [other.id] })
    expect(await storyOf(story)).toMatchObject({ related: [other] })
    const page = async () => (await readers.ask(`/articles/${story.slug}`)).text
    expect(parseHTML(await page()).document.querySelector('.related li a')?.textContent).toBe(
      other.headline,
    )
    expect((await jsonOf(story)).bodyMarkdown).toContain('## Related stories')
    const query = `{ article(slug: "${story.slug}") { related { headline } } }`
    expect((await readers.graph(query)).text).toContain(other.headline)

    await retract(other.id)
    expect('related' in (await storyOf(story))).toBe(false)
    for (const text of [await page(), JSON.stringify(await jsonOf(story))]) {
      expect(text).not.toContain(other.headline)
    }
    expect((await readers.graph(query)).json().data.article.related).toEqual([])
  })

  it('vanish even from a story that would not pass the checks any more', async () => {
    const other = await live({ headline: 'Soon gone' })
    const story = await live({ headline: 'Its friend', related: [other.id] })
    await room.payload.db.updateOne({
      collection: 'articles',
      id: story.id,
      data: { embargoUntil: '2099-01-01T00:00:00.000Z' },
    })
    await save(other.id, { _status: 'draft' })
    expect(await settle()).toMatchObject([{ article: story.id, outcome: 'updated' }])
    expect('related' in (await storyOf(story))).toBe(false)
  })

  it('are named as readers know them: no draft, no newer headline, no story that is held', async () => {
    const draft = await room.makeArticle({ headline: 'Zqdraft' })
    const held = await room.makeArticle({
      headline: 'Zqheld',
      embargoUntil: '2099-01-01T00:00:00.000Z',
    })
    const known = await live({ headline: 'Known as this' })
    await room.saveDraft(known.id, { headline: 'Zqnewer', slug: 'zqnewer' })
    const story = await live({
      headline: 'A story with friends',
      replaces: draft.id,
      related: [draft.id, held.id, known.id],
    })
    await settle()
    const row = (await rowsOf(story)).at(-1)
    expect(row?.story.related).toEqual([known])
    expect(JSON.stringify(row)).not.toMatch(/zq/i)
    expect(Object.keys(row?.story ?? {})).not.toContain('replaces')

    // When the draft is published, the story learns of it, and it of the story.
    const { slug } = await room.publish(draft.id)
    await settle()
    const now = { id: draft.id, slug, headline: 'Zqdraft' }
    expect(await storyOf(story)).toMatchObject({ replaces: now, related: [known] })
    expect((await room.ledger.get('story', { id: draft.id }))?.story.replacedBy?.id).toBe(story.id)
  })

  it('hold nothing up when they are in the trash, and are not told', async () => {
    const gone = await live({ headline: 'In the trash' })
    const story = await live({ headline: 'Goes on', related: [gone.id], replaces: gone.id })
    await save(gone.id, { deletedAt: new Date().toISOString() })
    await republish(story.id, { headline: 'Goes on and on' })
    const now = await storyOf(story)
    expect([now.headline, now.related, now.replaces]).toEqual([
      'Goes on and on',
      undefined,
      undefined,
    ])
    const tooMany = Array.from({ length: 21 }, () => story.id)
    const answer = await save(story.id, { related: tooMany, _status: 'published' })
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('At most 20')])
  })

  it('that nobody names cause no work', async () => {
    const story = await live({ headline: 'Alone' })
    await room.payload.db.deleteMany({ collection: 'jobs', where: {} })
    await republish(story.id, { headline: 'Alone still' })
    const { totalDocs } = await room.payload.count({ collection: 'jobs', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  it('are all told of a story that many name, a page of jobs at a time', async () => {
    const star = await live({ headline: 'The star' })
    const many = []
    for (let n = 0; n < 5; n += 1) many.push(await live({ related: [star.id] }))
    await republish(star.id, { headline: 'The great star' })
    const { docs } = await room.payload.find({
      collection: 'jobs',
      where: { kind: { equals: 'spread' } },
      overrideAccess: true,
      depth: 0,
    })
    const task = docs[0]?.payload as FamilyTask
    await room.payload.db.deleteMany({ collection: 'jobs', where: {} })
    const count = await inTransaction(room.payload, (req) =>
      spreadFamily(req, task, new Date().toISOString(), 2),
    )
    expect(count).toBe(2)
    await settle()
    for (const one of many) {
      expect((await storyOf(one)).related).toMatchObject([{ headline: 'The great star' }])
    }
  })
})

describe('a loop', () => {
  const draftOf = (id: string, data: Record<string, unknown>) =>
    room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, data)
  const loop = async (id: string, replaces: string) => {
    const answer = await draftOf(id, { replaces })
    expect(answer.status).toBe(400)
    return answer.json.errors[0].data.errors as { path: string; message: string }[]
  }

  it('is refused, with the story that leads back, in drafts and in what is published', async () => {
    const first = await live({ headline: 'The first' })
    const second = await live({ headline: 'The second', replaces: first.id })
    const third = await room.makeArticle({ headline: 'The third', replaces: second.id })
    expect(await loop(first.id, second.id)).toMatchObject([
      { path: 'replaces', message: expect.stringContaining('“The second” updates this one') },
    ])
    expect((await loop(first.id, third.id))[0]?.message).toContain('“The second”')
    expect((await loop(first.id, first.id))[0]?.message).toContain('cannot update itself')
    // The draft of the second lets go, but readers still have the link.
    await room.saveDraft(second.id, { replaces: null })
    expect((await loop(first.id, second.id))[0]?.message).toContain('“The second”')
    await republish(second.id, { replaces: null })
    expect((await draftOf(first.id, { replaces: second.id })).status).toBe(200)
  })
})

describe('the ledger with families', () => {
  it('verifies, and a replay comes to the same', async () => {
    expect(await verifyChain(await room.rows())).toEqual([])
    const { data } = (await readers.ask('/v1/articles?first=100')).json()
    await room.ledger.replay()
    expect((await readers.ask('/v1/articles?first=100&fields=')).status).toBe(400)
    const rows = await room.ledger.list('story', { facets: [], after: null, limit: 100 })
    expect(
      rows.map(({ doc }) => [doc.story.id, doc.story.replacedBy?.id, doc.story.related?.length]),
    ).toEqual(data.map((one: Json) => [one.id, one.replacedBy?.id, one.related?.length]))
  })
})
