/** An approval is given to a text: it holds for that text, goes out with it, and ends with any change. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishDue } from '#src/jobs/publishDue.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let ana: Person
let tom: Person
let reporter: Person
let chief: Person

beforeAll(async () => {
  room = await openNewsroom({ env: { SELF_APPROVAL: '0' } })
  ana = await room.makeUser('editor', 'Ana')
  tom = await room.makeUser('editor', 'Tom')
  reporter = await room.makeUser('reporter')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))

const at = '2030-01-01T10:00:00.000Z'
const due = new Date('2030-01-01T10:00:30.000Z')
const far = '2099-01-01T00:00:00.000Z'

const verb = (who: Person | null, id: string, name: string, body: unknown = {}) =>
  room.rest(who, 'POST', `/api/articles/${id}/${name}`, body)
const save = (who: Person, id: string, data: Record<string, unknown>) =>
  room.rest(who, 'PATCH', `/api/articles/${id}?draft=true`, data)
const publish = (who: Person, id: string) => verb(who, id, 'publish')
const codesOf = ({ json }: Awaited<ReturnType<typeof verb>>): string[] =>
  (json.errors[0].data.errors as { code: string }[]).map(({ code }) => code)
const eventsOf = async (id: string) =>
  (await room.rows()).filter((row) => row.articleId === id).map((row) => row.event)
const deedsOf = async (id: string) => {
  const { docs } = await room.payload.find({
    collection: 'activity',
    where: { subjectId: { equals: id } },
    depth: 0,
    overrideAccess: true,
  })
  return docs
}
const withheld = async (id: string) => {
  const { docs } = await room.payload.db.find<{
    embargoUntil: string
    story: { headline: string }
  }>({
    collection: 'reader-withheld',
    where: { articleId: { equals: id } },
  })
  return docs.map(({ embargoUntil, story }) => [story.headline, embargoUntil])
}
/** A story of the reporter's, approved by Tom. */
const approved = async (data: Record<string, unknown> = {}) => {
  const { id } = await room.makeArticle(data, reporter)
  expect((await verb(tom, id, 'approve')).status).toBe(200)
  return id
}
const scheduled = async (data: Record<string, unknown> = {}) => {
  const id = await approved(data)
  expect((await verb(tom, id, 'schedule', { at })).status).toBe(200)
  return id
}

describe('approval', () => {
  it('says who approved what, and when', async () => {
    const id = await approved()
    const story = await room.newest(id)
    expect(story).toMatchObject({ state: 'approved', approvedBy: tom.id })
    expect(story.approvedHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await deedsOf(id)).map((deed) => [deed.verb, deed.actorName])).toContainEqual([
      'approve',
      'Tom',
    ])
  })

  it('is not given by an editor to a story of their own, whether they made it or wrote it', async () => {
    const made = await room.makeArticle({}, ana)
    const author = await room.makeAuthor({ user: ana.id })
    const written = await room.makeArticle({ authors: [{ author: author.id, role: 'by' }] }, tom)
    for (const { id } of [made, written]) {
      for (const answer of [await verb(ana, id, 'approve'), await publish(ana, id)]) {
        expect(answer.status).toBe(400)
        expect(codesOf(answer)).toEqual(['approval-own-story'])
      }
      expect(await eventsOf(id)).toEqual([])
    }
    expect((await publish(tom, made.id)).status).toBe(200)
    expect((await room.stored(made.id)).approvedBy).toBe(tom.id)
  })

  it('by somebody else lets the writer publish exactly that text', async () => {
    const { id } = await room.makeArticle({}, ana)
    await verb(tom, id, 'approve')
    await save(ana, id, { headline: 'Sharper' })
    expect((await publish(ana, id)).status).toBe(400)
    await verb(tom, id, 'approve')
    expect((await publish(ana, id)).status).toBe(200)
    expect(await room.stored(id)).toMatchObject({ headline: 'Sharper', approvedBy: tom.id })
  })

  it('a chief gives to a story of their own', async () => {
    const { id } = await room.makeArticle({}, chief)
    expect((await publish(chief, id)).status).toBe(200)
  })

  it('ends with a change that readers would see, and the story says who changed what', async () => {
    const id = await approved({ headline: 'As approved' })
    await save(ana, id, { headline: 'Changed', standfirst: 'New.' })
    const story = await room.newest(id)
    expect(story).toMatchObject({ state: 'in review', approvedHash: null, approvedBy: null })
    expect(story.approvalVoid).toMatch(
      /^Ana changed the headline and the standfirst at [\d-]+ [\d:]+ UTC, after the approval by Tom\.$/,
    )
    expect((await deedsOf(id)).map((deed) => deed.verb)).toContain('approval void')
    await verb(tom, id, 'approve')
    expect((await room.newest(id)).approvalVoid).toBeNull()
  })

  it('outlives a change that readers would not see, and one to a record that the save does not make', async () => {
    const author = await room.makeAuthor({ name: 'Ada Roe' })
    const id = await approved({ authors: [{ author: author.id, role: 'by' }] })
    await room.payload.update({
      collection: 'authors',
      id: author.id,
      data: { bio: 'Writes about ports.' },
      depth: 0,
      overrideAccess: true,
    })
    await save(ana, id, { privateNotes: 'Ready.', assignee: ana.id, priority: 'high' })
    expect(await room.newest(id)).toMatchObject({ state: 'approved', approvedBy: tom.id })
    // Yet it is not what was approved: the clock does not get it.
    const answer = await verb(ana, id, 'schedule', { at })
    expect(codesOf(answer)).toEqual(['not-as-approved'])
  })

  it('does not come back with an older version', async () => {
    const id = await approved({ headline: 'First' })
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.state': { equals: 'approved' } }] },
      depth: 0,
      overrideAccess: true,
    })
    await save(ana, id, { headline: 'Second' })
    await room.rest(ana, 'POST', `/api/articles/versions/${docs[0]?.id}?draft=true`)
    expect(await room.newest(id)).toMatchObject({
      headline: 'First',
      state: 'in review',
      approvedHash: null,
    })
  })

  it('is asked for changes with a reason only', async () => {
    const id = await approved()
    expect(codesOf(await verb(tom, id, 'request-changes'))).toEqual(['reason-missing'])
    expect((await verb(tom, id, 'request-changes', { reason: 'Who said so?' })).status).toBe(200)
    expect(await room.newest(id)).toMatchObject({
      state: 'changes requested',
      stateReason: 'Who said so?',
      approvedHash: null,
    })
    await verb(reporter, id, 'submit')
    expect((await room.newest(id)).stateReason).toBeNull()
  })
})

describe('the schedule', () => {
  it('takes the same approved text along to another time, though newer changes are there', async () => {
    const id = await scheduled({ headline: 'Approved' })
    await save(ana, id, { headline: 'Newer' })
    const later = '2030-01-01T12:00:00.000Z'
    expect((await verb(ana, id, 'schedule', { at: later })).status).toBe(200)
    expect(await publishDue(room.payload, due)).toEqual([])
    await publishDue(room.payload, new Date(later))
    expect((await room.stored(id)).headline).toBe('Approved')
    expect((await room.newest(id)).headline).toBe('Newer')
  })

  it('takes the newer text when that is approved, too', async () => {
    const id = await scheduled({ headline: 'Approved' })
    await save(ana, id, { headline: 'Newer' })
    expect((await verb(tom, id, 'approve')).status).toBe(200)
    expect(await room.newest(id)).toMatchObject({ state: 'scheduled', approvalVoid: null })
    await publishDue(room.payload, due)
    expect((await room.stored(id)).headline).toBe('Newer')
    expect((await room.newest(id)).state).toBe('published')
  })

  it('given up leaves newer changes to be reviewed', async () => {
    const id = await scheduled()
    await save(ana, id, { headline: 'Newer' })
    await verb(ana, id, 'unschedule')
    expect(await room.newest(id)).toMatchObject({ state: 'in review', scheduledFor: null })
    expect(await publishDue(room.payload, due)).toEqual([])
  })

  it('updates a story that readers have: approved, pinned, sent out at its minute', async () => {
    const id = await approved({ headline: 'One' })
    await publish(tom, id)
    await save(ana, id, { headline: 'Two', change: { kind: 'update' } })
    expect((await room.newest(id)).state).toBe('correcting')
    await verb(tom, id, 'approve')
    await verb(tom, id, 'schedule', { at })
    expect((await room.stored(id)).headline).toBe('One')
    expect(await publishDue(room.payload, due)).toMatchObject([{ outcome: 'published' }])
    expect((await room.stored(id)).headline).toBe('Two')
  })

  it('that failed is tried again by hand', async () => {
    const id = await scheduled()
    await save(ana, id, { checks: { legal: 'needed' } })
    expect(await publishDue(room.payload, due)).toMatchObject([{ outcome: 'held' }])
    expect((await deedsOf(id)).map((deed) => deed.verb)).toContain('schedule problem')
    expect((await verb(reporter, id, 'retry')).status).toBe(403)
    await save(ana, id, { checks: { legal: 'done' } })
    expect((await verb(ana, id, 'retry')).status).toBe(200)
    expect((await room.newest(id)).scheduleProblem).toBeNull()
    expect(await publishDue(room.payload, due)).toMatchObject([{ outcome: 'published' }])
    expect((await verb(ana, id, 'retry')).status).toBe(409)
  })
})

describe('an embargo', () => {
  it('stops every way to publish, whoever tries', async () => {
    const id = await approved({ embargoUntil: far })
    for (const who of [tom, chief]) {
      expect(codesOf(await publish(who, id))).toEqual(['embargoed'])
      expect(codesOf(await verb(who, id, 'schedule', { at }))).toEqual(['embargoed'])
      const past = { embargoUntil: null, _status: 'published' }
      const answer = await room.rest(who, 'PATCH', `/api/articles/${id}`, past)
      expect(codesOf(answer)).toContain('embargo-not-lifted')
    }
    await expect(room.publish(id)).rejects.toThrow('under embargo')
    await expect(room.publish(id, {}, chief)).rejects.toThrow('under embargo')
    expect(await eventsOf(id)).toEqual([])
  })

  it('moves to a later time only, until a chief lifts it for a reason', async () => {
    const { id } = await room.makeArticle({ embargoUntil: at }, reporter)
    expect((await save(tom, id, { embargoUntil: far })).status).toBe(200)
    for (const embargoUntil of [at, null]) {
      expect(codesOf(await save(chief, id, { embargoUntil }))).toEqual(['embargo-not-lifted'])
    }
    const reason = 'The ministry has published it itself.'
    expect((await verb(tom, id, 'lift-embargo', { reason })).status).toBe(403)
    expect((await verb(chief, id, 'lift-embargo', { reason: 'So.' })).status).toBe(400)
    expect((await verb(chief, id, 'lift-embargo', { reason })).status).toBe(200)
    expect((await room.newest(id)).embargoUntil).toBeNull()
    const deed = (await deedsOf(id)).find((one) => one.verb === 'lift embargo')
    expect(deed?.reason).toContain(reason)
    expect((await publish(tom, id)).status).toBe(200)
    expect(codesOf(await save(tom, id, { embargoUntil: far }))).toEqual(['embargo-too-late'])
  })

  it('that is being picked is put aside by autosave, which keeps the words; a save by hand refuses it', async () => {
    const { id } = await room.makeArticle({ embargoUntil: far }, reporter)
    const asked = { headline: 'Two', embargoUntil: at }
    const saved = await room.rest(
      tom,
      'PATCH',
      `/api/articles/${id}?draft=true&autosave=true`,
      asked,
    )
    expect(saved.status).toBe(200)
    expect(await room.newest(id)).toMatchObject({ headline: 'Two', embargoUntil: far })
    expect(codesOf(await save(tom, id, asked))).toEqual(['embargo-not-lifted'])
    const published = await room.rest(chief, 'PATCH', `/api/articles/${id}?autosave=true`, {
      embargoUntil: null,
      _status: 'published',
    })
    expect(codesOf(published)).toContain('embargo-not-lifted')
  })

  it('keeps the approved story for partners, and nothing but that', async () => {
    const { id } = await room.makeArticle({ headline: 'Held', embargoUntil: at }, reporter)
    expect(await withheld(id)).toEqual([])
    await verb(tom, id, 'approve')
    expect(await withheld(id)).toEqual([['Held', at]])
    await verb(tom, id, 'schedule', { at })
    await save(ana, id, { headline: 'Not approved' })
    expect(await withheld(id)).toEqual([['Held', at]])
    await publishDue(room.payload, due)
    expect(await eventsOf(id)).toEqual(['publish'])
    expect(await withheld(id)).toEqual([])
    const gone = await approved({ embargoUntil: far })
    await save(ana, gone, { headline: 'Changed' })
    expect(await withheld(gone)).toEqual([])
    const deleted = await approved({ embargoUntil: far })
    expect(await withheld(deleted)).toHaveLength(1)
    await room.rest(chief, 'DELETE', `/api/articles/${deleted}`)
    expect(await withheld(deleted)).toEqual([])
  })
})
