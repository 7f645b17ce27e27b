/** Whether two quotations are the same words, for offering a record that exists instead of making another. */
import search from 'approx-string-match'

export type Sameness = 'same' | 'near'

/** Shorter words look alike by chance. */
const MIN_NEAR = 20
/** One letter in eight may differ: a misheard word, another edition's commas. */
const TOLERANCE = 8

/**
 * Compares two quotations by their letters and figures: marks, dashes, case and spaces are house style.
 * @returns `same`, `near` for a few letters of difference or words one of them leaves out at an end, or `null`
 */
export const nearlySame = (one: string, other: string): Sameness | null =>
  sameness(comparable(one), comparable(other))

/** A quotation brought to one form, for comparing it with many. */
export type Comparable = { letters: string; words: ReadonlySet<string> }

export function comparable(text: string): Comparable {
  const letters = normalised(text)
  return { letters, words: new Set(letters.split(' ')) }
}

/** As `nearlySame`, for quotations that were brought to one form before. */
export function sameness(one: Comparable, other: Comparable): Sameness | null {
  const [short, long] = one.letters.length <= other.letters.length ? [one, other] : [other, one]
  if (short.letters === '') return null
  if (short.letters === long.letters) return 'same'
  const { length } = short.letters
  if (length < MIN_NEAR || length < long.letters.length * 0.6) return null
  if (!shareWords(short.words, long.words)) return null
  return search(long.letters, short.letters, Math.floor(length / TOLERANCE)).length > 0
    ? 'near'
    : null
}

/** Most quotations have nothing to do with each other: the letters are not looked at then. */
function shareWords(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared >= few.size * 0.5
}

/** The words alone, in one form (Unicode NFKC). */
const normalised = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
