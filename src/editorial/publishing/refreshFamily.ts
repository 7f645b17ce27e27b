/** When readers get another headline or address of a story, or lose it, the stories that name it get a job each. */
import type { PayloadRequest, Where } from 'payload'
import type { CurrentStory, Publication } from '#src/ledger/port.ts'
import { enqueue } from './jobs.ts'
import type { RefreshTask } from './refresh.ts'

/** What the job knows that enters the jobs of the stories. */
export type FamilyTask = Pick<RefreshTask, 'because' | 'actor'> & {
  /** The story that they name. */
  family: string
  change: string
  /** The id of the last one that has its job. */
  after: string | null
}

/** How many stories get their job in one transaction: it holds the one writer of SQLite. */
const PAGE = 100

/**
 * After a row was appended, in its transaction: enters the jobs. There are none where nobody names the story, or
 * names it as it is.
 *
 * @param before what readers had
 */
export const tellFamily = async (
  req: PayloadRequest,
  before: CurrentStory | null,
  row: Publication,
): Promise<void> => {
  const isLive = row.event !== 'retract' && row.event !== 'unpublish'
  const faces = [before?.state === 'live' ? before.story : null, isLive ? row.story : null]
  const [was, is] = faces.map((story) => story && [story.slug, story.headline].join('\n'))
  const [wasOf, isOf] = faces.map((story) => story?.replaces?.id ?? null)
  if (was === is && wasOf === isOf) return
  const { articleId, actor, seq, at } = row
  const because = `the story “${row.story.headline}”`
  const change = `family:${articleId}:${seq}`
  for (const article of new Set([wasOf, isOf])) {
    if (article) await enterRefresh(req, { article, because, actor }, change, at)
  }
  if (was === is || (await namers(req, articleId, null, 1)).length === 0) return
  const payload: FamilyTask = { family: articleId, change, because, actor, after: null }
  await enqueue(req, { kind: 'spread', key: `spread:${change}`, runAt: at, payload })
}

/** Enters the jobs of one page of stories, and the job that does the next page. Returns how many there were. */
export const spreadFamily = async (
  req: PayloadRequest,
  task: FamilyTask,
  now: string,
  pageSize = PAGE,
): Promise<number> => {
  const { family, change, because, actor, after } = task
  const ids = await namers(req, family, after, pageSize)
  for (const article of ids) await enterRefresh(req, { article, because, actor }, change, now)
  const last = ids.at(-1)
  if (ids.length === pageSize && last) {
    const key = `spread:${change}:${last}`
    await enqueue(req, { kind: 'spread', key, runAt: now, payload: { ...task, after: last } })
  }
  return ids.length
}

const enterRefresh = (
  req: PayloadRequest,
  task: Pick<RefreshTask, 'article' | 'because' | 'actor'>,
  change: string,
  runAt: string,
): Promise<void> => {
  const payload: RefreshTask = { ...task, isFamily: true }
  return enqueue(req, { kind: 'refresh', key: `refresh:${task.article}:${change}`, runAt, payload })
}

/** Published stories that name this one, by id. */
const namers = async (
  req: PayloadRequest,
  id: string,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const naming: Where = { or: [{ replaces: { equals: id } }, { related: { in: [id] } }] }
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'articles',
    where: {
      and: [
        naming,
        { _status: { equals: 'published' } },
        ...(after === null ? [] : [{ id: { greater_than: after } }]),
      ],
    },
    sort: 'id',
    limit,
    pagination: false,
    select: { id: true },
    req,
  })
  return docs.map((doc) => doc.id)
}
