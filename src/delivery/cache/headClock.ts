/** The ledger's newest `seq`, known in memory: what cached answers are valid by. */
import type { LedgerReader } from '#src/ledger/port.ts'

export type HeadClock = {
  /** The newest `seq` heard of; -1 before the ledger was asked for the first time. */
  now: number
  /** When `now` was heard of, ISO. Never before the row itself, so fit for `Last-Modified`. */
  at: string
  /** Asks the ledger, which may be ahead of what it has announced, and moves on to its answer. */
  read: () => Promise<number>
  stop: () => void
}

/** Follows the ledger's head. A head never goes back: a late announcement is ignored. */
export const followHead = (ledger: LedgerReader): HeadClock => {
  const clock: HeadClock = {
    now: -1,
    at: new Date().toISOString(),
    read: async () => {
      advance(await ledger.head())
      return clock.now
    },
    stop: ledger.onAppend((head) => advance(head)),
  }
  const advance = (head: number): void => {
    if (head <= clock.now) return
    clock.now = head
    clock.at = new Date().toISOString()
  }
  return clock
}
