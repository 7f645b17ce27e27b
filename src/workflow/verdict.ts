/** May the story go out? What preflight found, weighed with the ticks and with what a chief sets aside. */
import type { Problem } from '#src/errors.ts'
import type { Finding } from './finding.ts'

/** What a chief may set aside, for a reason the ledger keeps. The rest cannot be published by anybody. */
const overridable = new Set([
  'byline-missing',
  'quote-unattributed',
  'quote-differs',
  'quotation-unmarked',
  'source-not-approved',
  'source-approved-by-author',
  'check-open',
  'image-uncredited',
])

export const MIN_OVERRIDE_REASON = 10

export type Override = { codes: string[]; reason: string }

export type JudgedFinding = Finding & {
  /** A warning somebody has ticked. */
  isAcknowledged: boolean
  /** An error a chief may set aside. */
  canOverride: boolean
}

export type Verdict = {
  findings: JudgedFinding[]
  /** What still stands against publishing, and what is wrong with the override. */
  open: Problem[]
  /** What a chief set aside; `null` when nothing was, or nothing had to be. */
  override: Override | null
}

/**
 * Weighs what was found.
 *
 * @param weighed.acknowledged keys of the warnings that were ticked
 * @param weighed.override what a chief wants set aside; `null` for anybody else
 */
export const weigh = ({
  findings,
  acknowledged,
  override,
}: {
  findings: Finding[]
  acknowledged: readonly string[]
  override: Override | null
}): Verdict => {
  const judged = findings.map((one) => ({
    ...one,
    isAcknowledged: one.severity === 'warning' && acknowledged.includes(one.key),
    canOverride: one.severity === 'error' && overridable.has(one.code),
  }))
  const isSetAside = (one: JudgedFinding): boolean =>
    one.canOverride && Boolean(override?.codes.includes(one.code))
  const setAside = judged.filter(isSetAside)
  const open = judged.filter((one) => !one.isAcknowledged && !isSetAside(one))
  if (!override || setAside.length === 0) return { findings: judged, open, override: null }
  const reason = override.reason.trim()
  const codes = [...new Set(setAside.map(({ code }) => code))]
  return {
    findings: judged,
    open: reason.length < MIN_OVERRIDE_REASON ? [...open, reasonMissing] : open,
    override: { codes, reason },
  }
}

const reasonMissing: Problem = {
  code: 'override-reason-missing',
  severity: 'error',
  path: 'override.reason',
  message: 'Publishing against the checks needs a reason.',
  fix: `Write it in ${MIN_OVERRIDE_REASON} characters or more: the ledger keeps it.`,
}
