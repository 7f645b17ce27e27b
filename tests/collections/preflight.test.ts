/** Publishing and the checks: warnings are ticked, errors are mended or set aside by a chief, and both say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#src/ledger/chain.ts'
import type { StoryBlock } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let chief: Person
let editor: Person
let reporter: Person
let admin: Person

beforeAll(async () => {
  room = await openNewsroom()
  chief = await room.makeUser('chief')
  editor = await room.makeUser('editor')
  reporter = await room.makeUser('reporter')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())

const REASON = 'The minister confirmed it by phone at noon.'

type Finding = {
  key: string
  code: string
  severity: string
  message: string
  isAcknowledged: boolean
  canOverride: boolean
}

const checksOf = async (who: Person | null, id: string) => {
  const { status, json } = await room.rest(who, 'GET', `/api/articles/${id}/preflight`)
  return { status, json, problems: (json?.problems ?? []) as Finding[] }
}
const publish = (who: Person, id: string, data: Record<string, unknown> = {}) =>
  room.rest(who, 'PATCH', `/api/articles/${id}`, { ...data, _status: 'published' })
const refusals = (json: Json): Json[] => json.errors[0].data.errors as Json[]
const rowsOf = async (id: string) => (await room.rows()).filter((row) => row.articleId === id)

const blockOf = (text: string): StoryBlock => ({
  type: 'blockquote',
  children: [{ type: 'text', text, marks: [] }],
})
let count = 0
const lexical = (blocks: StoryBlock[]) =>
  storyToLexical(blocks, { newId: () => `node${(count += 1)}` }) as never

/** A story with a warning: it cites a paper that no link leads to. */
const warned = async (name = 'The Evening Paper', by?: Person) => {
  const paper = await room.makeSource({ kind: 'publication', name })
  const body = bodyOf({ cites: [paper.id] })
  return { paper, article: await room.makeArticle({ body }, by) }
}
/** A story with an error that a chief may set aside: words that the evidence does not have. */
const unproved = async () => {
  const evidence = await room.makeEvidence({ text: 'We will go on, whatever it costs us.' })
  const text = 'We shall stop at once, and never begin anew.'
  const quote = await room.makeQuote({ text, evidence: evidence.id })
  return room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
}

/** Another error a chief may set aside, which needs no other record. */
const unchecked = () => room.makeArticle({ checks: { legal: 'needed' } })

describe('a warning', () => {
  it('stops publication until it is ticked, and the refusal brings its key', async () => {
    const { article } = await warned()
    const refused = await publish(editor, article.id)
    expect(refused.status).toBe(400)
    const [one, ...others] = refusals(refused.json)
    expect(others).toEqual([])
    expect(one).toMatchObject({ code: 'source-without-link', severity: 'warning' })
    expect(one.message).toContain('The Evening Paper is cited')
    expect(await rowsOf(article.id)).toEqual([])

    const passed = await publish(editor, article.id, { acknowledged: [one.key] })
    expect(passed.status).toBe(200)
    expect(await rowsOf(article.id)).toHaveLength(1)
  })

  it('is ticked through its own address, by whoever may change the story', async () => {
    const { article } = await warned('The Weekly', reporter)
    const [warning] = (await checksOf(reporter, article.id)).problems
    const tick = (who: Person | null, keys: unknown) =>
      room.rest(who, 'POST', `/api/articles/${article.id}/acknowledge`, { keys })
    expect((await tick(admin, [warning?.key])).status).toBe(403)
    expect((await tick(null, [warning?.key])).status).toBe(401)
    for (const wrong of ['everything', [1], undefined]) {
      expect((await tick(reporter, wrong)).status).toBe(400)
    }
    const unknown = await tick(reporter, ['source-without-link:0000000000'])
    expect(unknown.status).toBe(400)
    const ticked = await tick(reporter, [warning?.key])
    expect(ticked.status).toBe(200)
    expect(ticked.json.problems[0].isAcknowledged).toBe(true)
    expect((await publish(editor, article.id)).status).toBe(200)
  })

  it('once ticked stays ticked through later edits and publications', async () => {
    const { article } = await warned('The Daily')
    const [warning] = (await checksOf(editor, article.id)).problems
    await publish(editor, article.id, { acknowledged: [warning?.key] })
    await room.rest(editor, 'PATCH', `/api/articles/${article.id}?draft=true`, { standfirst: 'A' })
    const again = await publish(editor, article.id, { change: { kind: 'update' } })
    expect(again.status).toBe(200)
    expect(await rowsOf(article.id)).toHaveLength(2)
  })

  it('asks anew when it is about something else', async () => {
    const { paper, article } = await warned('The Monthly')
    const [warning] = (await checksOf(editor, article.id)).problems
    await publish(editor, article.id, { acknowledged: [warning?.key] })
    const other = await room.makeSource({ kind: 'document', name: 'The memo' })
    const body = bodyOf({ cites: [paper.id, other.id] })
    const refused = await publish(editor, article.id, { body, change: { kind: 'update' } })
    expect(refused.status).toBe(400)
    expect(refusals(refused.json).map(({ message }: Json) => message as string)).toEqual([
      expect.stringContaining('The memo'),
    ])
  })

  it('of a copy is not ticked, whatever the original had', async () => {
    const { article } = await warned('The Quarterly')
    const [warning] = (await checksOf(editor, article.id)).problems
    await publish(editor, article.id, { acknowledged: [warning?.key] })
    const copy = await room.rest(editor, 'POST', `/api/articles/${article.id}/duplicate`, {})
    const [own] = (await checksOf(editor, copy.json.doc.id as string)).problems
    expect(own?.isAcknowledged).toBe(false)
  })

  it('never keeps a story from being retracted or saved', async () => {
    const { article } = await warned('The Yearly')
    const [warning] = (await checksOf(editor, article.id)).problems
    await publish(editor, article.id, { acknowledged: [warning?.key] })
    await room.rest(editor, 'PATCH', `/api/articles/${article.id}?draft=true`, { acknowledged: [] })
    const path = `/api/articles/${article.id}/retract`
    expect((await room.rest(chief, 'POST', path, { reason: REASON })).status).toBe(200)
  })
})

it('words copied from the evidence of a source the story cites wait for a tick', async () => {
  const words = 'the inner wall of the old harbour has been leaking since the first week of March'
  const source = await room.makeSource({ name: 'The inspector' })
  await room.makeEvidence({ title: 'Report of the inspection', text: words, source: source.id })
  const article = await room.makeArticle({
    body: bodyOf({ text: `On Monday ${words}, and nobody was told.`, cites: [source.id] }),
  })
  const { problems } = await checksOf(editor, article.id)
  expect(problems.map(({ code }) => code)).toEqual(['copied-unquoted'])
  expect(problems[0]?.message).toContain('Report of the inspection')
})

describe('an error', () => {
  it('is set aside by a chief with a reason, which the ledger keeps and readers do not see', async () => {
    const article = await unproved()
    const checks = await checksOf(chief, article.id)
    expect(checks.problems.map(({ code }) => code)).toEqual(['quote-differs'])
    expect(checks.json).toMatchObject({ canPublish: false, canOverride: true })

    const override = { codes: ['quote-differs', 'check-open'], reason: REASON }
    const { status, json } = await publish(chief, article.id, { override })
    expect({ status, errors: json.errors }).toEqual({ status: 200, errors: undefined })
    const [row] = await rowsOf(article.id)
    expect(row?.override).toEqual({
      codes: ['quote-differs'],
      reason: REASON,
      by: { id: chief.id, name: chief.name },
    })
    expect(await verifyChain(await room.rows())).toEqual([])
    const { docs } = (
      await room.rest(
        chief,
        'GET',
        `/api/activity?where[subjectId][equals]=${article.id}&where[verb][equals]=override`,
      )
    ).json as { docs: Json[] }
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ actorId: chief.id, reason: REASON })
    expect(docs[0].summary).toContain('quote-differs')

    const current = await room.ledger.get('story', { id: article.id })
    for (const shown of [
      JSON.stringify(current),
      (await room.rest(null, 'GET', `/api/articles/${article.id}?depth=2`)).text,
      (await room.rest(null, 'GET', '/api/publications')).text,
    ]) {
      expect(shown).not.toContain(REASON)
    }
  })

  it('is set aside for one publication: the next one asks again', async () => {
    const article = await unchecked()
    await publish(chief, article.id, { override: { codes: ['check-open'], reason: REASON } })
    const newest = await room.newest(article.id)
    expect(newest.override).toMatchObject({ codes: [], reason: null })
    expect((await publish(chief, article.id, { standfirst: 'Later.' })).status).toBe(400)
    expect(await rowsOf(article.id)).toHaveLength(1)
  })

  it('is set aside by nobody else, by no door', async () => {
    const override = { codes: ['check-open'], reason: REASON }
    const article = await unchecked()
    for (const who of [editor, reporter, admin]) {
      expect((await publish(who, article.id, { override })).status).toBeGreaterThanOrEqual(400)
    }
    // A chief left it in the draft: it is not the editor's to use.
    await room.rest(chief, 'PATCH', `/api/articles/${article.id}?draft=true`, { override })
    expect((await room.newest(article.id)).override?.codes).toEqual(['check-open'])
    expect((await publish(editor, article.id)).status).toBe(400)
    const mutation = `mutation($id: String!, $data: mutationArticleUpdateInput!) {
      updateArticle(id: $id, data: $data) { id } }`
    const data = { override, _status: 'published' }
    expect(
      (await room.graphql(editor, mutation, { id: article.id, data })).json.errors,
    ).toHaveLength(1)
    expect(await rowsOf(article.id)).toEqual([])
    expect((await publish(chief, article.id)).status).toBe(200)
  })

  it('needs a reason, and the right code', async () => {
    const article = await unchecked()
    for (const override of [
      { codes: ['check-open'], reason: 'because' },
      { codes: ['check-open'] },
      { codes: ['quote-differs'], reason: REASON },
      { codes: [], reason: REASON },
    ]) {
      expect((await publish(chief, article.id, { override })).status).toBe(400)
    }
  })

  it.each([
    ['embargoed', { embargoUntil: '2099-01-01T00:00:00.000Z' }],
    ['section-missing', { section: null }],
    ['body-empty', { body: null }],
  ])('of code %s is set aside by nobody', async (code, data) => {
    const article = await room.makeArticle(data)
    expect((await checksOf(chief, article.id)).json).toMatchObject({
      canPublish: false,
      canOverride: false,
    })
    const override = { codes: [code], reason: REASON }
    expect((await publish(chief, article.id, { override })).status).toBe(400)
  })

  it('in bulk, an override holds for the stories it was given to, each of them', async () => {
    const [one, two] = [await unchecked(), await unchecked()]
    const clean = await room.makeArticle()
    const answer = await room.rest(
      chief,
      'PATCH',
      `/api/articles?where[id][in]=${one.id},${two.id},${clean.id}`,
      { _status: 'published', override: { codes: ['check-open'], reason: REASON } },
    )
    expect(answer.json.errors).toEqual([])
    expect(await verifyChain(await room.rows())).toEqual([])
    expect((await rowsOf(one.id))[0]?.override?.reason).toBe(REASON)
    expect((await rowsOf(two.id))[0]?.override?.reason).toBe(REASON)
    expect((await rowsOf(clean.id))[0]?.override).toBeUndefined()
  })
})

describe('a confidential source', () => {
  const authors = new Map<string, string>()
  const quoting = async (approvedBy: string | null, by: Person) => {
    const source = await room.makeSource({
      name: 'The clerk',
      isConfidential: true,
      publicDescription: 'a clerk of the committee',
      approvedBy,
    })
    const quote = await room.makeQuote({ speaker: source.id })
    const author = authors.get(by.id) ?? (await room.makeAuthor({ user: by.id })).id
    authors.set(by.id, author)
    return room.makeArticle({
      authors: [{ author, role: 'by' }],
      body: bodyOf({ quotes: [quote.id] }),
    })
  }

  it('is not quoted on the word of the chief who wrote the story', async () => {
    const other = await room.makeUser('chief')
    const own = await quoting(chief.id, chief)
    const refused = await publish(editor, own.id)
    expect(refusals(refused.json).map(({ code }: Json) => code as string)).toEqual([
      'source-approved-by-author',
    ])
    expect((await publish(editor, (await quoting(other.id, chief)).id)).status).toBe(200)
    expect((await publish(editor, (await quoting(chief.id, reporter)).id)).status).toBe(200)
  })
})

describe('the checks', () => {
  it('say the same as publishing, for every kind of story', async () => {
    const text = 'Nobody will ever know what it cost us to stand here.'
    const stories = [
      await room.makeArticle(),
      (await warned('The Gazette')).article,
      await unproved(),
      await room.makeArticle({ section: null }),
      await room.makeArticle({ body: lexical([blockOf(text)]) }),
      await room.makeArticle({ body: bodyOf({ text: `“${text}” Mayor Ada Roe said on Monday.` }) }),
      await room.makeArticle({ checks: { legal: 'needed' } }),
    ]
    for (const { id } of stories) {
      const { json, problems } = await checksOf(editor, id)
      const answer = await publish(editor, id)
      expect({ id, published: answer.status === 200 }).toEqual({ id, published: json.canPublish })
      const refused = answer.status === 200 ? [] : refusals(answer.json)
      expect(refused.map(({ code }: Json) => code as string)).toEqual(
        problems.map((one) => one.code),
      )
    }
  })

  it('look at the newest draft', async () => {
    const article = await room.makeArticle()
    await room.publish(article.id)
    await room.saveDraft(article.id, { section: null })
    const { problems } = await checksOf(editor, article.id)
    expect(problems.map(({ code }) => code)).toEqual(['section-missing'])
  })

  it('are for people who work on stories', async () => {
    const { id } = await room.makeArticle({}, reporter)
    expect((await checksOf(null, id)).status).toBe(401)
    expect((await checksOf(admin, id)).status).toBe(403)
    const own = await checksOf(reporter, id)
    expect({ status: own.status, canPublish: own.json.canPublish as boolean }).toEqual({
      status: 200,
      canPublish: false,
    })
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await checksOf(editor, unknown)).status).toBe(404)
  })
})
