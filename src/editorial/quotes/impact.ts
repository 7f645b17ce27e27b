/** What a change of a record would do to what readers have, before it is done. */
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import { getConfig } from '#src/config.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import {
  carriers,
  countCarriers,
  facetOf,
  type Carrier,
  type EmbeddedCollection,
} from '#src/editorial/stories/publicRecords.ts'
import { findRecord } from '#src/editorial/publishing/refreshHook.ts'

export type ImpactedStory = {
  id: string
  slug: string
  headline: string
  /** Where readers find it. */
  url: string
  /** Where it stands in the newsroom: `published`, or `correcting` when a draft is being written. */
  state: string
}

export type Impact = {
  /** The live stories that carry the record, newest first; at most 500 of them. */
  stories: ImpactedStory[]
  /** How many there are. */
  total: number
  /** Addresses of the lists that show these stories or the record. */
  feeds: string[]
  /** How many stories would get a correction, when the change is made as one. */
  corrections: number
}

/** More than anybody reads before confirming. */
const LISTED = 500

/** Everything that a change of the record reaches. Inside the caller's transaction, if there is one. */
export const impactOf = async (
  req: PayloadRequest,
  collection: EmbeddedCollection,
  record: { id: string; slug?: string | null },
): Promise<Impact> => {
  const facet = facetOf(collection, record)
  const found = await carriers(req, facet, { limit: LISTED })
  const total = found.length < LISTED ? found.length : await countCarriers(req, facet)
  return {
    stories: await describeStories(req, found),
    total,
    feeds: listsOf(collection, record, found),
    corrections: collection === 'quotes' ? total : 0,
  }
}

/** `GET /api/authors/:id/impact`, and the same for images, sections, sources and quotes. */
export const impactEndpoint = (collection: EmbeddedCollection): Endpoint => ({
  path: '/:id/impact',
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req.user, 'reporter', 'editor', 'chief')) {
      throw new APIError('Sign in as somebody of the newsroom to see this.', 403)
    }
    const record = await findRecord(req, collection, String(req.routeParams?.['id']))
    if (!record) throw new APIError('There is no such record.', 404)
    return Response.json(await impactOf(req, collection, record))
  },
})

/** How a list of stories is named in a sentence: three by their headlines, the others by their number. */
export const nameStories = ({ stories, total }: Pick<Impact, 'stories' | 'total'>): string => {
  const named = stories.slice(0, 3).map(({ headline }) => `“${headline}”`)
  const more = total - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}

const describeStories = async (req: PayloadRequest, found: Carrier[]): Promise<ImpactedStory[]> => {
  if (found.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'articles',
    draft: true,
    where: { id: { in: found.map(({ story }) => story.id) } },
    select: { state: true },
    depth: 0,
    limit: found.length,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const states = new Map(docs.map(({ id, state }) => [id, state]))
  const { publicUrl } = getConfig()
  return found.map(({ story: { id, slug, headline } }) => ({
    id,
    slug,
    headline,
    url: `${publicUrl}/articles/${encodeURIComponent(slug)}`,
    state: states.get(id) ?? 'published',
  }))
}

const listsOf = (
  collection: EmbeddedCollection,
  { id }: { id: string },
  found: Carrier[],
): string[] => {
  if (found.length === 0) return []
  const { publicUrl } = getConfig()
  const own = {
    authors: [`/v1/authors/${id}`],
    images: [],
    sections: ['/v1/sections'],
    sources: [`/v1/sources/${id}`, `/v1/quotes?source=${id}`, `/v1/articles?source=${id}`],
    quotes: [`/v1/quotes/${id}`],
  }[collection]
  const shown = found.flatMap(({ story }) => storyLists(story))
  return [...new Set(['/v1/articles', ...own, ...shown])].map((path) => publicUrl + path)
}

const storyLists = ({ section, authors, topics }: PublishedStory): string[] => [
  ...(section ? [`/v1/articles?section=${encodeURIComponent(section.slug)}`] : []),
  ...authors.map(({ id }) => `/v1/articles?author=${id}`),
  ...topics.map(({ slug }) => `/v1/articles?topic=${encodeURIComponent(slug)}`),
]
