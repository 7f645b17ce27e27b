/**
 * Turns of the event loop, in slices.
 *
 * libSQL answers at once, so a save is one run of promises: for some thirty milliseconds nobody else would be heard.
 * The statements of a transaction are where it can pause, and there are dozens in it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one turn may be held before a statement waits for the next, in milliseconds. */
const SLICE_MS = 5

let begun: number | null = null

/** Whether this turn has lasted long enough. Whoever is the first to ask begins it. */
export const isTurnOver = (): boolean => {
  if (begun !== null) return performance.now() - begun > SLICE_MS
  begun = performance.now()
  setImmediate(() => {
    begun = null
  })
  return false
}

/** Waits for a turn that has something left. */
export const freeTurn = async (): Promise<void> => {
  do await nextTurn()
  while (isTurnOver())
}
