/**
 * Looks records up by id with the fields that are wanted and nothing more: each save asks for all that its story
 * uses, and whole records with where they are used were most of what a save cost.
 */
import type { CollectionSlug, PayloadRequest, SelectType } from 'payload'

/**
 * Those of the ids that exist, in no particular order.
 *
 * @param req the transaction to look in
 * @param ids may repeat
 * @param select the fields that are wanted besides the id
 */
export const existing = async <Doc extends { id: string }>(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
  select: SelectType = {},
): Promise<Doc[]> => {
  const isMongo = req.payload.db.name === 'mongoose'
  // What is no id of MongoDB's names nothing there, and asking for it is an error.
  const wanted = [...new Set(ids)].filter((id) => !isMongo || /^[0-9a-f]{24}$/i.test(id))
  if (wanted.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: wanted } },
    ...(Object.keys(select).length ? { select: select as never } : {}),
    depth: 0,
    limit: wanted.length,
    pagination: false,
    overrideAccess: true,
    trash: true,
    req,
  })
  return docs
}
