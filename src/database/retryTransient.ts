/**
 * Tries a whole operation again when the database says that it may: two transactions that touched the same
 * records, or a failover in between. Only what left nothing behind may be tried again.
 *
 * Operations that collided take turns from then on: twenty that publish at once want the same next number
 * of the ledger, and left to chance each of them would spoil the others' tries.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { isTransient as isTransientError } from './databaseErrors.ts'

export type Retry<T> = {
  act: (attempt: number) => Promise<T>
  /** Whether an outcome that was not thrown asks for another try; what is thrown is judged by its labels. */
  isTransient?: (outcome: T) => boolean
  attempts?: number
  /** Between 0 and 1; so that two processes that collided do not collide again. */
  random?: () => number
}

/** With the pauses between them, about as long as a write waits for SQLite's one writer. */
const ATTEMPTS = 20
const LONGEST_PAUSE_MS = 2000

/** Longer than any queue of collided operations should be; after that one goes on without its turn. */
const PATIENCE_MS = 20_000

const inside = new AsyncLocalStorage<true>()
let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * The first outcome that is not transient, or the last one. An operation inside of one that is retried is part of
 * it and is not tried on its own: its transaction is not its own.
 *
 * @throws what `act` throws, once that is not transient or the attempts are used up
 */
export const retryTransient = async <T>({
  act,
  isTransient = () => false,
  attempts = ATTEMPTS,
  random = Math.random,
}: Retry<T>): Promise<T> => {
  if (inside.getStore()) return act(1)
  const attempt = async (count: number): Promise<Outcome<T>> => {
    try {
      const value = await inside.run(true, () => act(count))
      return { isTransient: isTransient(value), get: () => value }
    } catch (error) {
      const get = (): never => {
        throw error
      }
      return { isTransient: isTransientError(error), get }
    }
  }
  const first = await attempt(1)
  if (!first.isTransient || attempts < 2) return first.get()
  return inTurn(async () => {
    for (let count = 2; ; count += 1) {
      await pause(random() * Math.min(10 * 2 ** count, LONGEST_PAUSE_MS))
      const outcome = await attempt(count)
      if (count >= attempts || !outcome.isTransient) return outcome.get()
    }
  })
}

type Outcome<T> = { isTransient: boolean; get: () => T }

const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
  const before = lastTurn
  const patience = new AbortController()
  const own = Promise.race([
    before,
    pause(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).catch(() => undefined),
  ]).then(() => {
    patience.abort()
    return act()
  })
  lastTurn = own.catch(() => undefined)
  return own
}
