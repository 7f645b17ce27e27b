/**
 * The reader side: everything readers and front ends get, over plain `node:http`, without a framework.
 * It reads the ledger and nothing else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { LedgerReader } from '#src/ledger/port.ts'

import type { DeliveryContext, LogEntry } from './context.ts'
import { fixed, preflight } from './fixedAnswers.ts'
import { graphDoor } from './graphql/graphDoor.ts'
import { pageTarget } from './pages/pageTarget.ts'
import { errorReply, wrongMethod } from './problem.ts'
import { createResponder, type Exchange, type Responder, type Target } from './responder.ts'
import { restTarget } from './rest/restTarget.ts'

export type DeliveryOptions = {
  ledger: LedgerReader
  publisher: { name: string; url: string }
  /** Where readers reach us: `https://news.example`. */
  publicUrl: string
  isProduction: boolean
  /** How much memory ready responses may take. */
  cacheBytes: number
  /** The only GraphQL documents that are run, by their SHA-256 in hex (`readAllowedQueries`); any, unless given. */
  allowedQueries?: ReadonlyMap<string, string>
  /** Where unexpected errors go; nothing is logged unless given. */
  log?: (entry: LogEntry) => void
}

export type Delivery = {
  /** Answers a request. `false`: the path is not the reader side's, and nothing was written. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<boolean> | boolean
  /** Bytes of ready responses in memory. */
  cachedBytes: () => number
  close: () => Promise<void>
}

const READ = 'GET, HEAD, OPTIONS'

/** Makes the reader side. It follows the ledger until it is closed. */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const context: DeliveryContext = {
    ledger: options.ledger,
    publisher: options.publisher,
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    isProduction: options.isProduction,
    log: options.log ?? (() => undefined),
  }
  const responder = createResponder(context, { cacheBytes: options.cacheBytes })
  const answerGraph = graphDoor({
    context,
    responder,
    allowedQueries: options.allowedQueries,
  })

  const route = async (path: string, search: string, exchange: Exchange): Promise<boolean> => {
    if (path === '/graphql') {
      await answerGraph(search, exchange)
      return true
    }
    const target = findTarget({ path, search, context, responder })
    if (!target) return false
    const { method } = exchange.req
    if (method === 'OPTIONS') preflight(exchange, READ)
    else if (method === 'GET' || method === 'HEAD') await responder.answer(target, exchange)
    else await responder.answer(fixed(wrongMethod(READ)), exchange)
    return true
  }

  const handle = (req: IncomingMessage, res: ServerResponse): Promise<boolean> | boolean => {
    const url = req.url ?? ''
    const exchange = { req, res }
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    if (isRead && responder.hot(url, exchange)) return true
    const mark = url.indexOf('?')
    const path = mark < 0 ? url : url.slice(0, mark)
    if (!isOurs(path)) return false
    return route(path, mark < 0 ? '' : url.slice(mark + 1), exchange).catch((err: unknown) => {
      if (res.headersSent) res.destroy()
      else return responder.answer(fixed(errorReply(err, context)), exchange).then(() => true)
      return true
    })
  }

  return { handle, cachedBytes: responder.bytes, close: responder.close }
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
