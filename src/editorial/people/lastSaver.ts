/**
 * Who saved a story last. Versions do not say it, so each save leaves a line among Payload's key-value pairs, which
 * holds for just the revision it names.
 */
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'

const collection = 'payload-kv'

/** The pair of one story. */
const pairOf = (article: string) => ({ key: { equals: `saved:${article}` } })

type Saver = { by: string; at: string }

/** After each save by a person, in its transaction. */
export const noteSaver: CollectionAfterChangeHook<Article> = async ({ data, doc, req }) => {
  const user = req.user as { id: string; name?: string } | null
  const at: unknown = doc.updatedAt ?? data['updatedAt']
  if (!user || typeof at !== 'string') return doc
  const { db } = req.payload
  const saver: Saver = { by: user.name ?? 'Somebody', at }
  const where = pairOf(doc.id)
  // Not through `payload.kv`, which knows no transaction: a save that is refused must leave nothing.
  if (!(await db.updateOne({ collection, where, data: { data: saver }, req }))) {
    await db.create({ collection, data: { key: where.key.equals, data: saver }, req })
  }
  return doc
}

/** The name of who saved this revision; `null` where nobody knows. */
export const saverOf = async (
  req: PayloadRequest,
  { id, revision }: { id: string; revision: string },
): Promise<string | null> => {
  const row = await req.payload.db.findOne<{ id: string; data: Saver }>({
    collection,
    where: pairOf(id),
    req,
  })
  return row && Date.parse(row.data.at) === Date.parse(revision) ? row.data.by : null
}

/** Forgets it, with a story that is deleted for good. */
export const clearSaver = async (req: PayloadRequest, article: string): Promise<void> => {
  await req.payload.db.deleteMany({ collection, where: pairOf(article), req })
}
