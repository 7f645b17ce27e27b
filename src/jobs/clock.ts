/** What runs by the clock, in the process that serves; one tick at a time. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { enterMissedSchedules } from '#src/editorial/publishing/jobsSchedule.ts'
import { removeEmptyDrafts } from './emptyDrafts.ts'
import { publishDue } from './publishDue.ts'
import { pruneJobs } from './queue.ts'
import { refreshDue } from './refreshDue.ts'
import { inTransaction } from './worker.ts'

const TICK_MS = 5_000
const PRUNE_MS = 60 * 60_000
/** A change that reaches thousands of stories must not keep a scheduled one waiting. */
const REFRESHES_AT_ONCE = 20

export type Clock = { stop(): Promise<void> }

/** Starts ticking. A tick that fails is logged and tried again at the next. */
export const startClock = ({ payload, log }: { payload: Payload; log: Logger }): Clock => {
  let running: Promise<void> = Promise.resolve()
  let isBusy = false
  let isStopping = false
  let hasEntered = false
  let prunedAt = 0

  const work = async (): Promise<void> => {
    if (!hasEntered) await inTransaction(payload, enterMissedSchedules)
    hasEntered = true
    while (!isStopping) {
      for (const outcome of await publishDue(payload, new Date())) {
        const level = outcome.lateMinutes ? 'warn' : 'info'
        log[level](outcome, 'A scheduled story was due')
      }
      const { count, outcomes } = await refreshDue(payload, { limit: REFRESHES_AT_ONCE })
      for (const outcome of outcomes) log.info(outcome, 'A record of a live story was changed')
      if (count === 0) break
    }
    if (Date.now() - prunedAt < PRUNE_MS) return
    prunedAt = Date.now()
    await pruneJobs(payload, new Date())
    await removeEmptyDrafts(payload, new Date())
  }
  const tick = (): void => {
    if (isBusy) return
    isBusy = true
    running = work()
      .catch((error: unknown) => log.error({ err: error }, 'Looking for due work failed'))
      .finally(() => {
        isBusy = false
      })
  }
  const timer = setInterval(tick, TICK_MS).unref()
  tick()
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await running
    },
  }
}
