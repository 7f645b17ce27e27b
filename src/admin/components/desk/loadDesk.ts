import type { Payload, TypedUser, Where } from 'payload'
import type { Article, Quote } from '#src/payload-types.ts'
import type { State } from '#src/workflow/states.ts'

/** Stories shown of each kind; the rest is one click away. */
const SHOWN = 5

export type DeskStory = Pick<
  Article,
  'id' | 'headline' | 'state' | 'updatedAt' | 'scheduledFor' | 'stateReason' | 'scheduleProblem'
> & { firstPublishedAt?: string | null }

export type DeskQuote = Pick<Quote, 'id' | 'text' | 'speaker' | 'verification'>

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
}

/** Quotes that an editor would be asked about: the words are not in the evidence, or nobody said them. */
export const quotesToCheck: Where = {
  or: [{ verification: { in: ['differs', 'not-found'] } }, { speaker: { exists: false } }],
}

/** What stands on the desk, as far as the person may see it. One query for each shelf, all at once. */
export const loadDesk = async (payload: Payload, user: TypedUser): Promise<DeskView> => {
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
  const [review, changes, approved, scheduled, correcting, failed, published, quotes] =
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
  }
}
