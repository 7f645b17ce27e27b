/** What preflight finds: a problem with a name that stays the same while it is about the same thing. */
import { createHash } from 'node:crypto'
import type { Problem } from '#src/errors.ts'

export type Finding = Problem & {
  /** `CODE:HASH`. A tick is given to a key, so it does not outlive what it was given for. */
  key: string
  /** The words of the story it is about. */
  excerpt?: string
}

/** All but the key. */
export type FindingInput = Omit<Problem, 'severity'> & {
  /** What it is about: the words, or the id of the record. Other words are another finding. */
  about: string
  excerpt?: string
}

/** Stops publication. */
export const error = (input: FindingInput): Finding => finding('error', input)

/** Waits for a tick. */
export const warning = (input: FindingInput): Finding => finding('warning', input)

/** A problem another room found, as a finding. */
export const asFinding = (problem: Problem): Finding => ({
  ...problem,
  key: keyOf(problem.code, problem.message),
})

/** The beginning of a text, for a message. */
export const excerptOf = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57)}…` : text

const finding = (severity: Problem['severity'], { about, ...rest }: FindingInput): Finding => ({
  ...rest,
  severity,
  key: keyOf(rest.code, about),
})

const keyOf = (code: string, about: string): string =>
  `${code}:${createHash('sha256').update(about.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 10)}`
