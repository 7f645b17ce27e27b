/**
 * The full-text index in SQLite (FTS5). Two tables: what is found and the filters in `reader_search`, the
 * words in `reader_words`. Words come in folded, so its tokenizer has nothing to do but split at spaces. The
 * words are stored once more beside the index: without them SQLite forgets to count down when an entry goes,
 * and ranks by numbers that are no more.
 */
import type { SearchQuery } from './port.ts'
import { searchFields, type Searched, searchTextOf } from './searchText.ts'
import type { SearchTerm } from './searchWords.ts'
import type { SqlSide } from './sides.ts'

/**
 * The condition under which a row of the index has every term.
 * @returns SQL with one place for `match`
 */
export const matchSql = (terms: SearchTerm[]) => {
  // The index takes no empty question; nothing is what it finds.
  if (terms.length === 0) return { from: 'reader_search', where: '? IS NULL', match: '' }
  return {
    from: 'reader_words JOIN reader_search ON reader_search.id = reader_words.rowid',
    where: 'reader_words MATCH ?',
    match: terms.map(termSql).join(' AND '),
  }
}

/** Words have letters and digits only: nothing in them can end the quotation marks. */
const termSql = ({ words, isPrefix }: SearchTerm): string =>
  `"${words.join(' ')}"${isPrefix ? ' *' : ''}`

/**
 * Only so many matches are ranked, the last to be published or changed: a word that stands everywhere
 * must not keep everybody else waiting.
 */
export const RANKED_MATCHES = 2000

const weights = Object.values(searchFields).join(', ')

/** Keys of what has every term, the best first. */
export const searchSql = async (
  side: SqlSide,
  { terms, kinds, facets, before = null, offset, limit }: SearchQuery,
): Promise<{ kind: string; key: string; score: number }[]> => {
  const { from, where, match } = matchSql(terms)
  const conditions = [
    where,
    `kind IN (${kinds.map(() => '?').join(', ')})`,
    ...facets.map(() => 'instr(facets, ?) > 0'),
    ...(before === null ? [] : ['sort_key < ?']),
  ]
  const newest = `SELECT kind, key, sort_key, bm25(reader_words, ${weights}) AS cost FROM ${from}
    WHERE ${conditions.join(' AND ')} ORDER BY reader_words.rowid DESC LIMIT ${RANKED_MATCHES}`
  const { rows } = await side.execute({
    sql: `SELECT kind, key, cost FROM (${newest}) ORDER BY cost, sort_key LIMIT ? OFFSET ?`,
    args: [
      match,
      ...kinds,
      ...facets.map((facet) => `|${facet}|`),
      ...(before === null ? [] : [before]),
      limit,
      offset,
    ],
  })
  return rows.map((row) => ({
    kind: String(row['kind']),
    key: String(row['key']),
    score: -Number(row['cost']),
  }))
}

/** Forgets entries by kind and key. */
export const forgetSql = async (
  side: SqlSide,
  gone: { kind: string; keys: string[] }[],
): Promise<void> => {
  for (const { kind, keys } of gone) {
    const args = [kind, JSON.stringify(keys)]
    const which = 'kind = ? AND key IN (SELECT value FROM json_each(?))'
    await side.execute({
      sql: `DELETE FROM reader_words WHERE rowid IN (SELECT id FROM reader_search WHERE ${which})`,
      args,
    })
    await side.execute({ sql: `DELETE FROM reader_search WHERE ${which}`, args })
  }
}

/** Adds entries that the index does not have. */
export const addSql = async (side: SqlSide, entries: Searched[]): Promise<void> => {
  const fields = Object.keys(searchFields)
  for (const entry of entries) {
    const { kind, docId, sortKey, facets } = entry
    const { lastInsertRowid } = await side.execute({
      sql: 'INSERT INTO reader_search (kind, key, sort_key, facets) VALUES (?, ?, ?, ?)',
      args: [kind, docId, sortKey, `|${facets.join('|')}|`],
    })
    const text = searchTextOf(entry)
    await side.execute({
      sql: `INSERT INTO reader_words (rowid, ${fields.join(', ')}) VALUES (?, ${fields.map(() => '?').join(', ')})`,
      args: [Number(lastInsertRowid), text.title, text.lead, text.names, text.text],
    })
  }
}

/** Empties the index. */
export const clearSql = async (side: SqlSide): Promise<void> => {
  await side.execute({ sql: 'DELETE FROM reader_words', args: [] })
  await side.execute({ sql: 'DELETE FROM reader_search', args: [] })
}
