/**
 * Fetches a cited page for the newsroom, and cannot be used to look into the newsroom's own network: every
 * address is checked after its name was resolved, for every redirect again (request-filtering-agent).
 */
import http from 'node:http'
import https from 'node:https'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Readable, Transform } from 'node:stream'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { AppError } from '#src/errors.ts'

export type FetchedPage = {
  bytes: Buffer
  /** After all redirects. */
  url: string
  mimeType: string
  charset: string | null
}

export type FetchOptions = {
  /** Addresses that are private and allowed all the same: for tests, never from the configuration. */
  allowAddresses?: string[]
  timeoutMs?: number
  maxBytes?: number
}

const MAX_REDIRECTS = 5
const MAX_BYTES = 10 * 1024 * 1024
const TIMEOUT_MS = 15_000
const TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf']

/**
 * @param address http or https, without a login
 * @throws AppError `bad-request`, `not-allowed`, `too-large`, `unsupported-type` or `unprocessable`, each with
 *   what to do instead
 */
export const fetchPage = async (
  address: string,
  { allowAddresses = [], timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: FetchOptions = {},
): Promise<FetchedPage> => {
  const signal = AbortSignal.timeout(timeoutMs)
  const agents = agentsFor(allowAddresses)
  try {
    let url = checkedUrl(address)
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const answer = await ask(url, agents, signal)
      const next = redirectOf(answer, url)
      if (!next) return await pageOf(answer, url, maxBytes)
      answer.destroy()
      url = next
    }
    throw new AppError(
      'unprocessable',
      `The page redirects more than ${MAX_REDIRECTS} times. Open it in a browser, and give its final address.`,
    )
  } catch (error) {
    throw inWords(error, signal.aborted, timeoutMs)
  } finally {
    agents.http.destroy()
    agents.https.destroy()
  }
}

type Agents = { http: http.Agent; https: https.Agent }

const agentsFor = (allowIPAddressList: string[]): Agents => ({
  http: new RequestFilteringHttpAgent({ allowIPAddressList }),
  https: new RequestFilteringHttpsAgent({ allowIPAddressList }),
})

const checkedUrl = (address: string, base?: URL): URL => {
  if (!URL.canParse(address, base)) {
    throw new AppError(
      'bad-request',
      'This is no address of a page. Write it like https://example.org/page.',
    )
  }
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError(
      'bad-request',
      `Pages are fetched by http and https only, not by “${url.protocol}”. Save the file and upload it.`,
    )
  }
  if (url.username || url.password) {
    throw new AppError(
      'bad-request',
      'The address holds a login, and none is ever sent. Save the page in a browser and upload it.',
    )
  }
  url.hash = ''
  return url
}

const ask = (url: URL, agents: Agents, signal: AbortSignal): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    const request = (isSecure ? https : http).get(
      url,
      {
        agent: isSecure ? agents.https : agents.http,
        signal,
        maxHeaderSize: 32 * 1024,
        headers: {
          accept: TYPES.join(', '),
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': 'Verbatim (evidence of cited pages)',
        },
      },
      resolve,
    )
    request.once('error', reject)
  })

const redirectOf = ({ statusCode = 0, headers }: http.IncomingMessage, url: URL): URL | null =>
  [301, 302, 303, 307, 308].includes(statusCode) && headers.location
    ? checkedUrl(headers.location, url)
    : null

const pageOf = async (
  answer: http.IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<FetchedPage> => {
  const { statusCode = 0, headers } = answer
  const type = headers['content-type'] ?? ''
  const mimeType = type.split(';')[0]?.trim().toLowerCase() ?? ''
  try {
    if (statusCode < 200 || statusCode >= 300) {
      throw new AppError(
        'unprocessable',
        `The page answered with ${statusCode}. Save it in a browser and upload it as the original file.`,
      )
    }
    if (!TYPES.includes(mimeType)) {
      throw new AppError(
        'unsupported-type',
        `The address leads to ${mimeType || 'something without a type'}, not to a page, a text or a PDF. ` +
          'Save what is quoted as text.',
      )
    }
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
    const bytes = await bytesOf(answer, headers['content-encoding'], maxBytes)
    const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1] ?? null
    return { bytes, url: url.href, mimeType, charset }
  } finally {
    answer.destroy()
  }
}

/** Counted as it comes, and again as it is unpacked. */
const bytesOf = async (
  answer: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> => {
  const unpack = unpackerFor(encoding)
  const stream = unpack ? answer.pipe(unpack) : answer
  if (unpack) answer.once('error', (error) => unpack.destroy(error))
  const chunks: Buffer[] = []
  let size = 0
  let packed = 0
  const tooMuch = (): void => {
    if (packed > maxBytes) stream.destroy(tooLarge(maxBytes))
  }
  if (unpack) {
    answer.on('data', (chunk: Buffer) => {
      packed += chunk.length
      tooMuch()
    })
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const unpackerFor = (encoding = 'identity'): Transform | null => {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
    case '':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new AppError(
        'unprocessable',
        `The page comes packed as “${encoding.slice(0, 40)}”. Save it in a browser and upload it.`,
      )
  }
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError(
    'too-large',
    `The page is larger than ${Math.round(maxBytes / 1024 / 1024)} MB. Save the part that is quoted and upload it.`,
  )

const inWords = (error: unknown, isLate: boolean, timeoutMs: number): AppError => {
  if (error instanceof AppError) return error
  const { message = '', code = '' } = error as Error & { code?: string }
  if (/is not allowed\. Because/i.test(message)) {
    return new AppError(
      'not-allowed',
      'The address leads into a private network, and is never fetched. Save the page in a browser and upload it.',
    )
  }
  if (isLate) {
    return new AppError(
      'unprocessable',
      `The page took longer than ${Math.ceil(timeoutMs / 1000)} seconds. Try again, or save it in a browser and upload it.`,
    )
  }
  return new AppError(
    'unprocessable',
    `The page could not be fetched (${code || message.slice(0, 100)}). Check the address, or save it in a browser and upload it.`,
    { cause: error },
  )
}
