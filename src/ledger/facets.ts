/**
 * The projection rules: what the lists hold after a row was published. Pure, so that every store
 * (and `ledger replay`) comes to the same projections from the same rows.
 *
 * How a store uses them, for each new row:
 *   1. `current = foldRow(previous, row)` is the article's new live state;
 *   2. `leftSlug(previous, current)` is an address that redirects from now on;
 *   3. `storyEntries(current)` are the list entries the article makes, replacing its earlier ones;
 *   4. an entity's own entry is `mergeEntries` of the entries all live stories make for it, and it
 *      is removed when none is left. A new live row has the highest seq there is, so only quotes
 *      (their age, and the articles that carry them) and entities an article dropped need a look at
 *      other stories.
 */
import type { PublishedStory, StoryImage, StoryQuote } from '#src/story/publishedStory.ts'

import type { CurrentStory, LedgerEvent, Publication, ReaderDocs, ReaderKind } from './port.ts'

export type EntryOf<K extends ReaderKind> = {
  kind: K
  docId: string
  /** `null` for what has no address by name (quotes). */
  slug: string | null
  /** As `ListQuery` names them; in addition quotes have `article:ID` for each story that carries them. */
  facets: string[]
  /** Ascending byte order is list order; unique within its kind. */
  sortKey: string
  /** The row of the story that makes the entry. */
  seq: number
  doc: ReaderDocs[K]
}
export type ListEntry = { [K in ReaderKind]: EntryOf<K> }[ReaderKind]

/**
 * The live state of an article after one more row.
 *
 * The first publication's time survives every later row. A story that was withdrawn keeps its address
 * but not its text: what is not there cannot leak. The rows themselves keep everything.
 */
export const foldRow = (previous: CurrentStory | null, row: Publication): CurrentStory => {
  const state = stateAfter[row.event]
  const story: PublishedStory = {
    ...row.story,
    id: row.articleId,
    slug: row.slug,
    firstPublishedAt: previous?.story.firstPublishedAt ?? row.story.firstPublishedAt,
  }
  return {
    state,
    seq: row.seq,
    event: row.event,
    versionHash: row.versionHash,
    at: row.at,
    reason: state === 'retracted' ? row.reason : null,
    story: state === 'live' ? story : state === 'retracted' ? retracted(story) : unpublished(story),
  }
}

const stateAfter: Record<LedgerEvent, CurrentStory['state']> = {
  publish: 'live',
  update: 'live',
  correct: 'live',
  retract: 'retracted',
  unpublish: 'unpublished',
}

/** A notice needs the headline, the byline and the corrections, nothing of the retracted text. */
const retracted = (story: PublishedStory): PublishedStory => ({
  ...story,
  standfirst: null,
  dateline: null,
  leadImage: null,
  body: [],
  quotes: [],
  sources: [],
  wordCount: 0,
})

const unpublished = (story: PublishedStory): PublishedStory => ({
  ...retracted(story),
  section: null,
  topics: [],
  byline: '',
  authors: [],
  corrections: [],
})

/** The slug the article just left, which leads to its new one from now on, or `null`. */
export const leftSlug = (previous: CurrentStory | null, current: CurrentStory): string | null =>
  previous && previous.story.slug !== current.story.slug ? previous.story.slug : null

/**
 * Every list entry a story makes: its own and one for each quote, author, source and section it
 * carries. A story that is not live makes none.
 */
export const storyEntries = (current: CurrentStory): ListEntry[] => {
  if (current.state !== 'live') return []
  const { story, seq } = current
  const published = newestFirst(story.firstPublishedAt)
  const own: ListEntry = {
    kind: 'story',
    docId: story.id,
    slug: story.slug,
    facets: storyFacets(story),
    sortKey: `${published}\t${story.id}`,
    seq,
    doc: current,
  }
  const entries: ListEntry[] = [own]
  for (const quote of story.quotes) {
    const facets = [...quoteFacets(quote), `article:${story.id}`]
    const sortKey = `${published}\t${quote.id}`
    entries.push({ kind: 'quote', docId: quote.id, slug: null, facets, sortKey, seq, doc: quote })
  }
  for (const author of story.authors) {
    entries.push({ kind: 'author', ...named(author), facets: [], seq, doc: author })
  }
  for (const source of story.sources) {
    const facets = [`kind:${source.kind}`]
    entries.push({ kind: 'source', ...named(source), facets, seq, doc: source })
  }
  if (story.section) {
    entries.push({ kind: 'section', ...named(story.section), facets: [], seq, doc: story.section })
  }
  return withoutRepeats(entries)
}

/**
 * One entity's entry, from the entries that live stories make for it.
 *
 * The snapshot in the newest row wins. A quote is as old as the first story that carries it, so that
 * using it again does not move it, and it can be found through every story that carries it.
 * @returns `null` when no live story carries the entity any more.
 */
export const mergeEntries = <E extends ListEntry>(entries: E[]): E | null => {
  const [first, ...rest] = entries
  if (!first) return null
  const newest = rest.reduce((best, entry) => (entry.seq > best.seq ? entry : best), first)
  if (newest.kind !== 'quote') return newest
  // Times are stored inverted: the greatest key is the oldest story's.
  const sortKey = rest.reduce(
    (key, entry) => (entry.sortKey > key ? entry.sortKey : key),
    first.sortKey,
  )
  const own = newest.facets.filter((facet) => !facet.startsWith('article:'))
  const carriers = entries.flatMap((entry) => entry.facets.filter((f) => f.startsWith('article:')))
  return { ...newest, sortKey, facets: unique([...own, ...carriers.sort()]) }
}

const storyFacets = (story: PublishedStory): string[] =>
  unique([
    `kind:${story.kind}`,
    ...(story.section ? [`section:${story.section.slug}`] : []),
    ...story.topics.map((topic) => `topic:${topic.slug}`),
    ...story.authors.map((author) => `author:${author.id}`),
    ...story.sources.map((source) => `source:${source.id}`),
    ...story.quotes.flatMap((quote) => quoteSources(quote).map((id) => `source:${id}`)),
    ...story.quotes.map((quote) => `quote:${quote.id}`),
    ...storyImages(story).map((image) => `image:${image.id}`),
  ])

/** Every picture a story shows, its authors' portraits included. */
export const storyImages = (story: PublishedStory): StoryImage[] =>
  [
    story.leadImage,
    ...story.body.map((block) => (block.type === 'image' ? block.image : null)),
    ...story.authors.map((author) => author.image),
  ].filter((image) => image !== null)

const quoteFacets = (quote: StoryQuote): string[] => [
  `kind:${quote.kind}`,
  ...(quote.speaker.sourceId === null ? [] : [`speaker:${quote.speaker.sourceId}`]),
  ...quoteSources(quote).map((id) => `source:${id}`),
]

const quoteSources = (quote: StoryQuote): string[] =>
  unique(
    [quote.speaker.sourceId, ...quote.chain.map((hop) => hop.sourceId)].filter((id) => id !== null),
  )

const named = (entity: { id: string; name: string; slug: string }) => ({
  docId: entity.id,
  slug: entity.slug,
  sortKey: `${byName(entity.name)}\t${entity.id}`,
})

/** 13 digits reach the year 2286; the complement turns newest first into ascending order. */
const newestFirst = (iso: string): string => {
  const ms = Date.parse(iso)
  const within = Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 9_999_999_999_999) : 0
  return String(9_999_999_999_999 - within).padStart(13, '0')
}

/** Letters without case and accents; the tab that ends the name in a key sorts before any of them. */
const byName = (name: string): string => {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const line = letters.replace(/[\p{C}\s]+/gu, ' ').trim()
  return [...line].slice(0, 120).join('')
}

/** The first of each: an author who wrote and took the picture is one author. */
const withoutRepeats = (entries: ListEntry[]): ListEntry[] => {
  const seen = new Set<string>()
  return entries.filter(({ kind, docId }) => {
    const key = `${kind} ${docId}`
    return seen.has(key) ? false : seen.add(key)
  })
}

const unique = (values: string[]): string[] => [...new Set(values)]
