/**
 * The ledger in the newsroom's database. The only file of the room that knows Payload, and it goes straight
 * to the adapter: no hooks, no access rules, nothing that could touch a draft.
 *
 * A row is appended and projected inside the caller's transaction. `seq` and (article, revision) are unique,
 * so two writers that race cannot both win: the loser's whole transaction fails and is tried again.
 */
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { afterCommit } from '#src/database/afterCommit.ts'
import { hasNoChangeStreams, insertsOf } from '#src/database/changeStream.ts'
import { asLostRace } from '#src/database/databaseErrors.ts'
import { announce, busOf } from './bus.ts'
import { sealPublication, type PublicationInput } from './chain.ts'
import { foldRow } from './facets.ts'
import { listen } from './listen.ts'
import { readKeys } from './lists.ts'
import type {
  CurrentStory,
  LedgerReader,
  ListQuery,
  ListRow,
  Publication,
  ReaderKind,
  SearchHit,
  SearchQuery,
} from './port.ts'
import { clearProjections, projectRow } from './projection.ts'
import { addRows, clearWords, prepareWords, searchKeys } from './searchIndex.ts'
import { asPublication, storedPublication, type Scope } from './rows.ts'
import { storedAnswer, storedSeq, writeAnswers } from './storedAnswers.ts'
import { manyDocs, storedDoc } from './storedDocs.ts'

/**
 * Appends a row, unless readers already have exactly this.
 *
 * @param req its transaction is the one the article is saved in
 * @returns the sealed row, or `null` when nothing changed for readers: publishing twice is harmless
 */
export const appendPublication = async (
  req: PayloadRequest,
  input: PublicationInput,
): Promise<Publication | null> => {
  const scope: Scope = { db: req.payload.db, req }
  await prepareWords(scope)
  const [previous] = await rowsWhere(scope, {}, '-seq', 1)
  const [ownPrevious] = await rowsWhere(
    scope,
    { articleId: { equals: input.articleId } },
    '-seq',
    1,
  )
  // A clock that was set back must not date a row before the one it follows: caches compare these times.
  const at = previous && previous.at > input.at ? previous.at : input.at
  const row = sealPublication({ row: { ...input, at }, previous: previous ?? null })
  const before = await currentOf(req, input.articleId)
  if (before && isSameForReaders(before, foldRow(before, row), row)) return null
  const revision = (ownPrevious?.revision ?? 0) + 1
  try {
    await scope.db.create({
      collection: 'publications',
      data: { ...storedPublication(row), revision },
      req,
    })
    await projectRow(scope, row)
  } catch (error) {
    throw asLostRace(error) ?? error
  }
  await afterCommit(req, () => announce(req.payload.db, row.seq))
  return row
}

const isSameForReaders = (before: CurrentStory, after: CurrentStory, row: Publication): boolean =>
  before.state === after.state &&
  before.versionHash === row.versionHash &&
  before.story.slug === row.slug &&
  before.reason === after.reason

/** How readers meet an article now, inside the caller's transaction; `null` when they never did. */
export const currentOf = async (
  req: PayloadRequest,
  articleId: string,
): Promise<CurrentStory | null> =>
  storedDoc({ db: req.payload.db, req }, 'story', { key: articleId })

/** Which of the facets some live story has: `image:ID`, `source:ID`… Inside the caller's transaction. */
export const carriedFacets = async (
  req: PayloadRequest,
  facets: string[],
): Promise<Set<string>> => {
  if (facets.length === 0) return new Set()
  const prefix = 'story/'
  // Distinct lists, not entries: a source may stand in thousands of stories.
  const { values } = await req.payload.db.findDistinct({
    collection: 'reader-entries',
    field: 'list',
    where: { list: { in: facets.map((facet) => prefix + facet) } },
    req,
  })
  return new Set(values.map(({ list }) => String(list).slice(prefix.length)))
}

export type PayloadLedger = LedgerReader & {
  /** Every row, oldest first, in pages. */
  rows(): AsyncIterable<Publication>
  /** Throws the projections away and makes them anew from the rows. Returns how many rows there were. */
  replay(): Promise<number>
  /** Makes the full-text index and the ready answers anew from what readers have. Returns how many entries the index holds. */
  rebuildIndex(): Promise<number>
  /** Stops looking for rows that other processes append. */
  close(): void
}

/**
 * The reader side's view of the ledger.
 *
 * Rows of other processes are heard of by MongoDB's change stream, and looked for where there is none, or
 * while it is broken.
 *
 * @param pollMs how often to look, in milliseconds; 0 never looks and listens to nobody
 */
export const createPayloadLedger = (payload: Payload, { pollMs = 250 } = {}): PayloadLedger => {
  const scope: Scope = { db: payload.db }
  const bus = busOf(payload.db)
  const newestSeq = async (): Promise<number> =>
    (await rowsWhere(scope, {}, '-seq', 1))[0]?.seq ?? 0
  const look = async (): Promise<void> => announce(payload.db, await newestSeq())
  const open = insertsOf(payload.db, 'publications')
  const stopListening =
    pollMs > 0 ? listen({ open, isUnsupported: hasNoChangeStreams, look, pollMs }) : () => undefined

  return {
    async head() {
      announce(payload.db, await newestSeq())
      return bus.head
    },
    get: (kind, key) =>
      storedDoc(scope, kind, 'id' in key ? { key: key.id } : { docSlug: key.slug }),
    getMany: (kind, ids) => manyDocs(scope, kind, ids),
    list: async (kind, query) => (await manyLists(scope, kind, [query]))[0] ?? [],
    listMany: (kind, queries) => manyLists(scope, kind, queries),
    search: (query) => search(scope, query),
    seqOf: (slug) => storedSeq(scope, slug),
    readyAnswer: (slug, publicUrl) => storedAnswer(scope, slug, publicUrl),
    async redirectFor(slug) {
      const target = await storedDoc(scope, 'redirect', { key: slug })
      const story = target ? await storedDoc(scope, 'story', { key: target.articleId }) : null
      return story?.story.slug ?? null
    },
    changes: (since, limit) => rowsWhere(scope, { seq: { greater_than: since } }, 'seq', limit),
    history: (articleId, query) => historyRows(scope, articleId, query),
    onAppend(listener) {
      bus.listeners.add(listener)
      return () => void bus.listeners.delete(listener)
    },
    rows: () => allRows(scope),
    replay: () => replay(payload),
    rebuildIndex: () => rebuildIndex(payload),
    close: stopListening,
  }
}

/** Where the lists stand is one read, what stands there another, however many lists there are. */
const manyLists = async <K extends ReaderKind>(
  scope: Scope,
  kind: K,
  queries: ListQuery[],
): Promise<ListRow<K>[][]> => {
  const pages = await readKeys(scope, kind, queries)
  const keys = [...new Set(pages.flat().map(({ key }) => key))]
  const docs = await manyDocs(scope, kind, keys)
  return pages.map((page) =>
    page.flatMap(({ key, sortKey }) => {
      const doc = docs.get(key)
      return doc ? [{ sortKey, doc }] : []
    }),
  )
}

const search = async (scope: Scope, query: SearchQuery): Promise<SearchHit[]> => {
  await prepareWords(scope)
  const found = await searchKeys(scope, query)
  const keysOf = (kind: SearchHit['kind']): string[] =>
    found.filter((one) => one.kind === kind).map(({ key }) => key)
  const stories = await manyDocs(scope, 'story', keysOf('story'))
  const quotes = await manyDocs(scope, 'quote', keysOf('quote'))
  return found.flatMap(({ kind, key, score }): SearchHit[] => {
    if (kind === 'story') {
      const doc = stories.get(key)
      return doc ? [{ kind, score, doc }] : []
    }
    const doc = quotes.get(key)
    return doc ? [{ kind, score, doc }] : []
  })
}

const rowsWhere = async (
  scope: Scope,
  where: Record<string, Record<string, unknown>>,
  sort: string,
  limit: number,
): Promise<(Publication & { revision: number })[]> => {
  const { docs } = await scope.db.find({
    collection: 'publications',
    where,
    sort,
    limit,
    pagination: false,
    ...(scope.req ? { req: scope.req } : {}),
  })
  return docs.map(asPublication)
}

const historyRows = async (
  scope: Scope,
  articleId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<Publication[]> => {
  const own = { articleId: { equals: articleId } }
  const withdrawals = { ...own, event: { in: ['retract', 'unpublish'] } }
  const [gone] = await rowsWhere(scope, withdrawals, '-seq', 1)
  const seq = { greater_than: gone?.seq ?? 0, ...(before === null ? {} : { less_than: before }) }
  return rowsWhere(scope, { ...own, seq }, '-seq', limit)
}

async function* allRows(scope: Scope): AsyncIterable<Publication> {
  for (let since = 0; ;) {
    const page = await rowsWhere(scope, { seq: { greater_than: since } }, 'seq', 200)
    yield* page
    const last = page.at(-1)
    if (!last) return
    since = last.seq
  }
}

const replay = async (payload: Payload): Promise<number> => {
  const scope: Scope = { db: payload.db }
  await prepareWords(scope)
  await clearProjections(scope)
  let count = 0
  for await (const row of allRows(scope)) {
    await inTransaction(payload, (within) => projectRow(within, row))
    count += 1
  }
  return count
}

/** Rows whose words are put into the index in one transaction: others write between them. */
const ROWS_AT_ONCE = 100

const rebuildIndex = async (payload: Payload): Promise<number> => {
  const scope: Scope = { db: payload.db }
  await prepareWords(scope)
  const [newest] = await rowsWhere(scope, {}, '-seq', 1)
  await clearWords(scope)
  let count = 0
  for (let from = 1; from <= (newest?.seq ?? 0); from += ROWS_AT_ONCE) {
    const rows = { from, to: from + ROWS_AT_ONCE - 1 }
    count += await inTransaction(payload, async (within) => {
      await writeAnswers(within, rows)
      return addRows(within, rows)
    })
  }
  return count
}

const inTransaction = async <T>(
  payload: Payload,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  const req = await createLocalReq({}, payload)
  const isOwner = await initTransaction(req)
  try {
    const result = await work({ db: payload.db, req })
    if (isOwner) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}
