/** Writes a ready response: picks the encoding, answers conditional requests, HEAD without a body. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Conditions } from './conditions.ts'
import { partHeaders, partOf } from './range.ts'
import type { Encoding, ReadyResponse, Representation } from './readyResponse.ts'

/**
 * Sends a ready response.
 * @param options.isHit whether it came from memory, for `Cache-Status` (RFC 9211).
 * @returns the encoding the reader would have liked but which is not made yet, or `null`.
 */
export const send = (options: {
  req: IncomingMessage
  res: ServerResponse
  asked: Conditions
  ready: ReadyResponse
  isHit: boolean
}): Encoding | null => {
  const { req, res, asked, ready, isHit } = options
  const wanted = asked.encoding === '' ? 'identity' : encodingOf(asked.encoding)
  const chosen = ready[wanted] ?? ready.identity
  if (ready.status === 200 && req.method !== 'POST' && isNotModified(asked, ready)) {
    res.writeHead(304, notModified(asked, ready, chosen))
    res.end()
  } else {
    const headers = isHit ? chosen.hit : chosen.miss
    const part = mayBePart(req, ready) ? partOf(asked, chosen) : null
    if (part === null) {
      res.writeHead(ready.status, headers)
      res.end(req.method === 'HEAD' ? undefined : chosen.body)
    } else {
      res.writeHead(part === 'outside' ? 416 : 206, partHeaders(headers, part, chosen.body.length))
      res.end(part === 'outside' ? undefined : chosen.body.subarray(part.start, part.end + 1))
    }
  }
  return chosen.encoding === wanted ? null : wanted
}

/** Only what has a tag to put it together by, and only to GET (RFC 9110 §14.2). */
const mayBePart = (req: IncomingMessage, { status, reply }: ReadyResponse): boolean =>
  req.method === 'GET' && status === 200 && reply.isKept

/** RFC 9110 §13.2.2: `If-None-Match` decides; `If-Modified-Since` only counts without it. */
const isNotModified = ({ noneMatch, since }: Conditions, ready: ReadyResponse): boolean => {
  if (noneMatch !== null) return matchingTag(noneMatch, ready) !== null
  if (since === null || ready.lastModified === null || !ready.reply.isKept) return false
  return Math.floor(Date.parse(since) / 1000) >= ready.lastModified
}

/** Any encoding's tag will do: the content is the same, and variants appear while readers hold others. */
const matchingTag = (noneMatch: string, ready: ReadyResponse): string | null => {
  if (!ready.reply.isKept) return null
  if (noneMatch.trim() === '*') return ready.identity.etag
  for (const given of noneMatch.split(',')) {
    const tag = given.trim().replace(/^W\//, '')
    for (const suffix of ['', '-br', '-gzip']) {
      if (tag === `"${ready.hash}${suffix}"`) return tag
    }
  }
  return null
}

const notModified = (
  { noneMatch }: Conditions,
  ready: ReadyResponse,
  chosen: Representation,
): string[] => {
  const held = noneMatch === null ? null : matchingTag(noneMatch, ready)
  if (held === null || held === chosen.etag) return chosen.notModified
  return chosen.notModified.map((value) => (value === chosen.etag ? held : value))
}

/** Browsers send a handful of values; the map spares parsing them again. */
const known = new Map<string, Encoding>()

const encodingOf = (accepted: string): Encoding => {
  const found = known.get(accepted)
  if (found !== undefined) return found
  const chosen = chooseEncoding(accepted)
  if (known.size < 500) known.set(accepted, chosen)
  return chosen
}

/** RFC 9110 §12.5.3. Brotli wins a tie: it is the smaller. */
const chooseEncoding = (accepted: string): Encoding => {
  const weights = new Map<string, number>()
  for (const part of accepted.slice(0, 1000).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0)
  }
  const any = weights.get('*') ?? 0
  const weigh = (name: string): number => weights.get(name) ?? any
  const [br, gzip, identity] = [weigh('br'), weigh('gzip'), weights.get('identity') ?? 0]
  if (br > 0 && br >= gzip && br >= identity) return 'br'
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
}
