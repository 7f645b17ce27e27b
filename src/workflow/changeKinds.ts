/** What kind of change to a published story goes out: what each kind asks for, and who may call it minor. Pure. */
import type { Problem } from '#src/errors.ts'
import { sideOf, type StoryDiff } from '#src/story/diff.ts'
import { describeFact, type FactChange } from './changes.ts'

export const changeKinds = ['minor', 'update', 'clarification', 'correction'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What each kind says, in one line. */
export const kindLines: Record<ChangeKind, string> = {
  minor: 'Spelling or form; no quote, number, name or date',
  update: 'There is more to tell',
  clarification: 'It was right, but it misled; readers are told',
  correction: 'It was wrong; readers are told',
}

/** As much as the fields `before` and `after` of a correction hold. */
const LONGEST_SHOWN = 2000
/** More would hide what matters. */
const FACTS_NAMED = 3

/** A change on its way to readers. */
export type Change = {
  /** `null` while nobody has said it. */
  kind: ChangeKind | null
  note: string | null
  /** Readers would get something else than they have. */
  isVisible: boolean
  facts: readonly FactChange[]
  diff: StoryDiff
  /** The kinds of the notes to readers that were written into the story itself. */
  written: readonly ('clarification' | 'correction')[]
  isChief: boolean
}

/** Whether readers are told of a change of this kind, by a note of its own. */
export const isTold = (kind: unknown): kind is 'clarification' | 'correction' =>
  kind === 'clarification' || kind === 'correction'

/** What the change is called: the gravest of what somebody says and what the notes say that came with it. */
export const kindOf = ({ kind, written }: Pick<Change, 'kind' | 'written'>): ChangeKind | null =>
  changeKinds.findLast((one) => one === kind || written.some((note) => note === one)) ?? null

/**
 * What the change looks like. Facts that were replaced or taken out suggest that they were wrong; new ones, or whole
 * new passages, that there is more to tell. It proposes; a person decides.
 */
export const suggestKind = ({ facts, diff }: Pick<Change, 'facts' | 'diff'>): ChangeKind => {
  if (facts.some(({ before }) => before !== null)) return 'correction'
  const isLonger = diff.blocks.some(({ is }) => is !== 'changed')
  return facts.length > 0 || isLonger ? 'update' : 'minor'
}

/**
 * What stands against a change as it is called: what readers can see is never changed without a word for it; a minor
 * change touches no quote, number, date or name, unless a chief says so; from a clarification on readers are told, in
 * words.
 */
export const changeProblems = (change: Change): Problem[] => {
  const { note, facts, isVisible, written, isChief } = change
  const kind = kindOf(change)
  if (kind === null) return isVisible ? [kindMissing(change)] : []
  const problems: Problem[] = []
  if (kind === 'minor' && facts.length > 0 && !isChief) problems.push(notMinor(facts))
  if (isTold(kind) && !note?.trim() && written.length === 0) {
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

/** Why it is no minor change, without a colon: the panel splits messages there. */
export const notMinor = (facts: readonly FactChange[]): Problem => {
  const named = facts.slice(0, FACTS_NAMED).map(describeFact).join(', ')
  const more = facts.length - FACTS_NAMED
  return {
    code: 'change-not-minor',
    severity: 'error',
    path: 'change.kind',
    message: `It is no minor change (${named}${more > 0 ? ` and ${more} more` : ''}).`,
    fix: 'Call it an update, a clarification or a correction, or ask a chief.',
  }
}

const kindMissing = (change: Change): Problem => ({
  code: 'change-kind-missing',
  severity: 'error',
  path: 'change.kind',
  message: 'Readers have this story, so say what kind of change this is.',
  fix:
    `Set “change.kind” to ${changeKinds.map((kind) => `“${kind}” (${lowered(kindLines[kind])})`).join(', ')}. ` +
    `This one looks like “${suggestKind(change)}”.`,
})

const lowered = (line: string): string => `${line[0]?.toLowerCase() ?? ''}${line.slice(1)}`

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
