import type { CollectionSlug, PayloadRequest } from 'payload'
import { storyImages } from '#src/ledger/facets.ts'
import { carriedFacets } from '#src/ledger/payloadStore.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/** The collections whose records stories embed. */
export type EmbeddedCollection = 'authors' | 'images' | 'sections' | 'sources' | 'quotes'

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

/**
 * The facet that the live stories with a record are listed under.
 *
 * @param record as readers have it now: a section is known to them by its address
 */
export const facetOf = (
  collection: EmbeddedCollection,
  { id, slug }: { id: string; slug?: string | null },
): string =>
  collection === 'sections' ? `section:${slug ?? ''}` : `${collection.slice(0, -1)}:${id}`

/** A live story in a list, with its place there. */
export type Carrier = { story: PublishedStory; place: string }

/**
 * The live stories that carry a record, newest first, as readers have them. Inside the caller's transaction.
 *
 * @param options.after the `place` of the last one that is known already
 */
export const carriers = async (
  req: PayloadRequest,
  facet: string,
  { limit, after = null }: { limit: number; after?: string | null },
): Promise<Carrier[]> => {
  const { db } = req.payload
  const { docs: entries } = await db.find<{ key: string; sortKey: string }>({
    collection: 'reader-entries',
    where: {
      and: [
        { list: { equals: `story/${facet}` } },
        ...(after === null ? [] : [{ sortKey: { greater_than: after } }]),
      ],
    },
    sort: 'sortKey',
    limit,
    pagination: false,
    req,
  })
  if (entries.length === 0) return []
  const { docs } = await db.find<{ key: string; doc: CurrentStory }>({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: 'story' } }, { key: { in: entries.map(({ key }) => key) } }] },
    select: { key: true, doc: true },
    limit: entries.length,
    pagination: false,
    req,
  })
  const stories = new Map(docs.map(({ key, doc }) => [key, doc.story]))
  return entries.flatMap(({ key, sortKey }) => {
    const story = stories.get(key)
    return story ? [{ story, place: sortKey }] : []
  })
}

/** How many live stories carry a record. */
export const countCarriers = async (req: PayloadRequest, facet: string): Promise<number> => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'reader-entries',
    where: { list: { equals: `story/${facet}` } },
    req,
  })
  return totalDocs
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
