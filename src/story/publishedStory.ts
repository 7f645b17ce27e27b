/**
 * PublishedStory: the one shape readers get. The ledger stores it frozen; every format renders it.
 *
 * All text is plain Unicode (never HTML), all times are ISO 8601 in UTC, all ids are opaque strings,
 * all URLs are absolute or start with `/`. Absent values are `null`, so that the canonical JSON that
 * is hashed never depends on a missing key. Members that came later are left out where there is nothing
 * to say, so that what was published before them keeps its hash.
 */

export type StoryKind = 'brief' | 'report' | 'analysis' | 'opinion' | 'live'

export type PublishedStory = {
  id: string
  slug: string
  kind: StoryKind
  /** BCP 47. */
  language: string
  headline: string
  standfirst: string | null
  /** Where the story was filed from, as printed: `BAGHDAD`. */
  dateline: string | null
  section: StorySection | null
  topics: StoryTopic[]
  /** The byline as readers see it; may differ from the authors' names. */
  byline: string
  authors: StoryAuthor[]
  leadImage: StoryImage | null
  body: StoryBlock[]
  /** Every quote the body shows, once each, in order of appearance. */
  quotes: StoryQuote[]
  /** Whoever and whatever the story cites, in order of appearance. */
  sources: StorySource[]
  corrections: StoryCorrection[]
  wordCount: number
  firstPublishedAt: string
  /** When what readers see last changed. */
  updatedAt: string
  /** Readers may see what changed between the published versions. */
  isHistoryPublic?: true
  /** The story that this one takes the place of. */
  replaces?: StoryRelative
  /** The story that took the place of this one. */
  replacedBy?: StoryRelative
  related?: StoryRelative[]
}

/** Another live story, as readers have it. */
export type StoryRelative = { id: string; slug: string; headline: string }

export type StorySection = { id: string; name: string; slug: string }
export type StoryTopic = { name: string; slug: string }

export type ContributionRole =
  'by' | 'photos by' | 'additional reporting' | 'editing' | 'translation'

export type StoryAuthor = {
  id: string
  name: string
  slug: string
  role: ContributionRole
  bio: string | null
  image: StoryImage | null
}

export type StoryImage = {
  id: string
  url: string
  width: number
  height: number
  mimeType: string
  alt: string
  caption: string | null
  /** The credit line as printed: `Top World News / YouTube`. */
  credit: string | null
  creator: string | null
  copyrightNotice: string | null
  licenceUrl: string | null
  /** IPTC digital source type URI. */
  digitalSourceType: string | null
  /** 0 to 1 from the left and the top. */
  focalPoint: { x: number; y: number } | null
  sizes: { name: string; url: string; width: number; height: number; mimeType: string }[]
}

export type QuoteKind = 'direct' | 'partial' | 'block' | 'paraphrase'

/** How words reached the story: hop by hop, the speaker's end first. */
export type AttributionHop = {
  /** `relayed`: an outlet passed it on; `document`: the paper or recording itself was seen. */
  mode: 'first-hand' | 'relayed' | 'document'
  sourceId: string | null
  name: string
  url: string | null
}

/** Who said it, frozen as at the quote; the source's own record moves on. */
export type StorySpeaker = {
  sourceId: string | null
  /** `null` for an unnamed speaker: then `description` is what readers see. */
  name: string | null
  description: string | null
  role: string | null
  affiliation: string | null
  isAnonymous: boolean
  /** Why the newsroom does not name them, for readers. */
  anonymityReason: string | null
}

/** `by-eye`: a paraphrase that has evidence. Its words are the newsroom's own and are not compared one by one. */
export type VerificationStatus =
  'verified' | 'verified-with-edits' | 'differs' | 'not-found' | 'no-evidence' | 'by-eye'

export type StoryQuote = {
  id: string
  text: string
  kind: QuoteKind
  language: string
  /** Set when `text` is a translation: the original words. */
  original: { text: string; language: string } | null
  speaker: StorySpeaker
  chain: AttributionHop[]
  /** ISO date or date-time, `null` when not known. */
  saidAt: string | null
  /** `interview`, `statement`, `report`, `social post`… */
  medium: string | null
  url: string | null
  verification: VerificationStatus
}

export type SourceKind = 'publication' | 'organisation' | 'person' | 'document' | 'social account'

export type StorySource = {
  id: string
  kind: SourceKind
  /** For a confidential person: the public description. Never an identity. */
  name: string
  slug: string
  role: string | null
  affiliation: string | null
  domain: string | null
  url: string | null
  isAnonymous: boolean
}

export type CorrectionKind = 'clarification' | 'correction' | 'retraction'

export type StoryCorrection = {
  id: string
  kind: CorrectionKind
  at: string
  text: string
  before: string | null
  after: string | null
  /** The number in the body, from 0, of the block it stands beside. Missing for one that stands at the end. */
  beside?: number
}

export type StoryBlock =
  | { type: 'paragraph'; children: StoryInline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: StoryInline[] }
  | { type: 'list'; isOrdered: boolean; items: StoryListItem[] }
  /** A quotation without a record; preflight speaks of it. */
  | { type: 'blockquote'; children: StoryInline[] }
  /** A quote record, set as a block or as a pull quote. The words are in `story.quotes`. */
  | { type: 'quote'; display: 'block' | 'pull'; quoteId: string }
  | { type: 'image'; image: StoryImage }
  | { type: 'embed'; url: string; provider: string; title: string | null }
  | { type: 'divider' }

export type StoryListItem = { children: StoryInline[]; nested: StoryBlock | null }

export type TextMark =
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'subscript' | 'superscript'

export type StoryText = { type: 'text'; text: string; marks: TextMark[] }

export type StoryInline =
  | StoryText
  | { type: 'break' }
  | { type: 'link'; url: string; children: StoryInline[] }
  /** A quote record inside a sentence; the words are in `story.quotes`. */
  | { type: 'quote'; quoteId: string }
  /** The story names a source here, as `label`. */
  | { type: 'citation'; sourceId: string; label: string; url: string | null }
