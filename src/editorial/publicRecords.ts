import type { CollectionSlug, PayloadRequest } from 'payload'
import { storyImages } from '#src/ledger/facets.ts'
import { carriedFacets } from '#src/ledger/payloadStore.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

const collections = {
  quote: 'quotes',
  source: 'sources',
  author: 'authors',
  image: 'images',
} as const

/**
 * Keeps `isPublic` true on exactly the records that a live story carries: readers' access to authors,
 * sources, quotes and images on the editorial API hangs on it. Runs in the publication's transaction.
 *
 * @param stories what the article carried before and carries now
 */
export const markPublic = async (
  req: PayloadRequest,
  stories: (PublishedStory | undefined)[],
): Promise<void> => {
  const facets = [...new Set(stories.flatMap((story) => (story ? recordFacets(story) : [])))]
  const live = await carriedFacets(req, facets)
  for (const [kind, collection] of Object.entries(collections)) {
    const own = facets.filter((facet) => facet.startsWith(`${kind}:`))
    const ids = (isPublic: boolean) =>
      own
        .filter((facet) => live.has(facet) === isPublic)
        .map((facet) => facet.slice(kind.length + 1))
    await setPublic(req, collection, ids(true), true)
    await setPublic(req, collection, ids(false), false)
  }
}

/** The records a story carries, as the facets it is listed under. */
const recordFacets = (story: PublishedStory): string[] => [
  ...story.quotes.map(({ id }) => `quote:${id}`),
  ...story.sources.map(({ id }) => `source:${id}`),
  ...story.authors.map(({ id }) => `author:${id}`),
  ...storyImages(story).map(({ id }) => `image:${id}`),
]

/** Straight to the database: this is bookkeeping, not an edit, and must not run the edit's hooks. */
const setPublic = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: string[],
  isPublic: boolean,
): Promise<void> => {
  if (ids.length === 0) return
  await req.payload.db.updateMany({
    collection,
    where: { and: [{ id: { in: ids } }, { isPublic: { not_equals: isPublic } }] },
    data: { isPublic },
    returning: false,
    req,
  })
}
