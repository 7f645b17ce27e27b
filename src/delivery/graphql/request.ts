/** A GraphQL request out of a query string or a body, checked. */
import type { IncomingMessage } from 'node:http'

import { z } from 'zod'

import { AppError } from '#src/errors.ts'

import type { Exchange } from '../responder.ts'

export type GraphRequest = {
  /** The document, or `null` when only its hash was sent. */
  query: string | null
  /** SHA-256 of the document in hex, when the client names it so. */
  hash: string | null
  operationName: string | null
  variables: Record<string, unknown>
}

const LARGEST_BODY = 100 * 1024

const persisted = z.looseObject({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/i),
})
const shape = z.object({
  query: z.string().min(1).nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.looseObject({ persistedQuery: persisted.nullish() }).nullish(),
})

/**
 * Reads a GET request (GraphQL over HTTP §5.2).
 * @throws AppError `bad-request`
 */
export const requestOfSearch = (search: URLSearchParams): GraphRequest => {
  const variables = search.get('variables')
  const extensions = search.get('extensions')
  return checked({
    query: search.get('query'),
    operationName: search.get('operationName'),
    variables: variables ? parseJson(variables, 'variables') : null,
    extensions: extensions ? parseJson(extensions, 'extensions') : null,
  })
}

/**
 * Reads the body of a POST request as text.
 * @throws AppError `bad-request`
 */
export const requestOfBody = (body: string): GraphRequest => checked(parseJson(body, 'the body'))

/**
 * Collects the body of a POST request. Only JSON: a form on another site cannot send it unasked.
 * @throws AppError `unsupported-type`, `too-large`, `bad-request`
 */
export const collectBody = async ({ req, asked }: Exchange): Promise<string> => {
  if (!/^application\/json *(;|$)/i.test(asked.contentType ?? '')) {
    throw new AppError('unsupported-type', 'Send the query as application/json.')
  }
  if ((asked.contentEncoding ?? 'identity') !== 'identity')
    throw new AppError('unsupported-type', 'Send the query uncompressed.')
  return readBody(req)
}

const checked = (value: unknown): GraphRequest => {
  const parsed = shape.safeParse(value)
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.') || 'the request')
    throw noQuery([...new Set(paths)])
  }
  const { query = null, operationName = null, variables, extensions } = parsed.data
  const hash = extensions?.persistedQuery?.sha256Hash.toLowerCase() ?? null
  if (query === null && hash === null) throw noQuery(['query'])
  return { query, hash, operationName, variables: variables ?? {} }
}

const noQuery = (names: string[]): AppError =>
  new AppError(
    'bad-request',
    `Send an object with query (text), and variables (object) and operationName (text) if needed. Look at: ${names.join(', ')}.`,
  )

const parseJson = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-request', `Send ${what} as valid JSON.`, { cause })
  }
}

const readBody = (req: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= LARGEST_BODY) chunks.push(chunk)
      else {
        // Stop listening: what still arrives is not kept, and the answer can be sent.
        req.removeAllListeners('data')
        req.resume()
        reject(new AppError('too-large', `Send a query of at most ${LARGEST_BODY} bytes.`))
      }
    })
    let isWhole = false
    req.on('end', () => {
      isWhole = true
      const [first] = chunks
      const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks)
      resolve(whole.toString('utf8'))
    })
    const endedEarly = (cause?: unknown) =>
      reject(new AppError('bad-request', 'The request ended before its body.', { cause }))
    req.on('error', endedEarly)
    // It also closes after its end; to make an error of that takes longer than to answer.
    req.on('close', () => {
      if (!isWhole) endedEarly()
    })
  })
