/**
 * From a route's computation to bytes on the wire, through the cache.
 *
 * The rule that keeps readers from ever seeing an older version after a newer one: an answer is kept
 * under the ledger's head at the time its computation began, only if that head still stands when it
 * ends, and a request that arrives after a publication never joins a computation from before it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import { createCompressor } from './cache/compressor.ts'
import type { Conditions } from './cache/conditions.ts'
import { followHead } from './cache/headClock.ts'
import { addEncoding, makeReady, type ReadyResponse } from './cache/readyResponse.ts'
import { createResponseCache } from './cache/responseCache.ts'
import { send } from './cache/send.ts'
import type { DeliveryContext } from './context.ts'
import type { Reply } from './reply.ts'

export type Target = {
  /** The canonical request; `null` for what is never kept. */
  key: string | null
  /** Makes the answer. Whatever it throws becomes an answer through `fail`. */
  compute: () => Promise<Reply> | Reply
  fail: (err: unknown) => Reply
}

/** `asked`: what the request's headers say, read once. */
export type Exchange = { req: IncomingMessage; res: ServerResponse; asked: Conditions }

export type Responder = {
  /** Answers from memory, if the key is there and valid: the hot path. */
  hot: (key: string, exchange: Exchange) => boolean
  /** Answers from memory or by computing, one computation per key at a time. */
  answer: (target: Target, exchange: Exchange) => Promise<void>
  /** When what lists show last changed, for `Last-Modified`. */
  lastChange: () => string
  bytes: () => number
  counts: () => { hits: number; misses: number }
  close: () => Promise<void>
}

/** Computations that publications keep overtaking are answered, unkept, after this many. */
const ATTEMPTS = 3

/** @param options.cacheBytes how much memory ready responses may take. */
export const createResponder = (
  context: Pick<DeliveryContext, 'ledger' | 'log'>,
  options: { cacheBytes: number },
): Responder => {
  const clock = followHead(context.ledger)
  const cache = createResponseCache({ maxBytes: options.cacheBytes })
  const flights = new Map<string, Promise<ReadyResponse>>()
  const compressor = createCompressor({
    isWanted: (ready) => ready.head === clock.now && cache.holds(ready),
    onDone: cache.grown,
    onError: (err) => context.log({ msg: 'A response could not be compressed', err }),
  })

  let hits = 0
  let misses = 0

  const write = (exchange: Exchange, ready: ReadyResponse, isHit: boolean): void => {
    if (isHit) hits += 1
    else misses += 1
    const missing = send({ ...exchange, ready, isHit })
    if (missing !== null && ready.compression === 'none') compressor.offer(ready)
  }

  const compute = async ({ compute: run, fail }: Target): Promise<Reply> => {
    try {
      return await run()
    } catch (err) {
      return fail(err)
    }
  }

  const settle = async (target: Target & { key: string }): Promise<ReadyResponse> => {
    for (let attempt = 1; ; attempt += 1) {
      const head = clock.now
      const kept = cache.peek(target.key)
      if (kept && (await isStillCurrent(kept)) && clock.now === head) {
        kept.head = head
        return kept
      }
      const reply = await compute(target)
      const ready = makeReady({ reply, head })
      if (!reply.isKept) return ready
      // One row is one state; an answer of several reads is only kept when no row came in between.
      if (!reply.isCurrent) await clock.read()
      if (clock.now === head) {
        if (kept) reuseEncodings(ready, kept)
        cache.keep(target.key, ready)
        return ready
      }
      if (attempt === ATTEMPTS) return ready
    }
  }

  const fly = (target: Target & { key: string }): Promise<ReadyResponse> => {
    const flightKey = `${clock.now} ${target.key}`
    const running = flights.get(flightKey)
    if (running) return running
    const flight = settle(target)
      .catch((err: unknown) => makeReady({ reply: target.fail(err), head: clock.now }))
      .finally(() => flights.delete(flightKey))
    flights.set(flightKey, flight)
    return flight
  }

  const hot = (key: string, exchange: Exchange): boolean => {
    const ready = cache.fresh(key, clock.now)
    if (ready === undefined) return false
    write(exchange, ready, true)
    return true
  }

  const answer = async (target: Target, exchange: Exchange): Promise<void> => {
    const { key } = target
    if (key === null) {
      write(exchange, makeReady({ reply: await compute(target), head: -1 }), false)
      return
    }
    try {
      if (clock.now < 0) await clock.read()
    } catch (err) {
      write(exchange, makeReady({ reply: target.fail(err), head: -1 }), false)
      return
    }
    if (!hot(key, exchange)) write(exchange, await fly({ ...target, key }), false)
  }

  return {
    hot,
    answer,
    lastChange: () => clock.at,
    bytes: cache.bytes,
    counts: () => ({ hits, misses }),
    close: async () => {
      clock.stop()
      await compressor.idle()
    },
  }
}

const isStillCurrent = async (kept: ReadyResponse): Promise<boolean> =>
  kept.reply.isCurrent !== undefined && (await kept.reply.isCurrent())

/** The same bytes under a newer head need no second compression. */
const reuseEncodings = (ready: ReadyResponse, kept: ReadyResponse): void => {
  if (ready.hash !== kept.hash || kept.compression !== 'done') return
  if (kept.br) addEncoding(ready, 'br', kept.br.body)
  if (kept.gzip) addEncoding(ready, 'gzip', kept.gzip.body)
  ready.compression = 'done'
}
