/** Work that is looked for every few seconds, one turn at a time. */

export type Ticking = { stop(): Promise<void> }

/**
 * Starts at once and again after each interval; a turn that is still at work is not joined by another.
 *
 * @param options.work is told whether it should stop; what it throws is handed to `onError`, and it is tried again
 * @returns the way to stop, which waits for the turn under way
 */
export const startTicking = (options: {
  everyMs: number
  work: (isStopping: () => boolean) => Promise<void>
  onError: (error: unknown) => void
}): Ticking => {
  const { everyMs, work, onError } = options
  let running: Promise<void> | null = null
  let isStopping = false
  const tick = (): void => {
    running ??= work(() => isStopping)
      .catch(onError)
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(tick, everyMs).unref()
  tick()
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await running
    },
  }
}
