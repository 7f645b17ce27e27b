/** A stretch of words and the quotation marks it stands between, in UTF-16 offsets. */
type Stretch = { start: number; end: number }

/** The stretch with its marks and the spaces inside them. */
export function withMarks(text: string, { start, end }: Stretch): Stretch {
  const opening =
    /(?:[“„”‟"«»‘‚'‹›「『〝＂]|``)[\s\u00a0\u202f]*$/.exec(
      text.slice(Math.max(0, start - 4), start),
    )?.[0].length ?? 0
  const closing =
    /^[\s\u00a0\u202f]*(?:''|[”“‟"»«’‘'›‹」』〞〟＂])/.exec(text.slice(end, end + 4))?.[0].length ??
    0
  return { start: start - opening, end: end + closing }
}

/** Whether the words stand between two marks, so that a record can take their place without a mark left over. */
export function isBetweenMarks(text: string, span: Stretch): boolean {
  const { start, end } = withMarks(text, span)
  return start < span.start && end > span.end
}
