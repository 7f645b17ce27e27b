import { createLocalReq, type Payload } from 'payload'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { buildStory } from './buildStory.ts'
import { isPreviewToken } from './preview.ts'

/**
 * The newest draft as readers would get it, for its preview.
 *
 * @param headers of the request, for the login in them
 * @param token from the preview's link
 * @returns `null` unless a signed-in person comes with a valid link of their own
 */
export const findDraftStory = async (
  payload: Payload,
  { id, token, headers }: { id: string; token: string; headers: Headers },
): Promise<PublishedStory | null> => {
  const { user } = await payload.auth({ headers })
  if (!user || !isPreviewToken(token, id, String(user.id))) return null
  const req = await createLocalReq({ user }, payload)
  const article = await payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user,
    req,
  })
  if (!article) return null
  const { story } = await buildStory(req, article, new Date().toISOString())
  return story
}
