/** The attribution meter of a story that is being written, from the records its body points at now. */
import type { PayloadRequest } from 'payload'
import { existing } from '#src/editorial/requests/existing.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'
import type { Quote, Source } from '#src/payload-types.ts'
import {
  attributionMeter,
  meterText,
  type MeteredCitation,
  type MeteredQuote,
  type MeteredSource,
  type MeteredStory,
} from '#src/quotes/body/attributionMeter.ts'
import { lexicalToStory } from '#src/story/lexicalToStory.ts'
import { inlinesOf } from '#src/story/walkBody.ts'

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
  const wanted = { text: true, speaker: true, verification: true, url: true, chain: true } as const
  const quotes = await existing<Quote>(req, 'quotes', ids, wanted)
  return quotes.map(({ id, text, speaker, verification, url, chain }) => ({
    id,
    text,
    speaker: idOf(speaker),
    verification: verification ?? 'no-evidence',
    url: url ?? null,
    chain: (chain ?? []).map((hop) => ({ source: idOf(hop.source) ?? '', url: hop.url ?? null })),
  }))
}

const sourcesOf = async (req: PayloadRequest, all: string[]): Promise<MeteredSource[]> => {
  const ids = all.filter((id) => id !== '')
  const wanted = {
    kind: true,
    name: true,
    isConfidential: true,
    publicDescription: true,
    url: true,
  } as const
  const sources = await existing<Source>(req, 'sources', ids, wanted)
  return sources.map(({ id, kind, name, isConfidential, publicDescription, url }) => ({
    id,
    kind,
    name: isConfidential ? publicDescription || 'a source who is not named' : name,
    isAnonymous: Boolean(isConfidential),
    url: url ?? null,
  }))
}
