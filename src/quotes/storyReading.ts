/** Everything about a text that does not depend on who speaks: paragraphs, passages, tokens, sentences, clauses. */
import { classifyBySurroundings, type Reason } from '#src/quotes/classification.ts'
import { type Clause, findClauses } from '#src/quotes/cues.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/reading.ts'
import { findParagraphs, type Paragraph } from '#src/quotes/paragraphs.ts'
import { type Passage, passagesOf } from '#src/quotes/passages.ts'
import { findSpans } from '#src/quotes/spans.ts'
import { type Masked, readTokens, sentenceEnds, type Token } from '#src/quotes/tokens.ts'

export type ReadParagraph = {
  paragraph: Paragraph
  words: string
  reading: Reading
  ends: number[]
  /** Indexes of the passages that start in it. */
  passages: number[]
  /** Token place of each passage. */
  places: ReadonlyMap<number, number>
  /** Web addresses in it, in order. */
  links: Token[]
}

export type StoryReading = {
  text: string
  language: Language
  paragraphs: ReadParagraph[]
  passages: Passage[]
  /** What a passage is when its surroundings already tell that nobody speaks. */
  reasons: (Reason | null)[]
  /** Whether speech is set in double marks somewhere: then single marks set off terms. */
  hasDoubles: boolean
}

/** Reads a text up to the point where speakers come in. */
export function readStory(text: string, language: Language): StoryReading {
  const paragraphs = findParagraphs(text)
  const spans = findSpans(text, paragraphs, (from, to) => endOfWords(text, language, from, to))
  const passages = passagesOf(text, spans)
  const reasons = passages.map((passage) =>
    paragraphs[passage.paragraph]?.kind === 'headline'
      ? ({ reason: 'headline', ruleId: 'headline-words' } as const)
      : classifyBySurroundings(text, passage, language),
  )
  const masks = new Map<number, Masked[]>()
  spans.forEach((span) => {
    const passage = passageAt(passages, span.start)
    const mask = {
      start: span.outerStart,
      end: span.outerEnd,
      passage,
      isHidden: reasons[passage]?.reason === 'nickname',
    }
    append(masks, span.paragraph, mask)
  })
  const starts = new Map<number, number[]>()
  passages.forEach((passage, i) => append(starts, passage.paragraph, i))
  const read = paragraphs.map((paragraph, i) => {
    const tokens = readTokens(text, paragraph.start, paragraph.end, masks.get(i) ?? [], language)
    return {
      paragraph,
      words: text.slice(paragraph.start, paragraph.end),
      reading: { text, tokens, language, phrases: new Map() },
      ends: sentenceEnds(tokens, text),
      passages: starts.get(i) ?? [],
      links: tokens.filter((token) => token.kind === 'link'),
      places: new Map(
        tokens.flatMap((token, place) =>
          token.kind === 'quote' ? [[token.passage, place] as const] : [],
        ),
      ),
    }
  })
  return {
    text,
    language,
    paragraphs: read,
    passages,
    reasons,
    hasDoubles: passages.some((passage) => /[“„"«]/.test(passage.mark)),
  }
}

/** Clauses of the first or the last sentence of a paragraph. */
export function clausesOf({ reading, ends }: ReadParagraph, which: 'first' | 'last'): Clause[] {
  const last = ends.length - 1
  const [low, high] = which === 'first' ? [0, ends[0] ?? 0] : [ends[last - 1] ?? 0, ends[last] ?? 0]
  return findClauses(reading, low, high)
}

function append<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The passage that holds a span, by binary search: passages are in order of the text. */
function passageAt(passages: Passage[], at: number): number {
  let low = 0
  let high = passages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((passages[middle]?.spans[0]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** In `“We will win, the minister said.` without a closing mark the words end at the comma. */
function endOfWords(text: string, language: Language, from: number, to: number): number | null {
  const tail = text.slice(Math.max(from, to - 90), to)
  const comma = tail.lastIndexOf(',')
  if (comma < 0) return null
  const after =
    tail
      .slice(comma + 1)
      .toLowerCase()
      .match(/[\p{L}’'-]+/gu) ?? []
  const speaks =
    after.length >= 2 && after.length <= 8 && after.some((word) => language.cues.has(word))
  return speaks ? to - tail.length + comma + 1 : null
}
