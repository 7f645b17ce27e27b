/**
 * The ledger in the newsroom's database. The only file of the room that knows Payload, and it goes straight
 * to the adapter: no hooks, no access rules, nothing that could touch a draft.
 *
 * A row is appended and projected inside the caller's transaction. `seq` and (article, revision) are unique,
 * so two writers that race cannot both win: the loser's whole transaction fails and is tried again.
 */
import type { Payload, PayloadRequest } from 'payload'
import { afterCommit } from '#src/database/afterCommit.ts'
import { sealPublication, type PublicationInput } from './chain.ts'
import { foldRow } from './facets.ts'
import type { CurrentStory, LedgerReader, Publication, ReaderDocs, ReaderKind } from './port.ts'
import { clearProjections, projectRow } from './projection.ts'
import { asPublication, storedDoc, storedPublication, type Scope } from './rows.ts'

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
  await scope.db.create({
    collection: 'publications',
    data: { ...storedPublication(row), revision },
    req,
  })
  await projectRow(scope, row)
  await afterCommit(req, () => announce(req.payload, row.seq))
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
  /** Stops looking for rows that other processes append. */
  close(): void
}

type Bus = { head: number; listeners: Set<(head: number) => void> }
const buses = new WeakMap<object, Bus>()

const busOf = (payload: Payload): Bus => {
  const bus = buses.get(payload.db) ?? { head: 0, listeners: new Set() }
  buses.set(payload.db, bus)
  return bus
}

const announce = (payload: Payload, head: number): void => {
  const bus = busOf(payload)
  if (head <= bus.head) return
  bus.head = head
  for (const listener of bus.listeners) listener(head)
}

/**
 * The reader side's view of the ledger.
 *
 * @param pollMs how often to look for rows other processes appended, in milliseconds; 0 never looks
 */
export const createPayloadLedger = (payload: Payload, { pollMs = 250 } = {}): PayloadLedger => {
  const scope: Scope = { db: payload.db }
  const bus = busOf(payload)
  const newestSeq = async (): Promise<number> =>
    (await rowsWhere(scope, {}, '-seq', 1))[0]?.seq ?? 0
  const timer = pollMs > 0 ? setInterval(() => void look(), pollMs).unref() : null
  const look = async (): Promise<void> => {
    // A failed look is tried again at the next tick; `/readyz` tells whoever watches.
    const head = await newestSeq().catch(() => 0)
    announce(payload, head)
  }

  return {
    async head() {
      announce(payload, await newestSeq())
      return bus.head
    },
    get: (kind, key) =>
      storedDoc(scope, kind, 'id' in key ? { key: key.id } : { docSlug: key.slug }),
    getMany: (kind, ids) => manyDocs(scope, kind, ids),
    async list(kind, { facets, after, limit }) {
      const [first, ...others] = facets
      const { docs } = await scope.db.find({
        collection: 'reader-entries',
        where: {
          and: [
            { list: { equals: first ? `${kind}/${first}` : kind } },
            ...(after === null ? [] : [{ sortKey: { greater_than: after } }]),
            ...others.map((facet) => ({ facets: { like: `|${facet}|` } })),
          ],
        },
        sort: 'sortKey',
        limit,
        pagination: false,
      })
      const entries = docs as unknown as { key: string; sortKey: string }[]
      const found = await manyDocs(
        scope,
        kind,
        entries.map(({ key }) => key),
      )
      return entries.flatMap(({ key, sortKey }) => {
        const doc = found.get(key)
        return doc ? [{ sortKey, doc }] : []
      })
    },
    async redirectFor(slug) {
      const target = await storedDoc(scope, 'redirect', { key: slug })
      const story = target ? await storedDoc(scope, 'story', { key: target.articleId }) : null
      return story?.story.slug ?? null
    },
    changes: (since, limit) => rowsWhere(scope, { seq: { greater_than: since } }, 'seq', limit),
    onAppend(listener) {
      bus.listeners.add(listener)
      return () => void bus.listeners.delete(listener)
    },
    rows: () => allRows(scope),
    replay: () => replay(payload),
    close: () => {
      if (timer) clearInterval(timer)
    },
  }
}

const manyDocs = async <K extends ReaderKind>(
  scope: Scope,
  kind: K,
  ids: string[],
): Promise<Map<string, ReaderDocs[K]>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await scope.db.find({
    collection: 'reader-docs',
    where: { and: [{ kind: { equals: kind } }, { key: { in: ids } }] },
    limit: ids.length,
    pagination: false,
    ...(scope.req ? { req: scope.req } : {}),
  })
  const found = docs as unknown as { key: string; doc: ReaderDocs[K] }[]
  return new Map(found.map(({ key, doc }) => [key, doc]))
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
  await clearProjections(scope)
  let count = 0
  for await (const row of allRows(scope)) {
    await projectRow(scope, row)
    count += 1
  }
  return count
}
