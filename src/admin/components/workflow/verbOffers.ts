/** The verbs a person is offered beside a story: the likely one first, then as a story takes them. Pure. */
import type { State } from '#src/workflow/states.ts'
import { openRules, type Verb, type WorkflowRole } from '#src/workflow/verbs.ts'

/** What is asked before the verb is sent. */
export type Question = {
  kind: 'reason' | 'time'
  title: string
  label: string
}

export type Offer = {
  /** The last part of `POST /api/articles/:id/…`. */
  path: string
  label: string
  /** The step most stories take from here. */
  isNext?: boolean
  question?: Question
}

/** The story as it was last saved, as far as the offers depend on it. */
export type Standing = {
  state: State
  firstPublishedAt?: string | null
  embargoUntil?: string | null
  approvalVoid?: string | null
  scheduleProblem?: string | null
}

type Row = Offer & {
  verb: Verb
  /** What has to hold besides the table of verbs. */
  when?: (story: Standing) => boolean
}

const isScheduled = ({ state }: Standing): boolean => state === 'scheduled'

const rows: readonly Row[] = [
  { verb: 'submit', path: 'submit', label: 'Submit', isNext: true },
  {
    verb: 'approve',
    path: 'approve',
    label: 'Approve',
    isNext: true,
    when: (story) => !isScheduled(story),
  },
  {
    verb: 'approve',
    path: 'approve',
    label: 'Approve the newer text',
    isNext: true,
    when: (story) => isScheduled(story) && Boolean(story.approvalVoid),
  },
  {
    verb: 'request changes',
    path: 'request-changes',
    label: 'Request changes…',
    question: {
      kind: 'reason',
      title: 'What has to change?',
      label: 'The reporter reads this beside the story and in a notice.',
    },
  },
  {
    verb: 'schedule',
    path: 'schedule',
    label: 'Schedule…',
    isNext: true,
    when: (story) => !isScheduled(story),
    question: {
      kind: 'time',
      title: 'When does it go out?',
      label: 'What was approved goes out at this minute, later changes do not.',
    },
  },
  {
    verb: 'schedule',
    path: 'schedule',
    label: 'Change the time…',
    when: isScheduled,
    question: {
      kind: 'time',
      title: 'When does it go out instead?',
      label: 'What was approved goes out at this minute, later changes do not.',
    },
  },
  { verb: 'unschedule', path: 'unschedule', label: 'Take off the schedule' },
  { verb: 'withdraw', path: 'withdraw', label: 'Back to draft' },
  { verb: 'reopen', path: 'reopen', label: 'Back to draft' },
  {
    verb: 'lift embargo',
    path: 'lift-embargo',
    label: 'Lift the embargo…',
    when: ({ embargoUntil }) => Boolean(embargoUntil),
    question: {
      kind: 'reason',
      title: 'Why is the embargo lifted?',
      label: 'The record keeps this with your name. Write at least 10 characters.',
    },
  },
  { verb: 'archive', path: 'archive', label: 'Archive' },
  { verb: 'restore', path: 'restore', label: 'Bring back as a draft', isNext: true },
  {
    verb: 'retract',
    path: 'retract',
    label: 'Retract…',
    question: {
      kind: 'reason',
      title: 'Retract this story?',
      label:
        'The text goes away for readers, the address stays. They read why, in the words you write here: at least 10 characters.',
    },
  },
]

const retry: Offer = { path: 'retry', label: 'Try again', isNext: true }

/**
 * What this person may do with the story now. Publishing and assigning have places of their own in the panel.
 *
 * @param story as it was last saved
 * @param roles of the person
 */
export const offersOf = (story: Standing, roles: readonly WorkflowRole[]): Offer[] => {
  const { state } = story
  const isPublic = Boolean(story.firstPublishedAt) && state !== 'retracted'
  const verbs = openRules({ state, roles, isPublic }).map(({ verb }) => verb)
  const isDesk = roles.includes('editor') || roles.includes('chief')
  const mayRetry = isScheduled(story) && Boolean(story.scheduleProblem) && isDesk
  const open = rows.filter(({ verb, when }) => verbs.includes(verb) && (when?.(story) ?? true))
  const next = mayRetry ? retry : preferred(open, isDesk)
  const offers = open.map(({ path, label, question }) => ({
    path,
    label,
    ...(question ? { question } : {}),
    isNext: next?.label === label,
  }))
  const [first, rest] = [true, false].map((is) => offers.filter(({ isNext }) => isNext === is))
  return [...(mayRetry ? [retry] : []), ...(first ?? []), ...(rest ?? [])]
}

/** One button stands out: what the desk approves, it need not submit to itself. */
const preferred = (open: readonly Row[], isDesk: boolean): Row | undefined => {
  const likely = open.filter(({ isNext }) => isNext)
  return (isDesk && likely.find(({ verb }) => verb === 'approve')) || likely[0]
}
