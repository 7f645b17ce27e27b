/** What is known of a quotation when a clause, a noun or a name of its paragraph speaks for it. */
import type { Clause } from './clauseForms.ts'
import { findMedium, maySayMedium } from '#src/quotes/names/mediums.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

export type Attribution = {
  passage: number
  /** `null`: somebody has the words, and the sentence does not tell who. */
  speaker: Speaker | null
  ruleId: RuleId
  cue: string | null
  via: string | null
  medium: string | null
  /** Whether the rule itself is sure, before names are resolved. */
  isSure: boolean
  touchesAfter: boolean
  /** The passage this one goes on with, inside one sentence. */
  splitFrom: number | null
}

/** An outlet that passed words on. `isObtained`: it has got hold of a document, or was told what is in it. */
export type Relay = { outlet: string; isObtained: boolean }

/** `medium` and `relays` are found when first asked for: many quotations may stand in one sentence. */
export type Sentence = {
  low: number
  high: number
  clauses: Clause[]
  medium: string | null | undefined
  relays: Relay[] | undefined
}

export const sentenceOf = (low: number, high: number, clauses: Clause[]): Sentence => ({
  low,
  high,
  clauses,
  medium: undefined,
  relays: undefined,
})

export function make(
  reading: Reading,
  sentence: Sentence,
  at: number,
  speaker: Speaker,
  rule: { ruleId: RuleId; isSure: boolean },
): Attribution {
  return {
    passage: (reading.tokens[at] as Token).passage,
    speaker,
    cue: null,
    via: null,
    medium: speaker.medium ?? mediumOf(reading, sentence),
    touchesAfter: false,
    splitFrom: null,
    ...rule,
  }
}

function mediumOf(reading: Reading, sentence: Sentence): string | null {
  if (sentence.medium !== undefined) return sentence.medium
  const { low, high } = sentence
  sentence.medium = maySayMedium(reading.tokens, low, high, reading.language)
    ? findMedium(narrative(reading, sentence), reading.language)
    : null
  return sentence.medium
}

/** The sentence without what is quoted, in lower case. */
const narrative = ({ tokens, text }: Reading, { low, high }: Sentence): string => {
  const parts: string[] = []
  for (let i = low; i < high; i++) {
    const token = tokens[i] as Token
    if (token.kind !== 'quote') parts.push(text.slice(token.start, token.end))
  }
  return parts.join(' ').toLowerCase()
}
