/** Block quotations without marks: set off with `>` or by indentation, or after a colon with their markup lost; and lead-ins left alone. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import type { CodePointSpan, ExtractedQuote, QuoteDoubt } from '#src/quotes/extractedQuote.ts'
import { findLeadIns, type ParagraphFacts } from './leadIns.ts'
import { findMedium } from '#src/quotes/names/mediums.ts'
import { addAlterations, type Passage } from '#src/quotes/spans/passages.ts'
import { type People, resolveSpeaker } from '#src/quotes/names/people.ts'
import { buildQuote } from '#src/quotes/quoteRecord.ts'
import { findRelay } from '#src/quotes/clauses/relays.ts'
import { clausesOf, type ReadParagraph, type StoryReading } from '#src/quotes/storyReading.ts'
import { doubtTexts } from '#src/quotes/textDoubts.ts'
import { fromLeadIn } from './leadInVoice.ts'
import type { Voice } from './voice.ts'

type Findings = { quotes: ExtractedQuote[]; doubts: QuoteDoubt[] }

/** Finds the blocks of a story and the lead-ins that lost theirs. */
export function blockFindings(
  story: StoryReading,
  people: People,
  toCodePoint: (offset: number) => number,
): Findings {
  const facts = story.paragraphs.map((read, i) => factsOf(story, read, i))
  const leadIns = findLeadIns(facts)
  const findings: Findings = { quotes: [], doubts: [] }
  const span = (from: number, to: number): CodePointSpan => [toCodePoint(from), toCodePoint(to)]
  story.paragraphs.forEach((read, i) => {
    if (read.paragraph.kind !== 'block' || !hasWords(story, read)) return
    const voice = lineInside(story, read) ?? lineAfter(story, i) ?? blockLeadIn(story, people, i)
    findings.quotes.push(blockQuote({ story, at: i, voice, span, isLost: false }))
  })
  for (const { paragraph: at, outcome } of leadIns) {
    const lead = story.paragraphs[at] as ReadParagraph
    const next = story.paragraphs[at + 1]
    if (outcome === 'lost')
      findings.doubts.push({
        ...doubtTexts.lostLeadIn,
        excerpt: lead.words.slice(-160),
        span: span(lead.paragraph.start, lead.paragraph.end),
      })
    if (!next || (outcome !== 'lost-block' && outcome !== 'lost-block-with-quotes')) continue
    findings.doubts.push({
      ...doubtTexts.lostBlock,
      excerpt: next.words.slice(0, 160),
      span: span(next.paragraph.start, next.paragraph.end),
    })
    if (outcome === 'lost-block')
      findings.quotes.push(
        blockQuote({
          story,
          at: at + 1,
          voice: lostVoice(story, people, at + 1),
          span,
          isLost: true,
        }),
      )
  }
  return findings
}

const endsInColon = (words: string): boolean => words.trimEnd().endsWith(':')

function factsOf(story: StoryReading, read: ReadParagraph, i: number): ParagraphFacts {
  const leads = endsInColon(read.words)
  const isLed = endsInColon(story.paragraphs[i - 1]?.words ?? '')
  return {
    paragraph: read.paragraph,
    words: read.words,
    reading: read.reading,
    firstClauses: leads || isLed ? clausesOf(read, leads && !isLed ? 'last' : 'first') : [],
    firstSentenceEnd: read.ends[0] ?? 0,
    hasQuotes: read.passages.length > 0,
  }
}

type Block = {
  story: StoryReading
  at: number
  voice: Voice | null
  span: (from: number, to: number) => CodePointSpan
  isLost: boolean
}

function blockQuote({ story, at, voice, span, isLost }: Block): ExtractedQuote {
  const { paragraph } = story.paragraphs[at] as ReadParagraph
  const lines =
    paragraph.kind === 'block'
      ? paragraph.lines.filter((line) => !isCreditOf(story.text.slice(line.start, line.end)))
      : [paragraph]
  const passage: Passage = {
    spans: lines.map(({ start, end }) => withoutMarks(story.text, start, end)),
    paragraph: at,
    lastParagraph: at,
    outerStart: paragraph.start,
    outerEnd: paragraph.end,
    mark: '',
    kind: 'block',
    flags: new Set(isLost ? ['lost-markup'] : []),
  }
  for (const line of passage.spans)
    addAlterations(passage.flags, story.text.slice(line.start, line.end))
  const quote = buildQuote({
    story,
    passage,
    voice,
    spans: passage.spans.map((line) => span(line.start, line.end)),
  })
  const text = passage.spans
    .map((line) => story.text.slice(line.start, line.end))
    .join(lines.length > 1 ? '\n' : '')
  return {
    ...quote,
    text,
    confidence: isLost && quote.confidence === 'certain' ? 'likely' : quote.confidence,
    ruleId: isLost ? 'lost-block' : quote.ruleId,
  }
}

/** A `>` alone, or a block that is only its signature, holds nobody's words. */
const hasWords = (story: StoryReading, { paragraph }: ReadParagraph): boolean =>
  paragraph.lines.some(({ start, end }) => !isCreditOf(story.text.slice(start, end)))

const isCreditOf = (line: string): boolean => /^\s*(?:—|–|--)\s*\p{Lu}/u.test(line)

/** A block that is set off and quoted as well: the marks at both ends are not part of the words. */
function withoutMarks(text: string, start: number, end: number): { start: number; end: number } {
  const isMarked =
    /^[“"„«]/.test(text[start] ?? '') && /[”"“»]/.test(text[end - 1] ?? '') && end - start > 2
  return isMarked ? { start: start + 1, end: end - 1 } : { start, end }
}

/** `— Name` as the last line of the block wins over what leads in. */
function lineInside(story: StoryReading, read: ReadParagraph): Voice | null {
  const line = read.paragraph.lines.findLast(({ start, end }) =>
    isCreditOf(story.text.slice(start, end)),
  )
  return line ? voiceOfLine(read, line.start) : null
}

function lineAfter(story: StoryReading, at: number): Voice | null {
  const next = story.paragraphs[at + 1]
  return next?.paragraph.kind === 'attribution' ? voiceOfLine(next, next.paragraph.start) : null
}

function voiceOfLine({ reading }: ReadParagraph, from: number): Voice | null {
  const start = reading.tokens.findIndex((token) => token.start >= from && token.kind === 'word')
  const speaker = readFullSpeaker(reading, start, false)?.speaker
  if (!speaker) return null
  const named = speaker.form === 'surname' ? { ...speaker, form: 'person' as const } : speaker
  return {
    speaker: named,
    ruleId: 'attribution-line',
    cue: null,
    via: null,
    medium: null,
    confidence: 'certain',
    flags: [],
    touchesAfter: false,
    splitFrom: null,
  }
}

const blockLeadIn = (story: StoryReading, people: People, at: number): Voice | null => {
  const lead = story.paragraphs[at - 1]
  return lead && /:\s*$/.test(lead.words) ? voiceOfLead(story, people, at) : null
}

function voiceOfLead(story: StoryReading, people: People, at: number): Voice | null {
  return fromLeadIn(
    { ...story, passages: [{ outerStart: story.paragraphs[at]?.paragraph.start ?? 0 } as Passage] },
    people,
    0,
    at,
  )
}

/** The block’s own first clause speaks (`A source told NOW that…`); else the lead-in does. */
function lostVoice(story: StoryReading, people: People, at: number): Voice | null {
  const read = story.paragraphs[at] as ReadParagraph
  const clauses = clausesOf(read, 'first')
  const clause = clauses.find(
    (candidate) => candidate.speaker !== null && candidate.start <= 3 && !candidate.isShared,
  )
  if (!clause?.speaker) return voiceOfLead(story, people, at)
  const { speaker } = resolveSpeaker(clause.speaker, people, at)
  const via = findRelay(read.reading, clause, clauses, 0, read.ends[0] ?? 0)
  const medium = findMedium(read.words.slice(0, 200).toLowerCase(), story.language)
  return {
    speaker,
    ruleId: 'lost-block',
    cue: clause.cue,
    via,
    medium,
    confidence: 'likely',
    flags: [],
    touchesAfter: false,
    splitFrom: null,
  }
}
