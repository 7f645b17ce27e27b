/** Where the words of a quotation begin and end. */

/** Marks around nothing but marks and spaces hold nobody’s words. */
export const hasWords = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /[^\s"'‘’‚“”„‟«»‹›「」『』]/.test(text.slice(start, Math.min(end, start + 400)))

/** Where the words of an unclosed quotation most likely end: after the last full stop before the next mark. */
export function sentenceEndBefore(text: string, from: number, to: number): number {
  for (let at = to - 1; at > Math.max(from, to - 2000); at--)
    if (/[.!?]/.test(text[at] as string)) return at + 1
  return to
}

/** A range without the spaces at its ends. */
export function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = Math.max(from, to)
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  return { start, end }
}
