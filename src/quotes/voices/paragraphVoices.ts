/** The quotations of one paragraph, sentence by sentence. */
import { type Attribution, sentenceOf } from '#src/quotes/clauses/attributionRecord.ts'
import { findClauses } from '#src/quotes/clauses/cues.ts'
import { fewWords } from '#src/quotes/clauses/fewWords.ts'
import { gapped } from '#src/quotes/clauses/fewWordsAround.ts'
import { withSentenceRelay } from '#src/quotes/clauses/sentenceRelays.ts'
import { datelineEnd } from '#src/quotes/names/adverbials.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { attributeQuote } from './attribution.ts'

/**
 * Finds the speakers of the quotations in one paragraph.
 * @param ends token places where sentences end, from `sentenceEnds`.
 * @param isSpeech whether a passage is none of a title, a term and the like.
 * @returns one attribution per quotation that a clause of the paragraph speaks for; others are left to the story.
 */
export function attributeParagraph(
  reading: Reading,
  ends: number[],
  isSpeech: (passage: number) => boolean,
): Attribution[] {
  const found: Attribution[] = []
  const dateline = datelineEnd(reading.tokens)
  let low = 0
  for (const high of ends) {
    if (low < dateline && dateline < high) low = dateline
    const first = nextQuote(reading, low, high, isSpeech)
    const clauses = first < high ? findClauses(reading, low, high) : []
    const sentence = sentenceOf(low, high, clauses)
    let previous: Attribution | null = null
    for (let at = first; at < high; at = nextQuote(reading, at + 1, high, isSpeech)) {
      const clear: Attribution | null =
        gapped(reading, sentence, at, previous) ?? attributeQuote(reading, sentence, at, previous)
      const isOpen: boolean = clear === null || clear.ruleId === 'verb-around'
      const own: Attribution | null =
        (isOpen ? fewWords(reading, sentence, at, previous) : null) ?? clear
      const attribution = withSentenceRelay(reading, sentence, at, own)
      if (attribution) found.push(attribution)
      previous = attribution
    }
    low = high
  }
  return found
}

/** The next passage of speech before `high`, or `high`: a sentence without one needs no clauses. */
function nextQuote(
  { tokens }: Reading,
  from: number,
  high: number,
  isSpeech: (passage: number) => boolean,
): number {
  for (let at = from; at < high; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'quote' && isSpeech(token.passage)) return at
  }
  return high
}
