/**
 * Work for later, entered in the transaction of the deed that causes it: both are kept, or neither is.
 * `src/jobs` claims and does it.
 */
import type { PayloadRequest } from 'payload'

export type NewJob = {
  /** Which handler does it: `publish`, `refresh`… */
  kind: string
  /** Names the work. The same key is never entered twice. */
  key: string
  /** ISO time before which nobody begins it. */
  runAt: string
  /** What the handler needs to know; JSON. */
  payload: Record<string, unknown>
}

/**
 * Enters a job, unless it is there already: entering twice is harmless.
 *
 * @param req its transaction is the one the job is entered in
 * @param options.again a job with this key that was finished is to be done once more
 */
export const enqueue = async (
  req: PayloadRequest,
  job: NewJob,
  { again = false }: { again?: boolean } = {},
): Promise<void> => {
  const { db } = req.payload
  const known = await db.findOne<{ id: string }>({
    collection: 'jobs',
    where: { key: { equals: job.key } },
    req,
  })
  if (!known) {
    await db.create({ collection: 'jobs', data: { ...job, ...fresh }, req })
  } else if (again) {
    await db.updateMany({
      collection: 'jobs',
      where: { and: [{ key: { equals: job.key } }, { state: { in: ['done', 'failed'] } }] },
      data: { payload: job.payload, runAt: job.runAt, ...fresh },
      returning: false,
      req,
    })
  }
}

/** What a job has that nobody has begun. */
export const fresh = {
  state: 'waiting',
  attempts: 0,
  leaseOwner: null,
  leaseUntil: null,
  lastError: null,
  finishedAt: null,
} as const

/** Takes back a job that nobody has begun. One that is under way finds out by itself that it is not wanted. */
export const dropJob = async (req: PayloadRequest, key: string): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'jobs',
    where: { and: [{ key: { equals: key } }, { state: { equals: 'waiting' } }] },
    req,
  })
}
