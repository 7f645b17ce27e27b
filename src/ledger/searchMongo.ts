/**
 * The full-text index in MongoDB: for each entry its different words, in an ordinary index, and the words in
 * their order to tell phrases and to rank by. MongoDB's own text index knows no beginnings of words, wants
 * any word instead of all, and splits words otherwise than SQLite does: answers would differ.
 */
import { literally } from './literally.ts'
import type { SearchQuery } from './port.ts'
import { ranked } from './searchRank.ts'
import { type SearchText, type Searched, searchTextOf } from './searchText.ts'
import type { SearchTerm } from './searchWords.ts'
import type { Documents, DocumentSide } from './sides.ts'

const COLLECTION = 'reader_search'

/** As many matches are ranked, the newest: see `searchSqlite.ts`. */
const RANKED_MATCHES = 2000

type StoredEntry = SearchText & { kind: string; key: string; sortKey: string; facets: string }

/** What an entry must have to be found in a list. Words have letters and digits only: patterns are safe. */
export const listWords = (terms: SearchTerm[]): Record<string, unknown> => ({
  $or: [terms.length > 0 ? { $and: terms.flatMap(conditionsOf) } : { kind: { $in: [] } }],
})

const conditionsOf = ({ words, isPrefix }: SearchTerm): object[] => {
  const single = words.map((word, at) =>
    isPrefix && at === words.length - 1 ? { words: { $regex: `^${word}` } } : { words: word },
  )
  if (words.length === 1) return single
  const pattern = `(^| )${words.join(' ')}${isPrefix ? '' : '( |$)'}`
  const inOrder = ['title', 'lead', 'names', 'text'].map((field) => ({
    [field]: { $regex: pattern },
  }))
  return [...single, { $or: inOrder }]
}

/** Keys of what has every term, the best first. */
export const searchDocuments = async (
  side: DocumentSide,
  { terms, kinds, facets, before = null, offset, limit }: SearchQuery,
): Promise<{ kind: string; key: string; score: number }[]> => {
  const entries = side.collection(COLLECTION)
  const match = {
    ...listWords(terms),
    kind: { $in: kinds },
    $and: [
      {},
      ...facets.map((facet) => ({ facets: { $regex: literally(`|${facet}|`) } })),
      ...(before === null ? [] : [{ sortKey: { $lt: before } }]),
    ],
  }
  const found = await entries
    .aggregate(
      [{ $match: match }, { $sort: { sortKey: 1 } }, { $limit: RANKED_MATCHES }],
      side.options,
    )
    .toArray()
  const candidates = found.map((row) => {
    const item = row as unknown as StoredEntry
    return { item, text: item }
  })
  const statistics = await statisticsOf(entries, side, terms)
  return ranked({ candidates, terms, statistics })
    .slice(offset, offset + limit)
    .map(({ item, score }) => ({ kind: item.kind, key: item.key, score }))
}

const statisticsOf = async (entries: Documents, side: DocumentSide, terms: SearchTerm[]) => ({
  count: await entries.countDocuments({}, side.options),
  having: await Promise.all(
    terms.map((term) => entries.countDocuments(listWords([term]), side.options)),
  ),
})

/** Forgets entries by kind and key. */
export const forgetDocuments = async (
  side: DocumentSide,
  gone: { kind: string; keys: string[] }[],
): Promise<void> => {
  if (gone.length === 0) return
  const which = gone.map(({ kind, keys }) => ({ kind, key: { $in: keys } }))
  await side.collection(COLLECTION).deleteMany({ $or: which }, side.options)
}

/** Adds entries that the index does not have. */
export const addDocuments = async (side: DocumentSide, entries: Searched[]): Promise<void> => {
  if (entries.length === 0) return
  const rows = entries.map((entry) => {
    const { kind, docId: key, sortKey, facets } = entry
    const text = searchTextOf(entry)
    const words = [...new Set(Object.values(text).flatMap((row) => row.split(' ')))]
    return { kind, key, sortKey, facets: `|${facets.join('|')}|`, words, ...text }
  })
  await side.collection(COLLECTION).insertMany(rows, side.options)
}

/** Empties the index. */
export const clearDocuments = async (side: DocumentSide): Promise<void> => {
  await side.collection(COLLECTION).deleteMany({}, side.options)
}

/** Makes the collection's indexes, where they are not there yet. Not inside a transaction. */
export const indexDocuments = async (side: DocumentSide): Promise<void> => {
  const entries = side.collection(COLLECTION)
  await entries.createIndex({ kind: 1, key: 1 })
  await entries.createIndex({ words: 1, sortKey: 1 })
}
