/** Counting quotes: whom a newsroom quotes, by what it recorded of them. */
import { groupsOf } from './reportGroups.ts'
import type { Grouping, ReportQuery } from './reportQuery.ts'

type Named = { id: string; label: string }

/** A story that carries a quote. */
export type ReportUse = {
  story: string
  section: Named | null
  isLive: boolean
  /** When a live story was first published. */
  at: string | null
}

/** A quote as far as it is counted. */
export type ReportQuote = {
  words: number
  kind: string
  language: string
  verification: string
  role: string | null
  affiliation: string | null
  medium: string | null
  speaker: (Named & { isConfidential: boolean }) | null
  /** Who passed the words on, or spoke as a publication. */
  outlets: Named[]
  createdAt: string
  uses: ReportUse[]
}

export type ReportRow = {
  /** What the group is known by, `null` for quotes of which it is not recorded. */
  key: string | null
  label: string
  quotes: number
  stories: number
  words: number
  /** Of all quotes counted, 0 to 1. A quote with two outlets or in two sections counts in both rows. */
  share: number
}

export type Report = {
  by: Grouping
  rows: ReportRow[]
  /** Of everything counted, rows beyond the limit included. */
  total: { quotes: number; stories: number; words: number; rows: number }
}

type Group = {
  key: string | null
  labels: Map<string, number>
  quotes: number
  words: number
  stories: Set<number>
}

/** What was counted so far. Quotes leave nothing behind but numbers. */
export type Tally = {
  groups: Map<string | null, Group>
  /** A short number for each story met. */
  stories: Map<string, number>
  quotes: number
  words: number
}

export const newTally = (): Tally => ({
  groups: new Map(),
  stories: new Map(),
  quotes: 0,
  words: 0,
})

/**
 * Counts a quote, when it falls into the period and the section asked for. A quote in a live story falls on
 * the day that story was first published, any other on the day it was recorded.
 */
export const addQuote = (tally: Tally, quote: ReportQuote, query: ReportQuery): void => {
  const uses = usesThatCount(quote, query)
  if (!uses) return
  tally.quotes += 1
  tally.words += quote.words
  for (const { key, label, stories } of groupsOf(query.by, quote, uses)) {
    const group = tally.groups.get(key) ?? newGroup(key)
    tally.groups.set(key, group)
    group.quotes += 1
    group.words += quote.words
    group.labels.set(label, (group.labels.get(label) ?? 0) + 1)
    for (const story of stories) group.stories.add(numberOf(tally.stories, story))
  }
}

/** The rows, most quoted first. */
export const buildReport = (tally: Tally, { by, limit }: ReportQuery): Report => {
  const rows = [...tally.groups.values()]
    .map(({ key, labels, quotes, words, stories }) => ({
      key,
      label: mostUsed(labels),
      quotes,
      stories: stories.size,
      words,
      share: Math.round((quotes / tally.quotes) * 10_000) / 10_000,
    }))
    .sort((a, b) => b.quotes - a.quotes || b.words - a.words || compare(a.label, b.label))
  return {
    by,
    rows: rows.slice(0, limit),
    total: {
      quotes: tally.quotes,
      stories: tally.stories.size,
      words: tally.words,
      rows: rows.length,
    },
  }
}

const usesThatCount = (
  { uses, createdAt }: ReportQuote,
  { since, until, section, isLive }: ReportQuery,
): ReportUse[] | null => {
  const isInTime = (at: string): boolean => (!since || at >= since) && (!until || at <= until)
  const isInSection = (use: ReportUse): boolean => !section || use.section?.id === section
  const isAnywhereLive = uses.some((use) => use.isLive)
  if (isLive === false && isAnywhereLive) return null
  const counted = uses.filter(
    (use) =>
      isInSection(use) &&
      (isLive !== true || use.isLive) &&
      isInTime((use.isLive ? use.at : null) ?? createdAt),
  )
  if (counted.length > 0) return counted
  const isUnused = uses.length === 0 && isLive !== true && !section
  return isUnused && isInTime(createdAt) ? [] : null
}

const newGroup = (key: string | null): Group => ({
  key,
  labels: new Map(),
  quotes: 0,
  words: 0,
  stories: new Set(),
})

const numberOf = (numbers: Map<string, number>, id: string): number => {
  const known = numbers.get(id) ?? numbers.size
  numbers.set(id, known)
  return known
}

/** The spelling that most records have. */
const mostUsed = (labels: Map<string, number>): string =>
  [...labels].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? ''

const compare = (a: string, b: string): number => a.localeCompare(b, 'en')
