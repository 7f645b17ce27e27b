/**
 * What the stored rich text looks like, seen from outside: guards and the table of text formats.
 * Both directions (`lexicalToStory`, `storyToLexical`) read it from here, so they cannot drift apart.
 */
import type { TextMark } from '#src/story/publishedStory.ts'

export type JsonRecord = Record<string, unknown>

/** Bits of a Lexical text node's `format`, in the order marks are listed in a story. */
const FORMAT_BITS: readonly (readonly [TextMark, number])[] = [
  ['bold', 1],
  ['italic', 2],
  ['underline', 8],
  ['strikethrough', 4],
  ['code', 16],
  ['subscript', 32],
  ['superscript', 64],
]

/** The marks of a Lexical `format` bitmask, always in the same order. Highlighting is the editor's own. */
export const marksOf = (format: unknown): TextMark[] =>
  typeof format === 'number'
    ? FORMAT_BITS.filter(([, bit]) => (format & bit) !== 0).map(([mark]) => mark)
    : []

/** The Lexical `format` bitmask of marks. */
export const formatOf = (marks: readonly TextMark[]): number =>
  FORMAT_BITS.reduce((bits, [mark, bit]) => (marks.includes(mark) ? bits | bit : bits), 0)

/** Whether `value` is a plain JSON object. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The string at `key`, trimmed, or `null` when it is missing, empty or no string. */
export const findText = (record: JsonRecord, key: string): string | null => {
  const value = record[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The id in a relationship field, which holds the id itself or the whole record, or `null`. */
export const findId = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  return isRecord(value) && !isRecord(value.id) ? findId(value.id) : null
}
