/**
 * What can be done with a story, by whom and from where: the newsroom's verbs as data.
 *
 * The saves, the endpoints and the panel all ask this table; `tests/collections/workflowMatrix.test.ts` runs every
 * cell of it over every API.
 */
import type { State } from './states.ts'

export type WorkflowRole = 'reporter' | 'editor' | 'chief' | 'admin'

export const verbs = [
  'submit',
  'withdraw',
  'request changes',
  'approve',
  'reopen',
  'schedule',
  'unschedule',
  'archive',
  'restore',
  'publish',
  'correct',
  'retract',
  'assign',
  'lift embargo',
] as const

export type Verb = (typeof verbs)[number]

export type VerbRule = {
  verb: Verb
  from: readonly State[]
  /** Where it leads; `null` when the story stays where it is. */
  to: State | null
  roles: readonly WorkflowRole[]
  /** Readers must have the story, or must not have it yet. */
  only?: 'public' | 'unpublished'
}

const desk = ['editor', 'chief'] as const
const everyone = ['reporter', 'editor', 'chief'] as const
const chief = ['chief'] as const

/** While it is written and read, before the desk has decided. */
const open = ['draft', 'in review', 'changes requested'] as const
const decided = ['approved', 'scheduled'] as const
const out = ['published', 'correcting'] as const

export const verbRules: readonly VerbRule[] = [
  { verb: 'submit', from: ['draft', 'changes requested'], to: 'in review', roles: everyone },
  { verb: 'submit', from: ['correcting'], to: 'in review', roles: desk },
  { verb: 'withdraw', from: ['in review', 'changes requested'], to: 'draft', roles: everyone },
  {
    verb: 'request changes',
    from: ['in review', 'approved'],
    to: 'changes requested',
    roles: desk,
  },
  { verb: 'approve', from: [...open, 'correcting'], to: 'approved', roles: desk },
  // The newer text takes the place of the one that was to go out.
  { verb: 'approve', from: ['scheduled'], to: 'scheduled', roles: desk },
  { verb: 'reopen', from: decided, to: 'draft', roles: desk },
  { verb: 'schedule', from: decided, to: 'scheduled', roles: desk },
  { verb: 'unschedule', from: ['scheduled'], to: 'approved', roles: desk },
  {
    verb: 'archive',
    from: ['draft', 'changes requested', 'approved'],
    to: 'archived',
    roles: desk,
    only: 'unpublished',
  },
  { verb: 'restore', from: ['archived'], to: 'draft', roles: desk },
  {
    verb: 'publish',
    from: [...open, ...decided, ...out, 'retracted'],
    to: 'published',
    roles: desk,
  },
  { verb: 'correct', from: out, to: 'correcting', roles: desk, only: 'public' },
  {
    verb: 'retract',
    from: [...open, ...decided, ...out],
    to: 'retracted',
    roles: chief,
    only: 'public',
  },
  { verb: 'assign', from: open, to: null, roles: everyone },
  { verb: 'assign', from: [...decided, ...out, 'retracted', 'archived'], to: null, roles: desk },
  { verb: 'lift embargo', from: [...open, ...decided, 'archived'], to: null, roles: chief },
]

/** Who asks about a story, and how it stands. */
export type Standing = {
  state: State
  roles: readonly WorkflowRole[]
  /** Readers can see some version of it. */
  isPublic: boolean
}

/** The rules by which this person may act on the story now. */
export const openRules = ({ state, roles, isPublic }: Standing): VerbRule[] =>
  verbRules.filter(
    (rule) =>
      rule.from.includes(state) &&
      rule.roles.some((role) => roles.includes(role)) &&
      fits(rule, isPublic),
  )

/** Whether the rule is for stories that readers have, or for those they do not. */
export const fits = ({ only }: VerbRule, isPublic: boolean): boolean =>
  only === undefined || (only === 'public') === isPublic
