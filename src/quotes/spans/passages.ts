/** Quoted passages before anyone is named: one per quotation, made of the spans that belong together. */
import type { QuoteFlag } from '#src/quotes/extractedQuote.ts'
import type { Span } from './spans.ts'

export type Passage = {
  spans: { start: number; end: number }[]
  /** Paragraph of each span. */
  paragraph: number
  lastParagraph: number
  outerStart: number
  outerEnd: number
  mark: string
  kind: 'direct' | 'partial' | 'block' | null
  flags: Set<QuoteFlag>
}

/** One passage per outermost quotation; paragraphs that re-open the marks go on with the passage before. */
export function passagesOf(text: string, spans: Span[]): Passage[] {
  const passages: Passage[] = []
  for (const span of spans) {
    const last = passages.at(-1)
    const words = { start: span.start, end: span.end }
    if (span.continues === 'incise' && last) {
      last.spans.push(words)
      last.flags.add('split')
      addFlags(last.flags, text, span)
      continue
    }
    if (span.continues && last && last.lastParagraph === span.paragraph - 1) {
      last.spans.push(words)
      last.lastParagraph = span.paragraph
      last.flags.add('multi-paragraph')
      if (span.continues === 'not-reopened') last.flags.add('not-reopened')
      addFlags(last.flags, text, span)
      continue
    }
    const flags = new Set<QuoteFlag>()
    addFlags(flags, text, span)
    passages.push({
      spans: [words],
      paragraph: span.paragraph,
      lastParagraph: span.paragraph,
      outerStart: span.outerStart,
      outerEnd: span.outerEnd,
      mark: span.mark,
      kind: null,
      flags,
    })
  }
  return passages
}

function addFlags(flags: Set<QuoteFlag>, text: string, span: Span): void {
  if (span.hasNested) flags.add('nested')
  if (span.isUnclosed) flags.add('unclosed')
  if (span.isMixed) flags.add('mixed-marks')
  addAlterations(flags, text.slice(span.start, span.end))
}

/** Brackets and stage directions are the newsroom’s words inside the speaker’s; ellipses leave words out. */
export function addAlterations(flags: Set<QuoteFlag>, words: string): void {
  if (
    /\[[^\]]{0,200}\]|\((?:laughs|laughter|sic|applause|pause|pauses|smiles|sighs|rires|lacht|ríe|ride|risos)\)/i.test(
      words,
    )
  )
    flags.add('altered')
  if (/…|\.\.\./.test(words)) flags.add('elided')
}

/** The words of a passage: interrupted sentences joined by a space, paragraphs by a blank line. */
export const wordsOf = (text: string, passage: Passage): string =>
  passage.spans
    .map((span) => text.slice(span.start, span.end))
    .join(
      passage.flags.has('multi-paragraph') || (passage.kind === 'block' && passage.spans.length > 1)
        ? '\n\n'
        : ' ',
    )
