/** Reading many records without holding them: page by page, in the order of their ids. */
import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Few enough to hold, enough to make few queries. */
const PAGE = 200

type Options = { where?: Where; draft?: boolean; select: Record<string, unknown> }

/**
 * Gives the records of a collection in pages. A record that is made or deleted meanwhile moves no other one
 * from its page, as counting pages by offset would.
 *
 * @param select the fields that are read; relations come as ids
 */
export async function* pagesOf<T extends { id: string }>(
  req: PayloadRequest,
  collection: CollectionSlug,
  { where, draft = false, select }: Options,
): AsyncGenerator<T[]> {
  for (let last: string | null = null; ;) {
    const { docs } = await req.payload.find({
      collection,
      draft,
      where: {
        and: [
          ...(where ? [where] : []),
          ...(last === null ? [] : [{ id: { greater_than: last } }]),
        ],
      },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      depth: 0,
      joins: false as never,
      select: select as never,
      overrideAccess: true,
      req,
    })
    const page = docs as unknown as T[]
    if (page.length > 0) yield page
    last = page.at(-1)?.id ?? null
    if (page.length < PAGE || last === null) return
  }
}
