/** Makes live stories anew after a record they carry was changed. */
import type { Payload } from 'payload'
import {
  leaveStory,
  refreshStory,
  type RefreshOutcome,
  type RefreshTask,
} from '#src/editorial/publishing/refresh.ts'
import { spreadRefresh, type SpreadTask } from '#src/editorial/publishing/refreshHook.ts'
import { runDue, type DatabaseHandler, type Turn, type WorkerOptions } from './worker.ts'

type Outcome = RefreshOutcome | null

const refresh: DatabaseHandler<Outcome> = {
  kind: 'refresh',
  run: (req, job, now) => refreshStory(req, job.payload as RefreshTask, now.toISOString()),
  fail: (req, job, problem, now) =>
    leaveStory(req, job.payload as RefreshTask, problem, now.toISOString()),
}

const spread: DatabaseHandler<Outcome> = {
  kind: 'spread',
  async run(req, job, now) {
    await spreadRefresh(req, job.payload as SpreadTask, now.toISOString())
    return null
  },
  fail: () => Promise.resolve(null),
}

/** Does the refreshes that are due. Returns how many jobs there were, and what became of the stories. */
export const refreshDue = async (
  payload: Payload,
  options: WorkerOptions = {},
): Promise<Turn<RefreshOutcome>> => {
  const { count, outcomes } = await runDue(payload, [spread, refresh], options)
  return { count, outcomes: outcomes.filter((outcome) => outcome !== null) }
}
