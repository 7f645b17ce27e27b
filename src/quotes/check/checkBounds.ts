/** Where a find may begin and end: never inside a word or a number. `can` does not stand in `can't`. */
import { startOf, type NormalText } from './verbatimText.ts'
import { isWordUnit } from './verbatimWords.ts'

/** Writing without spaces between words: every place is a boundary. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What English hangs on a word; what other languages put before one (`l'homme`) may be left out. */
const CONTRACTION = /^(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{M}])/iu

/**
 * Whether cutting here would cut a word or a number in two.
 *
 * @param at offset in the normal form
 * @param side `start` when the find begins here, `end` when it ends here
 */
export const isCut = (normal: NormalText, at: number, side: 'start' | 'end'): boolean => {
  const { text } = normal
  if (at <= 0 || at >= text.length) return false
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  if (isWordUnit(left) && isWordUnit(right)) {
    return !(UNSPACED.test(text.charAt(at - 1)) || UNSPACED.test(text.charAt(at)))
  }
  return side === 'end' ? isCutAfter(normal, at) : isCutBefore(normal, at)
}

/** A word goes on behind what ends here: `can|'t`, `well|-known`, `1|,500`. */
const isCutAfter = (normal: NormalText, at: number): boolean => {
  const { text } = normal
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  if (!isWordUnit(left) || !isWordUnit(next)) return false
  if (right === APOSTROPHE) return true
  if (right === HYPHEN) return !isPause(normal, at, left, next)
  return isDigit(left) && isDigit(next) && (SEPARATORS.has(right) || isNumberSpace(normal, at))
}

/** A word began before what begins here: `can'|t`, `non-|compliant`, `1,|500`, `-|5`. */
const isCutBefore = (normal: NormalText, at: number): boolean => {
  const { text } = normal
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  const before = at >= 2 ? text.charCodeAt(at - 2) : 0
  if (!isWordUnit(right)) return false
  if (left === HYPHEN && isDigit(right) && !isWordUnit(before)) return true
  if (!isWordUnit(before)) return false
  if (left === APOSTROPHE) {
    return CONTRACTION.test(text.slice(at, at + 4)) || NOT.test(text.slice(Math.max(0, at - 3), at))
  }
  if (left === HYPHEN) return !isPause(normal, at - 1, before, right)
  return (
    isDigit(before) && isDigit(right) && (SEPARATORS.has(left) || isNumberSpace(normal, at - 1))
  )
}

/** French: `n'est`. */
const NOT = /(?<![\p{L}\p{M}])n'$/iu

const APOSTROPHE = 0x27
const HYPHEN = 0x2d
const SEPARATORS = new Set([...'.,:/'].map((char) => char.charCodeAt(0)))

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const originalAt = (normal: NormalText, at: number): number =>
  normal.original.charCodeAt(startOf(normal, at))

/** `1 500` with a space that does not break. */
const isNumberSpace = (normal: NormalText, at: number): boolean => {
  const code = originalAt(normal, at)
  return code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a)
}

/** An en dash between words may stand for a pause; between digits it is part of the figure. */
const isPause = (normal: NormalText, at: number, left: number, right: number): boolean =>
  !(isDigit(left) && isDigit(right)) && originalAt(normal, at) === 0x2013

/** Every place where `needle` stands, cutting nothing, at most `limit`. */
export const findPlaces = (
  evidence: NormalText,
  needle: string,
  { limit = 20_000, looseStart = false, looseEnd = false } = {},
): number[] => {
  const places: number[] = []
  if (needle === '') return places
  const { text } = evidence
  let from = 0
  while (places.length < limit) {
    // Where nothing may begin nothing is searched: a text of one long word would take forever.
    while (!looseStart && from < text.length && isCut(evidence, from, 'start')) from += 1
    const at = text.indexOf(needle, from)
    if (at < 0) break
    from = at + 1
    if (!looseStart && isCut(evidence, at, 'start')) continue
    if (!looseEnd && isCut(evidence, at + needle.length, 'end')) continue
    places.push(at)
  }
  return places
}

/** The same words with the first letter in the other case, when it has one. */
export const otherCase = (text: string): string | null => {
  const first = /^\p{L}/u.exec(text)?.[0]
  if (!first) return null
  const upper = first.toUpperCase()
  const flipped = first === upper ? first.toLowerCase() : upper
  return flipped === first || flipped.length !== first.length
    ? null
    : flipped + text.slice(first.length)
}
