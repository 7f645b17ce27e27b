/**
 * Marks to spans: what opens, what closes, what lies inside what. A stack per paragraph; a quotation that is
 * still open at the end of a paragraph goes on in the next one when that re-opens it. Never fails: a mark
 * that finds no partner is an apostrophe (single) or an unclosed quotation (double), and is flagged.
 */
import { closersOf, findMarks, type Mark } from './marks.ts'
import { closesAlone, closesSingle, mended, withoutPrimes } from './mendedMarks.ts'
import { hasWords, sentenceEndBefore, trimmed } from './spanEdges.ts'
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'

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
  /** Goes on from the span before it: in the paragraph before, re-opened with a mark or not, or inside the same marks. */
  continues: 'reopened' | 'not-reopened' | 'incise' | null
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
  endsInText: (from: number, to: number, goesOn: boolean) => number | null,
): Span[] {
  const spans: Span[] = []
  let carried: string | null = null
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind === 'block' || paragraph.kind === 'turn' || paragraph.kind === 'dialogue') {
      carried = null
      if (paragraph.kind === 'dialogue') spans.push(...dialogueSpans(text, paragraph, index))
      return
    }
    const next = paragraphs[index + 1]
    const read = readParagraph({
      text,
      paragraph,
      index,
      carried,
      nextOpens: next?.kind === 'text' ? (text[next.start] ?? '') : '',
    })
    carried = null
    for (const span of read.spans) {
      const goesOn = next?.kind === 'text' && text[next.start] === span.mark
      const cut = span.isUnclosed ? endsInText(span.start, span.end, goesOn) : null
      if (cut !== null) spans.push({ ...span, end: cut, outerEnd: cut })
      else spans.push(span)
      if (span.isUnclosed && cut === null && span === read.spans.at(-1)) carried = span.mark
    }
  })
  return settleUnclosed(spans)
}

/** The spoken parts of a dialogue, and what stands in marks in the newsroom’s words between them. */
function dialogueSpans(text: string, paragraph: Paragraph, index: number): Span[] {
  const spoken = spokenParts(paragraph, index)
  const between = spoken.flatMap((span, i) => {
    const gap = { ...paragraph, start: span.end, end: spoken[i + 1]?.start ?? paragraph.end }
    return gap.end - gap.start < 4
      ? []
      : readParagraph({ text, paragraph: gap, index, carried: null, nextOpens: '' }).spans
  })
  return [...spoken, ...between.filter((span) => !span.isUnclosed)].sort(
    (a, b) => a.start - b.start,
  )
}

/** The dash that opens a part belongs to its outside, as a quotation mark does. */
const spokenParts = ({ start, lines }: Paragraph, paragraph: number): Span[] =>
  lines.map((line, i) => ({
    paragraph,
    ...line,
    outerStart: i === 0 ? start : line.start,
    outerEnd: line.end,
    mark: '—',
    hasNested: false,
    isUnclosed: false,
    continues: null,
    isMixed: false,
  }))

/** A span that the next paragraph goes on with was not unclosed after all. */
function settleUnclosed(spans: Span[]): Span[] {
  return spans.map((span, i) =>
    span.isUnclosed && spans[i + 1]?.continues && spans[i + 1]?.paragraph === span.paragraph + 1
      ? { ...span, isUnclosed: false }
      : span,
  )
}

type Reading = {
  text: string
  paragraph: Paragraph
  index: number
  carried: string | null
  /** First letter or mark of the next paragraph. */
  nextOpens: string
}

function readParagraph({ text, paragraph, index, carried, nextOpens }: Reading): { spans: Span[] } {
  const marks = mended(withoutPrimes(findMarks(text, paragraph.start, paragraph.end)), text)
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
    if (words.end <= words.start || !hasWords(text, words)) return
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
    if (i === 0 && stack.length === 0 && closesAlone(mark, text, paragraph)) {
      const opener = { ...mark, at: paragraph.start, length: 0 }
      emit(
        { mark: opener, contentStart: paragraph.start, hasNested: false, continues: null },
        mark.at,
        mark.at + mark.length,
        true,
        false,
      )
      continue
    }
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
          open.mark.char !== '``' && (open.mark.char === '"') !== (mark.char === '"'),
        )
    } else if (
      stack.length < deepest &&
      mark.canOpen &&
      mark.char in closersOf &&
      (opensHere(stack, mark, marks, i, text) ||
        goesOnBelow({ stack, mark, text, paragraph, nextOpens }))
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
  const rest =
    stack.find((open) => open.mark.family === 'double') ??
    stack.find((open) => open.mark.char === nextOpens)
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
  const family = /[‘']/.test(carried) ? 'single' : 'double'
  const first = marks.find((mark) => mark.family === family)
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
      family,
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

/** `'They need a rest.` and the next paragraph opens with the same single mark: speech in single marks goes on there. */
const goesOnBelow = (input: {
  stack: Open[]
  mark: Mark
  text: string
  paragraph: Paragraph
  nextOpens: string
}): boolean => {
  const { stack, mark, text, paragraph, nextOpens } = input
  return (
    stack.length === 0 &&
    /[‘']/.test(mark.char) &&
    nextOpens === mark.char &&
    (mark.at === paragraph.start || /\s/.test(text[mark.at - 1] ?? '')) &&
    /^\p{Lu}/u.test(text.slice(mark.at + 1, mark.at + 3))
  )
}
