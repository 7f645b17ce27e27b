/** Words of a text with their surroundings (W3C Web Annotation, TextQuoteSelector), found again when it moves. */

export type TextQuote = {
  exact: string
  prefix?: string | null | undefined
  suffix?: string | null | undefined
}

const CONTEXT = 32

/** White space differs between an editor on the screen and the stored text, and means nothing here. */
export const collapseSpace = (text: string): string => text.replace(/\s+/gu, ' ')

/**
 * The selector of some words.
 *
 * @param start where the words begin in the text, in UTF-16 units, as `end`
 */
export const textQuoteOf = (text: string, start: number, end: number): TextQuote => ({
  exact: collapseSpace(text.slice(start, end)).trim(),
  prefix: [...collapseSpace(text.slice(Math.max(0, start - 4 * CONTEXT), start))]
    .slice(-CONTEXT)
    .join(''),
  suffix: [...collapseSpace(text.slice(end, end + 4 * CONTEXT))].slice(0, CONTEXT).join(''),
})

/**
 * Finds the words again. Where they stand more than once, the place whose surroundings fit best.
 *
 * @returns the place in the text with its white space collapsed; `null` when the words are not there any more
 */
export const findTextQuote = (
  text: string,
  quote: TextQuote,
): { start: number; end: number } | null => {
  const whole = collapseSpace(text)
  const exact = collapseSpace(quote.exact).trim()
  if (exact === '') return null
  const prefix = collapseSpace(quote.prefix ?? '').trim()
  const suffix = collapseSpace(quote.suffix ?? '').trim()
  let best: { start: number; fit: number } | null = null
  for (let at = whole.indexOf(exact); at >= 0; at = whole.indexOf(exact, at + 1)) {
    const before = whole.slice(0, at).trimEnd()
    const after = whole.slice(at + exact.length).trimStart()
    const fit = sharedEnd(before, prefix) + sharedStart(after, suffix)
    if (!best || fit > best.fit) best = { start: at, fit }
  }
  return best && { start: best.start, end: best.start + exact.length }
}

const sharedStart = (one: string, other: string): number => {
  let length = 0
  while (length < other.length && one[length] === other[length]) length += 1
  return length
}

const sharedEnd = (one: string, other: string): number => {
  let length = 0
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}
