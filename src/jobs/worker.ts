/** Does what is due, job by job. */
import { randomUUID } from 'node:crypto'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { retryTransient } from '#src/database/retryTransient.ts'
import type { Job } from '#src/payload-types.ts'
import { claim, finish, giveUp, MAX_ATTEMPTS, postpone } from './queue.ts'

/**
 * Work whose effect is in the database. It happens in one transaction with the note that the job is done:
 * a worker that is killed in between leaves neither, so the effect never happens twice.
 */
export type DatabaseHandler<T> = {
  kind: string
  /** Throws an error with a status below 500 to say that trying again is no use. */
  run: (req: PayloadRequest, job: Job, now: Date) => Promise<T>
  /** What is left to do, and to tell, when the job is given up; in the transaction that marks it so. */
  fail: (req: PayloadRequest, job: Job, reason: string, now: Date) => Promise<T>
}

export type WorkerOptions = {
  now?: () => Date
  random?: () => number
  /** Unique for each worker. */
  owner?: string
  /** How long a worker may be silent before another one takes over, in milliseconds. */
  leaseMs?: number
  /** Stops after so many jobs. */
  limit?: number
}

export type Turn<T> = { count: number; outcomes: T[] }

const LEASE_MS = 60_000

/**
 * Claims and does due jobs of the handlers' kinds, one after the other, until none is left.
 *
 * @returns how many jobs were taken on, and what came of those that were done or given up
 */
export const runDue = async <T>(
  payload: Payload,
  handlers: DatabaseHandler<T>[],
  options: WorkerOptions = {},
): Promise<Turn<T>> => {
  const settled = { ...defaults(), ...options }
  const turn: Turn<T> = { count: 0, outcomes: [] }
  const kinds = handlers.map(({ kind }) => kind)
  while (turn.count < settled.limit) {
    const { owner, leaseMs } = settled
    const job = await claim(payload, { owner, kinds, leaseMs, now: settled.now() })
    if (!job) return turn
    turn.count += 1
    const handler = handlers.find(({ kind }) => kind === job.kind)
    const outcome = handler ? await work(payload, handler, job, settled) : null
    if (outcome) turn.outcomes.push(outcome.value)
  }
  return turn
}

const defaults = (): Required<WorkerOptions> => ({
  now: () => new Date(),
  random: Math.random,
  owner: `${process.pid}-${randomUUID()}`,
  leaseMs: LEASE_MS,
  limit: Infinity,
})

type Settled = Required<WorkerOptions>
type Outcome<T> = { value: T } | null

const work = async <T>(
  payload: Payload,
  handler: DatabaseHandler<T>,
  job: Job,
  options: Settled,
): Promise<Outcome<T>> => {
  const { now, random } = options
  try {
    if (job.attempts > MAX_ATTEMPTS) {
      return await surrender(payload, handler, job, now(), neverFinished(job))
    }
    return await runOnce(payload, handler, job, now())
  } catch (error) {
    if (error instanceof LeaseLost) return null
    const reason = messageOf(error)
    const isFinal = isRefusal(error) || job.attempts >= MAX_ATTEMPTS
    payload.logger.warn({ msg: 'A job failed', job: job.key, attempt: job.attempts, err: error })
    try {
      if (isFinal) return await surrender(payload, handler, job, now(), reason)
    } catch (worse) {
      if (worse instanceof LeaseLost) return null
      payload.logger.error({ msg: 'A job could not be given up', job: job.key, err: worse })
    }
    await postpone(payload, { job, reason, now: now(), random })
    return null
  }
}

const runOnce = <T>(
  payload: Payload,
  handler: DatabaseHandler<T>,
  job: Job,
  now: Date,
): Promise<Outcome<T>> =>
  inTransaction(payload, async (req) => {
    const note = async () => {
      if (!(await finish(payload, { job, now, req }))) throw new LeaseLost()
    }
    // First: from here until the commit the row is this transaction's, and no lease can run out on it.
    if (req.transactionID) await note()
    const value = await handler.run(req, job, now)
    // Without transactions a note before the effect could lose the effect; after it, it may happen twice.
    if (!req.transactionID) await note()
    return { value }
  })

const surrender = <T>(
  payload: Payload,
  handler: DatabaseHandler<T>,
  job: Job,
  now: Date,
  reason: string,
): Promise<Outcome<T>> =>
  inTransaction(payload, async (req) => {
    if (!(await giveUp(payload, { job, reason, now, req }))) throw new LeaseLost()
    return { value: await handler.fail(req, job, reason, now) }
  })

/** Somebody else has the job by now. What was done in the transaction is taken back, and theirs counts. */
class LeaseLost extends Error {}

/**
 * Runs `act` in a transaction of its own; again from the start when it collided with another one.
 *
 * @throws whatever `act` throws, after everything was taken back
 */
export const inTransaction = async <T>(
  payload: Payload,
  act: (req: PayloadRequest) => Promise<T>,
): Promise<T> => retryTransient({ act: () => tryOnce(payload, act) })

const tryOnce = async <T>(
  payload: Payload,
  act: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const result = await act(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const neverFinished = ({ attempts }: Job): string =>
  `It was begun ${attempts - 1} times and never finished: the process died each time.`

/** The first line: what a database says goes on with the values of the statement, which are not for a list. */
const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 500)
}

const bookkeeping = ['publications', 'reader-docs', 'reader-entries', 'jobs']

/**
 * Whether the rules say no, so that trying again is no use. A number of the ledger that somebody else took
 * in the same moment looks like a refused field, and is not.
 */
const isRefusal = (error: unknown): boolean => {
  const { status, data } = (error ?? {}) as { status?: unknown; data?: { collection?: string } }
  if (bookkeeping.includes(data?.collection ?? '')) return false
  return typeof status === 'number' && status >= 400 && status < 500
}
