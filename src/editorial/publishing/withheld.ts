/**
 * Approved stories under embargo, as partners with the right key may be given them before their time. They are kept in
 * the transaction of the save, and gone when the story goes out, is taken back or is no longer approved.
 */
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'
import { isUnderEmbargo } from '#src/workflow/embargo.ts'
import { buildStory } from '#src/editorial/stories/buildStory.ts'

/** After each save: keeps the approved text, or lets go of it. */
export const keepWithheld: CollectionAfterChangeHook<Article> = async ({ data, doc, req }) => {
  const article = data as Article
  const now = new Date().toISOString()
  const isApproved = article.state === 'approved' || article.state === 'scheduled'
  const { embargoUntil } = article
  if (!isApproved || article.deletedAt || !embargoUntil || !isUnderEmbargo(embargoUntil, now)) {
    await letGo(req, doc.id)
    return doc
  }
  const until = new Date(embargoUntil).toISOString()
  const known = await find(req, doc.id)
  // Newer changes are not approved: partners keep what was.
  if (article.approvalVoid) {
    if (known) await write(req, known.id, { embargoUntil: until })
    return doc
  }
  const { story } = await buildStory(req, { ...article, id: doc.id }, now)
  const row = { articleId: doc.id, embargoUntil: until, sectionSlug: story.section?.slug, story }
  if (known) await write(req, known.id, row)
  else await req.payload.db.create({ collection: 'reader-withheld', data: row, req })
  return doc
}

/** A story that is gone is nobody's any more. */
export const dropWithheld: CollectionAfterDeleteHook<Article> = async ({ id, req }) =>
  letGo(req, String(id))

const find = (req: PayloadRequest, articleId: string): Promise<{ id: string } | null> =>
  req.payload.db.findOne<{ id: string }>({
    collection: 'reader-withheld',
    where: { articleId: { equals: articleId } },
    req,
  })

const write = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({ collection: 'reader-withheld', id, data, req })

const letGo = async (req: PayloadRequest, articleId: string): Promise<void> => {
  if (!(await find(req, articleId))) return
  await req.payload.db.deleteMany({
    collection: 'reader-withheld',
    where: { articleId: { equals: articleId } },
    req,
  })
}
