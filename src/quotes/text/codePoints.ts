import { firstFrom } from './firstFrom.ts'

/**
 * JavaScript counts UTF-16 units; readers in other languages count code points. The reader works in the
 * first and answers in the second.
 * @returns a function from a UTF-16 offset to a code-point offset; an offset inside a pair counts as its start.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs: number[] = []
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset
  for (let i = 0; i < text.length - 1; i++) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1)))
      pairs.push(i++)
  }
  if (pairs.length === 0) return (offset) => offset
  return (offset) => offset - countBefore(pairs, offset)
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** How many of the sorted numbers are smaller than the limit. */
const countBefore = (sorted: number[], limit: number): number =>
  firstFrom(sorted.length, (at) => (sorted[at] ?? 0) >= limit)

/** The way back: a function from a code-point offset to a UTF-16 offset. */
export function utf16Offsets(text: string): (offset: number) => number {
  const starts: number[] = []
  let codePoints = 0
  for (let i = 0; i < text.length; i++, codePoints++) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) {
      starts.push(codePoints)
      i++
    }
  }
  if (starts.length === 0) return (offset) => offset
  return (offset) => offset + countBefore(starts, offset)
}
