/** What kind of change to a published story goes out: what each kind asks for, and who may call it minor. Pure. */
import type { Problem } from '#src/errors.ts'
import { sideOf, type StoryDiff } from '#src/story/diff.ts'
import { describeFact, type FactChange } from './changes.ts'

export const changeKinds = ['minor', 'update', 'clarification', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** As much as the fields `before` and `after` of a correction hold. */
const LONGEST_SHOWN = 2000
/** More would hide what matters. */
const FACTS_NAMED = 3

type Asked = {
  kind: ChangeKind
  note: string | null
  facts: readonly FactChange[]
  isChief: boolean
}

/** Whether readers are told of a change of this kind, by a note of its own. */
export const isTold = (kind: unknown): kind is 'clarification' | 'correction' =>
  kind === 'clarification' || kind === 'correction'

/**
 * What stands against calling a change what somebody calls it: a minor one touches no quote, number, date or name,
 * unless a chief says so; from a clarification on readers are told, in words.
 */
export const changeProblems = ({ kind, note, facts, isChief }: Asked): Problem[] => {
  const problems: Problem[] = []
  if (kind === 'minor' && facts.length > 0 && !isChief) {
    const named = facts.slice(0, FACTS_NAMED).map(describeFact).join(', ')
    const more = facts.length - FACTS_NAMED
    problems.push({
      code: 'change-not-minor',
      severity: 'error',
      path: 'change.kind',
      // Without a colon: the panel splits messages there.
      message: `It is no minor change (${named}${more > 0 ? ` and ${more} more` : ''}).`,
      fix: 'Call it an update, a clarification or a correction, or ask a chief.',
    })
  }
  if (isTold(kind) && !note?.trim()) {
    problems.push({
      code: 'change-note-missing',
      severity: 'error',
      path: 'change.note',
      message: `Readers are told of a ${kind}.`,
      fix: 'Write the note in full sentences: what was wrong and what is right.',
    })
  }
  return problems
}

/** The words before and after, where the change is in one place; `null` where it is in several. */
export const changedWords = ({
  fields,
  blocks,
}: StoryDiff): { before: string | null; after: string | null } => {
  const [only, ...others] = [...fields, ...blocks]
  if (!only || others.length > 0) return { before: null, after: null }
  return { before: shown(sideOf(only.words, 'before')), after: shown(sideOf(only.words, 'after')) }
}

const shown = (text: string): string | null => text.slice(0, LONGEST_SHOWN) || null
