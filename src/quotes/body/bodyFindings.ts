/** Quotations in a story's body that are no records yet: what they are, where they stand, how a record can take their place. */
import { utf16Offsets } from '#src/quotes/text/codePoints.ts'
import type { ExtractedQuote, NotQuote, QuoteDoubt } from '#src/quotes/extractedQuote.ts'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import {
  isBetweenMarks,
  mayStandWithoutMarks,
  placeInSentence,
  withMarks,
} from '#src/quotes/spans/marksAround.ts'
import { type KnownQuotes, type Leaf, storyText, type StoryText } from './storyText.ts'

/** A stretch of one leaf, marks included, in UTF-16 offsets. */
export type InlinePlace = { path: number[]; from: number; to: number; words: string }
/** From a point in one leaf to a point in the same or a later one. */
export type BlockPlace = {
  first: { path: number[]; from: number }
  last: { path: number[]; to: number }
}

export type BodyFinding = ExtractedQuote & {
  /** The same for the same words in the same story, wherever they move. */
  key: string
  /** One for each part of an interrupted quotation; `null` when the words do not stand between marks. */
  inline: InlinePlace[] | null
  /** `null` when the words are not paragraphs of their own. */
  block: BlockPlace | null
  /** Why no record can take their place, and what to do. */
  problem: string | null
  /** What happens to the sentence when a record takes their place, where an editor should look twice. */
  note: string | null
  /** The text around the words, for whoever decides. */
  before: string
  after: string
}

export type BodyFindings = {
  text: string
  findings: BodyFinding[]
  notQuotes: NotQuote[]
  doubts: QuoteDoubt[]
}

export type BodyReading = { known?: KnownQuotes; language?: string | undefined }

/**
 * Finds the quotations of a body.
 * @param body Lexical's state as stored; anything else has no findings
 * @param reading.known the quote records in the body: context, never found again
 */
export function bodyFindings(body: unknown, { known, language }: BodyReading = {}): BodyFindings {
  const story = storyText(body, known)
  const toUtf16 = utf16Offsets(story.text)
  const extraction = extractQuotes(story.text, language === undefined ? {} : { language })
  const stretchOf = ([start, end]: [number, number]): Stretch => ({
    start: toUtf16(start),
    end: toUtf16(end),
  })
  const isRecord = (spans: [number, number][]): boolean =>
    spans.map(stretchOf).some((span) => story.records.some((record) => overlap(record, span)))
  const isInRecord = (span: [number, number]): boolean => {
    const { start, end } = stretchOf(span)
    return story.records.some((record) => record.start <= start && record.end >= end)
  }
  const keys = new Map<string, number>()
  const findings: BodyFinding[] = []
  const notQuotes = extraction.notQuotes.filter(({ spans }) => !isRecord(spans))
  for (const quote of extraction.quotes) {
    if (isRecord(quote.spans)) continue
    const spans = quote.spans.map(stretchOf)
    if (isInHeading(story, spans)) {
      const { text } = quote
      notQuotes.push({ text, spans: quote.spans, reason: 'headline', ruleId: 'headline-words' })
      continue
    }
    findings.push(placed(story, quote, spans, keyOf(quote.text, keys)))
  }
  const doubts = extraction.doubts.filter(({ span }) => !isInRecord(span))
  return { text: story.text, findings, notQuotes, doubts }
}

/**
 * How a finding is set in the body when it becomes a record of this kind, or `null` when it cannot be.
 * Words between marks stay in their sentence unless they are a block quotation.
 */
export const displayOf = (
  finding: Pick<BodyFinding, 'inline' | 'block'>,
  kind: string,
): 'inline' | 'block' | null => {
  if (finding.block && (kind === 'block' || !finding.inline)) return 'block'
  return finding.inline ? 'inline' : null
}

type Stretch = { start: number; end: number }
type LocatedSpan = { leaf: Leaf; index: number; from: number; to: number }

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

function placed(
  story: StoryText,
  quote: ExtractedQuote,
  spans: Stretch[],
  key: string,
): BodyFinding {
  const located = spans.map((span) => locate(story, span))
  const isWhole = located.every((span) => span !== null)
  const inline = isWhole ? inlinePlaces(quote, located) : null
  const block = isWhole ? blockPlace(story, quote, spans, located) : null
  const display = displayOf({ inline, block }, quote.kind)
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
  return {
    ...quote,
    key,
    inline,
    block,
    link: quote.link ?? nearestLink(located[0] ?? null),
    problem: display === null ? problemOf(located) : null,
    note: display === null ? null : noteOf(quote, inline, located),
    before: story.text.slice(Math.max(0, start - 160), start),
    after: story.text.slice(end, end + 160),
  }
}

/** A stretch inside one leaf, or `null` when it stands in none or in two. */
function locate(story: StoryText, { start, end }: Stretch): LocatedSpan | null {
  const first = story.pointAt(start)
  const last = story.pointAt(end - 1)
  if (!first || !last || first.leaf !== last.leaf) return null
  const leaf = story.leaves[first.leaf] as Leaf
  return { leaf, index: first.leaf, from: first.at, to: last.at + 1 }
}

function inlinePlaces(quote: ExtractedQuote, spans: LocatedSpan[]): InlinePlace[] | null {
  const isUnclosed = quote.flags.includes('unclosed')
  const places = spans.map(({ leaf, from, to }): InlinePlace | null => {
    const span = { start: from, end: to }
    const isPlace = isBetweenMarks(leaf.text, span) || mayStandWithoutMarks(quote)
    if (!isPlace || holdsCitation(leaf, from, to)) return null
    const { start, end } = placeInSentence(leaf.text, span, isUnclosed)
    return { path: leaf.path, from: start, to: end, words: leaf.text.slice(from, to) }
  })
  return places.every((place) => place !== null) ? places : null
}

const holdsCitation = (leaf: Leaf, from: number, to: number): boolean =>
  leaf.records.some((record) => overlap(record, { start: from, end: to }))

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function blockPlace(
  story: StoryText,
  { flags }: ExtractedQuote,
  spans: Stretch[],
  located: LocatedSpan[],
): BlockPlace | null {
  const first = located[0] as LocatedSpan
  const last = located.at(-1) as LocatedSpan
  const isTogether = spans.every(
    ({ start }, i) => i === 0 || !hasWords(story.text.slice(spans[i - 1]?.end, start)),
  )
  const parent = first.leaf.path.slice(0, -1).join('.')
  const areSiblings = located.every(
    ({ leaf }) => leaf.kind !== 'item' && leaf.path.slice(0, -1).join('.') === parent,
  )
  if (!isTogether || !areSiblings) return null
  if (located.some(({ leaf, from, to }) => holdsCitation(leaf, from, to))) return null
  const from = withMarks(first.leaf.text, { start: first.from, end: first.leaf.text.length }).start
  // The next mark after words that were opened and never closed opens other words.
  const isOpen = flags.includes('unclosed') && from < first.from
  const to = isOpen ? last.to : withMarks(last.leaf.text, { start: 0, end: last.to }).end
  // What is left over must be a sentence that can stand alone, not a full stop after the marks.
  const isClean = [first.leaf.text.slice(0, from), last.leaf.text.slice(to)].every(
    (rest) => rest.trim() === '' || hasWords(rest),
  )
  if (!isClean) return null
  return { first: { path: first.leaf.path, from }, last: { path: last.leaf.path, to } }
}

function problemOf(located: (LocatedSpan | null)[]): string {
  if (located.some((span) => span && holdsCitation(span.leaf, span.from, span.to)))
    return 'A citation stands between the marks. Move it out, then find quotes again.'
  return 'The words reach over several paragraphs with other words between them. Set marks around each part, then find quotes again.'
}

function noteOf(
  quote: ExtractedQuote,
  inline: InlinePlace[] | null,
  located: (LocatedSpan | null)[],
): string | null {
  if (quote.flags.includes('unclosed'))
    return 'One of the two quotation marks is missing. Accept if the words begin and end as shown, or set the mark and find quotes again.'
  if ((inline?.length ?? 1) > 1)
    return 'The sentence is interrupted. Each part becomes a quote of its own, and what stands between them stays.'
  const [first] = located
  const isBare = first && !isBetweenMarks(first.leaf.text, { start: first.from, end: first.to })
  if (!isBare || !inline || quote.kind === 'block') return null
  return quote.ruleId === 'transcript-line'
    ? 'A turn of a transcript. The name stays before the words, and they get quotation marks.'
    : 'A line of dialogue. The words get quotation marks.'
}

const isInHeading = (story: StoryText, spans: Stretch[]): boolean =>
  spans.some(({ start }) => {
    const point = story.pointAt(start)
    return point !== null && story.leaves[point.leaf]?.kind === 'heading'
  })

function nearestLink(span: LocatedSpan | null): string | null {
  if (!span) return null
  const distance = ({ start, end }: Stretch): number =>
    Math.max(0, start - span.to, span.from - end)
  const [nearest] = span.leaf.links
    .filter(({ url }) => /^https?:/i.test(url))
    .sort((a, b) => distance(a) - distance(b))
  return nearest?.url ?? null
}

/** Readable, so that a refusal can name it: the first words, a hash of all, and which time they occur. */
function keyOf(words: string, seen: Map<string, number>): string {
  const start = words
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu)
  const key = `${(start ?? ['quote']).slice(0, 5).join('-').slice(0, 60)}-${hashOf(words)}`
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times === 1 ? key : `${key}-${times}`
}

/** FNV-1a, 32 bits: short and the same everywhere; nothing rests on it but the name of a finding. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0
  }
  return hash.toString(36)
}
