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

import { correctionsOf, withoutWords } from './corrections.ts'
import type { CurrentStory, LedgerEvent, Publication, ReaderDocs, ReaderKind } from './port.ts'
import { byName, newestFirst } from './sortKeys.ts'

export type EntryOf<K extends ReaderKind> = {
  kind: K
  docId: string
  /** `null` for what has no address by name (quotes). */
  slug: string | null
  /** As `ListQuery` names them; a quote also has those of the stories that carry it. */
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

/** Whether a story is away after such a row. */
export const isWithdrawal = (event: LedgerEvent): boolean => stateAfter[event] !== 'live'

/** What a story that is away has no more. */
const ofTheLiving = ['isHistoryPublic', 'replaces', 'replacedBy', 'related'] as const

/** A notice needs the headline, the byline and the corrections, nothing of the retracted text. */
const retracted = (story: PublishedStory): PublishedStory => {
  const notice: PublishedStory = {
    ...story,
    standfirst: null,
    dateline: null,
    leadImage: null,
    body: [],
    quotes: [],
    sources: [],
    corrections: story.corrections.map(withoutWords),
    wordCount: 0,
  }
  for (const key of ofTheLiving) delete notice[key]
  return notice
}

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
 * Every list entry a story makes: its own and one for each quote, author, source, section and correction
 * it carries. A retracted story makes those of its corrections only, an unpublished one none.
 */
export const storyEntries = (current: CurrentStory): ListEntry[] => [
  ...(current.state === 'live' ? liveEntries(current) : []),
  ...correctionEntries(current),
]

const correctionEntries = (current: CurrentStory): EntryOf<'correction'>[] =>
  correctionsOf(current).map((doc) => {
    const { section, id } = current.story
    const docId = `${id}:${doc.id}`
    const inSection = section ? [`section:${section.slug}`] : []
    return {
      kind: 'correction',
      docId,
      slug: null,
      facets: [`kind:${doc.kind}`, `article:${id}`, ...inSection],
      sortKey: `${newestFirst(doc.at)}\t${docId}`,
      seq: current.seq,
      doc,
    }
  })

const liveEntries = (current: CurrentStory): ListEntry[] => {
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
    const facets = unique([...quoteFacets(quote), ...carrierFacets(story)])
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
  const own = newest.facets.filter((facet) => !ofCarrier.test(facet))
  const carriers = entries.flatMap(({ facets }) => facets.filter((facet) => ofCarrier.test(facet)))
  return { ...newest, sortKey, facets: unique([...own, ...carriers.sort()]) }
}

/** What a quote is found by because of the story it stands in. */
const carrierFacets = (story: PublishedStory): string[] => [
  `article:${story.id}`,
  ...(story.section ? [`section:${story.section.slug}`] : []),
  ...story.authors.map(({ id }) => `author:${id}`),
]
const ofCarrier = /^(article|section|author):/

/** `en-gb` and `en`: who asks for a language means all its variants. */
const languageFacets = (language: string): string[] => {
  const tag = language.toLowerCase()
  return unique([tag, tag.split('-', 1)[0] ?? tag]).map((part) => `language:${part}`)
}

const storyFacets = (story: PublishedStory): string[] =>
  unique([
    `kind:${story.kind}`,
    ...languageFacets(story.language),
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
  ...languageFacets(quote.language),
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

/** The first of each: an author who wrote and took the picture is one author. */
const withoutRepeats = (entries: ListEntry[]): ListEntry[] => {
  const seen = new Set<string>()
  return entries.filter(({ kind, docId }) => {
    const key = `${kind} ${docId}`
    return seen.has(key) ? false : seen.add(key)
  })
}

const unique = (values: string[]): string[] => [...new Set(values)]
