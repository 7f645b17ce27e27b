/** What the newsroom knows of a source from its own quotes. Nothing of a sealed identity is read. */
import { APIError, type PayloadRequest, type Where } from 'payload'
import type { Quote } from '#src/payload-types.ts'
import type {
  Listed,
  OverviewQuote,
  OverviewStory,
  SourceOverview,
  Stage,
} from '#src/quotes/reports/reportOverview.ts'
import {
  addToWorks,
  listWorks,
  type Work,
  type Works,
} from '#src/quotes/reports/wordsTakenWorks.ts'
import { assertNewsroom, sourceLabels } from './reportsNames.ts'
import { pagesOf } from './reportsPages.ts'
import { usesOf, type Use } from './reportsUses.ts'
import { verdictOf } from '#src/quotes/check/verdict.ts'
import { readEvidence, takenFrom, withShares } from './reportsWorks.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/** As many as anybody reads on one screen. */
const LISTED = 100

const select = {
  text: true,
  kind: true,
  speaker: true,
  chain: true,
  url: true,
  evidence: true,
  verification: true,
  saidAt: true,
  check: { checkedAt: true },
}

type Page = { page: number; limit: number }

/**
 * Everything quoted from a source, as speaker and as relay, and what follows from it.
 *
 * @param listed which of the quotes are listed in full, newest first
 * @throws APIError 403 for anybody who does not work on stories, 404
 */
export const overviewOf = async (
  req: PayloadRequest,
  id: string,
  listed: Page,
): Promise<SourceOverview> => {
  assertNewsroom(req)
  const source = await req.payload.findByID({
    collection: 'sources',
    id,
    depth: 0,
    joins: false,
    select: { name: true, kind: true, isConfidential: true },
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!source) throw new APIError('There is no such source.', 404)
  const quoted: Where = {
    or: [{ speaker: { equals: id } }, { 'chain.source': { equals: id } }],
  }
  const facts = newFacts()
  for await (const page of pagesOf<Quote>(req, 'quotes', { where: quoted, select })) {
    const uses = await usesOf(
      req,
      page.map((quote) => quote.id),
    )
    const evidence = await readEvidence(req, page)
    for (const quote of page) {
      const own = uses.get(quote.id) ?? []
      learn(facts, id, quote, own)
      addToWorks(facts.works, takenFrom(quote, id, evidence, own))
    }
  }
  const works = listWorks(facts.works)
  return {
    source: {
      id,
      name: source.name,
      kind: source.kind,
      isConfidential: Boolean(source.isConfidential),
    },
    quotes: { ...facts.quotes, ...(await listQuotes(req, id, quoted, listed)) },
    stories: {
      live: newestFirst(facts.stories.live),
      drafts: newestFirst(facts.stories.draft),
      retracted: newestFirst(facts.stories.retracted),
    },
    verification: facts.verification,
    words: {
      total: sumOf(works, 'words'),
      published: sumOf(works, 'publishedWords'),
      works: { total: works.length, docs: await withShares(req, works.slice(0, LISTED)) },
    },
    relayedBy: await namesOf(req, facts.relays),
    firstQuotedAt: facts.first,
    lastQuotedAt: facts.last,
  }
}

const sumOf = (works: Work[], what: 'words' | 'publishedWords'): number =>
  works.reduce((sum, work) => sum + work[what], 0)

type Facts = {
  quotes: { total: number; asSpeaker: number; asRelay: number }
  stories: Record<Stage, Map<string, OverviewStory>>
  verification: SourceOverview['verification']
  relays: Map<string, number>
  works: Works
  first: string | null
  last: string | null
}

const newFacts = (): Facts => ({
  quotes: { total: 0, asSpeaker: 0, asRelay: 0 },
  stories: { live: new Map(), draft: new Map(), retracted: new Map() },
  verification: { counts: {}, lastVerifiedAt: null, lastCheckedAt: null },
  relays: new Map(),
  works: new Map(),
  first: null,
  last: null,
})

const learn = (facts: Facts, id: string, quote: Quote, uses: Use[]): void => {
  const { quotes, verification, relays, stories } = facts
  const isSpeaker = idOf(quote.speaker) === id
  quotes.total += 1
  quotes[isSpeaker ? 'asSpeaker' : 'asRelay'] += 1
  const verdict = verdictOf(quote)
  verification.counts[verdict] = (verification.counts[verdict] ?? 0) + 1
  const at = quote.check?.checkedAt ?? null
  verification.lastCheckedAt = later(verification.lastCheckedAt, at)
  if (verdict.startsWith('verified')) {
    verification.lastVerifiedAt = later(verification.lastVerifiedAt, at)
  }
  for (const relay of isSpeaker ? relaysOf(quote, id) : []) {
    relays.set(relay, (relays.get(relay) ?? 0) + 1)
  }
  for (const { story, headline, state, stage, at: published } of uses) {
    stories[stage].set(story, { id: story, headline, state, at: published })
    if (stage !== 'live' || !published) continue
    if (facts.first === null || published < facts.first) facts.first = published
    facts.last = later(facts.last, published)
  }
}

const relaysOf = ({ chain }: Quote, id: string): Set<string> =>
  new Set(
    (chain ?? [])
      .filter(({ mode }) => mode === 'relayed')
      .map(({ source }) => idOf(source))
      .filter((relay): relay is string => relay !== null && relay !== id),
  )

const later = (a: string | null, b: string | null): string | null =>
  a !== null && (b === null || a > b) ? a : b

const newestFirst = (stories: Map<string, OverviewStory>): Listed<OverviewStory> => ({
  total: stories.size,
  docs: [...stories.values()]
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || a.headline.localeCompare(b.headline))
    .slice(0, LISTED),
})

const namesOf = async (
  req: PayloadRequest,
  counts: Map<string, number>,
): Promise<SourceOverview['relayedBy']> => {
  const labels = await sourceLabels(req, counts.keys())
  return [...counts]
    .map(([id, quotes]) => ({ id, name: labels.get(id)?.label ?? 'A source that is gone', quotes }))
    .sort((a, b) => b.quotes - a.quotes || a.name.localeCompare(b.name, 'en'))
}

const listQuotes = async (
  req: PayloadRequest,
  id: string,
  where: Where,
  { page, limit }: Page,
): Promise<{ page: number; docs: OverviewQuote[] }> => {
  const { docs } = await req.payload.find({
    collection: 'quotes',
    where,
    sort: ['-createdAt', 'id'],
    page,
    limit,
    depth: 0,
    joins: false,
    select: { text: true, kind: true, speaker: true, verification: true, saidAt: true },
    overrideAccess: true,
    req,
  })
  const uses = await usesOf(
    req,
    docs.map((quote) => quote.id),
  )
  return {
    page,
    docs: docs.map((quote) => ({
      id: quote.id,
      text: quote.text,
      kind: quote.kind,
      as: idOf(quote.speaker) === id ? 'speaker' : 'relay',
      verification: verdictOf(quote),
      saidAt: quote.saidAt ?? null,
      stories: (uses.get(quote.id) ?? []).map(({ story, stage }) => ({ id: story, stage })),
    })),
  }
}
