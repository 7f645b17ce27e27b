/**
 * A live story made anew from the article as it was published and the records as they are now. A newer draft
 * is not looked at: it goes out when somebody publishes it.
 */
import type { PayloadRequest } from 'payload'
import { appendPublication, currentOf } from '#src/ledger/payloadStore.ts'
import type { CurrentStory, PublicationOverride } from '#src/ledger/port.ts'
import type { Article } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { examineStory } from '#src/editorial/stories/examineStory.ts'
import { withRelatives } from '#src/editorial/stories/families.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import { markPublic } from '#src/editorial/stories/publicRecords.ts'
import { addCorrection, type NewCorrection } from './refreshCorrection.ts'
import { tellFamily } from './refreshFamily.ts'

/** What the job of one story knows. */
export type RefreshTask = {
  article: string
  /** What was changed, for people: `the author “Ada Roe”`. */
  because: string
  /** Who changed it; the ledger names them. */
  actor: { id: string; name: string } | null
  /** Readers are told of it, for good. */
  correction?: NewCorrection
  /** Only the stories that it names are looked at anew: its text stays as it is. */
  isFamily?: true
}

export type RefreshOutcome = {
  article: string
  outcome: 'updated' | 'corrected' | 'unchanged' | 'not live' | 'left as it was'
  problem?: string
}

/**
 * Appends the story as it is with its records now; nothing when readers see no difference.
 *
 * @throws ValidationError when the story does not pass the checks any more; the caller leaves it as it is and
 *   calls `leaveStory`
 */
export const refreshStory = async (
  req: PayloadRequest,
  task: RefreshTask,
  now: string,
): Promise<RefreshOutcome> => {
  const about = { article: task.article }
  const before = await currentOf(req, task.article)
  const published = await publishedArticle(req, task.article)
  if (!published || before?.state !== 'live') return { ...about, outcome: 'not live' }
  if (task.isFamily) return refreshRelatives(req, task, { published, before, now })
  const article = task.correction
    ? await addCorrection(req, published, task.correction, now)
    : published
  const { story, verdict } = await examineStory(req, article, now)
  // What a chief set aside when it went out does not stop the same story from being kept right.
  const override = await overrideOf(req, task.article)
  const isSetAside = ({ code }: { code: string }) => Boolean(override?.codes.includes(code))
  refuse(
    'articles',
    verdict.open.filter((problem) => !isSetAside(problem)),
  )
  const isCorrection = story.corrections.length > before.story.corrections.length
  const row = await appendPublication(req, {
    event: isCorrection ? 'correct' : 'update',
    articleId: story.id,
    slug: story.slug,
    story,
    actor: task.actor,
    at: now,
    reason: task.correction?.text ?? null,
    change: isCorrection ? 'correction' : 'update',
    ...(override && verdict.open.some(isSetAside) ? { override } : {}),
  })
  if (!row) return { ...about, outcome: 'unchanged' }
  await markPublic(req, [before.story, story])
  await tellFamily(req, before, row)
  await recordActivity(asActor(req, task), {
    verb: row.event,
    summary: `${isCorrection ? 'Corrected' : 'Updated'} “${story.headline}”`,
    subject: { collection: 'articles', id: story.id },
    reason: `${capitalised(task.because)} was changed.`,
  })
  return { ...about, outcome: isCorrection ? 'corrected' : 'updated' }
}

/**
 * The story as readers have it, with its relatives as they are now. Nothing that is checked is changed, so nothing
 * keeps a relative that was withdrawn in it.
 */
const refreshRelatives = async (
  req: PayloadRequest,
  task: RefreshTask,
  { published, before, now }: { published: Article; before: CurrentStory; now: string },
): Promise<RefreshOutcome> => {
  const story = await withRelatives(req, before.story, published)
  const override = await overrideOf(req, task.article)
  const row = await appendPublication(req, {
    ...{ event: 'update', articleId: story.id, slug: story.slug, story, actor: task.actor },
    ...{ at: now, reason: null, change: 'minor', ...(override ? { override } : {}) },
  })
  if (!row) return { article: task.article, outcome: 'unchanged' }
  await recordActivity(asActor(req, task), {
    verb: row.event,
    summary: `Updated the links of “${story.headline}”`,
    subject: { collection: 'articles', id: story.id },
    reason: `${capitalised(task.because)} was changed.`,
  })
  return { article: task.article, outcome: 'updated' }
}

/**
 * What is done for a story that could not be made anew: readers keep what they have, the record says so, and a
 * correction waits in the article for its next publication.
 *
 * @param problem why, in words
 */
export const leaveStory = async (
  req: PayloadRequest,
  task: RefreshTask,
  problem: string,
  now: string,
): Promise<RefreshOutcome> => {
  const published = await publishedArticle(req, task.article)
  if (published && task.correction) await addCorrection(req, published, task.correction, now)
  await recordActivity(asActor(req, task), {
    verb: 'update held',
    summary: `“${published?.headline ?? task.article}” was left as it was, though ${task.because} was changed`,
    subject: { collection: 'articles', id: task.article },
    reason: `${problem} Mend it and publish the story again.`,
  })
  return { article: task.article, outcome: 'left as it was', problem }
}

/** The row readers' access rules look at: never a draft. */
const publishedArticle = async (req: PayloadRequest, id: string): Promise<Article | null> => {
  const article = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: false,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return article?._status === 'published' ? article : null
}

/** The checks that a chief set aside for what readers have now. */
const overrideOf = async (
  req: PayloadRequest,
  articleId: string,
): Promise<PublicationOverride | null> => {
  const { docs } = await req.payload.db.find<{ override?: PublicationOverride | null }>({
    collection: 'publications',
    where: { articleId: { equals: articleId } },
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { override: true },
    req,
  })
  return docs[0]?.override ?? null
}

/** The job runs for whoever made the change, with no more rights than to be named. */
const asActor = (req: PayloadRequest, { actor }: RefreshTask): PayloadRequest => {
  req.user = actor ? ({ ...actor, roles: [], collection: 'users' } as never) : null
  return req
}

const capitalised = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
