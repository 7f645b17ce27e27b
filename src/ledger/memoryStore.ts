/**
 * The ledger in memory: the port's executable specification, and what tests of the reader side use.
 * Nothing here is fast on purpose; the database-backed store passes the same contract tests.
 */
import { AppError } from '#src/errors.ts'

import { type PublicationInput, sealPublication } from './chain.ts'
import {
  foldRow,
  isWithdrawal,
  leftSlug,
  type ListEntry,
  mergeEntries,
  storyEntries,
} from './facets.ts'
import type {
  CurrentStory,
  LedgerReader,
  ListQuery,
  ListRow,
  Publication,
  ReaderDocs,
  ReaderKind,
  SearchHit,
  SearchQuery,
} from './port.ts'
import { type Candidate, ranked } from './searchRank.ts'
import { isSearched, type Searched, searchTextOf } from './searchText.ts'
import type { SearchTerm } from './searchWords.ts'

export type MemoryLedger = LedgerReader & {
  /**
   * Adds a row. The same event for the same version of an article, while it is the newest row, is not
   * repeated: the existing row comes back, so that a retry is safe.
   * @throws AppError `conflict` when another article has the slug.
   */
  append: (row: PublicationInput) => Promise<Publication>
  /** How often readers asked for something, for tests that count. */
  reads: { count: number }
}

/** Makes an empty ledger in memory. */
export const createMemoryLedger = (): MemoryLedger => {
  const rows: Publication[] = []
  const stories = new Map<string, CurrentStory>()
  const redirects = new Map<string, string>()
  const listeners = new Set<(head: number) => void>()
  const reads = { count: 0 }
  let projected: { seq: number; entries: ListEntry[] } = { seq: 0, entries: [] }

  const allEntries = (): ListEntry[] => {
    if (projected.seq !== rows.length) projected = { seq: rows.length, entries: project(stories) }
    return projected.entries
  }
  const entries = <K extends ReaderKind>(kind: K): Extract<ListEntry, { kind: K }>[] => {
    reads.count += 1
    return allEntries().filter((entry) => isOf(kind, entry))
  }
  const findDoc = <K extends ReaderKind>(kind: K, key: { id: string } | { slug: string }) => {
    if (kind === 'story') return findStory(key) as ReaderDocs[K] | null
    const fits = (entry: ListEntry) =>
      'id' in key ? entry.docId === key.id : entry.slug === key.slug
    return (entries(kind).find(fits)?.doc ?? null) as ReaderDocs[K] | null
  }
  const findStory = (key: { id: string } | { slug: string }): CurrentStory | null => {
    reads.count += 1
    if ('id' in key) return stories.get(key.id) ?? null
    return [...stories.values()].find(({ story }) => story.slug === key.slug) ?? null
  }

  const append = async (input: PublicationInput): Promise<Publication> => {
    const previous = stories.get(input.articleId) ?? null
    const holder = findStory({ slug: input.slug })
    if (holder && holder.story.id !== input.articleId) {
      throw new AppError('conflict', `The address "${input.slug}" belongs to another story.`)
    }
    const row = sealPublication({ row: structuredClone(input), previous: rows.at(-1) ?? null })
    if (previous?.event === row.event && previous.versionHash === row.versionHash) {
      return rows[previous.seq - 1] as Publication
    }
    const current = foldRow(previous, row)
    const left = leftSlug(previous, current)
    rows.push(row)
    stories.set(row.articleId, current)
    if (left !== null) redirects.set(left, row.articleId)
    for (const listener of listeners) listener(row.seq)
    return row
  }

  return {
    append,
    reads,
    head: async () => rows.length,
    get: async (kind, key) => findDoc(kind, key),
    getMany: async <K extends ReaderKind>(kind: K, ids: string[]) => {
      const found = new Map<string, ReaderDocs[K]>()
      for (const id of ids) {
        const doc = findDoc(kind, { id })
        if (doc) found.set(id, doc)
      }
      reads.count += 1 - ids.length
      return found
    },
    list: async (kind, query) => page(entries(kind), query) as ListRow<typeof kind>[],
    listMany: async (kind, queries) => {
      const all = entries(kind)
      return queries.map((query) => page(all, query) as ListRow<typeof kind>[])
    },
    search: async (query) => {
      reads.count += 1
      return find(allEntries(), query)
    },
    readyAnswer: async () => null,
    seqOf: async (slug) => findStory({ slug })?.seq ?? null,
    redirectFor: async (slug) => {
      const articleId = redirects.get(slug)
      const current = articleId === undefined ? undefined : stories.get(articleId)
      return current && current.story.slug !== slug ? current.story.slug : null
    },
    changes: async (since, limit) => rows.slice(since, since + limit),
    history: async (articleId, { before, limit }) => {
      const own = rows.filter((row) => row.articleId === articleId)
      const gone = own.findLastIndex(({ event }) => isWithdrawal(event))
      return own
        .slice(gone + 1)
        .filter(({ seq }) => before === null || seq < before)
        .reverse()
        .slice(0, limit)
    },
    onAppend: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const project = (stories: Map<string, CurrentStory>): ListEntry[] => {
  const byEntity = new Map<string, ListEntry[]>()
  for (const entry of [...stories.values()].flatMap(storyEntries)) {
    const key = `${entry.kind} ${entry.docId}`
    byEntity.set(key, [...(byEntity.get(key) ?? []), entry])
  }
  const merged = [...byEntity.values()].flatMap((same) => mergeEntries(same) ?? [])
  return merged.sort((a, b) => inByteOrder(a.sortKey, b.sortKey))
}

const page = (entries: ListEntry[], query: ListQuery) => {
  const { facets, after, before = null, limit, terms } = query
  return entries
    .filter((entry) => facets.every((facet) => entry.facets.includes(facet)))
    .filter((entry) => after === null || inByteOrder(entry.sortKey, after) > 0)
    .filter((entry) => before === null || inByteOrder(entry.sortKey, before) < 0)
    .filter((entry) => !terms || hasAll(entry, terms))
    .slice(0, limit)
    .map(({ sortKey, doc }) => ({ sortKey, doc }))
}

const hasAll = (entry: ListEntry, terms: SearchTerm[]): boolean => {
  if (!isSearched(entry) || terms.length === 0) return false
  return ranked({ candidates: [{ item: entry, text: searchTextOf(entry) }], terms }).length > 0
}

const find = (entries: ListEntry[], query: SearchQuery): SearchHit[] => {
  const { terms, kinds, facets, before = null, offset, limit } = query
  if (terms.length === 0) return []
  const all = entries.filter(isSearched).map((item) => ({ item, text: searchTextOf(item) }))
  const statistics = { count: all.length, having: terms.map((term) => countOf(all, term)) }
  const candidates = all
    .filter(({ item }) => kinds.includes(item.kind))
    .filter(({ item }) => facets.every((facet) => item.facets.includes(facet)))
    .filter(({ item }) => before === null || inByteOrder(item.sortKey, before) < 0)
  return ranked({ candidates, terms, statistics })
    .slice(offset, offset + limit)
    .map(({ item, score }) => ({ kind: item.kind, score, doc: item.doc }) as SearchHit)
}

const countOf = (all: Candidate<Searched>[], term: SearchTerm): number =>
  ranked({ candidates: all, terms: [term] }).length

/** UTF-8 bytes, as databases compare; UTF-16 units, as `<` does, order rare letters otherwise. */
const inByteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const isOf = <K extends ReaderKind>(
  kind: K,
  entry: ListEntry,
): entry is Extract<ListEntry, { kind: K }> => entry.kind === kind
