/** Approved stories under embargo, for those few who are given them before their time. */
import type { PublishedStory } from '#src/story/publishedStory.ts'
import type { Scope } from './rows.ts'

export type WithheldStory = {
  articleId: string
  /** ISO: nobody may publish it before. */
  embargoUntil: string
  story: PublishedStory
}

export type WithheldQuery = {
  /** The only sections, by id; `null` for all. */
  sectionIds: readonly string[] | null
  /** Where the page starts: after this story. */
  after: { embargoUntil: string; articleId: string } | null
  limit: number
}

/** What the reader side may ask about withheld stories. */
export type WithheldReader = {
  /** Those whose embargo still holds; the ones it ends for first come first. */
  list: (query: WithheldQuery) => Promise<WithheldStory[]>
}

const ROWS_AT_ONCE = 100

/** Opens the withheld stories of a database. */
export const createWithheldReader = (
  db: Scope['db'],
  now: () => Date = () => new Date(),
): WithheldReader => {
  const rowsAfter = async (after: WithheldQuery['after'], at: string): Promise<WithheldStory[]> => {
    const { docs } = await db.find<WithheldStory & { id: string }>({
      collection: 'reader-withheld',
      // The row of a story whose embargo ended stays until somebody saves it: it is not withheld any more.
      where: { and: [{ embargoUntil: { greater_than: at } }, ...(after ? [isAfter(after)] : [])] },
      sort: ['embargoUntil', 'articleId'],
      limit: ROWS_AT_ONCE,
      pagination: false,
    })
    return docs
  }

  return {
    list: async ({ sectionIds, after, limit }) => {
      const at = now().toISOString()
      const found: WithheldStory[] = []
      for (let from = after; ;) {
        const rows = await rowsAfter(from, at)
        // By id: a slug may have gone over to another section since the story was approved.
        found.push(...rows.filter(({ story }) => isIn(story, sectionIds)))
        if (rows.length < ROWS_AT_ONCE || found.length >= limit) return found.slice(0, limit)
        from = rows.at(-1) ?? null
      }
    },
  }
}

const isIn = ({ section }: PublishedStory, ids: readonly string[] | null): boolean =>
  ids === null || (section !== null && ids.includes(section.id))

const isAfter = ({ embargoUntil, articleId }: NonNullable<WithheldQuery['after']>) => ({
  or: [
    { embargoUntil: { greater_than: embargoUntil } },
    {
      and: [{ embargoUntil: { equals: embargoUntil } }, { articleId: { greater_than: articleId } }],
    },
  ],
})
