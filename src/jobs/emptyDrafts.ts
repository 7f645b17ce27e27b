/** The panel makes a draft as soon as somebody opens the form for a new story. Those nobody wrote in go again. */
import type { Payload, PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'
import { inTransaction } from './worker.ts'

/** Who opened the form may still be thinking. */
const LEFT_ALONE_MS = 60 * 60_000
const AT_ONCE = 50

/**
 * Deletes drafts that have been empty for an hour: no headline, standfirst, picture or word of a body, never anything
 * else than that (only their first version), and no note on them.
 *
 * @param now the time it is
 * @returns how many were deleted
 */
export const removeEmptyDrafts = async (payload: Payload, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - LEFT_ALONE_MS).toISOString()
  let removed = 0
  for (const id of await emptyBefore(payload, before)) {
    const isRemoved = await inTransaction(payload, (req) => removeIfEmpty(req, id, before))
    if (isRemoved) removed += 1
  }
  return removed
}

/** All of them are looked through: drafts that have a text and no headline yet must not stand in the way of others. */
const emptyBefore = async (payload: Payload, before: string): Promise<string[]> => {
  const found: string[] = []
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: 'articles',
      draft: true,
      where: {
        and: [
          { or: [{ headline: { exists: false } }, { headline: { equals: '' } }] },
          { _status: { equals: 'draft' } },
          { firstPublishedAt: { exists: false } },
          { updatedAt: { less_than: before } },
        ],
      },
      sort: 'updatedAt',
      limit: AT_ONCE,
      page,
      depth: 0,
      overrideAccess: true,
    })
    found.push(...docs.filter(isEmpty).map(({ id }) => id))
    if (!hasNextPage) return found
  }
}

/** Looked at once more in the transaction: whoever writes in it at this moment keeps it. */
const removeIfEmpty = async (req: PayloadRequest, id: string, before: string): Promise<boolean> => {
  const asked = { collection: 'articles', id, depth: 0, overrideAccess: true, req } as const
  const draft = await req.payload.findByID({ ...asked, draft: true, disableErrors: true })
  if (!draft || draft.updatedAt >= before || !isEmpty(draft)) return false
  if (await hasHistory(req, id)) return false
  await req.payload.delete(asked)
  return true
}

const isEmpty = ({ headline, standfirst, leadImage, body }: Article): boolean =>
  !headline?.trim() && !standfirst?.trim() && !leadImage && isBlank(body?.root)

/** Paragraphs without words; a quote, a picture or a line across the page is something. */
const isBlank = (node: unknown): boolean => {
  if (!node) return true
  const { type, text, children } = node as { type?: string; text?: string; children?: unknown[] }
  if (type === 'text') return (text ?? '').trim() === ''
  if (type === 'linebreak') return true
  return (type === 'root' || type === 'paragraph') && (children ?? []).every(isBlank)
}

const hasHistory = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const versions = await req.payload.countVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
    overrideAccess: true,
    req,
  })
  const notes = await req.payload.count({
    collection: 'notes',
    where: { article: { equals: id } },
    overrideAccess: true,
    req,
  })
  return versions.totalDocs > 1 || notes.totalDocs > 0
}
