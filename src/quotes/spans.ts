/**
 * Marks to spans: what opens, what closes, what lies inside what. A stack per paragraph; a quotation that is
 * still open at the end of a paragraph goes on in the next one when that re-opens it. Never fails: a mark
 * that finds no partner is an apostrophe (single) or an unclosed quotation (double), and is flagged.
 */
import { closersOf, findMarks, type Mark } from '#src/quotes/marks.ts'
import type { Paragraph } from '#src/quotes/paragraphs.ts'

export type Span = {
  paragraph: number
  /** The words, without marks and the spaces inside them. */
  start: number
  end: number
  outerStart: number
  outerEnd: number
  mark: string
  hasNested: boolean
  isUnclosed: boolean
  /** Goes on from the span before it, in the paragraph before: re-opened with a mark, or not. */
  continues: 'reopened' | 'not-reopened' | null
  isMixed: boolean
}

/** Quotations inside quotations: print never goes deeper, and a bound keeps hostile text cheap. */
const deepest = 6

type Open = { mark: Mark; contentStart: number; hasNested: boolean; continues: Span['continues'] }

/**
 * Finds the outermost quotations of every paragraph, in order.
 * @param endsInText tells whether an unclosed stretch holds its own attribution (`…, he said.`): where the words end, or `null`.
 */
export function findSpans(
  text: string,
  paragraphs: Paragraph[],
  endsInText: (from: number, to: number) => number | null,
): Span[] {
  const spans: Span[] = []
  let carried: string | null = null
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind === 'block') {
      carried = null
      return
    }
    const read = readParagraph({ text, paragraph, index, carried })
    carried = null
    for (const span of read.spans) {
      const cut = span.isUnclosed ? endsInText(span.start, span.end) : null
      if (cut !== null) spans.push({ ...span, end: cut, outerEnd: cut })
      else spans.push(span)
      if (span.isUnclosed && cut === null && span === read.spans.at(-1)) carried = span.mark
    }
  })
  return settleUnclosed(spans)
}

/** A span that the next paragraph goes on with was not unclosed after all. */
function settleUnclosed(spans: Span[]): Span[] {
  return spans.map((span, i) =>
    span.isUnclosed && spans[i + 1]?.continues && spans[i + 1]?.paragraph === span.paragraph + 1
      ? { ...span, isUnclosed: false }
      : span,
  )
}

type Reading = { text: string; paragraph: Paragraph; index: number; carried: string | null }

function readParagraph({ text, paragraph, index, carried }: Reading): { spans: Span[] } {
  const marks = withoutPrimes(findMarks(text, paragraph.start, paragraph.end))
  const spans: Span[] = []
  const stack: Open[] = []
  const emit = (
    open: Open,
    end: number,
    outerEnd: number,
    isUnclosed: boolean,
    isMixed: boolean,
  ): void => {
    const words = trimmed(text, open.contentStart, end)
    if (words.end <= words.start) return
    const { mark, hasNested, continues } = open
    spans.push({
      paragraph: index,
      ...words,
      outerStart: mark.at,
      outerEnd,
      mark: mark.char,
      hasNested,
      isUnclosed,
      continues,
      isMixed,
    })
  }
  let from = 0
  if (carried) from = resume({ marks, carried, paragraph, stack })
  for (let i = from; i < marks.length; i++) {
    const mark = marks[i] as Mark
    const depth = closingDepth(stack, mark, marks, i, text)
    if (depth >= 0) {
      const open = stack[depth] as Open
      stack.length = depth
      const parent = stack.at(-1)
      if (parent) parent.hasNested = true
      else
        emit(
          open,
          mark.at,
          mark.at + mark.length,
          false,
          open.mark.char === '"' ? mark.char !== '"' : mark.char === '"',
        )
    } else if (
      stack.length < deepest &&
      mark.canOpen &&
      mark.char in closersOf &&
      opensHere(stack, mark, marks, i, text)
    ) {
      const bottom = stack.findIndex((open) => open.mark.char === mark.char)
      if (bottom === 0 && mark.family === 'double') {
        // The same mark again before any close: the first one was never closed.
        const open = stack[0] as Open
        stack.length = 0
        emit(open, sentenceEndBefore(text, open.contentStart, mark.at), mark.at, true, false)
      }
      stack.push({ mark, contentStart: mark.at + mark.length, hasNested: false, continues: null })
    }
  }
  const rest = stack.find((open) => open.mark.family === 'double')
  if (rest)
    emit({ ...rest, hasNested: stack.length > 1 }, paragraph.end, paragraph.end, true, false)
  return { spans }
}

/** Goes on with a quotation the paragraph before left open; returns the first mark still to be read. */
function resume(input: {
  marks: Mark[]
  carried: string
  paragraph: Paragraph
  stack: Open[]
}): number {
  const { marks, carried, paragraph, stack } = input
  const first = marks.find((mark) => mark.family === 'double')
  const closers = closersOf[carried] ?? ''
  if (
    first &&
    first.at === paragraph.start &&
    (first.char === carried || (carried === '«' && first.char === '»'))
  ) {
    stack.push({
      mark: { ...first, char: carried },
      contentStart: first.at + first.length,
      hasNested: false,
      continues: 'reopened',
    })
    return marks.indexOf(first) + 1
  }
  // No mark at the start, yet a close comes before any open: the words went on without a new mark.
  const isClose = first && closers.includes(first.char) && (first.char !== '"' || !first.canOpen)
  if (isClose) {
    const mark: Mark = {
      at: paragraph.start,
      length: 0,
      char: carried,
      family: 'double',
      canOpen: true,
      canClose: false,
      afterDigit: false,
    }
    stack.push({ mark, contentStart: paragraph.start, hasNested: false, continues: 'not-reopened' })
  }
  return 0
}

/** Index in the stack of the opening mark this one closes, or -1. Marks left open above it are given up. */
function closingDepth(stack: Open[], mark: Mark, marks: Mark[], i: number, text: string): number {
  if (!mark.canClose || stack.length === 0) return -1
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const open = stack[depth] as Open
    if ((closersOf[open.mark.char] ?? '').includes(mark.char)) {
      const isBare = mark.char === '"' || mark.char === "'"
      if (isBare && mark.canOpen && depth === stack.length - 1 && open.mark.family !== mark.family)
        return -1
      if (mark.family === 'single' && !closesSingle(mark, marks, i, text)) return -1
      return depth
    }
    // A single mark never closes across a double one that is still open.
    if (open.mark.family === 'double' && mark.family === 'single') return -1
  }
  return -1
}

/** `the officials’ view`: after an s and before a lower-case word a later, surer close wins. */
function closesSingle(mark: Mark, marks: Mark[], i: number, text: string): boolean {
  if (mark.char === '›' || mark.char === '‹' || mark.char === '‘') return true
  const isPossessive =
    text[mark.at - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3))
  if (!isPossessive) return true
  for (let next = i + 1; next < marks.length && next < i + 20; next++) {
    const later = marks[next] as Mark
    if (later.family === 'double' || later.canOpen) return true
    if (later.char === mark.char && /[.,!?…]/.test(text[later.at - 1] ?? '')) return false
  }
  return true
}

/** A single mark opens only if one that closes it follows before long; a double mark always does. */
function opensHere(stack: Open[], mark: Mark, marks: Mark[], i: number, text: string): boolean {
  const top = stack.at(-1)
  if (mark.family === 'double') return true
  if (top?.mark.char === mark.char) return false
  const closers = closersOf[mark.char] ?? ''
  for (let next = i + 1; next < marks.length && next < i + 40; next++) {
    const later = marks[next] as Mark
    const closesOuter =
      top &&
      top.mark.family === 'double' &&
      (closersOf[top.mark.char] ?? '').includes(later.char) &&
      !later.canOpen
    if (closesOuter) return false
    if (closers.includes(later.char) && later.canClose && !/\s/.test(text[later.at - 1] ?? ' '))
      return true
    if (later.char === mark.char && later.char !== "'") return false
  }
  return false
}

/** Inches and feet: a straight mark after a digit that would leave the others without partners. */
function withoutPrimes(marks: Mark[]): Mark[] {
  let straight = marks.filter((mark) => mark.char === '"').length
  return marks.filter((mark, i) => {
    if (mark.char === "'" && mark.afterDigit && /[\d"]/.test(marks[i + 1]?.char ?? '')) return false
    if (mark.char !== '"' || !mark.afterDigit || mark.canOpen || straight % 2 === 0) return true
    straight--
    return false
  })
}

/** Where the words of an unclosed quotation most likely end: after the last full stop before the next mark. */
function sentenceEndBefore(text: string, from: number, to: number): number {
  for (let at = to - 1; at > Math.max(from, to - 2000); at--)
    if (/[.!?]/.test(text[at] as string)) return at + 1
  return to
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  return { start, end }
}
