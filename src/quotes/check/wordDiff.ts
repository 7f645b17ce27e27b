/** What differs between two wordings, word by word, as data for the panel. */
import { diffArrays } from 'diff'
import { normalText } from './verbatimText.ts'

export type WordChange = { op: 'same' | 'add' | 'del'; text: string }

/** More words than this are not compared word by word: nobody would read it. */
const MAX_WORDS = 4000

/**
 * Compares two texts. Typography is no difference: `“yes”` and `"yes"` are the same.
 *
 * @param before what stood there: its own words are `del`
 * @param after what stands here now: its own words are `add`
 */
export const wordDiff = (before: string, after: string): WordChange[] => {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const changes: WordChange[] = []
  const push = (op: WordChange['op'], text: string): void => {
    const last = changes.at(-1)
    if (last?.op === op) last.text += text
    else if (text !== '') changes.push({ op, text })
  }
  for (const { added, removed, value } of diffArrays(old, now, { comparator: isSame })) {
    push(added ? 'add' : removed ? 'del' : 'same', value.map(({ text }) => text).join(''))
  }
  return changes
}

/** How many words of a diff stand on both sides. */
export const sharedWords = (changes: WordChange[]): number =>
  changes
    .filter(({ op }) => op === 'same')
    .reduce((sum, { text }) => sum + (text.match(WORD)?.length ?? 0), 0)

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu

type Token = { text: string; form: string }

const isSame = (one: Token, other: Token): boolean => one.form === other.form

/** Words and single marks, each with the spaces after it. */
const tokensOf = (text: string): Token[] =>
  (
    text.match(
      /(?:[\p{L}\p{N}\p{M}]+(?:['’.,:][\p{L}\p{N}\p{M}]+)*|[^\p{L}\p{N}\p{M}\s]|^)\s*/gu,
    ) ?? []
  )
    .filter((token) => token !== '')
    .slice(0, MAX_WORDS)
    .map((token) => ({ text: token, form: normalText(token).text }))
