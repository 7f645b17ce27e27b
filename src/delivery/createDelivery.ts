/**
 * The reader side: everything readers and front ends get, over plain `node:http`, without a framework.
 * It reads the ledger and nothing else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { AppError } from '#src/errors.ts'
import type { LedgerReader } from '#src/ledger/port.ts'
import type { KeyGrant, ReaderKeys } from '#src/ledger/readerKeys.ts'
import type { WithheldReader } from '#src/ledger/withheldStore.ts'

import { readConditions } from './cache/conditions.ts'
import type { DeliveryContext, LogEntry } from './context.ts'
import { fixed, preflight } from './fixedAnswers.ts'
import { graphDoor } from './graphql/graphDoor.ts'
import { createKeyDoor, refuseKeyInAddress } from './keys/keyDoor.ts'
import { createRooms, inRoom, type Room } from './keys/rooms.ts'
import { withheldTarget } from './keys/withheldTarget.ts'
import { createReadLimits, type LimitOptions } from './limits/readLimits.ts'
import { pageTarget } from './pages/pageTarget.ts'
import { errorReply, wrongMethod } from './problem.ts'
import type { Reply } from './reply.ts'
import { createResponder, type Exchange, type Responder, type Target } from './responder.ts'
import { restTarget } from './rest/restTarget.ts'
import { WITHHELD_PATH } from './rest/withheldRoutes.ts'

export type DeliveryOptions = {
  ledger: LedgerReader
  publisher: { name: string; url: string }
  /** Where readers reach us: `https://news.example`. */
  publicUrl: string
  isProduction: boolean
  /** The WebSub hub that feeds name. */
  hub?: string | null
  /** How much memory ready responses may take. */
  cacheBytes: number
  /** The only GraphQL documents that are run, by their SHA-256 in hex (`readAllowedQueries`); any, unless given. */
  allowedQueries?: ReadonlyMap<string, string>
  /** The keys that consumers read with; without them nobody's `Authorization` is looked at. */
  keys?: ReaderKeys
  /** Stories under embargo, for keys that open them; nobody is given any, unless given. */
  withheld?: WithheldReader
  /** How much a reader may ask; anything, unless given. */
  limits?: LimitOptions
  /** Where unexpected errors go; nothing is logged unless given. */
  log?: (entry: LogEntry) => void
}

export type Delivery = {
  /** Answers a request. `false`: the path is not the reader side's, and nothing was written. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<boolean> | boolean
  /** Bytes of ready responses in memory. */
  cachedBytes: () => number
  /** How many answers came from memory and how many did not, since the start. */
  cacheCounts: () => { hits: number; misses: number }
  close: () => Promise<void>
}

const READ = 'GET, HEAD, OPTIONS'

/** Makes the reader side. It follows the ledger until it is closed. */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const context: DeliveryContext = {
    ledger: options.ledger,
    publisher: options.publisher,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    sections: null,
    isProduction: options.isProduction,
    hub: options.hub ?? null,
    log: options.log ?? (() => undefined),
  }
  const responder = createResponder(context, { cacheBytes: options.cacheBytes })
  const answerGraph = graphDoor({
    context,
    responder,
    allowedQueries: options.allowedQueries,
  })
  const { keys } = options
  const grantOf = keys ? createKeyDoor(keys) : null
  const roomOf = createRooms(context, keys !== undefined)
  const everybody = roomOf(null)
  const limits = options.limits ? createReadLimits(options.limits) : null

  const findGrant = async (exchange: Exchange): Promise<KeyGrant | null> => {
    const { authorization } = exchange.asked
    if (!grantOf || authorization === null) return null
    const grant = await grantOf(authorization).catch((err: unknown) => {
      // Whoever tries keys is anybody, and is counted as such.
      throw limits?.anybody(exchange) ?? err
    })
    const excess = grant ? limits?.withKey(grant, exchange) : limits?.anybody(exchange)
    if (excess) throw excess
    return grant
  }

  const route = async (url: string, exchange: Exchange): Promise<boolean> => {
    const { path, search } = partsOf(url)
    if (grantOf) refuseKeyInAddress(url)
    const grant = await findGrant(exchange)
    const room = roomOf(grant)
    const { method } = exchange.req
    const isRead = method === 'GET' || method === 'HEAD'
    if (path === WITHHELD_PATH && options.withheld && isRead) {
      const reader = options.withheld
      await responder.answer(withheldTarget({ grant, room, search, reader }), exchange)
      return true
    }
    if (grant && !grant.mayReadPublished) throw onlyWithheld()
    if (path === '/graphql') {
      await answerGraph(search, exchange, room)
      return true
    }
    if (method === 'OPTIONS') {
      preflight(exchange, READ)
      return true
    }
    if (isRead && responder.hot(room.keyOf(url), exchange)) return true
    const target = findTarget({ path, search, context: room.context, responder })
    if (!target) return false
    await responder.answer(
      isRead ? dressed(room, path, target) : fixed(wrongMethod(READ)),
      exchange,
    )
    return true
  }

  const refuse = async (err: unknown, exchange: Exchange): Promise<true> => {
    const isKeySent = exchange.asked.authorization !== null
    const reply = challenged(errorReply(err, context), context, isKeySent)
    await responder.answer(fixed(everybody.dress(reply)), exchange)
    return true
  }

  const handle = (req: IncomingMessage, res: ServerResponse): Promise<boolean> | boolean => {
    const url = req.url ?? ''
    const asked = readConditions(req.rawHeaders)
    const exchange = { req, res, asked }
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    const isAnybody = asked.authorization === null || !grantOf
    if (limits && isAnybody && isOurs(partsOf(url).path)) {
      const excess = limits.anybody(exchange)
      if (excess) return refuse(excess, exchange)
    }
    if (isRead && isAnybody && responder.hot(url, exchange)) return true
    const { path } = partsOf(url)
    if (!isOurs(path)) return false
    return route(url, exchange).catch((err: unknown) => {
      if (!res.headersSent) return refuse(err, exchange)
      res.destroy()
      return true
    })
  }

  const { bytes: cachedBytes, counts: cacheCounts, close } = responder
  return { handle, cachedBytes, cacheCounts, close }
}

const partsOf = (url: string): { path: string; search: string } => {
  const mark = url.indexOf('?')
  return mark < 0
    ? { path: url, search: '' }
    : { path: url.slice(0, mark), search: url.slice(mark + 1) }
}

/** Pages are the same for everybody without a key, and say so by no `Vary`. */
const dressed = (room: Room, path: string, target: Target): Target => {
  const isApi = path === '/v1' || path.startsWith('/v1/')
  return isApi || room.keyOf(path) !== path ? inRoom(room, target) : target
}

const onlyWithheld = (): AppError =>
  new AppError('not-allowed', 'This key does not open what is published. Ask the newsroom for it.')

/** A refused key says how one is sent (RFC 6750 §3). */
const challenged = (reply: Reply, { publisher }: DeliveryContext, isKeySent: boolean): Reply => {
  if (reply.status !== 401) return reply
  const realm = publisher.name.replace(/[^\x20-\x7e]|["\\]/g, '')
  // Who sent none is told no more than how (RFC 6750 §3.1).
  const error = isKeySent ? ', error="invalid_token"' : ''
  const challenge = `Bearer realm="${realm}"${error}`
  return { ...reply, headers: { ...reply.headers, 'WWW-Authenticate': challenge } }
}

const isOurs = (path: string): boolean =>
  path === '/' ||
  path === '/v1' ||
  path === '/graphql' ||
  path === '/corrections' ||
  path === '/corrections.json' ||
  path.startsWith('/v1/') ||
  path.startsWith('/articles/')

const findTarget = (options: {
  path: string
  search: string
  context: DeliveryContext
  responder: Responder
}): Target | null => {
  const { path, context, responder } = options
  const { lastChange } = responder
  const page = pageTarget({ path, context, lastChange })
  if (page) return page
  if (path !== '/v1' && !path.startsWith('/v1/')) return null
  return restTarget({ path, search: new URLSearchParams(options.search), context, lastChange })
}
