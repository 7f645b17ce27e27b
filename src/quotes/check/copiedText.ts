/**
 * Body text that stands word for word in evidence and is no quotation: either its marks were lost, or it was
 * copied. Eight words in a row are rarely chance.
 */
import { codePointOffsets } from '#src/quotes/text/codePoints.ts'
import { endOf, normalText, startOf, type NormalText } from './verbatimText.ts'
import { wordsIn, type TextWords } from './verbatimWords.ts'

export type CopiedSpan = {
  /** Index of the paragraph, and code-point offsets in it. */
  paragraph: number
  start: number
  end: number
  text: string
  words: number
  /** Which evidence, and where in it, in code points. */
  evidence: string
  evidenceStart: number
  evidenceEnd: number
}

export type CopiedRequest = {
  /** The body's own text, quote records left out. */
  paragraphs: string[]
  /** The words of the quote records: where the body prints them in quotation marks, they are no copy. */
  quotes: string[]
  evidence: { id: string; text: string }[]
}

const MIN_WORDS = 8

/**
 * Finds the copied spans, longest first where two overlap, in the order of the body.
 */
export const findCopied = ({ paragraphs, quotes, evidence }: CopiedRequest): CopiedSpan[] => {
  const known = quotes.map((quote) => ` ${wordsOf(normalText(quote).text).join(' ')} `)
  const body = paragraphs.map((paragraph) => withoutQuotes(textOf(paragraph), known))
  const shingles = shinglesOf(body.map(({ words }) => words))
  if (shingles.size === 0) return []
  const spans = evidence.flatMap(({ id, text }) => matches(body, shingles, { id, ...textOf(text) }))
  return withoutOverlaps(spans).sort(
    (one, other) => one.paragraph - other.paragraph || one.start - other.start,
  )
}

type ReadText = {
  normal: NormalText
  words: TextWords
  /** From a UTF-16 offset of the original to one in code points. */
  inCodePoints: (offset: number) => number
}
type Place = { paragraph: number; word: number }

const textOf = (text: string): ReadText => {
  const normal = normalText(text)
  return { normal, words: wordsIn(normal.text), inCodePoints: codePointOffsets(text) }
}

/** A hash of every eight words in a row, with where they begin. */
const shinglesOf = (paragraphs: TextWords[]): Map<number, Place[]> => {
  const shingles = new Map<number, Place[]>()
  paragraphs.forEach((words, paragraph) => {
    eachShingle(words, (hash, word) => {
      const places = shingles.get(hash)
      if (places) places.push({ paragraph, word })
      else shingles.set(hash, [{ paragraph, word }])
    })
  })
  return shingles
}

const BASE = 0x01000193
const LEAVING = Array.from({ length: MIN_WORDS - 1 }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
)

/** A rolling hash (Rabin and Karp): each word enters and leaves once. */
const eachShingle = ({ hashes, count }: TextWords, visit: (hash: number, word: number) => void) => {
  let hash = 0
  for (let index = 0; index < count; index += 1) {
    if (index >= MIN_WORDS) {
      hash = (hash - Math.imul(hashes[index - MIN_WORDS] ?? 0, LEAVING)) | 0
    }
    hash = (Math.imul(hash, BASE) + (hashes[index] ?? 0)) | 0
    if (index >= MIN_WORDS - 1) visit(hash, index - MIN_WORDS + 1)
  }
}

type Evidence = ReadText & { id: string }

const matches = (
  body: ReadText[],
  shingles: Map<number, Place[]>,
  evidence: Evidence,
): CopiedSpan[] => {
  const spans: CopiedSpan[] = []
  /** How far a paragraph's words are matched already, so that a long copy is found once. */
  const done = new Map<number, { from: number; to: number }>()
  eachShingle(evidence.words, (hash, at) => {
    for (const { paragraph, word } of shingles.get(hash) ?? []) {
      const text = body[paragraph]
      const before = done.get(paragraph)
      if (!text || (before && word >= before.from && word + MIN_WORDS <= before.to)) continue
      const length = sharedLength(text, word, evidence, at)
      if (length < MIN_WORDS) continue
      done.set(paragraph, { from: word, to: word + length })
      spans.push(spanOf(text, paragraph, word, evidence, at, length))
    }
  })
  return spans
}

/** Equal hashes are looked at word by word. */
const sharedLength = (one: ReadText, at: number, other: ReadText, otherAt: number): number => {
  let length = 0
  while (
    at + length < one.words.count &&
    otherAt + length < other.words.count &&
    one.words.hashes[at + length] === other.words.hashes[otherAt + length] &&
    wordAt(one, at + length) === wordAt(other, otherAt + length)
  )
    length += 1
  return length
}

const wordAt = ({ normal, words }: ReadText, index: number): string =>
  normal.text.slice(words.starts[index] ?? 0, words.ends[index] ?? 0).toLowerCase()

const spanOf = (
  text: ReadText,
  paragraph: number,
  word: number,
  evidence: Evidence,
  at: number,
  length: number,
): CopiedSpan => {
  const own = stretch(text, word, length)
  const there = stretch(evidence, at, length)
  return {
    paragraph,
    start: own.start,
    end: own.end,
    text: own.text,
    words: length,
    evidence: evidence.id,
    evidenceStart: there.start,
    evidenceEnd: there.end,
  }
}

const stretch = ({ normal, words, inCodePoints }: ReadText, word: number, length: number) => {
  const from = startOf(normal, words.starts[word] ?? 0)
  const to = endOf(normal, words.ends[word + length - 1] ?? 0)
  return {
    start: inCodePoints(from),
    end: inCodePoints(to),
    text: normal.original.slice(from, to),
  }
}

const withoutOverlaps = (spans: CopiedSpan[]): CopiedSpan[] => {
  const kept: CopiedSpan[] = []
  for (const span of spans.sort((one, other) => other.words - one.words)) {
    const isTaken = kept.some(
      ({ paragraph, start, end }) =>
        paragraph === span.paragraph && start < span.end && span.start < end,
    )
    if (!isTaken) kept.push(span)
  }
  return kept
}

const MARKED = /["“”„«»‟][^"“”„«»‟]*["“”„«»‟]/gu

/** Takes the words of quote records that are printed in quotation marks out of the comparison. */
const withoutQuotes = (text: ReadText, known: string[]): ReadText => {
  const { normal, words } = text
  for (const { 0: marked, index } of normal.original.matchAll(MARKED)) {
    const said = ` ${wordsOf(normalText(marked).text).join(' ')} `
    if (!known.some((quote) => quote.includes(said))) continue
    for (let word = 0; word < words.count; word += 1) {
      const at = startOf(normal, words.starts[word] ?? 0)
      // A number no word has, another for each.
      if (at >= index && at < index + marked.length) words.hashes[word] = ~word
    }
  }
  return text
}

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? []
