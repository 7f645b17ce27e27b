/**
 * SQLite has one writer. This is the fair queue in front of it: first come, first served, in one process,
 * so that a write waits here (asynchronously) and never inside SQLite's busy handler, which would block
 * the event loop on a lock held by this very process.
 */
import { AppError } from '#src/errors.ts'

export type WriteQueue = {
  /** Waits for the writer. Call the returned function exactly once to hand it on. */
  acquire(): Promise<() => void>
  /** How many writes are waiting now. */
  readonly waiting: number
}

type Waiter = { grant: (release: () => void) => void; timer: NodeJS.Timeout }

/**
 * Makes a queue with a bounded wait.
 *
 * @param maxWaitMs how long a write may wait before it is refused with `busy` (503), in milliseconds
 * @throws AppError `busy` from `acquire` when the writer was not free in time. The usual cause besides
 *   overload is a hook that wrote without passing `req`: its write waits for the transaction it is part of.
 */
export const createWriteQueue = (maxWaitMs: number): WriteQueue => {
  const waiters: Waiter[] = []
  let isHeld = false

  const handOn = (): void => {
    const next = waiters.shift()
    if (!next) {
      isHeld = false
      return
    }
    clearTimeout(next.timer)
    next.grant(onceOnly(handOn))
  }

  return {
    get waiting() {
      return waiters.length
    },
    acquire() {
      if (!isHeld) {
        isHeld = true
        return Promise.resolve(onceOnly(handOn))
      }
      // Taken here, where the caller is still on the stack: it names the hook that forgot `req`.
      const refusal = new AppError(
        'busy',
        `The database writer was not free within ${maxWaitMs / 1000} s. Nothing was saved; please try again.`,
      )
      return new Promise((grant, refuse) => {
        const waiter: Waiter = {
          grant,
          timer: setTimeout(() => {
            waiters.splice(waiters.indexOf(waiter), 1)
            refuse(refusal)
          }, maxWaitMs),
        }
        waiters.push(waiter)
      })
    },
  }
}

const onceOnly = (act: () => void): (() => void) => {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
