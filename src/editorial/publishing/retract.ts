import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import type { Article } from '#src/payload-types.ts'

/**
 * Retracts a published story: readers get the notice at its address, lists and feeds drop it.
 * What is retracted is the published text; a newer draft stays as it is.
 *
 * @param reason why, in words for readers
 * @throws APIError 404 for an unknown story, 409 for one that is not published
 */
export const retract = async (
  req: PayloadRequest,
  id: string,
  reason: string,
): Promise<Article> => {
  const published = await req.payload.findByID({
    collection: 'articles',
    id,
    depth: 0,
    draft: false,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!published) throw new APIError('There is no such story.', 404)
  if (published._status !== 'published' || published.state === 'retracted') {
    throw new APIError('Only a published story can be retracted.', 409)
  }
  const isOwner = await initTransaction(req)
  try {
    const article = await req.payload.update({
      collection: 'articles',
      id,
      // The published text itself: a save without it would take the newest draft.
      data: { ...textOf(published), _status: 'published' },
      context: { verb: 'retract', reason },
      depth: 0,
      draft: false,
      overrideAccess: true,
      req,
    })
    if (isOwner) await commitTransaction(req)
    return article
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const textOf = (article: Article): Partial<Article> => {
  const text: Partial<Article> = { ...article }
  for (const key of ['id', 'createdAt', 'updatedAt', 'deletedAt'] as const) delete text[key]
  return text
}
