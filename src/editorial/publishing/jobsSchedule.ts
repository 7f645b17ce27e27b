/** A story that is scheduled has a job; one that is no longer scheduled, or for another time, has none. */
import type { CollectionAfterChangeHook, Payload, PayloadRequest } from 'payload'
import type { Article, Job } from '#src/payload-types.ts'
import { readerPart } from '#src/workflow/readerFields.ts'
import { currentHash } from './approval.ts'
import { dropJob, enqueue, type NewJob } from './jobs.ts'

/** What the job of a scheduled story knows. */
export type PublishTask = {
  article: string
  /** ISO time in UTC: an instant, whatever the clocks of the newsroom showed when it was chosen. */
  scheduledFor: string
  approvedHash: string
  /** When it was scheduled: a story scheduled for the past is not late for that. */
  enteredAt: string
  /**
   * What was approved, field by field: it goes out whatever is written in the meantime, and no pruning of versions
   * reaches it. Stories that were scheduled before there was any have none.
   */
  pinned?: Record<string, unknown>
}

type Scheduled = Partial<Pick<Article, 'state' | 'scheduledFor' | 'approvedHash'>> & {
  scheduleProblem?: string | null
  deletedAt?: string | null
}

/**
 * After each save, in its transaction: enters the job of a scheduled story with what was approved, and drops the one
 * before it. Another time takes the same text along.
 */
export const enterSchedule: CollectionAfterChangeHook<Article> = async ({
  context,
  data,
  doc,
  previousDoc,
  req,
}) => {
  // What was stored, and not what the caller asked to get back: `doc` may hold a few fields only.
  const job = publishJobFor(doc.id, data, new Date().toISOString())
  const before = publishJobFor(doc.id, previousDoc ?? {}, '')
  const isNew =
    previousDoc?.state !== 'scheduled' || previousDoc.approvedAt !== (data as Article).approvedAt
  const known = job && !isNew ? await taskFor(req, [job.key, before?.key ?? '']) : null
  if (before && (isNew || before.key !== job?.key)) await dropJob(req, before.key)
  if (!job) return doc
  const pinned = known?.pinned ?? (await approvedText(req, doc.id, data as Article))
  const isRetried = context['verb'] === 'retry'
  const payload = {
    ...job.payload,
    ...(pinned ? { pinned } : {}),
    ...(isRetried && known ? { enteredAt: known.enteredAt } : {}),
  }
  // A story that was held, approved anew and scheduled for the same minute is to be tried again.
  await enqueue(req, { ...job, payload }, { again: true })
  return doc
}

/** What the first of these jobs that is known was entered with. */
const taskFor = async (req: PayloadRequest, keys: string[]): Promise<PublishTask | null> => {
  for (const key of keys.filter(Boolean)) {
    const job = await req.payload.db.findOne<Job>({
      collection: 'jobs',
      where: { key: { equals: key } },
      req,
    })
    if (job) return job.payload as PublishTask
  }
  return null
}

/** The story as it stands, while it still is what was approved. */
const approvedText = async (
  req: PayloadRequest,
  id: string,
  { approvedHash }: Article,
): Promise<Record<string, unknown> | null> => {
  const article = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!article || (await currentHash(req, { ...article })) !== approvedHash) return null
  return readerPart({ ...article })
}

/** Enters what was scheduled before there were jobs, or came in by a way that runs no hooks. */
export const enterMissedSchedules = async (req: PayloadRequest): Promise<number> => {
  const stories = await scheduledStories(req.payload)
  for (const story of stories) {
    const job = publishJobFor(story.id, story, story.scheduledFor ?? '')
    if (job) await enqueue(req, job)
  }
  return stories.length
}

/**
 * The job that publishes a story, one for each story, minute and approved version; `null` for a story that
 * is not to go out by the clock, or that was held.
 */
export const publishJobFor = (id: string, story: Scheduled, enteredAt: string): NewJob | null => {
  const { state, scheduledFor, approvedHash, scheduleProblem, deletedAt } = story
  if (state !== 'scheduled' || !scheduledFor || !approvedHash) return null
  if (scheduleProblem || deletedAt) return null
  const at = new Date(scheduledFor).toISOString()
  const task: PublishTask = { article: id, scheduledFor: at, approvedHash, enteredAt }
  return { kind: 'publish', key: `publish:${id}:${at}:${approvedHash}`, runAt: at, payload: task }
}

const scheduledStories = async (payload: Payload): Promise<Article[]> => {
  const { docs } = await payload.find({
    collection: 'articles',
    draft: true,
    where: {
      and: [{ state: { equals: 'scheduled' } }, { scheduleProblem: { exists: false } }],
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}
