/**
 * Changes of state that somebody asks for by name. Publishing, correcting and retracting are not among them: they
 * happen by publishing, saving or retracting, never by setting the state.
 */
import type { Problem } from '#src/errors.ts'
import type { State } from './states.ts'
import { fits, verbRules, type Verb, type VerbRule, type WorkflowRole } from './verbs.ts'

const byDeed: readonly Verb[] = ['publish', 'correct', 'retract']

type Transition = VerbRule & { to: State }

/** The rules that move a story from one state to another by asking for it. */
export const transitions: readonly Transition[] = verbRules.filter(
  (rule): rule is Transition =>
    rule.to !== null && !byDeed.includes(rule.verb) && !rule.from.every((from) => from === rule.to),
)

/**
 * Finds the verb that leads from one state to another; `undefined` when there is none.
 *
 * @param move.isPublic readers can see some version of the story
 */
export const transitionOf = (move: {
  from: State
  to: State
  isPublic: boolean
}): Transition | undefined =>
  transitions.find(
    (one) => one.to === move.to && one.from.includes(move.from) && fits(one, move.isPublic),
  )

/**
 * Checks a change of state made by hand.
 *
 * @param move.from where the story stands; a new story stands at `draft`
 * @param move.to where somebody wants it
 * @param move.roles the roles of that somebody
 * @param move.isPublic readers can see some version of it
 * @returns the problems, none when the move is allowed or nothing moves
 */
export const checkTransition = (move: {
  from: State
  to: State
  roles: readonly WorkflowRole[]
  isPublic?: boolean
}): Problem[] => {
  if (move.from === move.to) return []
  const isPublic = move.isPublic ?? false
  const rule = transitionOf({ ...move, isPublic })
  if (rule?.roles.some((role) => move.roles.includes(role))) return []
  const allowed = transitions.filter(
    (one) =>
      one.from.includes(move.from) &&
      one.to !== move.from &&
      fits(one, isPublic) &&
      one.roles.some((role) => move.roles.includes(role)),
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
