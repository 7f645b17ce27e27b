/** A job that was given up is tried again when somebody asks: what stood in its way may be gone. */
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import { AppError } from '#src/errors.ts'
import type { Job } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { fresh } from './jobs.ts'

/** `POST /api/jobs/:id/retry`: the job waits again, to be done at once. For chiefs and admins, who see what failed. */
export const retryJobEndpoint: Endpoint = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new AppError('not-signed-in', 'Sign in first.')
    if (!hasRole(req.user, 'chief', 'admin'))
      throw new AppError('not-allowed', 'Ask a chief or an admin. They try failed work again.')
    const job = await retryJob(req, String(req.routeParams?.['id']))
    return Response.json({ job }, { headers: { 'Cache-Control': 'private, no-store' } })
  },
}

/**
 * Puts a job that was given up back in the queue, and records who did.
 *
 * @throws AppError `not-found`; `conflict` for one that was not given up, and for the publication of a story,
 *   which is tried again where its text and its time can be looked at
 */
export const retryJob = async (
  req: PayloadRequest,
  id: string,
): Promise<Pick<Job, 'id' | 'kind' | 'state' | 'runAt'>> => {
  const isOwner = await initTransaction(req)
  try {
    const known = await req.payload.db.findOne<Job>({
      collection: 'jobs',
      where: { id: { equals: id } },
      req,
    })
    if (!known) throw new AppError('not-found', 'There is no such job. Load the list again.')
    if (known.kind === 'publish')
      throw new AppError('conflict', 'Open the story, and choose “Try again” beside it.')
    const row = await backInLine(req, id)
    if (!row)
      throw new AppError('conflict', 'This job has not failed, or somebody was faster. Look again.')
    await recordActivity(req, {
      verb: 'retry job',
      summary: `Had “${known.key}” tried again`,
      subject: { collection: 'jobs', id },
      reason: known.lastError ?? null,
    })
    if (isOwner) await commitTransaction(req)
    const { kind, runAt, state } = row
    return { id, kind, runAt, state }
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

/** One statement looks and writes: of two who ask at once, one is told that it waits already. */
const backInLine = async (req: PayloadRequest, id: string): Promise<Job | null> => {
  const row: unknown = await req.payload.db.updateOne({
    collection: 'jobs',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] },
    data: { ...fresh, runAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  })
  return row as Job | null
}
