/** Approval: who may give it, and what takes it away again. */
import type { Problem } from '#src/errors.ts'
import type { WorkflowRole } from './verbs.ts'

export type Approver = {
  roles: readonly WorkflowRole[]
  /** They wrote the story or made its record. */
  isOwn: boolean
  /** The house lets editors approve what they wrote. */
  isSelfApprovalAllowed: boolean
}

/**
 * Whether this person may approve the story: an editor or a chief, and two pairs of eyes unless a chief decides.
 *
 * @returns the problems, none when they may
 */
export const approvalProblems = ({ roles, isOwn, isSelfApprovalAllowed }: Approver): Problem[] => {
  if (roles.includes('chief')) return []
  if (!roles.includes('editor')) {
    return [
      {
        code: 'approval-not-yours',
        severity: 'error',
        path: 'state',
        message: 'Only editor or chief may approve a story.',
        fix: 'Submit it for review.',
      },
    ]
  }
  if (!isOwn || isSelfApprovalAllowed) return []
  return [
    {
      code: 'approval-own-story',
      severity: 'error',
      path: 'state',
      message: 'Nobody but a chief approves a story of their own.',
      fix: 'Submit it for review: another editor approves it, and then you may publish it.',
    },
  ]
}

export type Voiding = {
  /** Who changed the story, what and when. */
  by: string
  changed: readonly string[]
  at: string
  /** Who had approved it; `null` when the record does not say. */
  approvedBy: string | null
}

/** Says why an approval no longer holds: `Ana changed the headline and the body at …, after the approval by Tom.` */
export const voidNotice = ({ by, changed, at, approvedBy }: Voiding): string =>
  `${by} changed ${listed(changed)} at ${minuteOf(at)}, after the approval${approvedBy ? ` by ${approvedBy}` : ''}.`

/** Says which version of a scheduled story goes out, and that the newer one does not. */
export const pinnedNotice = (pinned: {
  approvedAt: string | null
  scheduledFor: string
  voiding: Voiding
}): string => {
  const version = pinned.approvedAt
    ? `The version approved at ${minuteOf(pinned.approvedAt)}`
    : 'The approved version'
  return (
    `${version} goes out at ${minuteOf(pinned.scheduledFor)}; the newer changes are not approved. ` +
    voidNotice(pinned.voiding)
  )
}

/** A minute that means the same to everybody: `2026-11-23 14:02 UTC`. The panel shows it in the reader's time. */
export const minuteOf = (at: string): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const listed = (names: readonly string[]): string => {
  const all = names.length > 0 ? names : ['the story']
  return all.length < 2 ? String(all[0]) : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
