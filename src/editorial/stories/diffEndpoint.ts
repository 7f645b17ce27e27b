/** What differs between two versions of a story, for those who work on it. */
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { diffStories } from '#src/story/diff.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { buildStory, type ArticleRecord } from './buildStory.ts'
import { getStory } from './getStory.ts'

/**
 * `GET /api/articles/:id/diff?from=VERSION&to=VERSION`: fields and blocks with their words, as readers would get
 * them. Without `from` the published text is compared, without `to` the newest draft. Quotes, names and pictures are
 * those of today: their own records have versions of their own.
 */
export const diffEndpoint: Endpoint = {
  path: '/:id/diff',
  method: 'get',
  handler: async (req) => {
    if (!req.user) throw new APIError('Sign in first.', 401)
    const id = String(req.routeParams?.['id'])
    const [from, to] = [req.query['from'], req.query['to']].map((one) =>
      typeof one === 'string' ? one : '',
    )
    // One after the other: MongoDB takes one operation of a transaction at a time.
    const before = await storyAt(req, id, from, 'published')
    const after = await storyAt(req, id, to, 'newest')
    return Response.json(
      { from: before.version, to: after.version, ...diffStories(before.story, after.story) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}

type At = { version: string; story: PublishedStory }

const storyAt = async (
  req: PayloadRequest,
  id: string,
  version: string | undefined,
  byDefault: 'published' | 'newest',
): Promise<At> => {
  const record = version ? await versionOf(req, id, version) : await currentText(req, id, byDefault)
  const { story } = await buildStory(req, { ...record, id }, new Date().toISOString())
  return { version: version || byDefault, story }
}

const versionOf = async (
  req: PayloadRequest,
  id: string,
  version: string,
): Promise<ArticleRecord> => {
  const { docs } = await req.payload.findVersions({
    collection: 'articles',
    where: { and: [{ id: { equals: version } }, { parent: { equals: id } }] },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (docs[0]) return docs[0].version
  throw new APIError(
    'This story has no such version. GET /api/articles/versions lists the versions that are kept.',
    404,
  )
}

const currentText = async (
  req: PayloadRequest,
  id: string,
  which: 'published' | 'newest',
): Promise<ArticleRecord> => {
  const found = await getStory(req, id, which)
  if (which === 'newest' || found._status === 'published') return found
  throw new APIError('It was never published. Name the version to start from with ?from=…', 409)
}
