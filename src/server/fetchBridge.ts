/** Node's requests as Fetch requests, and Fetch responses back, within limits. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { AppError } from '#src/errors.ts'
import type { FetchHandler } from '#src/editorial/requests/api.ts'

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
    // What is wrong with an upload shows while the handler reads it, and is told here in its place.
    const faults: AppError[] = []
    const request = await toFetch(req, res, { publicUrl, limits, faults })
    const answer = await handler(request)
    const [fault] = faults
    if (fault && answer.status >= 500) throw fault
    await send(res, answer, req.method === 'HEAD')
  }

const toFetch = async (
  req: ExpressRequest,
  res: ExpressResponse,
  { publicUrl, limits, faults }: { publicUrl: string; limits: BodyLimits; faults: AppError[] },
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
  const boundary = /boundary="?([^\s";]+)/i.exec(headers.get('content-type') ?? '')?.[1]
  if (isUpload && !boundary) throw malformedForm()
  const limit = isUpload ? limits.upload : limits.text
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const url = new URL(req.originalUrl, publicUrl)
  if (!isDecodable(url.pathname)) throw new AppError('bad-request', 'The address is malformed.')
  return new Request(url, {
    method: req.method === 'HEAD' ? 'GET' : req.method,
    headers,
    signal: aborted.signal,
    ...(hasBody
      ? isUpload
        ? formOf(req, limit, boundary ?? '', faults)
        : await textOf(req, limit)
      : {}),
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

/** Uploads are streamed. A form that ends before its last boundary was cut on its way. */
const formOf = (req: ExpressRequest, limit: number, boundary: string, faults: AppError[]) => {
  const watched = async function* (): AsyncGenerator<Buffer> {
    let tail = ''
    try {
      for await (const chunk of countTo(req, limit)) {
        tail = (tail + chunk.subarray(-200).toString('latin1')).slice(-200)
        yield chunk
      }
    } catch (error) {
      if (error instanceof AppError) faults.push(error)
      throw error
    }
    if (!tail.includes(`--${boundary}--`)) faults.push(malformedForm())
  }
  const stream = Readable.toWeb(Readable.from(watched()))
  return { body: stream as unknown as ReadableStream, duplex: 'half' }
}

/** Text is read whole, so that its size is known before anything is parsed. */
const textOf = async (req: ExpressRequest, limit: number) => {
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

const malformedForm = (): AppError =>
  new AppError('bad-request', 'The form is malformed or incomplete. Nothing was saved.')

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
