/**
 * The queue: jobs are claimed with a lease, so that each is done by one worker, and by another when that one
 * dies. Every move is one conditional statement on one row. MongoDB does it with `findOneAndUpdate`, SQLite
 * with an `UPDATE … WHERE` behind its one writer: two workers can never both win.
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import type { Job } from '#src/payload-types.ts'

/** After so many attempts a job is given up. An attempt counts when it begins, so a deadly job ends, too. */
export const MAX_ATTEMPTS = 8

const MINUTE_MS = 60_000
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 60 * MINUTE_MS
const KEPT_MS = 30 * 24 * 60 * MINUTE_MS
const LOOK_AT = 10
/** How long MongoDB may wait for a row that an open transaction holds, perhaps one whose client is dead. */
const CLAIM_WAIT_MS = 2_000

export type Claim = {
  /** Who asks; unique for each worker. */
  owner: string
  /** The kinds it can do. */
  kinds: string[]
  leaseMs: number
  now: Date
}

/**
 * Takes the job that has been due the longest: one that waits, or one whose worker's lease has run out.
 *
 * @returns the job, now this owner's until its lease ends; `null` when nothing is due
 */
export const claim = async (
  payload: Payload,
  { owner, kinds, leaseMs, now }: Claim,
): Promise<Job | null> => {
  const at = now.toISOString()
  const isFree: Where = {
    or: [
      { and: [{ state: { equals: 'waiting' } }, { runAt: { less_than_equal: at } }] },
      { and: [{ state: { equals: 'running' } }, { leaseUntil: { less_than_equal: at } }] },
    ],
  }
  const held: string[] = []
  // Whoever loses a race for one job looks again: each loss means that somebody else got on.
  for (;;) {
    const { docs } = await payload.db.find<Job>({
      collection: 'jobs',
      where: {
        and: [
          { kind: { in: kinds } },
          ...(held.length > 0 ? [{ id: { not_in: held } }] : []),
          isFree,
        ],
      },
      sort: 'runAt',
      limit: LOOK_AT,
      pagination: false,
    })
    if (docs.length === 0) return null
    for (const { id, attempts } of docs) {
      const won = await change(payload, {
        where: [{ id: { equals: id } }, { attempts: { equals: attempts } }, isFree],
        data: {
          state: 'running',
          attempts: attempts + 1,
          leaseOwner: owner,
          leaseUntil: later(now, leaseMs),
        },
        maxTimeMS: CLAIM_WAIT_MS,
      }).catch((error: unknown) => {
        if (!isTimeUp(error)) throw error
        held.push(id)
        return null
      })
      if (won) return won
    }
  }
}

/** Marks a job as done, in the request's transaction when there is one. `false` when the lease was lost. */
export const finish = async (
  payload: Payload,
  { job, now, req }: { job: Job; now: Date; req?: PayloadRequest },
): Promise<boolean> => {
  const data = { ...released, state: 'done', lastError: null, finishedAt: now.toISOString() }
  return (await change(payload, { where: ownedBy(job), data, ...(req ? { req } : {}) })) !== null
}

/** Gives a job up for good, with the reason, which chiefs see. `false` when the lease was lost. */
export const giveUp = async (
  payload: Payload,
  { job, reason, now, req }: { job: Job; reason: string; now: Date; req?: PayloadRequest },
): Promise<boolean> => {
  const data = { ...released, state: 'failed', lastError: reason, finishedAt: now.toISOString() }
  return (await change(payload, { where: ownedBy(job), data, ...(req ? { req } : {}) })) !== null
}

/**
 * Puts a job back after something that may pass: a database that was busy, a receiver that was down.
 *
 * @param options.random between 0 and 1, so that what failed together does not come back together
 */
export const postpone = async (
  payload: Payload,
  { job, reason, now, random }: { job: Job; reason: string; now: Date; random: () => number },
): Promise<void> => {
  const runAt = later(now, backoff(job.attempts, random))
  const data = { ...released, state: 'waiting', lastError: reason, runAt }
  await change(payload, { where: ownedBy(job), data })
}

/** How long to wait after so many attempts: twice as long each time, up to an hour, give or take half. */
export const backoff = (attempts: number, random: () => number): number => {
  const full = Math.min(FIRST_WAIT_MS * 2 ** Math.max(attempts - 1, 0), LONGEST_WAIT_MS)
  return Math.round(full * (0.5 + random() / 2))
}

/** Forgets what was finished more than thirty days ago. */
export const pruneJobs = async (payload: Payload, now: Date): Promise<void> => {
  await payload.db.deleteMany({
    collection: 'jobs',
    where: {
      and: [
        { state: { in: ['done', 'failed'] } },
        { finishedAt: { less_than: later(now, -KEPT_MS) } },
      ],
    },
  })
}

const released = { leaseOwner: null, leaseUntil: null } as const

const ownedBy = ({ id, leaseOwner }: Job): Where[] => [
  { id: { equals: id } },
  { state: { equals: 'running' } },
  { leaseOwner: { equals: leaseOwner } },
]

type Change = {
  where: Where[]
  data: Record<string, unknown>
  req?: PayloadRequest
  maxTimeMS?: number
}

/** One statement: looks and writes at once. Returns the row as it is now, or `null` when it did not match. */
const change = async (
  payload: Payload,
  { where, data, req, maxTimeMS }: Change,
): Promise<Job | null> => {
  const row: unknown = await payload.db.updateOne({
    collection: 'jobs',
    where: { and: where },
    data,
    options: { atomic: true, ...(maxTimeMS ? { maxTimeMS } : {}) },
    ...(req ? { req } : {}),
  })
  return row as Job | null
}

/** MongoDB's MaxTimeMSExpired, or the conflict it turns into. */
const isTimeUp = (error: unknown): boolean =>
  [50, 112].includes(Number((error as { code?: unknown } | null)?.code))

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()
