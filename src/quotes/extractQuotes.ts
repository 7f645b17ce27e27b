/**
 * Finds who says what in a text, without guessing silently: marks, spans, classification, clauses, speakers, later
 * mentions, in that order, one file each. Deterministic, offline, linear in the length of the text.
 */
import { blockFindings } from '#src/quotes/voices/blocks.ts'
import { classifyBySpeaker, isAttributive, kindOf } from '#src/quotes/spans/classification.ts'
import { codePointOffsets } from '#src/quotes/text/codePoints.ts'
import type {
  CodePointSpan,
  ExtractedQuote,
  Extraction,
  NotQuote,
  QuoteDoubt,
} from './extractedQuote.ts'
import { detectLanguage, findLanguage } from '#src/quotes/languages/detectLanguage.ts'
import { type Passage, wordsOf } from '#src/quotes/spans/passages.ts'
import { buildQuote } from './quoteRecord.ts'
import { readStory, type StoryReading } from './storyReading.ts'
import { type DoubtText, doubtTexts } from './textDoubts.ts'
import { turnFindings } from '#src/quotes/voices/transcripts.ts'
import type { Voice } from '#src/quotes/voices/voice.ts'
import { findVoices } from '#src/quotes/voices/voices.ts'

export type ExtractOptions = {
  /** BCP 47; without it the language is told from the text. Languages without data are read as English, marks and all. */
  language?: string
}

/**
 * Extracts quotations with their speakers, quoted words that are no quotations, and doubts.
 * @param text plain text, paragraphs separated by blank lines (or one a line). Any string is accepted; nothing is thrown.
 * @returns offsets in Unicode code points, see `extractedQuote.ts`; the rules are listed in `rules.ts`.
 */
export function extractQuotes(text: string, options: ExtractOptions = {}): Extraction {
  const language =
    (options.language === undefined ? null : findLanguage(options.language)) ?? detectLanguage(text)
  const story = readStory(text, language)
  const { voices, people } = findVoices(story)
  joinSplits(story, voices)
  const toCodePoint = codePointOffsets(text)
  const extraction: Extraction = { quotes: [], notQuotes: [], doubts: [] }
  const place = { story, toCodePoint, extraction }
  story.passages.forEach((passage, i) => {
    if (passage.spans.length > 0) addPassage(place, passage, i, voices.get(i) ?? null)
  })
  const blocks = blockFindings(story, people, toCodePoint)
  const turns = turnFindings(story, people, toCodePoint)
  extraction.quotes = [...extraction.quotes, ...blocks.quotes, ...turns].sort(
    (a, b) => startOf(a) - startOf(b),
  )
  extraction.doubts = [
    ...extraction.doubts,
    ...blocks.doubts,
    ...quoteDoubts(extraction.quotes),
  ].sort((a, b) => a.span[0] - b.span[0])
  return extraction
}

const startOf = (quote: ExtractedQuote): number => quote.spans[0]?.[0] ?? 0

/** Parts of one interrupted sentence become one passage; the later part keeps no spans of its own. */
function joinSplits(story: StoryReading, voices: Map<number, Voice>): void {
  for (const [i, voice] of voices) {
    const first = voice.splitFrom === null ? undefined : story.passages[voice.splitFrom]
    const part = story.passages[i]
    if (!first || !part) continue
    first.spans.push(...part.spans)
    first.lastParagraph = part.lastParagraph
    first.flags.add('split')
    for (const flag of part.flags) first.flags.add(flag)
    part.spans = []
  }
}

type Place = {
  story: StoryReading
  toCodePoint: (offset: number) => number
  extraction: Extraction
}

function addPassage(
  { story, toCodePoint, extraction }: Place,
  passage: Passage,
  i: number,
  voice: Voice | null,
): void {
  const { text } = story
  const spans = passage.spans.map((span): CodePointSpan => [
    toCodePoint(span.start),
    toCodePoint(span.end),
  ])
  const before = text.slice(Math.max(0, passage.outerStart - 3), passage.outerStart)
  const reason =
    story.reasons[i] ??
    classifyBySpeaker(text, passage, {
      speaker: voice !== null && voice.ruleId !== 'verb-around',
      isSaidLater: voice?.ruleId === 'verb-around' && !isAttributive(text, passage, story.language),
      isVague: voice?.speaker?.isVague ?? false,
      isInvertedOrLed: (voice?.touchesAfter ?? false) || /[,:]\s*$/.test(before),
      hasDoubles: story.hasDoubles,
    })
  if (reason) {
    const notQuote: NotQuote = { text: wordsOf(text, passage), spans, ...reason }
    extraction.notQuotes.push(notQuote)
    const doubt =
      reason.reason === 'scare'
        ? doubtTexts.scare
        : reason.reason === 'headline'
          ? doubtTexts.headline
          : null
    if (doubt) extraction.doubts.push(doubtOf(doubt, notQuote.text, spans[0] as CodePointSpan))
    return
  }
  passage.kind ??= kindOfPassage(story, passage, voice)
  extraction.quotes.push(buildQuote({ story, passage, voice, spans }))
}

function kindOfPassage(
  story: StoryReading,
  passage: Passage,
  voice: Voice | null,
): 'direct' | 'partial' | 'block' {
  const paragraph = story.paragraphs[passage.paragraph]?.paragraph
  const isWhole =
    paragraph?.start === passage.outerStart &&
    (story.paragraphs[passage.lastParagraph]?.paragraph.end ?? 0) -
      (passage.spans.at(-1)?.end ?? 0) <=
      2
  const isLedIn = /:\s*$/.test(story.paragraphs[passage.paragraph - 1]?.words ?? '')
  if (isWhole && (voice?.ruleId === 'colon-lead-in' || (voice === null && isLedIn))) return 'block'
  return kindOf(story.text, passage, voice?.touchesAfter ?? false)
}

const doubtOf = (doubt: DoubtText, excerpt: string, span: CodePointSpan): QuoteDoubt => ({
  code: doubt.code,
  message: doubt.message,
  fix: doubt.fix,
  excerpt: excerpt.slice(0, 200),
  span,
})

function quoteDoubts(quotes: ExtractedQuote[]): QuoteDoubt[] {
  return quotes.flatMap((quote) => {
    const span = quote.spans[0] as CodePointSpan
    const texts: DoubtText[] = []
    if (quote.flags.includes('unclosed')) texts.push(doubtTexts.unclosed)
    if (quote.flags.includes('ambiguous-name')) texts.push(doubtTexts.ambiguous)
    else if (quote.speaker === null) texts.push(doubtTexts.unattributed)
    if (quote.anonymous && quote.via !== null) texts.push(doubtTexts.secondHandAnonymous)
    return texts.map((text) => doubtOf(text, quote.text, span))
  })
}
