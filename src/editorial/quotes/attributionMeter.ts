/** The attribution meter of a story that is being written, from the records its body points at now. */
import type { PayloadRequest } from 'payload'
import {
  attributionMeter,
  meterText,
  type MeteredCitation,
  type MeteredQuote,
  type MeteredSource,
  type MeteredStory,
} from '#src/quotes/attributionMeter.ts'
import { lexicalToStory } from '#src/story/lexicalToStory.ts'
import { inlinesOf } from '#src/story/walkBody.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/** Counts the quotes of a body. @param body Lexical's state; anything else counts nothing */
export const meterBody = async (req: PayloadRequest, body: unknown): Promise<MeteredStory> => {
  const { blocks, quoteIds } = lexicalToStory(body, { image: () => null, sourceName: () => '' })
  const quotes = inOrder(quoteIds, await quotesOf(req, quoteIds))
  const citations = [...inlinesOf(blocks)].flatMap((inline): MeteredCitation[] =>
    inline.type === 'citation' ? [{ source: inline.sourceId, url: inline.url }] : [],
  )
  const sources = await sourcesOf(req, [
    ...quotes.flatMap(({ speaker, chain }) => [speaker ?? '', ...chain.map((hop) => hop.source)]),
    ...citations.map(({ source }) => source),
  ])
  const meter = attributionMeter(quotes, sources, citations)
  const names: [string, string][] = [
    ...quotes.map(({ id, text }): [string, string] => [id, `“${shortened(text)}”`]),
    ...sources.map(({ id, name }): [string, string] => [id, name]),
  ]
  return { ...meter, text: meterText(meter), names: Object.fromEntries(names) }
}

const shortened = (text: string): string =>
  text.length > 70 ? `${text.slice(0, 68).replace(/\s\S*$/, '')} …` : text

const inOrder = (ids: string[], quotes: MeteredQuote[]): MeteredQuote[] =>
  ids.flatMap((id) => quotes.find((quote) => quote.id === id) ?? [])

const quotesOf = async (req: PayloadRequest, ids: string[]): Promise<MeteredQuote[]> => {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    select: { text: true, speaker: true, verification: true, url: true, chain: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id, text, speaker, verification, url, chain }) => ({
    id,
    text,
    speaker: idOf(speaker),
    verification: verification ?? 'no-evidence',
    url: url ?? null,
    chain: (chain ?? []).map((hop) => ({ source: idOf(hop.source) ?? '', url: hop.url ?? null })),
  }))
}

const sourcesOf = async (req: PayloadRequest, all: string[]): Promise<MeteredSource[]> => {
  const ids = [...new Set(all.filter((id) => id !== ''))]
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    select: { kind: true, name: true, isConfidential: true, publicDescription: true, url: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id, kind, name, isConfidential, publicDescription, url }) => ({
    id,
    kind,
    name: isConfidential ? publicDescription || 'a source who is not named' : name,
    isAnonymous: Boolean(isConfidential),
    url: url ?? null,
  }))
}
