/**
 * Hears of rows that other processes append, from a stream that the database keeps open. It only says that there
 * may be news: what the newest row is, is asked of the ledger itself, after every opening too, so
 * nothing is missed however often the stream breaks.
 */
import { setTimeout as pause } from 'node:timers/promises'

/** One opened stream of appended rows. */
export type AppendStream = {
  /**
   * Waits a moment for news; the first call opens the stream. Returns whether there were any.
   * Rejects once the stream is broken; it is of no use after that.
   */
  hasNews: () => Promise<boolean>
  /** From where a new stream would go on without a gap; `null` when the server has not said yet. */
  resumeToken: () => unknown
  close: () => Promise<void>
}

export type TailOptions = {
  /** Opens a stream, after what `resumeToken` stands for, or from now on. */
  open: (resumeToken: unknown) => AppendStream
  /** Looks at the ledger's newest row and tells whoever listens. */
  look: () => Promise<void>
  /** Whether this server has no such streams at all: then the tail ends, and somebody has to poll. */
  isUnsupported: (error: unknown) => boolean
  /** Between 0 and 1; so that a hundred processes do not come back in one instant after a failover. */
  random?: () => number
  /** Waits between two openings, in milliseconds. */
  wait?: (ms: number) => Promise<unknown>
  /** Milliseconds from any beginning. */
  clock?: () => number
}

export type Tail = {
  /** Whether the stream is open and was heard of lately. While it is not, polling must fill in. */
  isLive: () => boolean
  close: () => Promise<void>
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 10_000
/** An open stream is heard of every second, news or not. */
const SILENCE_MS = 5_000

/** Starts to listen. It opens the stream again after every error, later and later, until it is closed. */
export const startTail = ({
  open,
  look,
  isUnsupported,
  random = Math.random,
  wait = (ms) => pause(ms, undefined, { ref: false }),
  clock = () => performance.now(),
}: TailOptions): Tail => {
  let isClosed = false
  let stream: AppendStream | null = null
  let heardAt = -Infinity
  let token: unknown = null

  /** Returns when the stream is broken or the tail closed: whether it had been open, and why it broke. */
  const follow = async (): Promise<{ wasOpen: boolean; error: unknown }> => {
    const own = open(token)
    stream = own
    let wasOpen = false
    try {
      while (!isClosed) {
        const hasNews = await own.hasNews()
        heardAt = clock()
        token = own.resumeToken() ?? token
        if (hasNews || !wasOpen) await look()
        wasOpen = true
      }
      return { wasOpen, error: null }
    } catch (error) {
      // A place that the server no longer knows would fail for ever: the next stream starts from now.
      if (!wasOpen) token = null
      return { wasOpen, error }
    } finally {
      stream = null
      heardAt = -Infinity
      await own.close().catch(() => undefined)
    }
  }

  const run = async (): Promise<void> => {
    let failures = 0
    while (!isClosed) {
      const { wasOpen, error } = await follow()
      if (isClosed || isUnsupported(error)) return
      failures = wasOpen ? 0 : failures + 1
      const longest = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)
      await wait(longest * (0.5 + random() / 2))
    }
  }
  const running = run()

  return {
    isLive: () => clock() - heardAt < SILENCE_MS,
    async close() {
      isClosed = true
      await stream?.close().catch(() => undefined)
      await running
    },
  }
}
