/** Node's requests as Fetch requests, and Fetch responses back, within limits. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { AppError } from '#src/errors.ts'
import type { FetchHandler } from '#src/editorial/api.ts'

export type BodyLimits = {
  /** JSON and forms, in bytes. */
  text: number
  /** Uploads, in bytes, the form around the file included. */
  upload: number
}

/**
 * An Express handler around a Fetch handler.
 *
 * HEAD is asked as GET and answered without the body, each cookie gets its own header, and what comes from
 * a signed-in request is never kept by a cache.
 *
 * @param publicUrl the origin Payload should believe it is reached at; proxies' headers are not trusted
 * @throws AppError `too-large` when the body is over the limit
 */
export const bridge =
  (handler: FetchHandler, { publicUrl, limits }: { publicUrl: string; limits: BodyLimits }) =>
  async (req: ExpressRequest, res: ExpressResponse): Promise<void> => {
    const request = await toFetch(req, res, { publicUrl, limits })
    await send(res, await handler(request), req.method === 'HEAD')
  }

const toFetch = async (
  req: ExpressRequest,
  res: ExpressResponse,
  { publicUrl, limits }: { publicUrl: string; limits: BodyLimits },
): Promise<Request> => {
  const headers = new Headers()
  for (let index = 0; index < req.rawHeaders.length; index += 2) {
    headers.append(req.rawHeaders[index] ?? '', req.rawHeaders[index + 1] ?? '')
  }
  const aborted = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) aborted.abort()
  })
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  const isUpload = headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  if (isUpload && !/boundary=\S/.test(headers.get('content-type') ?? '')) {
    throw new AppError('bad-request', 'The form is malformed: its type names no boundary.')
  }
  const limit = isUpload ? limits.upload : limits.text
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const url = new URL(req.originalUrl, publicUrl)
  if (!isDecodable(url.pathname)) throw new AppError('bad-request', 'The address is malformed.')
  return new Request(url, {
    method: req.method === 'HEAD' ? 'GET' : req.method,
    headers,
    signal: aborted.signal,
    ...(hasBody ? await bodyOf(req, limit, isUpload) : {}),
  })
}

const isDecodable = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** Text is read whole, so that its size is known before anything is parsed; uploads are streamed. */
const bodyOf = async (req: ExpressRequest, limit: number, isUpload: boolean) => {
  if (isUpload) {
    const counted = Readable.from(countTo(req, limit))
    return { body: Readable.toWeb(counted) as unknown as ReadableStream, duplex: 'half' }
  }
  const chunks: Buffer[] = []
  for await (const chunk of countTo(req, limit)) chunks.push(chunk)
  if (chunks.length === 0) return {}
  const body = Buffer.concat(chunks)
  // `null`, a number, a text: JSON, but nothing that any of the APIs could take.
  if (req.is('json') && !/^\s*[{[]/.test(body.toString('utf8', 0, 100))) {
    throw new AppError('bad-request', 'The body is not a JSON object. Nothing was saved.')
  }
  return { body }
}

async function* countTo(req: ExpressRequest, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    yield chunk
  }
}

const tooLarge = (limit: number): AppError =>
  new AppError(
    'too-large',
    `The request is larger than ${Math.round(limit / 1024 / 1024)} MB. Nothing was saved; send less at once.`,
  )

const send = async (res: ExpressResponse, answer: Response, isHead: boolean): Promise<void> => {
  res.status(answer.status)
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value)
  }
  const cookies = answer.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
  if (!answer.body || isHead) {
    await answer.body?.cancel()
    res.end()
    return
  }
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), res)
}
