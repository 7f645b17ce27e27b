/**
 * Who may move a story from where to where: newsroom verbs as data.
 *
 * `publish`, `correct` and `retract` are not in this table: they happen by publishing or retracting,
 * never by setting the state by hand.
 */
import type { Problem } from '#src/errors.ts'
import type { State } from './states.ts'

export type WorkflowRole = 'reporter' | 'editor' | 'chief' | 'admin'

export type Verb =
  | 'submit'
  | 'withdraw'
  | 'request changes'
  | 'approve'
  | 'reopen'
  | 'schedule'
  | 'unschedule'
  | 'archive'
  | 'restore'

type Rule = { verb: Verb; from: readonly State[]; to: State; roles: readonly WorkflowRole[] }

const desk = ['editor', 'chief'] as const
const everyone = ['reporter', 'editor', 'chief'] as const

export const transitions: readonly Rule[] = [
  { verb: 'submit', from: ['draft', 'changes requested'], to: 'in review', roles: everyone },
  { verb: 'withdraw', from: ['in review', 'changes requested'], to: 'draft', roles: everyone },
  {
    verb: 'request changes',
    from: ['in review', 'approved'],
    to: 'changes requested',
    roles: desk,
  },
  {
    verb: 'approve',
    from: ['draft', 'in review', 'changes requested'],
    to: 'approved',
    roles: desk,
  },
  { verb: 'reopen', from: ['approved', 'scheduled'], to: 'draft', roles: desk },
  { verb: 'schedule', from: ['approved'], to: 'scheduled', roles: desk },
  { verb: 'unschedule', from: ['scheduled'], to: 'approved', roles: desk },
  {
    verb: 'archive',
    from: ['draft', 'changes requested', 'approved'],
    to: 'archived',
    roles: desk,
  },
  { verb: 'restore', from: ['archived'], to: 'draft', roles: desk },
]

/**
 * Checks a change of state made by hand.
 *
 * @param move.from where the story stands; a new story stands at `draft`
 * @param move.to where somebody wants it
 * @param move.roles the roles of that somebody
 * @returns the problems, none when the move is allowed or nothing moves
 */
export const checkTransition = (move: {
  from: State
  to: State
  roles: readonly WorkflowRole[]
}): Problem[] => {
  if (move.from === move.to) return []
  const rule = transitions.find((one) => one.to === move.to && one.from.includes(move.from))
  if (rule?.roles.some((role) => move.roles.includes(role))) return []
  const allowed = transitions.filter(
    (one) => one.from.includes(move.from) && one.roles.some((role) => move.roles.includes(role)),
  )
  return [
    {
      code: rule ? 'transition-not-yours' : 'transition-unknown',
      severity: 'error',
      path: 'state',
      message: rule
        ? `Only ${rule.roles.join(' or ')} may ${rule.verb} a story.`
        : `A story cannot go from “${move.from}” to “${move.to}”.`,
      fix: allowed.length
        ? `From here you can: ${allowed.map((one) => `${one.verb} (“${one.to}”)`).join(', ')}.`
        : 'Ask an editor to move it.',
    },
  ]
}
