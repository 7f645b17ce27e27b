/** How many requests each client made in its current minute. Bounded: a flood of addresses costs no memory. */

export type Taken = {
  /** Whether this request is one too many. */
  isOver: boolean
  /** How many more there may be in this window. */
  left: number
  /** Whole seconds until the next window, 1 at least. */
  seconds: number
}

export const WINDOW_MS = 60_000

type Window = { count: number; endsAt: number }

/**
 * Makes the counter. A client's window begins with its first request and lasts a minute.
 *
 * @param options.most how many clients are remembered; beyond that, those whose windows end first are forgotten
 */
export const createRequestWindows = (options: { most: number; now: () => number }) => {
  // The order in the map is that of the windows' ends: a new window goes to the end.
  const windows = new Map<string, Window>()

  const forget = (at: number): void => {
    for (const [client, { endsAt }] of windows) {
      if (windows.size <= options.most && endsAt > at) return
      windows.delete(client)
    }
  }

  /** Counts a request of a client that may make `limit` of them. */
  const take = (client: string, limit: number): Taken => {
    const at = options.now()
    let window = windows.get(client)
    if (window === undefined || window.endsAt <= at) {
      windows.delete(client)
      window = { count: 0, endsAt: at + WINDOW_MS }
      windows.set(client, window)
      forget(at)
    }
    window.count += 1
    return {
      isOver: window.count > limit,
      left: Math.max(0, limit - window.count),
      seconds: Math.max(1, Math.ceil((window.endsAt - at) / 1000)),
    }
  }
  return { take, size: () => windows.size }
}
