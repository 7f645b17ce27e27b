/** A story that is scheduled has a job; one that is no longer scheduled, or for another time, has none. */
import type { CollectionAfterChangeHook, Payload, PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'
import { dropJob, enqueue, type NewJob } from './jobs.ts'

/** What the job of a scheduled story knows. */
export type PublishTask = {
  article: string
  /** ISO time in UTC: an instant, whatever the clocks of the newsroom showed when it was chosen. */
  scheduledFor: string
  approvedHash: string
  /** When it was scheduled: a story scheduled for the past is not late for that. */
  enteredAt: string
}

type Scheduled = Partial<Pick<Article, 'state' | 'scheduledFor' | 'approvedHash'>> & {
  scheduleProblem?: string | null
}

/** After each save, in its transaction: enters the job of a scheduled story and drops the one before it. */
export const enterSchedule: CollectionAfterChangeHook<Article> = async ({
  data,
  doc,
  previousDoc,
  req,
}) => {
  // What was stored, and not what the caller asked to get back: `doc` may hold a few fields only.
  const job = publishJobFor(doc.id, data, new Date().toISOString())
  const before = publishJobFor(doc.id, previousDoc ?? {}, '')
  if (before && before.key !== job?.key) await dropJob(req, before.key)
  // A story that was held, approved anew and scheduled for the same minute is to be tried again.
  if (job) await enqueue(req, job, { again: true })
  return doc
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
  const { state, scheduledFor, approvedHash, scheduleProblem } = story
  if (state !== 'scheduled' || !scheduledFor || !approvedHash || scheduleProblem) return null
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
