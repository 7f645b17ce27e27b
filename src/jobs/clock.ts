/** What runs by the clock, in the process that serves; one tick at a time. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { publishDue } from './publishDue.ts'

const TICK_MS = 5_000

export type Clock = { stop(): Promise<void> }

/** Starts ticking. A tick that fails is logged and tried again at the next. */
export const startClock = ({ payload, log }: { payload: Payload; log: Logger }): Clock => {
  let running: Promise<void> = Promise.resolve()
  let isBusy = false
  const tick = (): void => {
    if (isBusy) return
    isBusy = true
    running = publishDue(payload, new Date())
      .then((outcomes) =>
        outcomes.forEach((outcome) => log.info(outcome, 'A scheduled story was due')),
      )
      .catch((error: unknown) => log.error({ err: error }, 'Looking for due stories failed'))
      .finally(() => {
        isBusy = false
      })
  }
  const timer = setInterval(tick, TICK_MS).unref()
  tick()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
