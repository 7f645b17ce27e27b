import type { Problem } from '#src/errors.ts'
import type { State } from './states.ts'
import { checkTransition, transitionOf } from './transitions.ts'
import type { Verb, WorkflowRole } from './verbs.ts'

export type Move = {
  /** Where the story stands now; `draft` for a new one. */
  from: State
  /** Where the save asks it to be. */
  asked: State
  /** `publish` makes the text what readers see; `retract` takes it away; `approve` says yes to the text as saved. */
  action: 'save' | 'approve' | 'publish' | 'retract'
  /** Whether readers can see some version of it. */
  isPublic: boolean
  /** After the save readers would get something else than before it. */
  isChanged: boolean
  /** What readers would get is still what was approved. */
  isAsApproved: boolean
  roles: readonly WorkflowRole[]
}

export type Step = {
  state: State
  /** What was done, in the newsroom's word; `null` when the story only was saved. */
  verb: Verb | null
  /** The save took the ground from an approval: the text is not what was approved any more. */
  isVoided: boolean
  problems: Problem[]
}

/**
 * Where a save leaves the story. Publishing and retracting decide it alone; a saved change to what readers can
 * already see is a correction in the making; a change after the approval voids it, save for a scheduled story: what
 * was approved goes out, and the change waits. Anything else follows the table of verbs.
 */
export const nextState = (move: Move): Step => {
  const { from, isPublic, roles } = move
  if (move.action === 'retract') return to('retracted', 'retract')
  if (move.action === 'publish') {
    return from === 'archived' ? stay(from, [archived]) : to('published', 'publish')
  }
  // The form still holds the state it was opened with: that is not a wish to change it.
  if (from === 'retracted') return stay('retracted')
  const here = from === 'published' && move.isChanged ? 'correcting' : from
  if (move.action === 'approve' && from === 'scheduled') {
    const problems = checkTransition({ from: 'draft', to: 'approved', roles })
    return problems.length ? stay(from, problems) : to('scheduled', 'approve')
  }
  const wish = wishOf(move)
  if (wish === null) return unmoved(move, here)
  const problems = checkTransition({ from: here, to: wish, roles, isPublic })
  if (problems.length > 0) return stay(from, problems)
  const verb = transitionOf({ from: here, to: wish, isPublic })?.verb ?? null
  if (verb === 'schedule' && !move.isAsApproved) return stay(from, [notAsApproved])
  if (verb === 'unschedule' && !move.isAsApproved) return to(waiting(isPublic, 'in review'), verb)
  return to(wish === 'draft' ? waiting(isPublic, 'draft') : wish, verb)
}

/** `null`: nothing that anybody may ask for, or nothing new. */
const wishOf = ({ from, asked, isPublic }: Move): State | null => {
  if (asked === from || asked === 'published' || asked === 'correcting') return null
  const isOut = from === 'published' || from === 'correcting'
  return isPublic && isOut && asked === 'draft' ? null : asked
}

const unmoved = ({ from, isChanged, isPublic }: Move, here: State): Step => {
  if (!isChanged) return stay(from)
  if (from === 'approved') return { ...stay(waiting(isPublic, 'in review')), isVoided: true }
  if (from === 'scheduled') return { ...stay(from), isVoided: true }
  return here === from ? stay(from) : to(here, 'correct')
}

/** A change to what readers have waits as a correction. */
const waiting = (isPublic: boolean, state: State): State => (isPublic ? 'correcting' : state)

const stay = (state: State, problems: Problem[] = []): Step => ({
  state,
  verb: null,
  isVoided: false,
  problems,
})

const to = (state: State, verb: Verb | null): Step => ({ ...stay(state), verb })

const archived: Problem = {
  code: 'archived',
  severity: 'error',
  path: 'state',
  message: 'The story is archived.',
  fix: 'Restore it first.',
}

const notAsApproved: Problem = {
  code: 'not-as-approved',
  severity: 'error',
  path: 'state',
  message: 'What would go out is not what was approved.',
  fix: 'Approve it again, then schedule it.',
}
