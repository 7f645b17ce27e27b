/** Where a record is used, and the refusal to delete it while it is. */
import {
  APIError,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'

type Use = { collection: CollectionSlug; field: string; title: string; called: string }

const inStories = (field: string): Use => ({
  collection: 'articles',
  field,
  title: 'headline',
  called: 'story',
})

/** Every field that points at a collection. A new relationship belongs in here. */
const uses = {
  // A key that lost its last section would show all of them.
  sections: [
    inStories('section'),
    use('subscriptions', 'section', 'name', 'subscription'),
    use('consumers', 'sections', 'name', 'API consumer'),
  ],
  authors: [inStories('authors.author')],
  sources: [
    inStories('sourcesCited'),
    inStories('otherSources'),
    use('quotes', 'speaker', 'text', 'quote'),
    use('quotes', 'chain.source', 'text', 'quote'),
    use('evidence', 'source', 'title', 'evidence'),
  ],
  quotes: [inStories('quotesCited')],
  images: [
    inStories('leadImage'),
    inStories('imagesUsed'),
    use('authors', 'image', 'name', 'author'),
  ],
  evidence: [use('quotes', 'evidence', 'text', 'quote')],
  'evidence-files': [use('evidence', 'original', 'title', 'evidence')],
} satisfies Record<string, Use[]>

function use(collection: CollectionSlug, field: string, title: string, called: string): Use {
  return { collection, field, title, called }
}

/**
 * Refuses to delete a record that is in use, drafts included, and lists where.
 *
 * @throws APIError 409 with up to ten places
 */
export const guardDelete =
  (collection: keyof typeof uses): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const places = await whereUsed(req, collection, String(id))
    if (places.length === 0) return
    const list = places.slice(0, 10).join('; ')
    const more = places.length > 10 ? ` and ${places.length - 10} more` : ''
    throw new APIError(
      `It is in use and was not deleted. Remove it first from: ${list}${more}.`,
      409,
      { code: 'in-use', places },
      true,
    )
  }

/** The places that use a record, in words: `story “Wheat prices climb”`. */
export const whereUsed = async (
  req: PayloadRequest,
  collection: keyof typeof uses,
  id: string,
): Promise<string[]> => {
  const places: string[] = []
  for (const { collection: user, field, title, called } of uses[collection]) {
    const query = {
      collection: user,
      where: { [field]: { equals: id } },
      depth: 0,
      limit: 50,
      pagination: false,
      // What is in the trash may come back.
      trash: true,
      overrideAccess: true,
      req,
    } as const
    const hasDrafts = Boolean(req.payload.collections[user].config.versions?.drafts)
    const found = [
      await req.payload.find(query),
      ...(hasDrafts ? [await req.payload.find({ ...query, draft: true })] : []),
    ]
    for (const { docs } of found) {
      for (const doc of docs as unknown as Record<string, unknown>[]) {
        places.push(`${called} “${String(doc[title] ?? doc['id'])}”`)
      }
    }
  }
  return [...new Set(places)]
}
