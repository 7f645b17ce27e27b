/** A stretch of words and the quotation marks it stands between, in UTF-16 offsets. */
type Stretch = { start: number; end: number }

/** The stretch with its marks and the spaces inside them. */
export function withMarks(text: string, { start, end }: Stretch): Stretch {
  const opening =
    /(?:[“„”‟"«»‘‚'‹›「『〝＂]|``|'')[\s\u00a0\u202f]*$/.exec(
      text.slice(Math.max(0, start - 4), start),
    )?.[0].length ?? 0
  const closing =
    /^[\s\u00a0\u202f]*(?:''|[”“‟"»«’‘'›‹」』〞〟＂])/.exec(text.slice(end, end + 4))?.[0].length ??
    0
  return { start: start - opening, end: end + closing }
}

const openingDash = /(?:^|\n)[^\S\n]*[—–―-][^\S\n]*$/

/**
 * The stretch that a record takes in its sentence, where the words do not stand between two marks: those that
 * are there go with the words (one of a quotation that was never closed, the outer ones of one that is
 * interrupted inside its marks, the dash that opens a line of dialogue), for the record has marks of its own.
 */
export function placeInSentence(text: string, span: Stretch, isUnclosed: boolean): Stretch {
  if (isBetweenMarks(text, span) && !isUnclosed) return withMarks(text, span)
  const marked = withMarks(text, span)
  // The next mark after words that were never closed opens other words.
  if (marked.start < span.start) return { start: marked.start, end: span.end }
  if (marked.end > span.end) return { start: span.start, end: marked.end }
  const before = text.slice(Math.max(0, span.start - 8), span.start)
  const dash = openingDash.exec(before)
  const isLine = dash !== null && (dash[0].startsWith('\n') || before.length === span.start)
  return isLine ? { start: span.start - dash[0].replace('\n', '').length, end: span.end } : span
}

/**
 * Whether a record may stand in its sentence although marks are missing around the words: not for whole
 * paragraphs, which become blocks.
 */
export const mayStandWithoutMarks = ({ kind, flags }: Quoted): boolean =>
  kind !== 'block' && !flags.includes('lost-markup') && !flags.includes('multi-paragraph')

type Quoted = { kind: string; flags: readonly string[] }

/** Whether the words stand between two marks, so that a record can take their place without a mark left over. */
export function isBetweenMarks(text: string, span: Stretch): boolean {
  const { start, end } = withMarks(text, span)
  return start < span.start && end > span.end
}
