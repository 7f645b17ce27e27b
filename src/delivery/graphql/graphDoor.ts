/** The address `/graphql`: which methods it has, and the explorer in development. */
import type { IncomingMessage } from 'node:http'

import type { DeliveryContext } from '../context.ts'
import { fixed, preflight } from '../fixedAnswers.ts'
import { errorReply, wrongMethod } from '../problem.ts'
import { inRoom, type Room } from '../keys/rooms.ts'
import type { Exchange, Responder } from '../responder.ts'
import { explorerReply } from './explorerPage.ts'
import { createGraphTargets, graphType } from './graphTarget.ts'
import { createPersistedQueries } from './persistedQueries.ts'
import { collectBody, requestOfBody, requestOfSearch } from './request.ts'

const METHODS = 'GET, HEAD, POST, OPTIONS'

/** Makes the function that answers a request to `/graphql`. */
export const graphDoor = (options: {
  context: DeliveryContext
  responder: Responder
  /** The only documents that are run, by hash; any, unless given. */
  allowedQueries?: ReadonlyMap<string, string> | undefined
}) => {
  const { context, responder } = options
  const persisted = createPersistedQueries({ allowed: options.allowedQueries })
  const targetOf = createGraphTargets(persisted)

  const answerQuery = async (search: string, exchange: Exchange, room: Room): Promise<void> => {
    const isPost = exchange.req.method === 'POST'
    const sent = isPost ? await collectBody(exchange) : search
    const type = graphType(exchange.asked.accept)
    // The request as it was sent is the key: a repeated query is not even parsed. The line breaks keep
    // these keys apart from those of URLs.
    const key = `graphql\n${isPost ? 'body' : 'search'} ${type}\n${sent}`
    if (responder.hot(room.keyOf(key), exchange)) return
    const request = isPost ? requestOfBody(sent) : requestOfSearch(new URLSearchParams(sent))
    const { lastChange } = responder
    const target = targetOf({ request, key, type, lastChange, context: room.context })
    await responder.answer(inRoom(room, target), exchange)
  }

  return async (search: string, exchange: Exchange, room: Room): Promise<void> => {
    const { method } = exchange.req
    if (method === 'OPTIONS') return preflight(exchange, METHODS)
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
      return responder.answer(fixed(wrongMethod(METHODS)), exchange)
    }
    if (!context.isProduction && wantsPage(exchange.req)) {
      return responder.answer(fixed(explorerReply()), exchange)
    }
    try {
      await answerQuery(search, exchange, room)
    } catch (err) {
      await responder.answer(fixed(errorReply(err, context)), exchange)
    }
  }
}

/** A browser's navigation; programs ask for JSON or for anything. */
const wantsPage = ({ method, headers, url }: IncomingMessage): boolean =>
  method === 'GET' &&
  (headers.accept ?? '').includes('text/html') &&
  !/[?&](query|extensions)=/.test(url ?? '')
