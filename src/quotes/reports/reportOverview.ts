/** What a source's page tells of it: the answer of `GET /api/sources/:id/overview`. */
import type { Work } from './wordsTakenWorks.ts'

/** Where a story stands with a quote: readers have it, it is being written, or it was withdrawn. */
export type Stage = 'live' | 'draft' | 'retracted'

/** The first of many; `total` counts all. */
export type Listed<T> = { total: number; docs: T[] }

export type OverviewStory = {
  id: string
  headline: string
  state: string
  /** When it was first published. */
  at: string | null
}

export type OverviewQuote = {
  id: string
  text: string
  kind: string
  /** Whether the source said the words or passed them on. */
  as: 'speaker' | 'relay'
  verification: string
  saidAt: string | null
  stories: { id: string; stage: Stage }[]
}

export type MeasuredWork = Work & {
  /** Words of the whole work, and which part was taken; `null` without its text. */
  workWords: number | null
  share: number | null
}

export type SourceOverview = {
  source: { id: string; name: string; kind: string; isConfidential: boolean }
  quotes: Listed<OverviewQuote> & { asSpeaker: number; asRelay: number; page: number }
  /** Newest first. A story that is live with one quote and drafted with another stands in both lists. */
  stories: {
    live: Listed<OverviewStory>
    drafts: Listed<OverviewStory>
    retracted: Listed<OverviewStory>
  }
  verification: {
    /** How many quotes have each verdict. */
    counts: Record<string, number>
    lastVerifiedAt: string | null
    lastCheckedAt: string | null
  }
  words: { total: number; published: number; works: Listed<MeasuredWork> }
  /** Who passed on what the source said, most often first. */
  relayedBy: { id: string; name: string; quotes: number }[]
  /** When the first and the newest live story with a quote were first published. */
  firstQuotedAt: string | null
  lastQuotedAt: string | null
}
