/**
 * Pages of the lists that readers see, many in one read.
 *
 * Queries become the parts of one statement: a page with twenty quotes and the stories of each is two reads,
 * not twenty-one.
 */
import { literally } from './literally.ts'
import type { ListQuery, ReaderKind } from './port.ts'
import type { Scope } from './rows.ts'
import { matchSql } from './searchSqlite.ts'
import { listWords } from './searchMongo.ts'
import { type DocumentSide, sideOf, type SqlSide, type SqlValue } from './sides.ts'

/** An entry of a list: the document's key, and where it stands. */
export type ListedKey = { key: string; sortKey: string }

/** SQLite takes 500 parts in one statement; MongoDB has no number, only a size. */
const LISTS_AT_ONCE = 100

/** The pages, in the order of the queries. */
export const readKeys = async (
  scope: Scope,
  kind: ReaderKind,
  queries: ListQuery[],
): Promise<ListedKey[][]> => {
  const side = await sideOf(scope)
  const pages: ListedKey[][] = []
  for (let start = 0; start < queries.length; start += LISTS_AT_ONCE) {
    const part = queries.slice(start, start + LISTS_AT_ONCE)
    const read =
      side.name === 'sqlite' ? readSql(side, kind, part) : readDocuments(side, kind, part)
    pages.push(...(await read))
  }
  return pages
}

const listOf = (kind: ReaderKind, { facets: [first] }: ListQuery): string =>
  first ? `${kind}/${first}` : kind

const readSql = async (
  side: SqlSide,
  kind: ReaderKind,
  queries: ListQuery[],
): Promise<ListedKey[][]> => {
  const parts = queries.map((query, at) => partSql(kind, query, at))
  const { rows } = await side.execute({
    sql:
      parts.length === 1
        ? (parts[0]?.sql ?? '')
        : parts.map(({ sql }) => `SELECT * FROM (${sql})`).join(' UNION ALL '),
    args: parts.flatMap(({ args }) => args),
  })
  return sorted(
    queries.length,
    rows.map((row) => ({ at: Number(row['at']), key: row['key'], sortKey: row['sort_key'] })),
  )
}

const partSql = (kind: ReaderKind, query: ListQuery, at: number) => {
  const { facets, after, before = null, limit, terms } = query
  const asked = terms ? matchSql(terms) : null
  // Without words the list itself is read in its order; with words, what the index finds is put in order.
  const from = asked
    ? `${asked.from} WHERE ${asked.where} AND kind = ?`
    : 'reader_entries WHERE list = ?'
  const others = asked ? facets : facets.slice(1)
  const conditions = [
    ...(after === null ? [] : ['sort_key > ?']),
    ...(before === null ? [] : ['sort_key < ?']),
    ...others.map(() => 'instr(facets, ?) > 0'),
  ]
  const args: SqlValue[] = [
    ...(asked ? [asked.match, kind] : [listOf(kind, query)]),
    ...(after === null ? [] : [after]),
    ...(before === null ? [] : [before]),
    ...others.map((facet) => `|${facet}|`),
    limit,
  ]
  const where = [from, ...conditions].join(' AND ')
  const sql = `SELECT ${at} AS at, key, sort_key FROM ${where} ORDER BY sort_key LIMIT ?`
  return { sql, args }
}

const readDocuments = async (
  side: DocumentSide,
  kind: ReaderKind,
  queries: ListQuery[],
): Promise<ListedKey[][]> => {
  const [first, ...others] = queries.map((query, at) => pipeline(kind, query, at))
  if (!first) return []
  const unions = others.map((part) => ({ $unionWith: { coll: part.from, pipeline: part.stages } }))
  const rows = await side
    .collection(first.from)
    .aggregate([...first.stages, ...unions], side.options)
    .toArray()
  return sorted(
    queries.length,
    rows.map((row) => ({ at: Number(row['at']), key: row['key'], sortKey: row['sortKey'] })),
  )
}

const pipeline = (kind: ReaderKind, query: ListQuery, at: number) => {
  const { facets, after, before = null, limit, terms } = query
  const asked = terms ? { ...listWords(terms), kind } : { list: listOf(kind, query) }
  const others = terms ? facets : facets.slice(1)
  const match = {
    ...asked,
    $and: [
      {},
      ...(after === null ? [] : [{ sortKey: { $gt: after } }]),
      ...(before === null ? [] : [{ sortKey: { $lt: before } }]),
      ...others.map((facet) => ({ facets: { $regex: literally(`|${facet}|`) } })),
    ],
  }
  return {
    from: terms ? 'reader_search' : 'reader_entries',
    stages: [
      { $match: match },
      { $sort: { sortKey: 1 } },
      { $limit: limit },
      { $project: { _id: 0, at: { $literal: at }, key: 1, sortKey: 1 } },
    ],
  }
}

const sorted = (
  count: number,
  rows: { at: number; key: unknown; sortKey: unknown }[],
): ListedKey[][] => {
  const pages: ListedKey[][] = Array.from({ length: count }, () => [])
  for (const { at, key, sortKey } of rows) {
    pages[at]?.push({ key: String(key), sortKey: String(sortKey) })
  }
  return pages
}
