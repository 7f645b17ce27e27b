/** How a process that serves comes to its end. */

/** How long running requests may take after the signal to stop. */
const GRACE_MS = 20_000

/** A process that serves: how to stop it, and when it was asked to. */
export type Serving = { stop: () => Promise<void>; asked: Promise<void> }

/** Waits for the signal, then stops, within a limit. Who asks a second time means at once. */
export const untilStopped = async ({ stop, asked }: Serving): Promise<void> => {
  await asked
  const timer = setTimeout(() => process.exit(1), GRACE_MS)
  await stop()
  clearTimeout(timer)
}

/** Listens for the signal. Call it before anybody is told that the process is ready: they may stop it at once. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let askedAt = 0
    const stop = () => {
      // Whoever asks twice means now; npm passes on what the terminal has sent already, at once.
      if (askedAt > 0 && performance.now() - askedAt > 1000) process.exit(1)
      if (askedAt === 0) askedAt = performance.now()
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
