/**
 * What an importer hands back: a proposed draft and a list of doubts. Nothing is saved here and nothing
 * is guessed silently: whatever the importer is not sure of is a doubt the editor reads.
 */
import type {
  StoryBlock,
  StoryKind,
  AttributionHop,
  QuoteKind,
  SourceKind,
} from '#src/story/publishedStory.ts'

export type ProposedSource = {
  /** `s1`, `s2`…: quotes, hops and citations of this proposal refer to it. */
  key: string
  kind: SourceKind
  name: string
  role: string | null
  affiliation: string | null
  url: string | null
  isAnonymous: boolean
}

export type ProposedQuote = {
  /** `q1`, `q2`…: the body's `quoteId`. */
  key: string
  text: string
  kind: QuoteKind
  /** Key of the speaker in `sources`, or `null` when nobody could be named. */
  speaker: string | null
  /** As at the quote: `U.S. Senator, R-S.C.`. */
  role: string | null
  affiliation: string | null
  /** `sourceId` holds a source key here. */
  chain: AttributionHop[]
  medium: string | null
  url: string | null
  /** `certain`: a rule that does not err on the labelled set; `likely`: an editor should look. */
  confidence: 'certain' | 'likely' | 'unknown'
  ruleId: string
}

export type ProposedCredit = {
  /** The line as found: `[Photo: Top World News / YouTube]`. */
  raw: string
  creator: string | null
  /** Agency, platform or archive. */
  platform: string | null
  category: 'photo' | 'video still' | 'graphic' | 'unknown'
}

/** Something an editor should decide. `excerpt` is the text it is about. */
export type Doubt = {
  code: string
  message: string
  fix: string
  excerpt: string | null
}

export type ProposedDraft = {
  headline: string
  standfirst: string | null
  kind: StoryKind
  language: string
  dateline: string | null
  /** Author names as found; empty when the text names none. */
  authors: string[]
  /** Blocks whose `quoteId` and `sourceId` are keys of `quotes` and `sources`. */
  body: StoryBlock[]
  quotes: ProposedQuote[]
  sources: ProposedSource[]
  credits: ProposedCredit[]
  /** Lines left out, as found: toolbars, share links. */
  stripped: string[]
  doubts: Doubt[]
}
