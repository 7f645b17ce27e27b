/** Sends out the scheduled stories whose minute has come. */
import { APIError, type Payload, type PayloadRequest } from 'payload'
import { recordActivity } from '#src/editorial/activity.ts'
import { currentHash } from '#src/editorial/approval.ts'
import { publishJobFor, type PublishTask } from '#src/editorial/jobsSchedule.ts'
import type { Article, Job } from '#src/payload-types.ts'
import { runDue, type DatabaseHandler, type WorkerOptions } from './worker.ts'

export type Outcome = {
  article: string
  slug: string
  outcome: 'published' | 'held'
  problem?: string
  /** Whole minutes after its time: nobody was there to send it out. */
  lateMinutes?: number
}

/**
 * Publishes every scheduled story that is due and still what was approved, once, whoever else is at it. One
 * that was edited since, or that does not pass the checks, is held, and says so on the story. One whose minute
 * passed while nothing ran goes out late, and the record says how late.
 *
 * @param now the time it is
 */
export const publishDue = async (
  payload: Payload,
  now: Date,
  options: Omit<WorkerOptions, 'now'> = {},
): Promise<Outcome[]> => {
  const { outcomes } = await runDue(payload, [publishScheduled], { ...options, now: () => now })
  return outcomes.filter((outcome) => outcome !== null)
}

/** `null`: the story is not scheduled for this time any more, so there was nothing to do. */
export const publishScheduled: DatabaseHandler<Outcome | null> = {
  kind: 'publish',
  async run(req, job, now) {
    const article = await scheduledStory(req, job)
    if (!article) return null
    await refuseChanged(req, article)
    await req.payload.update({
      collection: 'articles',
      id: article.id,
      data: { _status: 'published' },
      depth: 0,
      overrideAccess: true,
      req,
    })
    const about = { article: article.id, slug: article.slug ?? '' }
    const lateMinutes = minutesLate(job, now)
    if (lateMinutes === 0) return { ...about, outcome: 'published' }
    await recordActivity(req, {
      verb: 'publish late',
      summary: `“${article.headline}” went out ${inWords(lateMinutes)} late`,
      subject: { collection: 'articles', id: article.id },
      reason: `It was due at ${taskOf(job).scheduledFor}, when nothing was running to send it out.`,
    })
    return { ...about, outcome: 'published', lateMinutes }
  },
  async fail(req, job, problem) {
    const article = await scheduledStory(req, job)
    if (!article) return null
    await req.payload.update({
      collection: 'articles',
      id: article.id,
      data: { scheduleProblem: problem },
      draft: true,
      depth: 0,
      overrideAccess: true,
      req,
    })
    return { article: article.id, slug: article.slug ?? '', outcome: 'held', problem }
  },
}

const taskOf = (job: Job): PublishTask => job.payload as PublishTask

/** The newest draft, while it is scheduled for just this time and version. */
const scheduledStory = async (req: PayloadRequest, job: Job): Promise<Article | null> => {
  const article = await req.payload.findByID({
    collection: 'articles',
    id: taskOf(job).article,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return article && publishJobFor(article.id, article, '')?.key === job.key ? article : null
}

const refuseChanged = async (req: PayloadRequest, article: Article): Promise<void> => {
  const hash = await currentHash(req, article as unknown as Record<string, unknown>)
  if (hash === article.approvedHash) return
  throw new APIError(
    'It was changed after it was approved, so it was held. Approve it again and schedule it anew.',
    409,
  )
}

const minutesLate = (job: Job, now: Date): number => {
  const { scheduledFor, enteredAt } = taskOf(job)
  const due = Math.max(Date.parse(scheduledFor), Date.parse(enteredAt) || 0)
  return Math.max(0, Math.floor((now.getTime() - due) / 60_000))
}

const inWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)
