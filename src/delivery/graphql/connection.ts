/** Relay connections over the ledger's lists. */
import { GraphQLError } from 'graphql'

import type { ListRow, ReaderKind } from '#src/ledger/port.ts'
import { readQuery } from '#src/ledger/searchWords.ts'

import { decodeCursor, encodeCursor } from '../cursor.ts'
import { type FoundPage, type Hit, readOffset, SEARCH_CURSOR } from '../findWords.ts'
import { readPage } from '../readPage.ts'
import type { Loaders } from './loaders.ts'

export type PageArguments = { first?: number | null; after?: string | null }

export type Connection<Node> = {
  edges: { cursor: string; node: Node }[]
  nodes: Node[]
  pageInfo: {
    startCursor: string | null
    endCursor: string | null
    hasNextPage: boolean
    hasPreviousPage: false
  }
}

export const LONGEST_PAGE = 100
const USUAL_PAGE = 20

/**
 * A page of one of the ledger's lists.
 * @throws GraphQLError `BAD_USER_INPUT` for a `first` out of bounds or a cursor of another list.
 */
export const ledgerConnection = async <K extends ReaderKind>(options: {
  loaders: Loaders
  kind: K
  facets: string[]
  page: PageArguments & { since?: string | null; q?: string | null }
}): Promise<Connection<ListRow<K>['doc']>> => {
  const { loaders, kind, facets, page } = options
  const { first, after } = checked(kind, page)
  const since = page.since ? checkedTime(page.since) : null
  const terms = typeof page.q === 'string' ? readQuery(page.q) : undefined
  const found = await readPage({ reader: loaders, kind, facets, first, after, since, terms })
  const edges = found.rows.map(({ cursor, doc }) => ({ cursor, node: doc }))
  return connectionOf(edges, found.hasNextPage)
}

/**
 * A page of what a story holds itself, in its order. The cursor names the entry, not its number.
 * @throws GraphQLError as `ledgerConnection`.
 */
export const heldConnection = <Node extends { id: string }>(options: {
  name: string
  held: Node[]
  page: PageArguments
}): Connection<Node> => {
  const { name, held, page } = options
  const { first, after } = checked(name, page)
  const id = after === null ? null : decodeCursor(name, after)
  const start = id === null ? 0 : held.findIndex((one) => one.id === id) + 1
  const edges = held
    .slice(start, start + first)
    .map((node) => ({ cursor: encodeCursor(name, node.id), node }))
  return connectionOf(edges, held.length > start + first)
}

const checked = (kind: string, { first, after }: PageArguments) => {
  const size = first ?? USUAL_PAGE
  if (size < 1 || size > LONGEST_PAGE) {
    throw badInput(`first is ${size}; give a whole number from 1 to ${LONGEST_PAGE}.`)
  }
  if (after && decodeCursor(kind, after) === null) {
    throw badCursor()
  }
  return { first: size, after: after ? after : null }
}

export const checkedTime = (since: string): string => {
  const ms = Date.parse(since)
  if (Number.isNaN(ms)) throw badInput('since is not a time; give one like 2026-03-01T08:00:00Z.')
  return new Date(ms).toISOString()
}

const badCursor = (): GraphQLError =>
  badInput('after is not a cursor of this list; give the endCursor of an earlier page.')

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })

/**
 * A page of what a search found.
 * @throws GraphQLError as `ledgerConnection`.
 */
export const searchConnection = async (options: {
  find: (page: { first: number; after: string | null }) => Promise<FoundPage>
  page: PageArguments
}): Promise<Connection<Hit>> => {
  const { find, page } = options
  if (page.after && readOffset(page.after) === null) throw badCursor()
  const { first } = checked(SEARCH_CURSOR, page)
  const { hits, hasNextPage } = await find({ first, after: page.after ? page.after : null })
  const edges = hits.map((hit) => ({ cursor: hit.cursor, node: hit }))
  return connectionOf(edges, hasNextPage)
}

const connectionOf = <Node>(
  edges: { cursor: string; node: Node }[],
  hasNextPage: boolean,
): Connection<Node> => ({
  edges,
  nodes: edges.map(({ node }) => node),
  pageInfo: {
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage,
    hasPreviousPage: false,
  },
})
