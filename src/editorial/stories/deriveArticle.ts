import type { CollectionBeforeChangeHook } from 'payload'
import { bodyReferences } from '#src/story/lexicalToStory.ts'
import { existing } from '#src/editorial/requests/existing.ts'

/**
 * Keeps the lists of what a story uses in step with its body, for where-used and for the delete guard.
 * A source counts as cited when it speaks, relays, is cited in the text or is listed by the editor.
 */
export const deriveArticle: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { quoteIds, sourceIds, imageIds } = bodyReferences(data['body'])
  const quotes = await existing<QuoteDoc>(req, 'quotes', quoteIds, { speaker: true, chain: true })
  const speaking = quotes.flatMap(({ speaker, chain }) => [
    speaker,
    ...(chain ?? []).map((hop) => hop.source),
  ])
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
type QuoteDoc = Doc & { speaker?: unknown; chain?: { source: unknown }[] | null }

const unique = (ids: unknown[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '')),
]

const inOrder = (ids: string[], docs: Doc[]): string[] => {
  const found = new Set(docs.map((doc) => doc.id))
  return ids.filter((id) => found.has(id))
}
