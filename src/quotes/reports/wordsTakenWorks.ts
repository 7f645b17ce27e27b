/** The works that quotes were taken from, and how much was taken from each. */
import { wordsTaken } from './wordsTaken.ts'

/** A quote as far as its work matters. */
export type TakenQuote = {
  text: string
  /** A paraphrase takes no words. */
  isParaphrase: boolean
  /** What the words are checked against, when the newsroom keeps it. */
  evidence: { id: string; title: string; url: string | null } | null
  /** Where the words can be read, when there is no evidence. */
  url: string | null
  /** Live stories with the quote, and those that are being written. */
  live: readonly string[]
  drafts: readonly string[]
}

export type Work = {
  /** `evidence:ID`, an address without what changes from link to link, or `null` when none is recorded. */
  key: string | null
  title: string | null
  url: string | null
  /** The newest piece of evidence that was met. */
  evidence: string | null
  quotes: number
  /** Stories that carry words of it, drafts included. */
  stories: number
  liveStories: number
  words: number
  /** Those of them that readers can read now. */
  publishedWords: number
}

type Tally = {
  key: string | null
  title: string | null
  url: string | null
  evidence: string | null
  quotes: number
  texts: string[]
  published: string[]
  stories: Set<string>
  live: Set<string>
}

export type Works = Map<string | null, Tally>

/** Adds a quote to the work it was taken from. */
export const addToWorks = (works: Works, quote: TakenQuote): void => {
  const { evidence, isParaphrase, text, live, drafts } = quote
  const url = evidence?.url || quote.url || null
  const key = url ? addressOfWork(url) : evidence ? `evidence:${evidence.id}` : null
  const work = works.get(key) ?? newTally(key, url)
  works.set(key, work)
  work.title ??= evidence?.title ?? null
  work.evidence ??= evidence?.id ?? null
  work.quotes += 1
  if (!isParaphrase) work.texts.push(text)
  if (!isParaphrase && live.length > 0) work.published.push(text)
  for (const story of [...live, ...drafts]) work.stories.add(story)
  for (const story of live) work.live.add(story)
}

/** The works, those most was taken from first; quotes whose work is not recorded come last. */
export const listWorks = (works: Works): Work[] =>
  [...works.values()]
    .map(({ texts, published, stories, live, ...work }) => ({
      ...work,
      stories: stories.size,
      liveStories: live.size,
      words: wordsTaken(texts),
      publishedWords: wordsTaken(published),
    }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.words - a.words ||
        b.quotes - a.quotes ||
        (String(a.key) < String(b.key) ? -1 : 1),
    )

/** Which part of a work was taken, 0 to 1 with four digits; `null` when the work has no words. */
export const shareOfWork = (words: number, ofWords: number): number | null =>
  ofWords > 0 ? Math.min(1, Math.round((words / ofWords) * 10_000) / 10_000) : null

/** An address without what differs from link to link to the same page. What is no address stays as it is. */
export const addressOfWork = (url: string): string => {
  if (!URL.canParse(url.trim())) return url.trim()
  const address = new URL(url.trim())
  address.hash = ''
  for (const name of [...address.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|mc_[ce]id)$/i.test(name)) address.searchParams.delete(name)
  }
  const host = address.host.replace(/^www\./, '')
  return `${host}${address.pathname.replace(/\/+$/, '')}${address.search}`
}

const newTally = (key: string | null, url: string | null): Tally => ({
  key,
  title: null,
  url,
  evidence: null,
  quotes: 0,
  texts: [],
  published: [],
  stories: new Set(),
  live: new Set(),
})
