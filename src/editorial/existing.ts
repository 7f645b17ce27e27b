/**
 * Looks records up by id, and nothing more: no hooks, no access, no where-used. Each save asks for all that
 * its story uses, so the way through Payload's read operation was a third of what a save costs.
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
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const { docs } = await req.payload.db.find<Doc>({
    collection,
    where: { id: { in: wanted } },
    select: { id: true, ...select },
    limit: wanted.length,
    pagination: false,
    req,
  })
  return docs
}
