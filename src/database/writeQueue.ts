/**
 * SQLite has one writer. This is the fair queue in front of it: first come, first served, in one process,
 * so that a write waits here (asynchronously) and never inside SQLite's busy handler, which would block
 * the event loop on a lock held by this very process.
 */
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#src/errors.ts'
import { refuseDeadlock } from './transactionContext.ts'

export type WriteQueue = {
  /**
   * Waits for the writer. Call the returned function to hand it on.
   *
   * Even a free writer is given in the next turn of the event loop. libSQL answers at once, so a whole save is one
   * run of promises: without the pause, twenty saves that came together would be done in a row, and a reader's
   * request be heard only after the last.
   */
  acquire(): Promise<() => void>
  /** Refuses those who wait and those who come. */
  close(): void
  /** How many writes are waiting now. */
  readonly waiting: number
}

type Waiter = {
  grant: (release: () => void) => void
  refuse: (error: AppError) => void
  timer: NodeJS.Timeout
}

/**
 * Makes a queue with a bounded wait.
 *
 * @param maxWaitMs how long a write may wait before it is refused with `busy` (503), in milliseconds
 * @throws AppError from `acquire`: `busy` when the writer was not free in time; `internal` at once when the
 *   caller is part of the transaction that holds it
 */
export const createWriteQueue = (maxWaitMs: number): WriteQueue => {
  const waiters: Waiter[] = []
  let isHeld = false
  let isClosed = false

  const handOn = (): void => {
    const next = waiters.shift()
    if (!next) {
      isHeld = false
      return
    }
    clearTimeout(next.timer)
    void setImmediate().then(() => next.grant(onceOnly(handOn)))
  }

  return {
    get waiting() {
      return waiters.length
    },
    async acquire() {
      if (isClosed) throw closed()
      if (!isHeld) {
        isHeld = true
        await setImmediate()
        return onceOnly(handOn)
      }
      refuseDeadlock()
      // Made here, where the caller is still on the stack.
      const refusal = busy(maxWaitMs)
      return new Promise((grant, refuse) => {
        const waiter: Waiter = {
          grant,
          refuse,
          timer: setTimeout(() => {
            waiters.splice(waiters.indexOf(waiter), 1)
            refuse(refusal)
          }, maxWaitMs),
        }
        waiters.push(waiter)
      })
    },
    close() {
      isClosed = true
      for (const { refuse, timer } of waiters.splice(0)) {
        clearTimeout(timer)
        refuse(closed())
      }
    },
  }
}

/** What somebody hears who waited in vain. */
export const busy = (maxWaitMs: number): AppError =>
  new AppError(
    'busy',
    `The database writer was not free within ${maxWaitMs / 1000} s. Nothing was saved; please try again.`,
  )

const closed = (): AppError =>
  new AppError('busy', 'The server is stopping. Nothing was saved; please try again in a moment.')

const onceOnly = (act: () => void): (() => void) => {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
