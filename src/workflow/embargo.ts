/** The embargo: a floor under every way to publish. */
import type { Problem } from '#src/errors.ts'
import { minuteOf } from './approve.ts'

export type EmbargoChange = {
  /** ISO; `null` where there is none. */
  before: string | null
  after: string | null
  now: string
  /** Readers have some version of the story. */
  isPublic: boolean
  /** A chief lifts it, with a reason. */
  isLifted: boolean
}

/** Whether nobody may publish at `now`. */
export const isUnderEmbargo = (until: string | null | undefined, now: string): boolean =>
  Boolean(until) && Date.parse(until ?? '') > Date.parse(now)

/**
 * What stands against a change of the embargo. Later is always possible; earlier, or none, is a deed of its own; for
 * what readers have it comes too late.
 */
export const embargoProblems = (change: EmbargoChange): Problem[] => {
  const { before, after, now, isPublic, isLifted } = change
  if (timeOf(before) === timeOf(after)) return []
  if (isPublic && isUnderEmbargo(after, now)) return [tooLate]
  const isShortened = isUnderEmbargo(before, now) && timeOf(after) < timeOf(before)
  return isShortened && !isLifted ? [onlyLater] : []
}

/**
 * What stands against a time in the schedule.
 *
 * @param schedule.scheduledFor ISO; `null` when no time is set
 */
export const scheduleProblems = (schedule: {
  scheduledFor: string | null
  embargoUntil: string | null
}): Problem[] => {
  const { scheduledFor, embargoUntil } = schedule
  if (!scheduledFor) return [timeMissing]
  if (!embargoUntil || Date.parse(scheduledFor) >= Date.parse(embargoUntil)) return []
  return [
    {
      code: 'embargoed',
      severity: 'error',
      path: 'scheduledFor',
      message: `The story is under embargo until ${minuteOf(embargoUntil)}.`,
      fix: 'Schedule it for then or later.',
    },
  ]
}

const timeOf = (at: string | null): number => (at ? Date.parse(at) : 0)

const tooLate: Problem = {
  code: 'embargo-too-late',
  severity: 'error',
  path: 'embargoUntil',
  message: 'Readers have this story already, so an embargo would hold nothing back.',
  fix: 'Leave it empty. To take the story away, retract or unpublish it.',
}

const onlyLater: Problem = {
  code: 'embargo-not-lifted',
  severity: 'error',
  path: 'embargoUntil',
  message: 'An embargo can be moved to a later time only.',
  fix: 'Ask a chief to lift it; the record keeps the reason.',
}

const timeMissing: Problem = {
  code: 'schedule-time-missing',
  severity: 'error',
  path: 'scheduledFor',
  message: 'A scheduled story needs a time.',
  fix: 'Enter when it goes out.',
}
