/**
 * Where a quote stands in its evidence, as the W3C Web Annotation Data Model puts it: a TextPositionSelector
 * (offsets in Unicode code points) and a TextQuoteSelector (the words with 32 characters on either side).
 */
import { utf16Offsets } from '#src/quotes/text/codePoints.ts'

export type Selectors = {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

const CONTEXT = 32

/**
 * @param text of the evidence
 * @param from UTF-16 offset where the find begins
 * @param to where it ends
 */
export const selectorsFor = (text: string, from: number, to: number): Selectors => {
  const start = countCodePoints(text, 0, from)
  return {
    start,
    end: start + countCodePoints(text, from, to),
    exact: text.slice(from, to),
    prefix: [...text.slice(Math.max(0, from - CONTEXT * 2), from)].slice(-CONTEXT).join(''),
    suffix: [...text.slice(to, to + CONTEXT * 2)].slice(0, CONTEXT).join(''),
  }
}

/** How many Unicode code points stand between two UTF-16 offsets. */
const countCodePoints = (text: string, from: number, to: number): number => {
  let count = to - from
  for (let at = from; at + 1 < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0xd800 || code > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next >= 0xdc00 && next <= 0xdfff) count -= 1
  }
  return count
}

/**
 * Where a quote stood, in a text that may have changed since: by the words with their surroundings first, by
 * the old position otherwise. Only a hint for choosing among several places.
 *
 * @returns a UTF-16 offset, or `null` where nothing is known
 */
export const anchorIn = (text: string, before: Partial<Selectors> | null): number | null => {
  if (typeof before?.start !== 'number') return null
  const { exact = '', prefix = '', suffix = '' } = before
  const at = exact ? text.indexOf(`${prefix}${exact}${suffix}`) : -1
  if (at >= 0) return at + prefix.length
  return Math.min(utf16Offsets(text)(before.start), text.length)
}
