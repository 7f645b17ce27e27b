/** Who speaks where in a transcript: lines that begin with a name and a colon. */
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

/** No name is longer, with its party and the time before it. */
const MAX_LABEL = 200

export type Turns = {
  /** Offsets in the evidence where a turn's label begins, ascending. */
  starts: number[]
  speakers: string[]
}

/** `MR VALE (Coast Party):`, `John Smith:`, `>> Q:`, `[00:12:04] Speaker 2:`. */
const LABEL =
  /^[ \t]*(?:>>+[ \t]*)?(?:[([]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[)\]]?[ \t]*[-–]?[ \t]*)?(?:>>+[ \t]*)?([\p{Lu}][\p{L}\p{M}\d.'’&-]*(?:[ \t]+[\p{L}\d][\p{L}\p{M}\d.'’&-]*){0,7}(?:[ \t]*,?[ \t]*[([][^)\]\n]{1,80}[)\]])?)[ \t]*:(?=\s|$)/u

/** Small words that names hold: `THE MINISTER for FINANCE`, `Ursula von der Leyen`. */
const PARTICLE =
  /^(?:of|for|the|and|de|del|della|di|da|do|dos|van|von|der|den|la|le|bin|al|el|y|\d+)$/u

const isName = (label: string): boolean =>
  label
    .replace(/[([].*$/u, '')
    .split(/[ \t]+/)
    .filter((word) => word !== '')
    .every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word))

/** Fewer labelled lines than this in a text that is no transcript are chance: `Note:`, `Contact:`. */
const ENOUGH = 4

/**
 * Finds the turns of a text.
 *
 * @param isTranscript known to be one; elsewhere labels count only when there are several, by two speakers or more
 */
export const findTurns = (text: string, isTranscript: boolean): Turns => {
  const turns: Turns = { starts: [], speakers: [] }
  for (let line = 0; line < text.length;) {
    const start = line
    const end = text.indexOf('\n', line)
    line = end < 0 ? text.length : end + 1
    const head = text.slice(start, Math.min(line, start + MAX_LABEL))
    const label = head.includes(':') ? LABEL.exec(head)?.[1] : undefined
    if (label === undefined || !isName(label)) continue
    turns.starts.push(start)
    turns.speakers.push(speakerOf(label))
  }
  const isEnough = isTranscript || turns.starts.length >= ENOUGH
  return isEnough && new Set(turns.speakers).size > 1 ? turns : { starts: [], speakers: [] }
}

/** One speaker, however the label is set. */
const speakerOf = (label: string): string =>
  label
    .replace(/[([].*$/u, '')
    .replace(/[\s.,]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Who speaks at an offset of the evidence; `''` before the first label or where nobody is named. */
export const speakerAt = ({ starts, speakers }: Turns, offset: number): string =>
  speakers[firstFrom(starts.length, (at) => (starts[at] ?? 0) > offset) - 1] ?? ''
