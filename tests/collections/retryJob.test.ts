/** Work that was given up is tried again when a chief or an admin asks. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refreshDue } from '#src/jobs/refreshDue.ts'
import { MAX_ATTEMPTS } from '#src/jobs/queue.ts'
import type { Article, Job } from '#src/payload-types.ts'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let editor: Person
let chief: Person
let admin: Person

beforeAll(async () => {
  room = await openNewsroom()
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())
beforeEach(() => room.payload.db.deleteMany({ collection: 'jobs', where: {} }))

const retry = (who: Person | null, id: string) =>
  room.rest(who, 'POST', `/api/jobs/${id}/retry`, {})

const jobNow = async (id: string): Promise<Job | null> =>
  room.payload.db.findOne<Job>({ collection: 'jobs', where: { id: { equals: id } } })

const makeJob = async (data: Partial<Job>): Promise<string> => {
  const made = await room.payload.db.create({
    collection: 'jobs',
    data: {
      kind: 'refresh',
      key: `test:${JSON.stringify(data).length}:${Math.round(performance.now() * 1000)}`,
      payload: {},
      runAt: '2026-01-01T00:00:00.000Z',
      state: 'failed',
      attempts: MAX_ATTEMPTS,
      lastError: 'The disk was full.',
      finishedAt: '2026-01-01T01:00:00.000Z',
      ...data,
    },
  })
  return String(made.id)
}

/** A live story whose author has changed, and the job that should tell its readers. */
const staleStory = async (): Promise<{ article: Article; payload: Record<string, unknown> }> => {
  const author = await room.makeAuthor({ name: 'Ada Roe' })
  const { id } = await room.makeArticle({
    bylineOverride: null,
    authors: [{ author: author.id, role: 'by' }],
  })
  const article = await room.publish(id)
  await room.rest(editor, 'PATCH', `/api/authors/${author.id}`, { name: 'Ada Lind' })
  await room.payload.db.deleteMany({ collection: 'jobs', where: {} })
  return { article, payload: { article: article.id, because: 'the author', actor: null } }
}

describe('a job that was given up', () => {
  it('waits again when a chief asks, and is done', async () => {
    const { article, payload } = await staleStory()
    const id = await makeJob({ payload })
    expect((await refreshDue(room.payload)).count).toBe(0)
    const answer = await retry(chief, id)
    expect(answer.status).toBe(200)
    expect(answer.json.job).toMatchObject({ id, kind: 'refresh', state: 'waiting' })
    expect(await jobNow(id)).toMatchObject({ attempts: 0, lastError: null, finishedAt: null })
    const { outcomes } = await refreshDue(room.payload)
    expect(outcomes).toMatchObject([{ article: article.id, outcome: 'updated' }])
    expect((await room.ledger.get('story', { id: article.id }))?.story.byline).toContain('Ada Lind')
    expect((await jobNow(id))?.state).toBe('done')
  })

  it('is tried again by an admin, and by nobody below a chief', async () => {
    const id = await makeJob({ kind: 'spread' })
    expect((await retry(null, id)).status).toBe(401)
    const reporter = await room.makeUser('reporter')
    for (const who of [reporter, editor]) expect((await retry(who, id)).status).toBe(403)
    expect((await jobNow(id))?.state).toBe('failed')
    expect((await retry(admin, id)).status).toBe(200)
  })

  it('is put back once, however many ask, and the record says who did and what had failed', async () => {
    const id = await makeJob({ key: 'refresh:told' })
    const answers = await Promise.all([retry(chief, id), retry(admin, id), retry(chief, id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { docs } = await room.payload.find({
      collection: 'activity',
      where: { subjectId: { equals: id } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ verb: 'retry job', reason: 'The disk was full.' }])
    expect(docs[0]?.summary).toContain('refresh:told')
  })

  it('is left alone while it waits, runs or is done, and where there is none', async () => {
    for (const state of ['waiting', 'running', 'done'] as const) {
      const id = await makeJob({ state, key: `test:${state}` })
      expect((await retry(chief, id)).status).toBe(409)
      expect((await jobNow(id))?.state).toBe(state)
    }
    expect((await retry(chief, '00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  it('that was to publish a story is sent to the story', async () => {
    const id = await makeJob({ kind: 'publish' })
    const answer = await retry(chief, id)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Open the story')
    expect((await jobNow(id))?.state).toBe('failed')
  })
})
