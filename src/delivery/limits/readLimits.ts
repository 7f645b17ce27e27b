/** How much a reader may ask: anybody by their address, a consumer by its key. */
import { AppError } from '#src/errors.ts'
import type { KeyGrant } from '#src/ledger/readerKeys.ts'

import type { Exchange } from '../responder.ts'
import { clientOf } from './clientOf.ts'
import { createRequestWindows, WINDOW_MS } from './requestWindows.ts'

export type LimitOptions = {
  /** Requests a minute from one address without a key; 0 for no limit. */
  perAddress: number
  /** Requests a minute with one key, unless the key has a limit of its own; 0 for no limit. */
  perKey: number
  /** How many proxies in front are believed about the address. */
  trustProxy: number
}

/** Counts a request and says so in the answer's headers; what to refuse it with, or `null`. */
export type ReadLimits = {
  anybody: (exchange: Exchange) => AppError | null
  withKey: (grant: KeyGrant, exchange: Exchange) => AppError | null
}

const MOST_CLIENTS = 100_000

/** Makes the limits. Headers as in the IETF's draft “RateLimit header fields for HTTP”. */
export const createReadLimits = (
  options: LimitOptions,
  now: () => number = Date.now,
): ReadLimits => {
  const { perAddress, perKey, trustProxy } = options
  // Apart, so that a flood of addresses makes no key forgotten.
  const addresses = createRequestWindows({ most: MOST_CLIENTS, now })
  const keys = createRequestWindows({ most: MOST_CLIENTS, now })

  const take = (
    { res }: Exchange,
    asked: { windows: typeof keys; client: string; limit: number; policy: string },
  ): AppError | null => {
    const { limit, policy } = asked
    const { isOver, left, seconds } = asked.windows.take(asked.client, limit)
    res.setHeader('RateLimit-Policy', `"${policy}";q=${limit};w=${WINDOW_MS / 1000}`)
    res.setHeader('RateLimit', `"${policy}";r=${left};t=${seconds}`)
    if (!isOver) return null
    res.setHeader('Retry-After', String(seconds))
    return new AppError(
      'too-many-requests',
      `More than ${limit} requests in a minute. Ask again in ${seconds} s.`,
    )
  }

  return {
    anybody: (exchange) => {
      if (perAddress === 0) return null
      const socket = exchange.req.socket.remoteAddress ?? ''
      const { forwardedFor } = exchange.asked
      const client = clientOf({ socket, forwardedFor, trustProxy })
      return take(exchange, { windows: addresses, client, limit: perAddress, policy: 'address' })
    },
    withKey: ({ consumerId, ratePerMinute }, exchange) => {
      const limit = ratePerMinute ?? perKey
      if (limit === 0) return null
      return take(exchange, { windows: keys, client: consumerId, limit, policy: 'key' })
    },
  }
}
