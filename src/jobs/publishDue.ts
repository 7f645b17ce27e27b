/** Sends out the scheduled stories whose minute has come. */
import { APIError, type Payload, type PayloadRequest } from 'payload'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { currentHash } from '#src/editorial/publishing/approval.ts'
import { publishJobFor, type PublishTask } from '#src/editorial/publishing/jobsSchedule.ts'
import { currentOf } from '#src/ledger/payloadStore.ts'
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
    const newest = await scheduledStory(req, job)
    if (!newest) return null
    const { pinned } = taskOf(job)
    const article = { ...newest, ...pinned }
    await refuseChanged(req, article)
    const draft = newest.approvalVoid ? await newestVersion(req, newest.id) : null
    await req.payload.update({
      collection: 'articles',
      id: article.id,
      data: { ...pinned, _status: 'published' },
      context: { at: now.toISOString() },
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (draft) await keepNewerDraft(req, article.id, draft, now)
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

/** What goes out is what was approved: its words, and the records it carries as they were then. */
const refuseChanged = async (req: PayloadRequest, article: Article): Promise<void> => {
  const hash = await currentHash(req, article as unknown as Record<string, unknown>)
  if (hash === article.approvedHash && !(await lacksCorrection(req, article))) return
  throw new APIError(
    'It was changed after it was approved, or a record it carries was, so it was held. ' +
      'Approve it again and schedule it anew.',
    409,
  )
}

/** A correction that readers were told since must not be taken back by an older text. */
const lacksCorrection = async (req: PayloadRequest, article: Article): Promise<boolean> => {
  const current = await currentOf(req, article.id)
  const known = new Set((article.corrections ?? []).map(({ id }) => id))
  return current?.state === 'live' && current.story.corrections.some(({ id }) => !known.has(id))
}

const newestVersion = async (req: PayloadRequest, id: string): Promise<Article | null> => {
  const { docs } = await req.payload.db.findVersions<Article>({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version ?? null
}

/**
 * What was written after the approval stays the newest draft, a correction in the making. Straight to the database,
 * with the time of its own save: whoever is writing in it goes on without a conflict.
 */
const keepNewerDraft = async (
  req: PayloadRequest,
  id: string,
  draft: Article,
  now: Date,
): Promise<void> => {
  const at = now.toISOString()
  const saved = new Date().toISOString()
  await req.payload.db.createVersion<Article>({
    collectionSlug: 'articles',
    parent: id,
    autosave: false,
    createdAt: saved,
    updatedAt: saved,
    versionData: {
      ...draft,
      _status: 'draft',
      state: 'correcting',
      firstPublishedAt: draft.firstPublishedAt ?? at,
      scheduledFor: null,
      approvedHash: null,
      approvedBy: null,
      approvedAt: null,
      approvalVoid: null,
    },
    req,
  })
}

const minutesLate = (job: Job, now: Date): number => {
  const { scheduledFor, enteredAt } = taskOf(job)
  const due = Math.max(Date.parse(scheduledFor), Date.parse(enteredAt) || 0)
  return Math.max(0, Math.floor((now.getTime() - due) / 60_000))
}

const inWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)
