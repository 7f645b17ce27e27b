import type { QuoteFlag } from '#src/quotes/extractedQuote.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'

/** Who speaks in one passage, and how that is known. */
export type Voice = {
  speaker: Speaker | null
  ruleId: RuleId
  cue: string | null
  via: string | null
  medium: string | null
  confidence: 'certain' | 'likely' | 'unknown'
  flags: QuoteFlag[]
  touchesAfter: boolean
  splitFrom: number | null
}

export const blankVoice: Voice = {
  speaker: null,
  ruleId: 'no-attribution',
  cue: null,
  via: null,
  medium: null,
  confidence: 'unknown',
  flags: [],
  touchesAfter: false,
  splitFrom: null,
}
