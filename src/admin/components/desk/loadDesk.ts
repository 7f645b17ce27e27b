import type { Payload, TypedUser, Where } from 'payload'
import type { Article, Job, Quote } from '#src/payload-types.ts'
import type { State } from '#src/workflow/states.ts'

/** Stories shown of each kind; the rest is one click away. */
const SHOWN = 5

export type DeskStory = Pick<
  Article,
  'id' | 'headline' | 'state' | 'updatedAt' | 'scheduledFor' | 'stateReason' | 'scheduleProblem'
> & { firstPublishedAt?: string | null }

export type DeskQuote = Pick<Quote, 'id' | 'text' | 'speaker' | 'verification'>

export type DeskJob = Pick<Job, 'id' | 'kind' | 'payload' | 'lastError' | 'finishedAt'>

export type Shelf<T> = { total: number; docs: T[] }

export type DeskView = {
  review: Shelf<DeskStory>
  changes: Shelf<DeskStory>
  approved: Shelf<DeskStory>
  scheduled: Shelf<DeskStory>
  correcting: Shelf<DeskStory>
  failed: Shelf<DeskStory>
  published: Shelf<DeskStory>
  quotes: Shelf<DeskQuote>
  /** `null` for who may not read them. */
  jobs: Shelf<DeskJob> | null
}

/** Quotes that an editor would be asked about: the words are not in the evidence, or nobody said them. */
export const quotesToCheck: Where = {
  or: [{ verification: { in: ['differs', 'not-found'] } }, { speaker: { exists: false } }],
}

/** Work in the background that was given up. A story that did not go out stands on a shelf of its own. */
export const failedJobs: Where = {
  and: [{ state: { equals: 'failed' } }, { kind: { not_equals: 'publish' } }],
}

/** What stands on the desk, as far as the person may see it. One query for each shelf, all at once. */
export const loadDesk = async (
  payload: Payload,
  user: TypedUser,
  { readsJobs }: { readsJobs: boolean },
): Promise<DeskView> => {
  const stories = async (where: Where, sort: string, isDraft = true): Promise<Shelf<DeskStory>> => {
    const { docs, totalDocs } = await payload.find({
      collection: 'articles',
      where,
      sort,
      draft: isDraft,
      depth: 0,
      limit: SHOWN,
      overrideAccess: false,
      user,
      select: {
        headline: true,
        state: true,
        updatedAt: true,
        scheduledFor: true,
        stateReason: true,
        scheduleProblem: true,
        firstPublishedAt: true,
      },
    })
    return { total: totalDocs, docs }
  }
  const inState = (state: State, sort = 'updatedAt') => stories({ state: { equals: state } }, sort)
  const [review, changes, approved, scheduled, correcting, failed, published, quotes, jobs] =
    await Promise.all([
      inState('in review'),
      inState('changes requested'),
      inState('approved'),
      inState('scheduled', 'scheduledFor'),
      inState('correcting'),
      stories({ scheduleProblem: { exists: true } }, '-updatedAt'),
      stories({ _status: { equals: 'published' } }, '-firstPublishedAt', false),
      payload.find({
        collection: 'quotes',
        where: quotesToCheck,
        sort: '-updatedAt',
        depth: 0,
        limit: SHOWN,
        overrideAccess: false,
        user,
        select: { text: true, speaker: true, verification: true },
      }),
      readsJobs
        ? payload.find({
            collection: 'jobs',
            where: failedJobs,
            sort: '-finishedAt',
            depth: 0,
            limit: SHOWN,
            overrideAccess: false,
            user,
            select: { kind: true, payload: true, lastError: true, finishedAt: true },
          })
        : null,
    ])
  return {
    review,
    changes,
    approved,
    scheduled,
    correcting,
    failed,
    published,
    quotes: { total: quotes.totalDocs, docs: quotes.docs },
    jobs: jobs && { total: jobs.totalDocs, docs: jobs.docs },
  }
}
