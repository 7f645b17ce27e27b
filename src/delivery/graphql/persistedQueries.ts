/**
 * Persisted queries: a client names a document by its hash instead of sending it (Apollo's protocol), and a
 * newsroom may allow the documents of its own front ends and no others.
 */
import { createHash } from 'node:crypto'

import { GraphQLError } from 'graphql'

import { AppError } from '#src/errors.ts'

/** What a request says of its document: the text, the hash, or both. */
export type NamedDocument = { query: string | null; hash: string | null }

export type PersistedQueries = {
  /**
   * The text of a document.
   * @throws GraphQLError `PERSISTED_QUERY_NOT_FOUND` for a hash that is not known: the client sends the text
   *   once more, with its hash; `BAD_USER_INPUT` for a text of another hash; `QUERY_NOT_ALLOWED` for a
   *   document that is not on the list
   */
  textOf: (named: NamedDocument) => string
}

/** How many documents clients may have us remember, and how large all of them may be. */
const MOST_DOCUMENTS = 1000
const MOST_CHARACTERS = 4 * 1024 * 1024

/**
 * Makes the store.
 * @param options.allowed documents by hash; with them, no others are run and none are remembered.
 */
export const createPersistedQueries = (options: {
  allowed?: ReadonlyMap<string, string> | undefined
}): PersistedQueries => {
  const { allowed } = options
  const remembered = new Map<string, string>()
  let characters = 0

  const forget = (hash: string): void => {
    characters -= remembered.get(hash)?.length ?? 0
    remembered.delete(hash)
  }
  const remember = (hash: string, query: string): void => {
    forget(hash)
    remembered.set(hash, query)
    characters += query.length
    // The least recently used one stands first.
    for (const oldest of remembered.keys()) {
      if (remembered.size <= MOST_DOCUMENTS && characters <= MOST_CHARACTERS) break
      forget(oldest)
    }
  }

  const textOf = ({ query, hash }: NamedDocument): string => {
    if (query !== null && hash !== null && hashOf(query) !== hash) {
      throw refusal('BAD_USER_INPUT', 'provided sha does not match query')
    }
    if (allowed) return allowedText(allowed, hash ?? hashOf(query ?? ''))
    if (hash === null) return query ?? ''
    const text = query ?? remembered.get(hash)
    if (text === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    remember(hash, text)
    return text
  }
  return { textOf }
}

const allowedText = (allowed: ReadonlyMap<string, string>, hash: string): string => {
  const text = allowed.get(hash)
  if (text !== undefined) return text
  const message = 'Only the queries of this newsroom’s own front ends are answered here.'
  throw refusal('QUERY_NOT_ALLOWED', message)
}

/** The hash that names a document: SHA-256 of its text, in hex. */
export const hashOf = (query: string): string =>
  createHash('sha256').update(query, 'utf8').digest('hex')

const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } })

/**
 * Reads a list of allowed documents: a JSON object of documents by hash, as the tools of front ends write it
 * (Apollo's persisted query manifest is understood too).
 * @throws AppError `bad-configuration` when it is something else, or a hash is not that of its document
 */
export const readAllowedQueries = (json: string): Map<string, string> => {
  const entries = entriesOf(parsed(json))
  const wrong = entries.filter(([hash, query]) => hashOf(query) !== hash)
  if (wrong.length === 0) return new Map(entries)
  const hashes = wrong.map(([hash]) => hash.slice(0, 12)).join(', ')
  throw unreadable(`These hashes are not the SHA-256 of their queries: ${hashes}.`)
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw unreadable('It is not valid JSON.', cause)
  }
}

const entriesOf = (value: unknown): [string, string][] => {
  if (typeof value !== 'object' || value === null) throw unreadable('It is no JSON object.')
  const { operations } = value as { operations?: unknown }
  const pairs: [unknown, unknown][] = Array.isArray(operations)
    ? operations.map((one: { id?: unknown; body?: unknown }) => [one.id, one.body])
    : Object.entries(value)
  return pairs.map(([hash, query]) => {
    if (typeof hash === 'string' && typeof query === 'string') return [hash.toLowerCase(), query]
    throw unreadable('Every entry needs a hash and the text of a query.')
  })
}

const unreadable = (why: string, cause?: unknown): AppError =>
  new AppError('bad-configuration', `The list of allowed GraphQL queries cannot be read. ${why}`, {
    cause,
  })
