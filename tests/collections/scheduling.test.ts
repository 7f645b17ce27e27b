/** Stories that go out by the clock: one job each, done once, late rather than never. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enterMissedSchedules } from '#src/editorial/publishing/jobsSchedule.ts'
import { publishDue } from '#src/jobs/publishDue.ts'
import { inTransaction } from '#src/jobs/worker.ts'
import type { Job } from '#src/payload-types.ts'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
let chief: Person

const at = '2030-01-01T10:00:00.000Z'
const due = new Date('2030-01-01T10:00:30.000Z')

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())
// A test's stories must not be due in the next one.
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))

const move = (id: string, data: Record<string, unknown>, query = ''): Promise<Answer> =>
  room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true${query}`, data)

const schedule = async (data: Record<string, unknown> = {}, scheduledFor = at) => {
  const { id } = await room.makeArticle(data)
  expect((await move(id, { state: 'approved' })).status).toBe(200)
  expect((await move(id, { state: 'scheduled', scheduledFor })).status).toBe(200)
  return id
}

const jobs = async (): Promise<Job[]> => {
  const { docs } = await room.payload.find({
    collection: 'jobs',
    // Mails of notices are work of their own.
    where: { kind: { not_equals: 'mail' } },
    sort: 'runAt',
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

const eventsOf = async (id: string) =>
  (await room.rows()).filter((row) => row.articleId === id).map((row) => row.event)

const activityOf = async (id: string) => {
  const { docs } = await room.payload.find({
    collection: 'activity',
    where: { subjectId: { equals: id } },
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

describe('the job of a scheduled story', () => {
  it('is entered with the story and names its time and its approved version', async () => {
    const id = await schedule()
    const { approvedHash } = await room.newest(id)
    expect(await jobs()).toMatchObject([
      {
        kind: 'publish',
        key: `publish:${id}:${at}:${approvedHash}`,
        state: 'waiting',
        runAt: at,
        attempts: 0,
      },
    ])
  })

  it('is entered whatever fields the editor asks to get back', async () => {
    const { id } = await room.makeArticle()
    await move(id, { state: 'approved' })
    await move(id, { state: 'scheduled', scheduledFor: at }, '&select[headline]=true')
    expect(await jobs()).toHaveLength(1)
  })

  it('is one, however often the story is saved', async () => {
    const id = await schedule()
    await move(id, { privateNotes: 'Ready.' })
    await move(id, { privateNotes: 'Really.' })
    expect(await jobs()).toHaveLength(1)
  })

  it('is dropped when the story is no longer scheduled, and replaced when it is rescheduled', async () => {
    const id = await schedule()
    const later = '2030-01-01T12:00:00.000Z'
    await move(id, { scheduledFor: later })
    expect((await jobs()).map(({ runAt }) => runAt)).toEqual([later])
    expect(await publishDue(room.payload, due)).toEqual([])
    await move(id, { state: 'draft' })
    expect(await jobs()).toEqual([])
    expect(await publishDue(room.payload, new Date(later))).toEqual([])
    expect(await eventsOf(id)).toEqual([])
  })

  it('is not entered when the save fails', async () => {
    const { id } = await room.makeArticle()
    expect((await move(id, { state: 'scheduled', scheduledFor: at })).status).toBe(400)
    expect(await jobs()).toEqual([])
  })

  it('changes nothing when it comes to a story that was withdrawn from the schedule meanwhile', async () => {
    const id = await schedule()
    const [job] = await jobs()
    await move(id, { state: 'draft' })
    // Somebody had claimed it already, so it was not dropped.
    await room.payload.db.create({ collection: 'jobs', data: { ...job, id: undefined } })
    expect(await publishDue(room.payload, due)).toEqual([])
    expect(await jobs()).toMatchObject([{ state: 'done' }])
    expect((await room.newest(id)).state).toBe('draft')
    expect((await room.newest(id)).scheduleProblem).toBeNull()
  })

  it('is entered at the start for a story that has none', async () => {
    const id = await schedule()
    await room.payload.db.deleteMany({ collection: 'jobs', where: {} })
    await inTransaction(room.payload, enterMissedSchedules)
    await inTransaction(room.payload, enterMissedSchedules)
    const own = (await jobs()).filter(({ key }) => key.startsWith(`publish:${id}:`))
    expect(own).toMatchObject([{ state: 'waiting', runAt: at }])
  })
})

describe('a story that is due', () => {
  it('goes out once, though two workers look for it at the same moment', async () => {
    const ids = [await schedule(), await schedule(), await schedule()]
    const both = await Promise.all([publishDue(room.payload, due), publishDue(room.payload, due)])
    const published = both.flat().map(({ article }) => article)
    expect(published.sort()).toEqual([...ids].sort())
    for (const id of ids) expect(await eventsOf(id)).toEqual(['publish'])
    expect((await jobs()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })

  it('goes out late when its time was missed, and the record says how late', async () => {
    const id = await schedule({ headline: 'Missed' })
    const morning = new Date('2030-01-01T10:42:10.000Z')
    expect(await publishDue(room.payload, morning)).toMatchObject([
      { article: id, outcome: 'published', lateMinutes: 42 },
    ])
    const notices = (await activityOf(id)).filter(({ verb }) => verb === 'publish late')
    expect(notices).toMatchObject([
      { summary: '“Missed” went out 42 minutes late', actorName: 'Verbatim' },
    ])
    expect(notices[0]?.reason).toContain(at)
  })

  it('is not called late within its minute, nor when it was scheduled for the past', async () => {
    const [onTime, past] = [await schedule(), await schedule({}, '2020-01-01T00:00:00.000Z')]
    const [first] = await publishDue(room.payload, new Date())
    expect(first).toMatchObject({ article: past, outcome: 'published' })
    expect(first).not.toHaveProperty('lateMinutes')
    const [second] = await publishDue(room.payload, due)
    expect(second).toMatchObject({ article: onTime, outcome: 'published' })
    expect(second).not.toHaveProperty('lateMinutes')
  })

  it('is held when it does not pass the checks, and a chief sees why among the jobs', async () => {
    const id = await schedule()
    await move(id, { checks: { legal: 'needed' } })
    const [outcome] = await publishDue(room.payload, due)
    expect(outcome).toMatchObject({ article: id, outcome: 'held' })
    expect((await room.newest(id)).scheduleProblem).toBe(outcome?.problem)
    const { json } = await room.rest(chief, 'GET', '/api/jobs?where[state][equals]=failed')
    expect(json.docs).toMatchObject([{ kind: 'publish', attempts: 1 }])
    expect(json.docs[0].lastError).toBe(outcome?.problem)
    expect((await room.rest(editor, 'GET', '/api/jobs')).status).toBe(403)
  })

  it('goes out after it was mended, approved and scheduled for the same minute again', async () => {
    const id = await schedule()
    await move(id, { checks: { legal: 'needed' } })
    expect(await publishDue(room.payload, due)).toMatchObject([{ outcome: 'held' }])
    // The check is no part of what readers get: version and minute are the same, and so is the job.
    for (const data of [
      { checks: { legal: 'done' } },
      { state: 'draft' },
      { state: 'approved' },
      { state: 'scheduled', scheduledFor: at },
    ]) {
      expect((await move(id, data)).status).toBe(200)
    }
    expect(await jobs()).toMatchObject([{ state: 'waiting', attempts: 0, lastError: null }])
    expect(await publishDue(room.payload, due)).toMatchObject([{ outcome: 'published' }])
    expect(await eventsOf(id)).toEqual(['publish'])
  })
})

describe('a local time on a day when the clocks change', () => {
  const cases = [
    // Clocks go forward at 02:00 in Berlin: half past three comes one hour after half past one.
    ['Europe/Berlin', '2027-03-28T03:30:00+02:00', '2027-03-28T01:30:00.000Z'],
    // Clocks go back at 02:00 in New York: half past one comes twice, and an editor means one of them.
    ['America/New_York', '2027-11-07T01:30:00-04:00', '2027-11-07T05:30:00.000Z'],
    ['America/New_York', '2027-11-07T01:30:00-05:00', '2027-11-07T06:30:00.000Z'],
  ] as const

  it.each(cases)('in %s, %s goes out at %s and not before', async (zone, local, instant) => {
    const own = process.env['TZ']
    process.env['TZ'] = zone
    try {
      const id = await schedule({}, local)
      const moment = Date.parse(instant)
      expect((await jobs()).map(({ runAt }) => runAt)).toEqual([instant])
      expect(await publishDue(room.payload, new Date(moment - 1))).toEqual([])
      expect(await publishDue(room.payload, new Date(moment))).toMatchObject([{ article: id }])
    } finally {
      if (own === undefined) delete process.env['TZ']
      else process.env['TZ'] = own
    }
  })
})
