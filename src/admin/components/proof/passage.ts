/** The place in the evidence where the words stand, as it is shown. */
import type { Selectors } from '#src/quotes/check/selectors.ts'

export type Passage = {
  before: string
  /** The words; two pieces when the middle of a very long stretch is left out. */
  words: string[]
  after: string
}

/** As much is kept on either side of the words. */
const CONTEXT = 32
/** More words than this nobody reads to find a place. */
const LONGEST = 1200
const END_SHOWN = 450

/**
 * The words with what stands around them. An ellipsis marks where the evidence goes on, and no word is shown
 * in halves.
 *
 * @returns `null` when the words were not found
 */
export const passageOf = (place: { [Key in keyof Selectors]?: unknown } | null): Passage | null => {
  const { start, exact, prefix, suffix } = place ?? {}
  if (typeof exact !== 'string' || exact === '') return null
  const [before, after] = [asText(prefix), asText(suffix)]
  const beginsInside = typeof start === 'number' && start > [...before].length
  const endsInside = [...after].length >= CONTEXT
  return {
    before: closed(beginsInside ? `… ${before.replace(FIRST_HALF, '')}` : before),
    words: shortened(closed(exact)),
    after: closed(endsInside ? `${after.replace(LAST_HALF, '')} …` : after),
  }
}

/** Paragraphs one below the other, without the empty lines between them. */
const closed = (text: string): string => text.replace(/\s*\n\s*/g, '\n')

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The rest of a word that the context cuts; where a script sets no spaces there is nothing to drop. */
const FIRST_HALF = /^\S*\s+(?=\S)/u
const LAST_HALF = /(?<=\S)\s+\S*$/u

const shortened = (words: string): string[] =>
  words.length <= LONGEST
    ? [words]
    : [
        words.slice(0, END_SHOWN).replace(/\s+\S*$/u, ''),
        words.slice(-END_SHOWN).replace(/^\S*\s+/u, ''),
      ]
