/** When a record that live stories embed changes in what readers see, those stories get a job each. */
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { carriedFacets } from '#src/ledger/payloadStore.ts'
import type { Author, Image, Quote, Section, Source } from '#src/payload-types.ts'
import { canonicalJson } from '#src/story/canonicalJson.ts'
import { enqueue } from './jobs.ts'
import { carriers, facetOf, type EmbeddedCollection } from '#src/editorial/stories/publicRecords.ts'
import type { RefreshTask } from './refresh.ts'
import { spreadFamily, type FamilyTask } from './refreshFamily.ts'
import {
  idOf,
  storyAuthor,
  storyImage,
  storyQuote,
  storySource,
} from '#src/editorial/stories/storyParts.ts'

/** What the job knows that enters the jobs of the stories. */
export type SpreadTask = Omit<RefreshTask, 'article' | 'correction'> & {
  facet: string
  /** Names the change: each story is made anew once for it. */
  change: string
  /** Where the stories of this page begin. */
  after: string | null
}

type Records = {
  authors: Author
  images: Image
  sections: Section
  sources: Source
  quotes: Quote
}

/** How many stories get their job in one transaction: it holds the one writer of SQLite. */
const PAGE = 100

/**
 * After each change of a record, in its transaction: enters one job, which finds the stories. The save itself
 * stays quick, however many there are.
 */
export const refreshStories =
  (collection: EmbeddedCollection): CollectionAfterChangeHook =>
  async ({ context, doc, operation, previousDoc, req }) => {
    const before = previousDoc as Records[typeof collection] | undefined
    // A correction enters the jobs of the stories that were listed and confirmed.
    if (operation !== 'update' || !before || context['isCorrection']) return doc as unknown
    const now = await findRecord(req, collection, (doc as { id: string }).id)
    if (!now || readerView(collection, before) === readerView(collection, now)) {
      return doc as unknown
    }
    const facet = facetOf(collection, { ...before, id: now.id })
    if (!(await carriedFacets(req, [facet])).has(facet)) return doc as unknown
    const change = `${collection}:${now.id}:${now.updatedAt}`
    const because = describeRecord(collection, before)
    const task: SpreadTask = { facet, change, because, actor: actorOf(req), after: null }
    const runAt = new Date().toISOString()
    await enqueue(req, { kind: 'spread', key: `spread:${change}`, runAt, payload: task })
    return doc as unknown
  }

/** Enters the jobs of one page of stories, and the job that does the next page. Returns how many there were. */
export const spreadRefresh = async (
  req: PayloadRequest,
  task: SpreadTask | FamilyTask,
  now: string,
  pageSize = PAGE,
): Promise<number> => {
  if ('family' in task) return spreadFamily(req, task, now, pageSize)
  const { facet, change, because, actor, after } = task
  const page = await carriers(req, facet, { limit: pageSize, after })
  for (const { story } of page) {
    const payload: RefreshTask = { article: story.id, because, actor }
    await enqueue(req, {
      kind: 'refresh',
      key: `refresh:${story.id}:${change}`,
      runAt: now,
      payload,
    })
  }
  const last = page.at(-1)?.place
  if (page.length === pageSize && last) {
    await enqueue(req, {
      kind: 'spread',
      key: `spread:${change}:${last}`,
      runAt: now,
      payload: { ...task, after: last },
    })
  }
  return page.length
}

/** Who acts, as the ledger names them. */
export const actorOf = ({ user }: PayloadRequest): RefreshTask['actor'] => {
  const person = user as { id: string; name?: string } | null
  return person ? { id: person.id, name: person.name ?? '' } : null
}

/** A record as stored, whatever fields the caller asked to get back. */
export const findRecord = async <C extends EmbeddedCollection>(
  req: PayloadRequest,
  collection: C,
  id: string,
): Promise<Records[C] | null> => {
  const record: unknown = await req.payload.findByID({
    // Where it is used would be looked up for each.
    joins: false,
    collection: collection as 'sources',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return record as Records[C] | null
}

/** For people: `the author “Ada Roe”`. A confidential source is called by its working name: this stays inside. */
export const describeRecord = (collection: EmbeddedCollection, record: unknown): string => {
  const { name, text, alt } = record as { name?: string; text?: string; alt?: string }
  const title = name ?? text ?? alt ?? ''
  const short = title.length > 80 ? `${title.slice(0, 79)}…` : title
  return `the ${collection.slice(0, -1)} “${short}”`
}

/** Everything a story takes over from the record, to be compared. */
const readerView = (collection: EmbeddedCollection, record: unknown): string =>
  canonicalJson(views[collection](record as never))

const views: { [C in EmbeddedCollection]: (record: Records[C]) => unknown } = {
  authors: (author) => [storyAuthor(author, 'by', null), idOf(author.image)],
  images: (image) => storyImage(image),
  sections: ({ name, slug }) => [name, slug ?? ''],
  sources: (source) => [
    storySource(source),
    source.publicDescription || null,
    source.anonymityReason || null,
  ],
  quotes: (quote) => [
    storyQuote(quote, new Map()),
    idOf(quote.speaker),
    (quote.chain ?? []).map(({ mode, source, url }) => [mode, idOf(source), url || null]),
  ],
}
