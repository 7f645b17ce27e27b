import { APIError, type PayloadRequest } from 'payload'
import type { Article } from '#src/payload-types.ts'

/**
 * A story as whoever asks may see it.
 *
 * @param which the newest draft, or the row that readers' access rules look at
 * @throws APIError 404 for one that does not exist, or that they may not read
 */
export const getStory = async (
  req: PayloadRequest,
  id: string,
  which: 'newest' | 'published' = 'newest',
): Promise<Article> => {
  const article = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: which === 'newest',
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (!article) throw new APIError('There is no such story.', 404)
  return article
}
