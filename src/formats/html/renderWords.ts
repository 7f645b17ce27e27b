/** Two versions of a text as one, with what came and what went. */
import { escapeHtml } from '#src/formats/html/escapeHtml.ts'
import type { WordPiece } from '#src/story/diff.ts'

/** So many words stand around a change; what is between is left out. */
const AROUND = 14
/** Fewer words are not worth an ellipsis. */
const LEAST_LEFT_OUT = 6

/** The words, with `<ins>` and `<del>`; long passages that stayed are cut to what stands around the changes. */
export const renderWords = (words: WordPiece[]): string =>
  words
    .map((piece, index) => {
      if (piece.is === 'added') return `<ins>${lines(piece.text)}</ins>`
      if (piece.is === 'removed') return `<del>${lines(piece.text)}</del>`
      return lines(shortened(piece.text, index > 0, index < words.length - 1))
    })
    .join('')

/** The end of what stands before a change, the beginning of what stands after one. */
const shortened = (text: string, isAfter: boolean, isBefore: boolean): string => {
  const words = [...text.matchAll(/\S+/g)]
  const kept = (isAfter ? AROUND : 0) + (isBefore ? AROUND : 0)
  if (kept === 0 || words.length < kept + LEAST_LEFT_OUT) return text
  const start = isAfter ? text.slice(0, endOf(words[AROUND - 1])) : ''
  const end = isBefore ? text.slice(words[words.length - AROUND]?.index) : ''
  return `${start}${start && ' '}…${end && ' '}${end}`
}

const endOf = (match: RegExpMatchArray | undefined): number =>
  (match?.index ?? 0) + (match?.[0].length ?? 0)

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')
