/** The workflow, enforced by the server: whoever asks, by whichever API. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishDue } from '#src/jobs/publishDue.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let reporter: Person
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom()
  reporter = await room.makeUser('reporter')
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())

const move = (who: Person, id: string, data: Record<string, unknown>): Promise<Answer> =>
  room.rest(who, 'PATCH', `/api/articles/${id}?draft=true`, data)

describe('states', () => {
  it('go the way of the table', async () => {
    const { id } = await room.makeArticle({}, reporter)
    const steps: [Person, string, number][] = [
      [reporter, 'approved', 400],
      [reporter, 'in review', 200],
      [editor, 'changes requested', 200],
      [reporter, 'in review', 200],
      [editor, 'scheduled', 400],
      [editor, 'approved', 200],
      [reporter, 'draft', 403],
      [chief, 'draft', 200],
      [editor, 'archived', 200],
      [reporter, 'draft', 403],
      [editor, 'draft', 200],
    ]
    for (const [who, state, status] of steps) {
      const reason = state === 'changes requested' ? { stateReason: 'Who said so?' } : {}
      const answer = await move(who, id, { state, ...reason })
      expect({ [`${who.role} → ${state}`]: answer.status }).toEqual({
        [`${who.role} → ${state}`]: status,
      })
    }
    expect((await room.newest(id)).state).toBe('draft')
  })

  it('are not set by hand to what only publishing and retracting may set', async () => {
    for (const state of ['published', 'correcting']) {
      const { id } = await room.makeArticle({}, reporter)
      expect((await move(editor, id, { state })).json.doc.state).toBe('draft')
    }
    const { id } = await room.makeArticle({}, reporter)
    expect((await move(chief, id, { state: 'retracted' })).status).toBe(400)
    const made = await room.rest(reporter, 'POST', '/api/articles?draft=true', {
      headline: 'Mine',
      state: 'approved',
    })
    expect(made.status).toBe(400)
  })

  it('say what is allowed when they refuse', async () => {
    const { id } = await room.makeArticle({}, reporter)
    const { text } = await move(reporter, id, { state: 'approved' })
    expect(text).toContain('Only editor or chief may approve a story.')
    expect(text).toContain('submit')
  })

  it('need a time to be scheduled', async () => {
    const { id } = await room.makeArticle()
    await move(editor, id, { state: 'approved' })
    expect((await move(editor, id, { state: 'scheduled' })).text).toContain(
      'A scheduled story needs a time.',
    )
  })

  it('keep their system fields from whoever writes them', async () => {
    const { id } = await room.makeArticle({}, reporter)
    const system = {
      approvedHash: 'f'.repeat(64),
      firstPublishedAt: '2020-01-01T00:00:00.000Z',
      retraction: { at: '2020-01-01T00:00:00.000Z', reason: 'x' },
      createdBy: editor.id,
      scheduleProblem: 'x',
    }
    await move(reporter, id, { headline: 'Mine', ...system })
    await move(editor, id, system)
    expect(await room.newest(id)).toMatchObject({
      headline: 'Mine',
      approvedHash: null,
      firstPublishedAt: null,
      createdBy: reporter.id,
    })
    expect((await room.newest(id)).retraction?.at ?? null).toBeNull()
  })
})

describe('a reporter', () => {
  /** Everything that could make a story public, tried by its own reporter. */
  const attempts: Record<string, (id: string) => Promise<Answer>> = {
    'PATCH with _status': (id) =>
      room.rest(reporter, 'PATCH', `/api/articles/${id}`, { _status: 'published' }),
    'PATCH with _status and draft=true': (id) =>
      room.rest(reporter, 'PATCH', `/api/articles/${id}?draft=true`, { _status: 'published' }),
    'autosave with _status': (id) =>
      room.rest(reporter, 'PATCH', `/api/articles/${id}?draft=true&autosave=true`, {
        _status: 'published',
      }),
    'bulk PATCH': (id) =>
      room.rest(reporter, 'PATCH', `/api/articles?where[id][equals]=${id}`, {
        _status: 'published',
      }),
    publishAllLocales: (id) =>
      room.rest(reporter, 'PATCH', `/api/articles/${id}?publishAllLocales=true`, {
        _status: 'published',
        headline: 'x',
      }),
    'GraphQL update': (id) =>
      room.graphql(
        reporter,
        `mutation { updateArticle(id: "${id}", data: { _status: published }) { id _status } }`,
      ),
    'GraphQL update as a draft': (id) =>
      room.graphql(
        reporter,
        `mutation { updateArticle(id: "${id}", draft: true, data: { _status: published }) { id } }`,
      ),
    'POST with _status': () =>
      room.rest(reporter, 'POST', '/api/articles', {
        headline: 'New',
        _status: 'published',
        body: bodyOf(),
        bylineOverride: 'Me',
      }),
    'POST with _status and draft=true': () =>
      room.rest(reporter, 'POST', '/api/articles?draft=true', {
        headline: 'New',
        _status: 'published',
        body: bodyOf(),
      }),
    'GraphQL create': () =>
      room.graphql(
        reporter,
        'mutation { createArticle(data: { headline: "New", kind: report, language: "en", state: draft, _status: published }) { id } }',
      ),
    'duplicate with _status': (id) =>
      room.rest(reporter, 'POST', `/api/articles/${id}/duplicate`, { _status: 'published' }),
    'the retract endpoint': (id) =>
      room.rest(reporter, 'POST', `/api/articles/${id}/retract`, { reason: 'Because I say so.' }),
    'writing the ledger': (id) =>
      room.rest(reporter, 'POST', '/api/publications', {
        seq: 1,
        event: 'publish',
        articleId: id,
        revision: 1,
      }),
    'writing isPublic': () =>
      room.rest(reporter, 'POST', '/api/sources', {
        name: 'Public',
        kind: 'person',
        isPublic: true,
      }),
  }

  it.each(Object.keys(attempts))('makes nothing public by %s', async (name) => {
    const { id } = await room.makeArticle({}, reporter)
    await attempts[name]?.(id)
    expect(await room.rows()).toEqual([])
    const published = await room.payload.find({
      collection: 'articles',
      where: { _status: { equals: 'published' } },
      overrideAccess: true,
    })
    expect(published.totalDocs).toBe(0)
    for (const collection of ['articles', 'sources'] as const) {
      expect((await room.rest(null, 'GET', `/api/${collection}`)).json.totalDocs).toBe(0)
    }
  })

  describe('whose story was taken over by the desk', () => {
    let id: string
    beforeEach(async () => {
      id = (await room.makeArticle({ headline: 'Mine' }, reporter)).id
      await move(reporter, id, { state: 'in review' })
      await move(editor, id, { state: 'approved', headline: 'As approved' })
    })

    it.each(
      Object.entries({
        'a draft save': () =>
          room.rest(reporter, 'PATCH', `/api/articles/${id}?draft=true`, {
            headline: 'Slipped in',
          }),
        'a save': () =>
          room.rest(reporter, 'PATCH', `/api/articles/${id}`, { headline: 'Slipped in' }),
        'an autosave': () =>
          room.rest(reporter, 'PATCH', `/api/articles/${id}?draft=true&autosave=true`, {
            headline: 'Slipped in',
          }),
        'a bulk update': () =>
          room.rest(reporter, 'PATCH', `/api/articles?where[id][equals]=${id}`, {
            headline: 'Slipped in',
          }),
        'a bulk draft update': () =>
          room.rest(reporter, 'PATCH', `/api/articles?draft=true&where[id][equals]=${id}`, {
            headline: 'Slipped in',
          }),
        GraphQL: () =>
          room.graphql(
            reporter,
            `mutation { updateArticle(id: "${id}", draft: true, data: { headline: "Slipped in" }) { id } }`,
          ),
        'restoring a version': async () => {
          const { docs } = await room.payload.findVersions({
            collection: 'articles',
            where: { parent: { equals: id } },
            sort: 'createdAt',
            limit: 1,
            overrideAccess: true,
          })
          return room.rest(reporter, 'POST', `/api/articles/versions/${docs[0]?.id}?draft=true`)
        },
        'the trash': () =>
          room.rest(reporter, 'PATCH', `/api/articles/${id}`, {
            deletedAt: new Date().toISOString(),
          }),
      }),
    )('does not change it by %s', async (_, attempt) => {
      const before = await room.newest(id)
      await attempt()
      expect(await room.newest(id)).toEqual(before)
      expect((await room.stored(id)).headline).toBe('Mine')
    })
  })

  it('does not touch their own published story', async () => {
    const { id } = await room.makeArticle({ headline: 'Out' }, reporter)
    await room.publish(id)
    expect((await move(reporter, id, { headline: 'Mine again' })).status).toBe(403)
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
    for (const version of docs) {
      for (const draft of ['', '?draft=true']) {
        expect(
          (await room.rest(reporter, 'POST', `/api/articles/versions/${version.id}${draft}`))
            .status,
        ).toBe(403)
      }
    }
    expect(await room.newest(id)).toMatchObject({ headline: 'Out', _status: 'published' })
    await room.rest(editor, 'DELETE', `/api/articles/${id}`)
  })
})

describe('a copy', () => {
  it('of a published story is a draft with an address of its own', async () => {
    const { id } = await room.makeArticle({ headline: 'Original', slug: 'original' })
    await room.publish(id)
    const rows = (await room.rows()).length
    for (const query of ['', '?draft=true']) {
      const { status, json } = await room.rest(
        editor,
        'POST',
        `/api/articles/${id}/duplicate${query}`,
        {},
      )
      expect(status).toBeLessThan(300)
      expect(await room.newest(json.doc.id as string)).toMatchObject({
        _status: 'draft',
        state: 'draft',
        firstPublishedAt: null,
        createdBy: editor.id,
      })
    }
    expect((await room.rows()).length).toBe(rows)
    const slugs = await room.payload.find({
      collection: 'articles',
      draft: true,
      where: { headline: { equals: 'Original' } },
      overrideAccess: true,
    })
    expect(slugs.docs.map(({ slug }) => slug).sort()).toEqual([
      'original',
      'original-2',
      'original-3',
    ])
  })
})

describe('restoring a version', () => {
  it('keeps whose story it is, and that readers see a quote', async () => {
    const { id } = await room.makeArticle({}, reporter)
    await room.saveDraft(id, { headline: 'Second words' })
    const oldest = async (collection: 'articles' | 'quotes', parent: string) => {
      const { docs } = await room.payload.findVersions({
        collection,
        where: { parent: { equals: parent } },
        sort: 'createdAt',
        limit: 1,
        overrideAccess: true,
      })
      return `/api/${collection}/versions/${docs[0]?.id}`
    }
    const version = await oldest('articles', id)
    for (const who of [reporter, editor, reporter]) {
      expect((await room.rest(who, 'POST', `${version}?draft=true`)).status).toBe(200)
    }
    expect((await room.newest(id)).createdBy).toBe(reporter.id)

    const quote = await room.makeQuote({}, reporter)
    const story = await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    await room.publish(story.id)
    expect((await room.rest(editor, 'POST', await oldest('quotes', quote.id))).status).toBe(200)
    expect(
      await room.payload.findByID({
        collection: 'quotes',
        id: quote.id,
        depth: 0,
        overrideAccess: true,
      }),
    ).toMatchObject({ isPublic: true, createdBy: reporter.id })
  })
})

describe('the clock', () => {
  const at = '2030-01-01T10:00:00.000Z'
  const due = new Date('2030-01-01T10:00:30.000Z')
  const schedule = async (data: Record<string, unknown> = {}) => {
    const { id } = await room.makeArticle(data)
    expect((await move(editor, id, { state: 'approved' })).status).toBe(200)
    expect((await move(editor, id, { state: 'scheduled', scheduledFor: at })).status).toBe(200)
    return id
  }
  const eventsOf = async (id: string) =>
    (await room.rows()).filter((row) => row.articleId === id).map((row) => row.event)

  it('publishes what was approved, when it is due and not before', async () => {
    const id = await schedule()
    expect(await publishDue(room.payload, new Date('2030-01-01T09:59:59.000Z'))).toEqual([])
    expect(await publishDue(room.payload, due)).toMatchObject([
      { article: id, outcome: 'published' },
    ])
    expect(await eventsOf(id)).toEqual(['publish'])
    expect(await room.stored(id)).toMatchObject({
      state: 'published',
      scheduledFor: null,
      approvedHash: null,
    })
    expect(await publishDue(room.payload, due)).toEqual([])
  })

  it('publishes what was approved though it was changed after, and keeps the change as the newest draft', async () => {
    const id = await schedule({ headline: 'As approved', slug: 'as-approved' })
    await move(editor, id, { headline: 'Changed after approval' })
    expect(await room.newest(id)).toMatchObject({
      state: 'scheduled',
      approvalVoid: expect.stringContaining('the newer changes are not approved'),
    })
    // No version of the approved text has to be there any more.
    await room.payload.db.deleteVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { latest: { not_equals: true } }] },
    })
    const before = await room.newest(id)
    expect(await publishDue(room.payload, due)).toMatchObject([
      { article: id, outcome: 'published' },
    ])
    expect(await eventsOf(id)).toEqual(['publish'])
    expect((await room.stored(id)).headline).toBe('As approved')
    expect((await room.ledger.get('story', { id }))?.story.headline).toBe('As approved')
    const newest = await room.newest(id)
    expect(newest).toMatchObject({
      headline: 'Changed after approval',
      state: 'correcting',
      _status: 'draft',
      approvalVoid: null,
      scheduledFor: null,
      updatedAt: before.updatedAt,
    })
    expect(await publishDue(room.payload, due)).toEqual([])
  })

  it('holds it too when a record it carries was changed', async () => {
    const quote = await room.makeQuote({ text: 'Approved words.' })
    const id = await schedule({ body: bodyOf({ quotes: [quote.id] }) })
    await room.payload.update({
      collection: 'quotes',
      id: quote.id,
      data: { text: 'Other words.' },
      overrideAccess: true,
    })
    expect(await publishDue(room.payload, due)).toMatchObject([{ article: id, outcome: 'held' }])
    expect(await eventsOf(id)).toEqual([])
  })

  it('publishes a held story after it was approved and scheduled anew', async () => {
    const id = await schedule()
    await move(editor, id, { checks: { legal: 'needed' } })
    await publishDue(room.payload, due)
    expect((await room.newest(id)).scheduleProblem).toContain('legal check')
    await move(editor, id, { checks: { legal: 'done' } })
    for (const data of [
      { state: 'draft' },
      { state: 'approved' },
      { state: 'scheduled', scheduledFor: at },
    ]) {
      expect((await move(editor, id, data)).status).toBe(200)
    }
    expect(await publishDue(room.payload, due)).toMatchObject([
      { article: id, outcome: 'published' },
    ])
    expect(await eventsOf(id)).toEqual(['publish'])
  })

  it('holds a story that does not pass the checks, and goes on with the next', async () => {
    const bad = await schedule()
    const good = await schedule()
    await move(editor, bad, { checks: { facts: 'needed' } })
    const outcomes = await publishDue(room.payload, due)
    expect(outcomes.map(({ article, outcome }) => [article, outcome]).sort()).toEqual(
      [
        [bad, 'held'],
        [good, 'published'],
      ].sort(),
    )
    expect((await room.newest(bad)).scheduleProblem).toContain('fact check')
  })

  it('takes no story that does not pass the checks, and says all that is wrong with it', async () => {
    const { id } = await room.makeArticle({ section: null, bylineOverride: null })
    await move(editor, id, { state: 'approved' })
    const answer = await move(editor, id, { state: 'scheduled', scheduledFor: at })
    expect(answer.status).toBe(400)
    const errors = answer.json.errors[0].data.errors as { code: string }[]
    expect(errors.map(({ code }) => code).sort()).toEqual(['byline-missing', 'section-missing'])
    expect((await room.newest(id)).state).toBe('approved')
  })

  it('never goes before an embargo', async () => {
    const { id } = await room.makeArticle({ embargoUntil: '2099-01-01T00:00:00.000Z' })
    await move(editor, id, { state: 'approved' })
    const early = await move(editor, id, { state: 'scheduled', scheduledFor: at })
    expect(early.status).toBe(400)
    expect(early.text).toContain('under embargo')
    const other = await schedule()
    const late = await move(editor, other, { embargoUntil: '2099-01-01T00:00:00.000Z' })
    expect(late.status).toBe(400)
  })
})
