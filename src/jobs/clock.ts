/** What runs by the clock, in the process that serves; one tick at a time. */
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { enterMissedSchedules } from '#src/editorial/publishing/jobsSchedule.ts'
import { removeEmptyDrafts } from './emptyDrafts.ts'
import { publishDue } from './publishDue.ts'
import { pruneJobs } from './queue.ts'
import { refreshDue } from './refreshDue.ts'
import { startTicking, type Ticking } from './ticking.ts'
import { inTransaction } from './worker.ts'

const TICK_MS = 5_000
const TIDY_MS = 60 * 60_000
/** A change that reaches thousands of stories must not keep a scheduled one waiting. */
const REFRESHES_AT_ONCE = 20

/** Starts ticking. A tick that fails is logged and tried again at the next. */
export const startClock = ({ payload, log }: { payload: Payload; log: Logger }): Ticking => {
  let hasEntered = false
  let tidiedAt = 0

  const work = async (isStopping: () => boolean): Promise<void> => {
    if (!hasEntered) await inTransaction(payload, enterMissedSchedules)
    hasEntered = true
    while (!isStopping()) {
      for (const outcome of await publishDue(payload, new Date())) {
        const level = outcome.lateMinutes ? 'warn' : 'info'
        log[level](outcome, 'A scheduled story was due')
      }
      const { count, outcomes } = await refreshDue(payload, { limit: REFRESHES_AT_ONCE })
      for (const outcome of outcomes) log.info(outcome, 'A record of a live story was changed')
      if (count === 0) break
    }
    if (Date.now() - tidiedAt < TIDY_MS) return
    tidiedAt = Date.now()
    await pruneJobs(payload, new Date())
    await removeEmptyDrafts(payload, new Date())
  }
  const onError = (err: unknown): void => log.error({ err }, 'Looking for due work failed')
  return startTicking({ everyMs: TICK_MS, work, onError })
}
