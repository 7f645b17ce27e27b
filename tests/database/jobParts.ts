/** Jobs of the tests' own kind, and what is left of them in the database. */
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { enqueue, type NewJob } from '#src/editorial/publishing/jobs.ts'
import { inTransaction, type DatabaseHandler } from '#src/jobs/worker.ts'
import type { Job } from '#src/payload-types.ts'

export const start = new Date('2030-01-01T00:00:00.000Z')
export const after = (ms: number): Date => new Date(start.getTime() + ms)

/** A job of the tests' own kind: the clocks of other tests leave it alone. */
export const jobOf = (data: Partial<NewJob> = {}): NewJob => ({
  kind: 'test',
  key: randomUUID(),
  runAt: start.toISOString(),
  payload: {},
  ...data,
})

export const enter = (payload: Payload, job: NewJob, options = {}): Promise<void> =>
  inTransaction(payload, (req) => enqueue(req, job, options))

/** A handler whose effect is a row: done twice, there are two. */
export const writing: DatabaseHandler<string> = {
  kind: 'test',
  async run(req, job) {
    await req.payload.db.create({ collection: 'activity', data: note('test done', job), req })
    return job.key
  },
  async fail(req, job, reason) {
    const data = { ...note('test failed', job), reason }
    await req.payload.db.create({ collection: 'activity', data, req })
    return `${job.key} failed`
  },
}

const note = (verb: string, job: Job) => ({
  at: start.toISOString(),
  verb,
  summary: job.key,
  subjectId: job.key,
})

/** The keys of the jobs whose effect there is, as often as there is one. */
export const effects = async (payload: Payload, verb = 'test done'): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'activity',
    where: { verb: { equals: verb } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ summary }) => summary)
}

export const jobsIn = async (payload: Payload): Promise<Job[]> => {
  const { docs } = await payload.find({
    collection: 'jobs',
    sort: 'runAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}
