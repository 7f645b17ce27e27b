/** A response that only has to be written: status, header lists and bytes for each encoding. */
import { hash as hashOf } from 'node:crypto'

import { asTag } from '#src/story/cacheTags.ts'

import { PUBLISHED, type Reply } from '../reply.ts'

export type Encoding = 'identity' | 'gzip' | 'br'

export type Representation = {
  encoding: Encoding
  body: Buffer
  etag: string
  /** Flat name-value lists, as `writeHead` takes them fastest. */
  hit: string[]
  miss: string[]
  notModified: string[]
}

export type ReadyResponse = {
  status: number
  reply: Reply
  /** Of the identity bytes; each encoding's ETag starts with it. */
  hash: string
  /** Whole seconds, as HTTP dates are; `null` without `Last-Modified`. */
  lastModified: number | null
  identity: Representation
  gzip: Representation | null
  br: Representation | null
  compression: 'none' | 'waiting' | 'done'
  /** The ledger's head it was computed under. */
  head: number
}

/** What scripts of other origins may read beyond the few headers that they always may (Fetch standard). */
const EXPOSED = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Range'

/** Below a packet's size compression saves nothing. */
const SMALLEST = 1024

/**
 * Makes a reply ready to be sent again and again. Strong ETags, one per representation (RFC 9110 §8.8.3).
 * @param options.head the ledger's head the reply was computed under.
 */
export const makeReady = (options: { reply: Reply; head: number }): ReadyResponse => {
  const { reply, head } = options
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body, 'utf8') : reply.body
  const hash = hashOf('sha256', body, 'base64url').slice(0, 27)
  return {
    status: reply.status,
    // The text is in `body` now; keeping it here would double the memory.
    reply: { ...reply, body: '' },
    hash,
    lastModified: reply.lastModified ? Math.floor(Date.parse(reply.lastModified) / 1000) : null,
    identity: represent({ reply, hash, body, encoding: 'identity' }),
    gzip: null,
    br: null,
    compression: body.length < SMALLEST || !reply.isKept ? 'done' : 'none',
    head,
  }
}

/** Adds a compressed representation. */
export const addEncoding = (ready: ReadyResponse, encoding: 'gzip' | 'br', body: Buffer): void => {
  ready[encoding] = represent({ reply: ready.reply, hash: ready.hash, body, encoding })
}

/** What it takes in memory, headers included, roughly. */
export const sizeOf = (ready: ReadyResponse): number => {
  const bodies = [ready.identity, ready.gzip, ready.br].map((one) =>
    one ? one.body.length + 2048 : 0,
  )
  return bodies.reduce((sum, size) => sum + size, 512)
}

const represent = (options: {
  reply: Reply
  hash: string
  body: Buffer
  encoding: Encoding
}): Representation => {
  const { reply, hash, body, encoding } = options
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
  const tags = (reply.tags ?? []).slice(0, 200).map(asTag)
  const validators = reply.isKept && reply.status === 200
  const shared = Object.entries({
    'Cache-Control': reply.cacheControl ?? PUBLISHED,
    Vary: 'Accept-Encoding',
    ...(validators && { ETag: etag }),
    ...(validators &&
      reply.lastModified && { 'Last-Modified': new Date(reply.lastModified).toUTCString() }),
    ...(tags.length > 0 && { 'Surrogate-Key': tags.join(' '), 'Cache-Tag': tags.join(',') }),
    ...(validators && { 'Accept-Ranges': 'bytes' }),
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED,
    'X-Content-Type-Options': 'nosniff',
    ...reply.headers,
  }).flat()
  const content = ['Content-Type', reply.type, 'Content-Length', String(body.length)]
  if (encoding !== 'identity') content.push('Content-Encoding', encoding)
  const state = reply.isKept ? 'verbatim; fwd=miss; stored' : 'verbatim; fwd=miss'
  return {
    encoding,
    body,
    etag,
    hit: [...content, ...shared, 'Cache-Status', 'verbatim; hit'],
    miss: [...content, ...shared, 'Cache-Status', state],
    notModified: [...shared, 'Cache-Status', 'verbatim; hit'],
  }
}
