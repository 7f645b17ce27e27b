/**
 * Tries a whole operation again when the database says that it may: two transactions that touched the same
 * records, or a failover in between. Only what left nothing behind may be tried again.
 */
import { setTimeout as pause } from 'node:timers/promises'

export type Retry<T> = {
  act: (attempt: number) => Promise<T>
  /** Whether this outcome asks for another try. */
  isTransient: (outcome: T) => boolean
  attempts?: number
  /** Between 0 and 1; so that two who collided do not collide again. */
  random?: () => number
}

/** The first outcome that is not transient, or the last one. */
export const retryTransient = async <T>({
  act,
  isTransient,
  attempts = 5,
  random = Math.random,
}: Retry<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await act(attempt)
    if (attempt >= attempts || !isTransient(outcome)) return outcome
    await pause(random() * 20 * 2 ** attempt)
  }
}
