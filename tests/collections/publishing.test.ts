/** Publishing: what goes to the ledger, in one transaction with the article, and what never gets there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#src/ledger/chain.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor', 'Edda Editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())

const rowsOf = async (id: string) => (await room.rows()).filter((row) => row.articleId === id)
const eventsOf = async (id: string) => (await rowsOf(id)).map((row) => row.event)
const publishOverRest = (id: string, data: Record<string, unknown> = {}) =>
  room.rest(editor, 'PATCH', `/api/articles/${id}`, { ...data, _status: 'published' })
const versionsOf = async (id: string) =>
  (
    await room.payload.countVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
  ).totalDocs
const isPublic = async (collection: 'quotes' | 'sources' | 'authors' | 'images', id: string) =>
  (await room.payload.findByID({ collection, id, depth: 0, overrideAccess: true })).isPublic

describe('publishing', () => {
  it('appends one sealed row, projects it, and says who did it', async () => {
    const { id } = await room.makeArticle({ headline: 'Storm over Porto' })
    const answer = await publishOverRest(id)
    expect(answer.status).toBe(200)
    expect(answer.json.doc).toMatchObject({ _status: 'published', state: 'published' })
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({
      event: 'publish',
      slug: 'storm-over-porto',
      actor: { id: editor.id, name: 'Edda Editor' },
      story: { headline: 'Storm over Porto', byline: 'From our correspondents' },
    })
    expect(row?.story.firstPublishedAt).toBe(answer.json.doc.firstPublishedAt)
    expect(await verifyChain(await room.rows())).toEqual([])
    expect(await room.ledger.get('story', { slug: 'storm-over-porto' })).toMatchObject({
      state: 'live',
      seq: row?.seq,
      story: { id, headline: 'Storm over Porto' },
    })
    const { docs } = await room.payload.find({
      collection: 'activity',
      where: { subjectId: { equals: id } },
      overrideAccess: true,
    })
    // Whoever publishes what nobody had approved approves exactly that text.
    const byEditor = { actorId: editor.id, actorName: 'Edda Editor' }
    expect(docs.sort((one, other) => one.verb.localeCompare(other.verb))).toMatchObject([
      { verb: 'approve', ...byEditor },
      { verb: 'publish', summary: 'Published “Storm over Porto”', ...byEditor },
    ])
  })

  it('works for a new story that is published as it is made', async () => {
    const section = await room.makeSection()
    const { status, json } = await room.rest(editor, 'POST', '/api/articles', {
      headline: 'Made and published',
      section: section.id,
      bylineOverride: 'By hand',
      body: bodyOf(),
      _status: 'published',
    })
    expect(status).toBe(201)
    expect(await eventsOf(json.doc.id as string)).toEqual(['publish'])
  })

  it('leaves nothing behind when it fails: an unattributed quote', async () => {
    const quote = await room.makeQuote({ text: 'Nobody said this.', speaker: null })
    const { id } = await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    const [before, versions, rows] = [
      await room.newest(id),
      await versionsOf(id),
      (await room.rows()).length,
    ]
    const activity = await room.payload.count({ collection: 'activity', overrideAccess: true })
    const answer = await publishOverRest(id, { headline: 'Changed on the way out' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Nobody is named as having said “Nobody said this.”')
    expect(await room.newest(id)).toEqual(before)
    expect(await versionsOf(id)).toBe(versions)
    expect((await room.rows()).length).toBe(rows)
    expect(await isPublic('quotes', quote.id)).toBe(false)
    expect(await room.payload.count({ collection: 'activity', overrideAccess: true })).toEqual(
      activity,
    )
    expect(await room.ledger.get('story', { id })).toBeNull()
  })

  it('tells everything that is wrong at once', async () => {
    const { id } = await room.makeArticle({ section: null, bylineOverride: null, body: null })
    const { status, json } = await publishOverRest(id)
    expect(status).toBe(400)
    const paths = (json.errors[0].data.errors as { path: string }[]).map(({ path }) => path)
    expect(paths.sort()).toEqual(['authors', 'body', 'section'])
  })

  it('in bulk, publishes what passes and leaves alone what does not', async () => {
    const good = await room.makeArticle()
    const bad = await room.makeArticle({ section: null })
    const { status, json } = await room.rest(
      editor,
      'PATCH',
      `/api/articles?where[id][in]=${good.id},${bad.id}`,
      { _status: 'published' },
    )
    expect(status).toBe(400)
    expect((json.docs as { id: string }[]).map(({ id }) => id)).toEqual([good.id])
    expect((json.errors as { id: string }[]).map(({ id }) => id)).toEqual([bad.id])
    expect(await eventsOf(good.id)).toEqual(['publish'])
    expect(await eventsOf(bad.id)).toEqual([])
    expect((await room.stored(bad.id))._status).toBe('draft')
  })

  it('refuses a story under embargo', async () => {
    const { id } = await room.makeArticle({ embargoUntil: '2099-01-01T00:00:00.000Z' })
    const answer = await publishOverRest(id)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('under embargo')
    expect(await eventsOf(id)).toEqual([])
  })

  it('refuses a link to a story that readers cannot open, and leads to one that they can', async () => {
    const target = await room.makeArticle({ headline: 'The story before' })
    const state = bodyOf() as { root: { children: { children: unknown[] }[] } }
    state.root.children[0]?.children.push({
      ...{ type: 'link', version: 3, id: 'a'.repeat(24), direction: null, format: '', indent: 0 },
      fields: {
        linkType: 'internal',
        newTab: false,
        doc: { relationTo: 'articles', value: target.id },
      },
      children: [
        {
          type: 'text',
          version: 1,
          text: 'as reported',
          format: 0,
          style: '',
          mode: 'normal',
          detail: 0,
        },
      ],
    })
    const { id } = await room.makeArticle({ body: state })
    const refused = await publishOverRest(id)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('A link points at a story')
    await room.publish(target.id)
    expect((await publishOverRest(id)).status).toBe(200)
    const [row] = await rowsOf(id)
    expect(JSON.stringify(row?.story.body)).toContain('"url":"/articles/the-story-before"')
  })
})

describe('after publication', () => {
  it('a draft edit leaves what readers have', async () => {
    const { id } = await room.makeArticle({ headline: 'As published' })
    await room.publish(id)
    const before = await room.ledger.get('story', { id })
    const edited = await room.rest(
      editor,
      'PATCH',
      `/api/articles/${id}?draft=true&autosave=true`,
      {
        headline: 'Still being written',
      },
    )
    expect(edited.json.doc).toMatchObject({
      headline: 'Still being written',
      state: 'correcting',
      _status: 'draft',
    })
    expect((await room.stored(id)).headline).toBe('As published')
    expect(await room.ledger.get('story', { id })).toEqual(before)
    expect(await eventsOf(id)).toEqual(['publish'])
    expect((await room.rest(null, 'GET', `/api/articles/${id}`)).json.headline).toBe('As published')
  })

  it('the same content again makes no row', async () => {
    const { id } = await room.makeArticle()
    await room.publish(id)
    expect((await publishOverRest(id)).status).toBe(200)
    expect((await publishOverRest(id, { privateNotes: 'For us only.' })).status).toBe(200)
    expect(await eventsOf(id)).toEqual(['publish'])
  })

  it('a change is an update, a change with a new correction corrects', async () => {
    const { id } = await room.makeArticle()
    await room.publish(id)
    await publishOverRest(id, { standfirst: 'More is known.', change: { kind: 'update' } })
    const corrections = [
      { kind: 'correction', at: '2026-05-01T10:00:00.000Z', text: 'It was Tuesday.' },
    ]
    await publishOverRest(id, { corrections })
    expect(await eventsOf(id)).toEqual(['publish', 'update', 'correct'])
    const current = await room.ledger.get('story', { id })
    expect(current?.story.corrections).toMatchObject([
      { text: 'It was Tuesday.', kind: 'correction' },
    ])
    const rows = await rowsOf(id)
    expect(new Set(rows.map((row) => row.story.firstPublishedAt)).size).toBe(1)
  })

  it('restoring an earlier draft never unhooks the story from its publication', async () => {
    const { id } = await room.makeArticle({ standfirst: 'Before.' })
    await room.publish(id, { standfirst: 'Published.' })
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'draft' } }] },
      depth: 0,
      overrideAccess: true,
    })
    const { status } = await room.rest(editor, 'POST', `/api/articles/versions/${docs[0]?.id}`)
    expect(status).toBe(200)
    // Restored as a draft over the published record, it takes the story back; the ledger says so.
    expect((await room.stored(id))._status).toBe('draft')
    expect(await eventsOf(id)).toEqual(['publish', 'unpublish'])
    expect((await room.newest(id)).firstPublishedAt).not.toBeNull()
  })
})

describe('retraction', () => {
  const reason = 'The document turned out to be forged.'

  it('takes the published text away, keeps the address and says why', async () => {
    const quote = await room.makeQuote()
    const { id } = await room.makeArticle({
      headline: 'Wrong',
      slug: 'wrong-story',
      body: bodyOf({ quotes: [quote.id] }),
    })
    await room.publish(id)
    expect(await isPublic('quotes', quote.id)).toBe(true)
    const { status, json } = await room.rest(chief, 'POST', `/api/articles/${id}/retract`, {
      reason,
    })
    expect(status).toBe(200)
    expect(json.doc).toMatchObject({ state: 'retracted', retraction: { reason } })
    expect(await eventsOf(id)).toEqual(['publish', 'retract'])
    expect(await room.ledger.get('story', { slug: 'wrong-story' })).toMatchObject({
      state: 'retracted',
      reason,
      story: { headline: 'Wrong', body: [], quotes: [] },
    })
    expect(await isPublic('quotes', quote.id)).toBe(false)
    expect((await room.rest(null, 'GET', `/api/articles/${id}`)).status).toBe(404)
  })

  it('retracts what was published, not the draft that came after', async () => {
    const { id } = await room.makeArticle({ headline: 'Was published', slug: 'was-published' })
    await room.publish(id)
    await room.saveDraft(id, { headline: 'Never published', slug: 'never-published' })
    expect((await room.rest(chief, 'POST', `/api/articles/${id}/retract`, { reason })).status).toBe(
      200,
    )
    const row = (await rowsOf(id)).at(-1)
    expect(row).toMatchObject({
      event: 'retract',
      slug: 'was-published',
      story: { headline: 'Was published' },
    })
    expect((await room.stored(id)).headline).toBe('Was published')
  })

  it('is for chiefs, with a reason, for published stories, once', async () => {
    const { id } = await room.makeArticle()
    const retract = async (who: Person | null, body: unknown) =>
      (await room.rest(who, 'POST', `/api/articles/${id}/retract`, body)).status
    expect(await retract(chief, { reason })).toBe(409)
    await room.publish(id)
    expect(await retract(null, { reason })).toBe(403)
    expect(await retract(editor, { reason })).toBe(403)
    for (const body of [{}, { reason: 'short' }, { reason: 5 }, { reason: '             ' }]) {
      expect(await retract(chief, body)).toBe(400)
    }
    expect(await eventsOf(id)).toEqual(['publish'])
    expect(await retract(chief, { reason })).toBe(200)
    expect(await retract(chief, { reason })).toBe(409)
    const missing = await room.rest(chief, 'POST', '/api/articles/nothing/retract', { reason })
    expect(missing.status).toBe(404)
  })

  it('works for a story that would no longer pass the checks', async () => {
    const quote = await room.makeQuote()
    const { id } = await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    await room.publish(id)
    await room.payload.update({
      collection: 'quotes',
      id: quote.id,
      data: { speaker: null },
      overrideAccess: true,
    })
    expect((await room.rest(chief, 'POST', `/api/articles/${id}/retract`, { reason })).status).toBe(
      200,
    )
    expect(await eventsOf(id)).toEqual(['publish', 'retract'])
  })

  it('is taken back by publishing again', async () => {
    const { id } = await room.makeArticle()
    await room.publish(id)
    await room.rest(chief, 'POST', `/api/articles/${id}/retract`, { reason })
    expect((await publishOverRest(id)).status).toBe(200)
    expect(await eventsOf(id)).toEqual(['publish', 'retract', 'publish'])
    expect(await room.ledger.get('story', { id })).toMatchObject({ state: 'live', reason: null })
    expect((await room.stored(id)).retraction).toMatchObject({ at: null, reason: null })
  })
})

describe('taking a story back', () => {
  it('unpublishing, trashing and deleting each write one row and hide it', async () => {
    for (const how of ['unpublish', 'trash', 'delete'] as const) {
      const { id } = await room.makeArticle({ slug: `taken-${how}` })
      await room.publish(id)
      const path = `/api/articles/${id}`
      const { status } = await {
        unpublish: () => room.rest(editor, 'PATCH', path, { _status: 'draft' }),
        trash: () => room.rest(editor, 'PATCH', path, { deletedAt: new Date().toISOString() }),
        delete: () => room.rest(editor, 'DELETE', path),
      }[how]()
      expect({ [how]: status }).toEqual({ [how]: 200 })
      expect({ [how]: await eventsOf(id) }).toEqual({ [how]: ['publish', 'unpublish'] })
      expect((await room.ledger.get('story', { slug: `taken-${how}` }))?.state).toBe('unpublished')
      expect((await room.rest(null, 'GET', path)).status).toBe(404)
    }
  })

  it('shows nothing of a newer draft, its address included', async () => {
    const { id } = await room.makeArticle({ slug: 'known-address' })
    await room.publish(id)
    await room.saveDraft(id, { slug: 'unknown-address', headline: 'Unknown' })
    await room.rest(editor, 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect((await rowsOf(id)).at(-1)).toMatchObject({ event: 'unpublish', slug: 'known-address' })
    expect(JSON.stringify(await rowsOf(id))).not.toMatch(/unknown/i)
  })

  it('flags what readers may see, and unflags what no live story carries any more', async () => {
    const quote = await room.makeQuote()
    const author = await room.makeAuthor()
    const image = await room.makeImage()
    const speaker = quote.speaker as string
    const parts = {
      authors: [{ author: author.id, role: 'by' }],
      body: bodyOf({ quotes: [quote.id], images: [image.id] }),
    }
    const flags = async () => [
      await isPublic('quotes', quote.id),
      await isPublic('sources', speaker),
      await isPublic('authors', author.id),
      await isPublic('images', image.id),
    ]
    const [first, second] = [await room.makeArticle(parts), await room.makeArticle(parts)]
    expect(await flags()).toEqual([false, false, false, false])
    await room.publish(first.id)
    expect(await flags()).toEqual([true, true, true, true])
    await room.publish(second.id)
    await room.rest(editor, 'PATCH', `/api/articles/${first.id}`, { _status: 'draft' })
    expect(await flags()).toEqual([true, true, true, true])
    await room.publish(second.id, { body: bodyOf(), authors: [] })
    expect(await flags()).toEqual([false, false, false, false])
  })
})

describe('many at once', () => {
  it('stores every create, update and publication, and the chain holds', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index)
    const section = await room.makeSection()
    const created = await Promise.all(
      numbers.map((n) =>
        room.rest(editor, 'POST', '/api/articles?draft=true', {
          headline: `Rush ${n}`,
          section: section.id,
          bylineOverride: 'By all',
          body: bodyOf({ text: `Text ${n}.` }),
        }),
      ),
    )
    expect(created.map(({ status }) => status)).toEqual(numbers.map(() => 201))
    const ids = created.map(({ json }) => json.doc.id as string)
    expect(new Set(ids).size).toBe(20)
    const saved = await Promise.all(
      ids.map((id, n) =>
        room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, { standfirst: `Saved ${n}` }),
      ),
    )
    expect(saved.map(({ status }) => status)).toEqual(numbers.map(() => 200))
    const published = await Promise.all(ids.map((id) => publishOverRest(id)))
    expect(published.map(({ status }) => status)).toEqual(numbers.map(() => 200))
    for (const [n, id] of ids.entries()) {
      expect(await room.stored(id)).toMatchObject({
        headline: `Rush ${n}`,
        standfirst: `Saved ${n}`,
      })
      expect(await rowsOf(id)).toMatchObject([
        { event: 'publish', story: { headline: `Rush ${n}`, standfirst: `Saved ${n}` } },
      ])
    }
    expect(await verifyChain(await room.rows())).toEqual([])
  })
})
