/** The full-text index of what readers may see, on either database, fed together with the lists. */
import type { ListEntry } from './facets.ts'
import type { SearchQuery } from './port.ts'
import type { Scope } from './rows.ts'
import {
  addDocuments,
  clearDocuments,
  forgetDocuments,
  indexDocuments,
  searchDocuments,
} from './searchMongo.ts'
import { addSql, clearSql, forgetSql, searchSql } from './searchSqlite.ts'
import { isSearched, type SearchKind } from './searchText.ts'
import { sideOf } from './sides.ts'

/** Takes entries out of the index and puts others in, in the scope's transaction. */
export const replaceWords = async (
  scope: Scope,
  { gone, entries }: { gone: { kind: string; keys: string[] }[]; entries: ListEntry[] },
): Promise<void> => {
  const left = gone.filter(({ kind }) => kind === 'story' || kind === 'quote')
  const added = entries.filter(isSearched)
  const side = await sideOf(scope)
  if (side.name === 'sqlite') {
    await forgetSql(side, left)
    await addSql(side, added)
  } else {
    await forgetDocuments(side, left)
    await addDocuments(side, added)
  }
}

/** Empties the index. */
export const clearWords = async (scope: Scope): Promise<void> => {
  const side = await sideOf(scope)
  await (side.name === 'sqlite' ? clearSql(side) : clearDocuments(side))
}

const prepared = new WeakMap<object, Promise<void>>()

/** Makes what the index needs and migrations do not make, once for each database. */
export const prepareWords = async ({ db }: Scope): Promise<void> => {
  const side = await sideOf({ db })
  if (side.name === 'sqlite') return
  const making = prepared.get(db) ?? indexDocuments(side)
  prepared.set(db, making)
  try {
    await making
  } catch (error) {
    // Whoever asks next tries again: the database may be back.
    prepared.delete(db)
    throw error
  }
}

/** Keys of what has every term, the best first. */
export const searchKeys = async (
  scope: Scope,
  query: SearchQuery,
): Promise<{ kind: SearchKind; key: string; score: number }[]> => {
  if (query.terms.length === 0) return []
  const side = await sideOf(scope)
  const found = await (side.name === 'sqlite'
    ? searchSql(side, query)
    : searchDocuments(side, query))
  return found as { kind: SearchKind; key: string; score: number }[]
}

type Listed = { kind: SearchKind; key: string; sortKey: string; facets: string }

/**
 * Puts into the index what the lists hold of these rows, oldest row first. The index must not have it yet.
 * @returns how many entries it added
 */
export const addRows = async (
  scope: Scope,
  rows: { from: number; to: number },
): Promise<number> => {
  const where = {
    and: [
      { list: { in: ['story', 'quote'] } },
      { seq: { greater_than_equal: rows.from } },
      { seq: { less_than_equal: rows.to } },
    ],
  }
  const listed = await allOf<Listed>(scope, 'reader-entries', where)
  const keys = listed.map(({ key }) => key)
  const docs = await allOf<{ kind: SearchKind; key: string; doc: never }>(scope, 'reader-docs', {
    and: [{ kind: { in: ['story', 'quote'] } }, { key: { in: keys } }],
  })
  const docOf = new Map(docs.map((one) => [`${one.kind} ${one.key}`, one.doc]))
  const entries = listed.flatMap(({ kind, key, sortKey, facets }): ListEntry[] => {
    const doc = docOf.get(`${kind} ${key}`)
    if (!doc) return []
    const given = { docId: key, slug: null, sortKey, seq: 0, doc }
    return [{ kind, ...given, facets: facets.split('|').filter((facet) => facet !== '') }]
  })
  await replaceWords(scope, { gone: [], entries })
  return entries.length
}

const allOf = async <T>(
  { db, req }: Scope,
  collection: 'reader-entries' | 'reader-docs',
  where: object,
): Promise<T[]> => {
  const reading = { collection, where: where as never, pagination: false, limit: 0 }
  const { docs } = await db.find({ ...reading, sort: 'seq', ...(req ? { req } : {}) })
  return docs as unknown as T[]
}
