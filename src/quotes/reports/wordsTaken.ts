/** How many words were taken from a work: what a newsroom looks at before it quotes more of it. */

/** Scripts that put no spaces between words: there the letters are counted. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

// Hyphenated and apostrophised words count once, as newsrooms count them.
const word = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}])(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]|[-‐‑'’.,/](?=(?![${unspaced}])[\\p{L}\\p{N}]))*`,
  'gu',
)

/** How many words a text has; in a script without spaces, how many letters. */
export const countTextWords = (text: string): number => {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count += 1
  return count
}

/** How many words of a quote are the speaker's: what the newsroom added in [brackets] is not. */
export const countQuotedWords = (text: string): number => countTextWords(withoutAdditions(text))

/** Comparing each with each grows with the square: beyond this only equal texts count once. */
const MAX_COMPARED = 400

/**
 * How many words a set of quotes takes from the same work. Words that stand in two quotes because one holds
 * the other whole are taken once.
 *
 * @param texts the quotes as they are recorded, paraphrases left out
 */
export const wordsTaken = (texts: readonly string[]): number => {
  const distinct = [...new Set(texts.map(comparable))].filter((text) => text.trim() !== '')
  const longestFirst = distinct.sort((a, b) => b.length - a.length)
  const kept: string[] = []
  for (const text of longestFirst) {
    const isWithin = distinct.length <= MAX_COMPARED && kept.some((other) => other.includes(text))
    if (!isWithin) kept.push(text)
  }
  return kept.reduce((sum, text) => sum + countTextWords(text), 0)
}

/** Lower case, words with one space between and around them: a part of a word is no part of a text. */
const comparable = (text: string): string => {
  const words = withoutAdditions(text).normalize('NFC').toLowerCase().match(word) ?? []
  return ` ${words.join(' ')} `
}

const withoutAdditions = (text: string): string => text.replace(/\[[^\]]*\]/g, '')
