/** Reports on quotes: counted page by page, so that a large archive needs no more memory than a small one. */
import type { PayloadRequest, Where } from 'payload'
import type { Quote, Section } from '#src/payload-types.ts'
import {
  addQuote,
  buildReport,
  newTally,
  type Report,
  type ReportQuote,
} from '#src/quotes/reports/report.ts'
import type { ReportQuery } from '#src/quotes/reports/reportQuery.ts'
import { verdictOf } from '#src/quotes/check/verdict.ts'
import { countQuotedWords } from '#src/quotes/reports/wordsTaken.ts'
import { sourceLabels, type SourceLabel } from './reportsNames.ts'
import { pagesOf } from './reportsPages.ts'
import { usesOf, type Use } from './reportsUses.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

const select = {
  text: true,
  kind: true,
  language: true,
  verification: true,
  role: true,
  affiliation: true,
  medium: true,
  speaker: true,
  chain: true,
  createdAt: true,
}

export type ReportSection = { id: string; slug: string; name: string }

/** The sections of the newsroom: few enough to read at once. */
export const reportSections = async (req: PayloadRequest): Promise<ReportSection[]> => {
  const sections: ReportSection[] = []
  const pages = pagesOf<Section>(req, 'sections', { select: { name: true, slug: true } })
  for await (const page of pages) {
    for (const { id, name, slug } of page) sections.push({ id, name, slug: slug ?? '' })
  }
  return sections.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/**
 * Counts quotes, for somebody who may know the result.
 *
 * @param query its section by id
 * @param known the sections of the newsroom
 */
export const countQuotes = async (
  req: PayloadRequest,
  query: ReportQuery,
  known: ReportSection[],
): Promise<Report> => {
  const sections = new Map(known.map(({ id, name }) => [id, name]))
  const tally = newTally()
  // A quote knows by itself whether a live story carries it: the others need not be read.
  const where: Where =
    query.isLive === null
      ? {}
      : { isPublic: query.isLive ? { equals: true } : { not_equals: true } }
  for await (const page of pagesOf<Quote>(req, 'quotes', { where, select })) {
    const sources = await sourceLabels(req, page.flatMap(sourceIds))
    const ids = page.map(({ id }) => id)
    const uses = await usesOf(req, ids)
    for (const quote of page) {
      addQuote(tally, reportQuote(quote, sources, sections, uses.get(quote.id) ?? []), query)
    }
  }
  return buildReport(tally, query)
}

const sourceIds = ({ speaker, chain }: Quote): string[] =>
  [speaker, ...(chain ?? []).map(({ source }) => source)]
    .map(idOf)
    .filter((id): id is string => id !== null)

const reportQuote = (
  quote: Quote,
  sources: Map<string, SourceLabel>,
  sections: Map<string, string>,
  uses: Use[],
): ReportQuote => ({
  // A paraphrase gives the sense, not the words.
  words: quote.kind === 'paraphrase' ? 0 : countQuotedWords(quote.text),
  kind: quote.kind,
  language: quote.language,
  verification: verdictOf(quote),
  role: quote.role || null,
  affiliation: quote.affiliation || null,
  medium: quote.medium || null,
  speaker: sources.get(idOf(quote.speaker) ?? '') ?? null,
  outlets: outletsOf(quote, sources),
  createdAt: quote.createdAt,
  uses: uses.map(({ story, section, stage, at }) => ({
    story,
    section: section === null ? null : { id: section, label: sections.get(section) ?? section },
    isLive: stage === 'live',
    at,
  })),
})

/** Whoever passed the words on, and publications that spoke or were seen. */
const outletsOf = (
  { speaker, chain }: Quote,
  sources: Map<string, SourceLabel>,
): { id: string; label: string }[] => {
  const found = new Map<string, SourceLabel>()
  const add = (value: unknown, isOutlet: (source: SourceLabel) => boolean): void => {
    const source = sources.get(idOf(value) ?? '')
    if (source && isOutlet(source)) found.set(source.id, source)
  }
  const isPublication = ({ kind }: SourceLabel): boolean => kind === 'publication'
  add(speaker, isPublication)
  for (const { mode, source } of chain ?? []) {
    add(source, (one) => mode === 'relayed' || isPublication(one))
  }
  return [...found.values()]
}
