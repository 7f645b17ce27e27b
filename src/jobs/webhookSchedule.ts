/** When a message that was not taken is sent again: the schedule that Standard Webhooks 1.0 publishes. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** After the first failure, the second… The last one repeats. */
const WAITS = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR),
]
const LONGEST = 24 * HOUR
const JITTER = 0.1

/** A receiver that fails for as long is switched off. */
export const GIVE_UP_MS = 5 * 24 * HOUR

/**
 * How long to wait before the next attempt, in milliseconds: the schedule, give or take a tenth, and never
 * sooner than the receiver asked for, up to a day.
 *
 * @param options.failures how often it has failed, 1 after the first time
 * @param options.retryAfter the answer's `Retry-After` (RFC 9110 §10.2.3), in seconds or as a date
 * @param options.random between 0 and 1
 */
export const waitAfter = (options: {
  failures: number
  retryAfter: string | null
  now: Date
  random: () => number
}): number => {
  const { failures, retryAfter, now, random } = options
  const planned = WAITS[Math.min(Math.max(failures, 1), WAITS.length) - 1] ?? LONGEST
  const jittered = Math.round(planned * (1 - JITTER + 2 * JITTER * random()))
  return Math.max(jittered, Math.min(askedWait(retryAfter, now), LONGEST))
}

const askedWait = (retryAfter: string | null, now: Date): number => {
  const value = retryAfter?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * SECOND
  const date = Date.parse(value)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime())
}
