/** Everything about a text that does not depend on who speaks: paragraphs, passages, tokens, sentences, clauses. */
import {
  classifyBySurroundings,
  isCrosshead,
  type Reason,
} from '#src/quotes/spans/classification.ts'
import type { Clause } from '#src/quotes/clauses/clauseForms.ts'
import { findClauses } from '#src/quotes/clauses/cues.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { dialogueParts, withoutIncises } from '#src/quotes/clauses/incises.ts'
import { findParagraphs, type Paragraph } from '#src/quotes/text/paragraphs.ts'
import { type Passage, passagesOf } from '#src/quotes/spans/passages.ts'
import { findSpans } from '#src/quotes/spans/spans.ts'
import { type Masked, readTokens, sentenceEnds, type Token } from '#src/quotes/text/tokens.ts'
import { withoutTails } from '#src/quotes/clauses/tailAttributions.ts'
import { markTurns } from '#src/quotes/voices/transcripts.ts'
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

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
  const paragraphs = markDialogue(text, markTurns(text, findParagraphs(text)), language)
  const spans = withoutIncises(
    text,
    findSpans(text, paragraphs, (from, to, goesOn) =>
      goesOn ? attributionInside(text, language, from, to) : endOfWords(text, language, from, to),
    ),
    language,
  )
  const passages = passagesOf(text, spans)
  const hasDoubles = passages.some((passage) => /[“„"«]/.test(passage.mark))
  const isHeadline = (passage: Passage): boolean => {
    const paragraph = paragraphs[passage.paragraph]
    return (
      paragraph?.kind === 'headline' ||
      (hasDoubles && paragraph !== undefined && isCrosshead(passage, paragraph))
    )
  }
  const reasons = passages.map((passage) =>
    isHeadline(passage)
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
      reading: { text, tokens, language, phrases: [], speakers: [] },
      ends: withoutTails(tokens, sentenceEnds(tokens, text), language),
      passages: starts.get(i) ?? [],
      links: tokens.filter((token) => token.kind === 'link'),
      places: placesOf(tokens),
    }
  })
  return {
    text,
    language,
    paragraphs: read,
    passages,
    reasons,
    hasDoubles,
  }
}

const nowhere: ReadonlyMap<number, number> = new Map()

function placesOf(tokens: Token[]): ReadonlyMap<number, number> {
  if (!tokens.some((token) => token.kind === 'quote')) return nowhere
  const places = new Map<number, number>()
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place] as Token
    if (token.kind === 'quote' && !places.has(token.passage)) places.set(token.passage, place)
  }
  return places
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
  const next = firstFrom(passages.length, (one) => (passages[one]?.spans[0]?.start ?? 0) > at)
  return Math.max(0, next - 1)
}

/** `— On ne vend pas, dit Paul.`: a line that opens with a dash speaks when it says who does, or stands beside one that does. */
function markDialogue(text: string, paragraphs: Paragraph[], language: Language): Paragraph[] {
  if (language.code === 'en') return paragraphs
  const parts = paragraphs.map((paragraph) =>
    /text|attribution|item|headline/.test(paragraph.kind)
      ? dialogueParts(text, paragraph, language)
      : null,
  )
  return paragraphs.map((paragraph, i) => {
    const lines = parts[i] ?? (parts[i - 1] || parts[i + 1] ? wholeLine(text, paragraph) : null)
    return lines ? { ...paragraph, kind: 'dialogue', lines } : paragraph
  })
}

function wholeLine(text: string, { start, end }: Paragraph): Paragraph['lines'] | null {
  const opening = /^[—–―]\s*/.exec(text.slice(start, start + 8))?.[0]
  return opening !== undefined && /[.!?…]$/.test(text.slice(end - 1, end))
    ? [{ start: start + opening.length, end }]
    : null
}

/** In `“We will win, the minister said.` without a closing mark the words end at the comma. */
function endOfWords(text: string, language: Language, from: number, to: number): number | null {
  const tail = text.slice(Math.max(from, to - 90), to)
  const comma = tail.lastIndexOf(',')
  const early = attributionInside(text, language, from, to)
  if (early !== null) return early
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

const farthestComma = 600

/** The first comma after which somebody is said to speak: `…, said Ann Lee`, `…, Ann Lee said`, `…, she said`. */
function attributionInside(
  text: string,
  language: Language,
  from: number,
  to: number,
): number | null {
  const stretch = text.slice(from, Math.min(to, from + farthestComma))
  for (let at = stretch.indexOf(','); at >= 0; at = stretch.indexOf(',', at + 1)) {
    const words = stretch.slice(at + 1, at + 80).match(/^\s+[\p{L}’'.-]+(?:\s+[\p{L}’'.-]+){1,5}/u)
    const [first = '', second = '', ...rest] = words?.[0].trim().split(/[.,]*\s+|[.,]+$/) ?? []
    const opensName = /^\p{Lu}/u.test(second) || language.definite.has(second.toLowerCase())
    const isInverted =
      language.cues.has(first) &&
      (opensName || language.indefinite.has(second) || language.offices.has(second))
    const isPronoun =
      language.code === 'en' && language.pronouns.has(first) && language.cues.has(second)
    const verb = [second, ...rest].findIndex((word) => !/^\p{Lu}/u.test(word))
    const isName = /^\p{Lu}/u.test(first) && language.cues.has([second, ...rest][verb] ?? '')
    if (isInverted || isPronoun || isName) return from + at + 1
  }
  return null
}
