/** Reads a body as it stands in the editor: what is a record in it already, and what could become one. */
import type { PayloadRequest } from 'payload'
import { listSources, type SourceList } from '#src/imports/draftSources.ts'
import { proposedQuote } from '#src/imports/plainTextArticle.ts'
import type { ProposedQuote } from '#src/imports/proposal.ts'
import { AppError } from '#src/errors.ts'
import { type BodyFinding, bodyFindings, type BodyFindings } from '#src/quotes/body/bodyFindings.ts'
import type { SuggestedSource } from '#src/quotes/body/foundQuote.ts'
import { detectLanguage } from '#src/quotes/languages/detectLanguage.ts'
import type { KnownQuotes } from '#src/quotes/body/storyText.ts'
import { isRecord } from '#src/story/lexicalNodes.ts'
import { bodyReferences } from '#src/story/lexicalToStory.ts'
import { findSource } from '#src/editorial/sources/findSource.ts'

/** Longer bodies are no stories, and reading them would keep everybody else waiting. */
const MAX_CHARACTERS = 1_000_000

export type ReadBody = BodyFindings & {
  known: KnownQuotes
  language: string
  sources: SourceList
  /** The record each finding proposes; `speaker` and the hops hold keys of `sources`. */
  proposals: Map<string, ProposedQuote>
}

/**
 * Reads a body and everything it points at.
 * @param body Lexical's state
 * @param language BCP 47; told from the text when absent
 * @throws AppError 400 for what is no body, 413 for one that is too long
 */
export const readBody = async (
  req: PayloadRequest,
  body: unknown,
  language: string | undefined,
): Promise<ReadBody> => {
  if (!isRecord(body) || !isRecord(body.root) || !Array.isArray(body.root.children))
    throw new AppError('bad-request', 'Send {"body": …} with the text as the editor holds it.')
  if (JSON.stringify(body).length > MAX_CHARACTERS * 4)
    throw new AppError('too-large', 'The text is too long to be read in one go. Divide the story.')
  const known = await knownQuotes(req, bodyReferences(body).quoteIds)
  const reading = bodyFindings(body, { known, language })
  const sources = listSources(reading.text, reading.findings, null)
  const proposals = new Map(
    reading.findings.map((found) => [
      found.key,
      proposedQuote(found.key, found.text, found, sources),
    ]),
  )
  return {
    ...reading,
    known,
    language: language ?? detectLanguage(reading.text).code,
    sources,
    proposals,
  }
}

const knownQuotes = async (req: PayloadRequest, ids: string[]): Promise<KnownQuotes> => {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where: { id: { in: ids } },
    depth: 1,
    limit: ids.length,
    pagination: false,
    select: { text: true, speaker: true },
    populate: { sources: { name: true, isConfidential: true } },
    overrideAccess: true,
    req,
  })
  return new Map(
    docs.map(({ id, text, speaker }) => {
      const named = typeof speaker === 'object' && speaker && !speaker.isConfidential
      return [id, { text, speaker: named ? speaker.name : null }]
    }),
  )
}

export type SuggestSource = (key: string | null) => Promise<SuggestedSource | null>

/** Looks up proposed sources, each once. */
export const suggestSources = (req: PayloadRequest, list: SourceList): SuggestSource => {
  const known = new Map<string, SuggestedSource>()
  return async (key) => {
    const proposed = list.sources.find((source) => source.key === key)
    if (!proposed) return null
    const before = known.get(proposed.key)
    if (before) return before
    const { kind, name, role, affiliation, url, isAnonymous } = proposed
    const id = isAnonymous ? null : await findSource(req, proposed)
    const suggested = { id, kind, name, role, affiliation, url, isAnonymous }
    known.set(proposed.key, suggested)
    return suggested
  }
}

/** The words of a finding that a split quotation's part has, or all of them. */
export const partsOf = (finding: BodyFinding, display: 'inline' | 'block'): string[] =>
  display === 'inline' && finding.inline
    ? finding.inline.map((place) => place.words)
    : [finding.text]
