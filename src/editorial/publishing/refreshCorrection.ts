/** Adds a correction to an article that is published, where its next publication finds it. */
import type { PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'

/** A correction on its way into a story. Its id is made once, so that trying again adds it once. */
export type NewCorrection = {
  id: string
  at: string
  text: string
  before: string | null
  after: string | null
}

type Corrections = NonNullable<Article['corrections']>

/**
 * Adds it to the published text and to the newest version, a draft that is being written included: whatever
 * is published next carries it. Straight to the database, for neither is an edit: nothing else of the draft
 * changes, nor its place in the workflow.
 *
 * @returns the published article with the correction
 */
export const addCorrection = async (
  req: PayloadRequest,
  article: Article,
  correction: NewCorrection,
  now: string,
): Promise<Article> => {
  const { db } = req.payload
  const corrections = added(article.corrections, correction)
  await db.updateOne({
    collection: 'articles',
    id: article.id,
    // The time moves on, so that a save which started from the text without it is refused as stale.
    data: { corrections, updatedAt: now },
    req,
  })
  const { docs } = await db.findVersions<Article>({
    collection: 'articles',
    where: { and: [{ parent: { equals: article.id } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const newest = docs[0]?.version
  if (newest) {
    await db.createVersion<Article>({
      collectionSlug: 'articles',
      parent: article.id,
      autosave: false,
      createdAt: now,
      updatedAt: now,
      versionData: {
        ...newest,
        corrections: added(newest.corrections, correction),
        updatedAt: now,
      },
      req,
    })
  }
  return { ...article, corrections }
}

const added = (
  known: Article['corrections'],
  { id, at, text, before, after }: NewCorrection,
): Corrections => [
  ...(known ?? []).filter((one) => one.id !== id),
  { id, kind: 'correction', at, text, before, after },
]
