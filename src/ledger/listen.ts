/** How a process hears of rows that others append: from a stream, and by looking where and while there is none. */
import { startTail, type TailOptions } from './tail.ts'

export type ListenOptions = {
  /** `null` on a database that has no streams. */
  open: TailOptions['open'] | null
  isUnsupported: TailOptions['isUnsupported']
  look: () => Promise<void>
  pollMs: number
}

/** Calls `look` when another process may have appended a row. Returns how to stop. */
export const listen = ({ open, isUnsupported, look, pollMs }: ListenOptions): (() => void) => {
  const tail = open && startTail({ open, look, isUnsupported })
  let isLooking = false
  const poll = async (): Promise<void> => {
    if (isLooking || tail?.isLive()) return
    isLooking = true
    // A failed look is tried again at the next tick; `/readyz` tells whoever watches.
    await look().catch(() => undefined)
    isLooking = false
  }
  const timer = setInterval(() => void poll(), pollMs).unref()
  return () => {
    clearInterval(timer)
    void tail?.close()
  }
}
