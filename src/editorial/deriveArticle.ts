import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { bodyReferences } from '#src/story/lexicalToStory.ts'

/**
 * Keeps the lists of what a story uses in step with its body, for where-used and for the delete guard.
 * A source counts as cited when it speaks, relays, is cited in the text or is listed by the editor.
 */
export const deriveArticle: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { quoteIds, sourceIds, imageIds } = bodyReferences(data['body'])
  const quotes = await existing(req, 'quotes', quoteIds)
  const speaking = quotes.flatMap((quote) => {
    const { speaker, chain } = quote as { speaker?: unknown; chain?: { source: unknown }[] | null }
    return [speaker, ...(chain ?? []).map((hop) => hop.source)]
  })
  const others: unknown[] = Array.isArray(data['otherSources']) ? data['otherSources'] : []
  const cited = unique([...speaking, ...sourceIds, ...others])
  const sources = await existing(req, 'sources', cited)
  const images = await existing(req, 'images', unique([data['leadImage'], ...imageIds]))
  return {
    ...data,
    quotesCited: inOrder(quoteIds, quotes),
    sourcesCited: inOrder(cited, sources),
    imagesUsed: inOrder(unique([data['leadImage'], ...imageIds]), images),
  }
}

type Doc = { id: string }

const existing = async (
  req: PayloadRequest,
  collection: 'quotes' | 'sources' | 'images',
  ids: string[],
): Promise<Doc[]> => {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs
}

const unique = (ids: unknown[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '')),
]

const inOrder = (ids: string[], docs: Doc[]): string[] => {
  const found = new Set(docs.map((doc) => doc.id))
  return ids.filter((id) => found.has(id))
}
