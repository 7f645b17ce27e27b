/** What came of each attempt to tell somebody outside of a publication; for whoever counts. */

export type AttemptOutcome = {
  /** `webhook`: a subscriber; `websub`: the hub; `purge`: the caches in front of us. */
  kind: 'webhook' | 'websub' | 'purge'
  outcome: 'delivered' | 'failed' | 'given up'
  durationMs: number
}

const listeners = new Set<(outcome: AttemptOutcome) => void>()

/**
 * Calls back after each attempt of this process.
 *
 * @param listener must not throw: nobody is left to hear it
 * @returns the way to stop
 */
export const onOutcome = (listener: (outcome: AttemptOutcome) => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells everybody who listens in this process. */
export const tellOutcome = (outcome: AttemptOutcome): void => {
  for (const listener of listeners) listener(outcome)
}
