import type { Problem } from '#src/errors.ts'
import type { State } from './states.ts'
import { checkTransition, type WorkflowRole } from './transitions.ts'

export type Move = {
  /** Where the story stands now; `draft` for a new one. */
  from: State
  /** Where the save asks it to be. */
  asked: State
  /** `publish` makes the text what readers see; `retract` takes it away. */
  action: 'save' | 'publish' | 'retract'
  /** Whether readers can see some version of it. */
  isPublic: boolean
  roles: readonly WorkflowRole[]
}

/**
 * Where a save leaves the story. Publishing and retracting decide it alone; a saved change to what
 * readers can already see is a correction in the making; anything else follows the table of verbs.
 */
export const nextState = (move: Move): { state: State; problems: Problem[] } => {
  if (move.action === 'retract') return { state: 'retracted', problems: [] }
  if (move.action === 'publish') return { state: 'published', problems: [] }
  // The form still holds the state it was opened with: that is not a wish to change it.
  if (move.from === 'retracted') return { state: 'retracted', problems: [] }
  if (move.isPublic) return { state: 'correcting', problems: [] }
  const asked = move.asked === 'published' || move.asked === 'correcting' ? move.from : move.asked
  const problems = checkTransition({ from: move.from, to: asked, roles: move.roles })
  return { state: problems.length ? move.from : asked, problems }
}
