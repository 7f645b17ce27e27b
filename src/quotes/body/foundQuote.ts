/** What the newsroom's server and the editor's panel tell each other about quotations in a body. */
import type { BodyFinding } from './bodyFindings.ts'

export type FoundSourceKind =
  'publication' | 'organisation' | 'person' | 'document' | 'social account'

/** A source as it is proposed to the editor: a record that exists, or one that would be made. */
export type SuggestedSource = {
  /** `null` when the newsroom has no record of it yet. */
  id: string | null
  kind: FoundSourceKind
  name: string
  role: string | null
  affiliation: string | null
  url: string | null
  isAnonymous: boolean
}

/** A record that holds the words already. */
export type Duplicate = {
  id: string
  text: string
  /** As readers see it; `null` when the record has none. */
  speaker: string | null
  match: 'same' | 'near'
  usedIn: { id: string; headline: string }[]
}

export type FoundQuote = Pick<
  BodyFinding,
  | 'key'
  | 'text'
  | 'kind'
  | 'speaker'
  | 'speakerRole'
  | 'affiliation'
  | 'anonymous'
  | 'via'
  | 'cue'
  | 'confidence'
  | 'ruleId'
  | 'flags'
  | 'before'
  | 'after'
  | 'problem'
  | 'note'
> & {
  /** Why this speaker, in a sentence. */
  reason: string
  /** How it is set when it is accepted as it stands; `null` when it cannot be. */
  display: 'inline' | 'block' | null
  /** Where it stands: path of the first paragraph, and its stretch there; how many parts it has. */
  place: { path: number[]; from: number; parts: number } | null
  suggestion: {
    speakerSource: SuggestedSource | null
    chain: { mode: string; source: SuggestedSource | null; url: string | null }[]
    medium: string | null
    url: string | null
  }
  duplicates: Duplicate[]
}

export type FoundQuotes = {
  findings: FoundQuote[]
  notQuotes: { text: string; reason: string; why: string }[]
  doubts: { code: string; message: string; fix: string; excerpt: string | null }[]
}

/** A source as an editor gives it: the id of a record, or what a new one says. */
export type GivenSource =
  | string
  | {
      name: string
      kind: FoundSourceKind
      role?: string | null
      affiliation?: string | null
      anonymous?: boolean
    }

export type QuoteChanges = {
  text?: string
  kind?: 'direct' | 'partial' | 'block' | 'paraphrase'
  speaker?: GivenSource | null
  role?: string | null
  affiliation?: string | null
  chain?: {
    mode: 'relayed' | 'document' | 'first-hand'
    source: GivenSource
    url?: string | null
  }[]
}

/** What an editor decided about a finding. */
export type QuoteDecision = {
  key: string
  action: 'accept' | 'reject' | 'reuse'
  seen?: { text?: string; speaker?: string | null }
  quoteId?: string
  changes?: QuoteChanges
}

export type AppliedQuotes = {
  /** The body with the records in it; the article is not saved. */
  body: unknown
  created: { quotes: string[]; sources: string[] }
  /** Ids of the records that were there already. */
  reused: string[]
}
