/** The works a source's quotes were taken from, measured against the texts the newsroom keeps of them. */
import type { PayloadRequest } from 'payload'
import type { Evidence, Quote } from '#src/payload-types.ts'
import type { MeasuredWork, Stage } from '#src/quotes/reports/reportOverview.ts'
import { countTextWords } from '#src/quotes/reports/wordsTaken.ts'
import { shareOfWork, type TakenQuote, type Work } from '#src/quotes/reports/wordsTakenWorks.ts'
import { pagesOf } from './reportsPages.ts'
import type { Use } from './reportsUses.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

type KnownEvidence = Map<string, NonNullable<TakenQuote['evidence']>>

/** Titles and addresses of what a page of quotes is checked against. Their texts stay where they are. */
export const readEvidence = async (
  req: PayloadRequest,
  quotes: Quote[],
): Promise<KnownEvidence> => {
  const ids = [...new Set(quotes.map(({ evidence }) => idOf(evidence)))].filter((id) => id !== null)
  const known: KnownEvidence = new Map()
  if (ids.length === 0) return known
  const pages = pagesOf<Evidence>(req, 'evidence', {
    where: { id: { in: ids } },
    select: { title: true, url: true },
  })
  for await (const page of pages) {
    for (const { id, title, url } of page) known.set(id, { id, title, url: url || null })
  }
  return known
}

/** A quote as what was taken from a work of this source: for a relay, the page on which it passed the words on. */
export const takenFrom = (
  quote: Quote,
  source: string,
  evidence: KnownEvidence,
  uses: Use[],
): TakenQuote => {
  const chain = quote.chain ?? []
  const ownPage = chain.find((hop) => idOf(hop.source) === source && hop.url)?.url
  const anyPage = chain.find((hop) => hop.url)?.url
  const at = (stage: Stage): string[] =>
    uses.filter((use) => use.stage === stage).map(({ story }) => story)
  return {
    text: quote.text,
    isParaphrase: quote.kind === 'paraphrase',
    evidence: evidence.get(idOf(quote.evidence) ?? '') ?? null,
    url: ownPage || quote.url || anyPage || null,
    live: at('live'),
    drafts: at('draft'),
  }
}

/** Adds which part of each work was taken. The texts are read one after the other: each may be a book. */
export const withShares = async (req: PayloadRequest, works: Work[]): Promise<MeasuredWork[]> => {
  const measured: MeasuredWork[] = []
  for (const work of works) {
    const workWords = work.evidence === null ? null : await wordsOfEvidence(req, work.evidence)
    const share = workWords === null ? null : shareOfWork(work.words, workWords)
    measured.push({ ...work, workWords, share })
  }
  return measured
}

const wordsOfEvidence = async (req: PayloadRequest, id: string): Promise<number | null> => {
  const found = await req.payload.findByID({
    collection: 'evidence',
    id,
    depth: 0,
    joins: false,
    select: { text: true },
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return found?.text ? countTextWords(found.text) : null
}
