/**
 * Words as the search knows them. One reading for what is published, for what is asked and for what is
 * marked, whatever the database: case, accents and ligatures do not count, and scripts that write without
 * spaces are taken character by character, so that a run of them is a phrase.
 */
import { AppError } from '#src/errors.ts'

/** A word, or several in a row. A prefix is the beginning of its (last) word. */
export type SearchTerm = { words: string[]; isPrefix: boolean }

export type FoundWord = { word: string; start: number; end: number }

/** What a query may hold at most. */
export const LONGEST_QUERY = 500
const MOST_WORDS = 24
const LONGEST_WORD = 64
/** A prefix of one letter is half of everything. */
const SHORTEST_PREFIX = 2

const noSpaces =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'
const wordPattern = new RegExp(`${noSpaces}|(?:(?!${noSpaces})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** Letters that Unicode does not take apart, as people type them without the right keyboard. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ـ: '',
}

/** A word without case and accents; empty when nothing is left of it. */
export const fold = (word: string): string => {
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþıςـ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
  return [...plain].slice(0, LONGEST_WORD).join('')
}

/** The words of a text and where they stand, in order. */
export const wordsIn = (text: string): FoundWord[] => {
  const found: FoundWord[] = []
  for (const { 0: part, index } of text.matchAll(wordPattern)) {
    const word = fold(part)
    if (word !== '') found.push({ word, start: index, end: index + part.length })
  }
  return found
}

/**
 * Reads a query: words (all of them wanted), "phrases", beginnings (`harb*`). `AND` between words says what is
 * the case anyway. Whatever else is typed is no word and is passed over.
 * @returns the terms, none when there is no word in it: such a query finds nothing
 * @throws AppError `bad-request` for a query that is too long
 */
export const readQuery = (query: string): SearchTerm[] => {
  if (query.length > LONGEST_QUERY) throw tooLong(`${LONGEST_QUERY} characters`)
  const parts = query.split(/"([^"]*)"/).flatMap((part, at) => {
    if (at % 2 === 1) return termOf(part, false)
    return part
      .split(/\s+/)
      .filter((word) => word !== 'AND')
      .flatMap((word) => termOf(word, word.endsWith('*')))
  })
  const terms = firstOfEach(parts)
  const count = terms.reduce((sum, { words }) => sum + words.length, 0)
  if (count > MOST_WORDS) throw tooLong(`${MOST_WORDS} words`)
  return terms
}

const termOf = (part: string, isPrefix: boolean): SearchTerm[] => {
  const words = wordsIn(part).map(({ word }) => word)
  const last = words.at(-1)
  if (last === undefined) return []
  return [{ words, isPrefix: isPrefix && last.length >= SHORTEST_PREFIX }]
}

const firstOfEach = (terms: SearchTerm[]): SearchTerm[] => [
  ...new Map(terms.map((term) => [JSON.stringify(term), term])).values(),
]

const tooLong = (most: string): AppError =>
  new AppError('bad-request', `The words to search for are too many. Give at most ${most}.`, {
    problems: [
      {
        code: 'bad-parameter',
        severity: 'error',
        path: 'q',
        message: 'The words to search for are too many.',
        fix: `Give at most ${most}.`,
      },
    ],
  })

/** Where a term begins in a row of words. */
export const placesOf = ({ words, isPrefix }: SearchTerm, row: readonly string[]): number[] => {
  const places: number[] = []
  for (let at = 0; at + words.length <= row.length; at += 1) {
    const fits = words.every((word, offset) => {
      const there = row[at + offset] ?? ''
      return isPrefix && offset === words.length - 1 ? there.startsWith(word) : there === word
    })
    if (fits) places.push(at)
  }
  return places
}
