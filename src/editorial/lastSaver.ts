/**
 * Who saved a story last. Versions do not say it, so each save leaves a row beside the presence of people, which
 * holds for just the revision it names.
 */
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'

const keyOf = (article: string): string => `saved:${article}`

/** After each save by a person, in its transaction. */
export const noteSaver: CollectionAfterChangeHook<Article> = async ({ data, doc, req }) => {
  const user = req.user as { id: string; name?: string } | null
  const at: unknown = doc.updatedAt ?? data['updatedAt']
  if (!user || typeof at !== 'string') return doc
  const { db } = req.payload
  const key = keyOf(doc.id)
  const row = { userId: user.id, userName: user.name ?? 'Somebody', seenAt: at }
  const where = { key: { equals: key } }
  const isKnown = await db.updateOne({ collection: 'presence', where, data: row, req })
  if (!isKnown) {
    await db.create({ collection: 'presence', data: { key, articleId: key, ...row }, req })
  }
  return doc
}

/** The name of who saved this revision; `null` where nobody knows. */
export const saverOf = async (
  req: PayloadRequest,
  { id, revision }: { id: string; revision: string },
): Promise<string | null> => {
  const row = await req.payload.db.findOne<{ id: string; userName: string; seenAt: string }>({
    collection: 'presence',
    where: { key: { equals: keyOf(id) } },
    req,
  })
  return row && Date.parse(row.seenAt) === Date.parse(revision) ? row.userName : null
}

/** Forgets it, with a story that is deleted for good. */
export const clearSaver = async (req: PayloadRequest, article: string): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'presence',
    where: { articleId: { equals: keyOf(article) } },
    req,
  })
}
