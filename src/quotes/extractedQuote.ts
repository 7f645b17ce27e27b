/**
 * What the quote reader hands back. All offsets are Unicode code points into the text as given, `[start, end)`,
 * and lie inside the marks: a comma set inside the marks belongs to the words, as it does in print.
 */
import type { RuleId } from './rules.ts'

export type CodePointSpan = [start: number, end: number]

/** `certain`: a rule that does not err on the labelled set; `likely`: an editor should look; `unknown`: nobody found. */
export type Confidence = 'certain' | 'likely' | 'unknown'

export type SpeakerKind = 'person' | 'organisation' | 'document' | 'publication' | 'unnamed'

export type QuoteFlag =
  | 'altered'
  | 'elided'
  | 'ambiguous-name'
  | 'continuation'
  | 'headline'
  | 'lost-markup'
  | 'mixed-marks'
  | 'multi-paragraph'
  | 'nested'
  | 'not-reopened'
  | 'pronoun'
  | 'second-hand'
  | 'split'
  | 'spokesperson'
  | 'unclosed'
  | 'vague-speaker'

export type ExtractedQuote = {
  /** The words, each span exactly as in the text: parts of a split quote joined by a space, paragraphs by a blank line. */
  text: string
  kind: 'direct' | 'partial' | 'block'
  spans: CodePointSpan[]
  /** Full name where the story gives it; for an unnamed speaker the public description. */
  speaker: string | null
  speakerKind: SpeakerKind | null
  /** As at the quote: `U.S. Senator, R-S.C.; member of the Armed Services Committee`. */
  speakerRole: string | null
  affiliation: string | null
  /** Whether the speaker has no name here. */
  anonymous: boolean
  /** How many unnamed people stand behind the words, and what was agreed with them. */
  anonymity: { count: number | null; condition: string | null } | null
  /** Who passed the words on. */
  via: string | null
  cue: string | null
  medium: string | null
  /** The nearest web address in the same paragraph. */
  link: string | null
  ruleId: RuleId
  confidence: Confidence
  flags: QuoteFlag[]
}

export type NotQuote = {
  text: string
  spans: CodePointSpan[]
  reason: 'scare' | 'title' | 'nickname' | 'term' | 'headline'
  ruleId: RuleId
}

/** Something an editor should decide. `excerpt` is the text it is about. */
export type QuoteDoubt = {
  code: string
  message: string
  fix: string
  excerpt: string | null
  span: CodePointSpan
}

export type Extraction = { quotes: ExtractedQuote[]; notQuotes: NotQuote[]; doubts: QuoteDoubt[] }
