/**
 * The demo newsroom as plain data. Records refer to each other by `key`; the seeding turns keys into
 * ids. Moments are counted in hours from the time of seeding, so the newsroom is always up to date.
 */
import type { PictureRecipe } from '#src/demo/pictures/recipe.ts'
import type {
  ContributionRole,
  CorrectionKind,
  QuoteKind,
  SourceKind,
  StoryBlock,
  StoryKind,
  VerificationStatus,
} from '#src/story/publishedStory.ts'

/** A fixed ISO date, or so many hours before the newsroom is seeded. */
export type DemoMoment = string | { hoursBefore: number }

export type DemoUser = {
  key: string
  name: string
  email: string
  role: 'reporter' | 'editor' | 'chief' | 'admin'
}

export type DemoAuthor = {
  key: string
  name: string
  slug: string
  /** As printed: `Climate correspondent`. */
  jobTitle: string
  bio: string
  /** Key of the login, or `null` for a guest author. */
  user: string | null
  /** Key of the portrait. */
  image: string | null
}

export type DemoSection = { key: string; name: string; slug: string; description: string }

export type DemoSource = {
  key: string
  kind: SourceKind
  /** For a confidential person: the public description. */
  name: string
  slug: string
  houseAbbreviation: string | null
  domain: string | null
  url: string | null
  role: string | null
  affiliation: string | null
  reliabilityNote: string | null
  /** Set for people the newsroom protects. No identity is part of the demo data. */
  confidential: DemoConfidentiality | null
}

export type DemoConfidentiality = {
  publicDescription: string
  anonymityReason: string
  /** How many others confirmed what they said. */
  confirmations: number
  /** Key of the chief who agreed, or `null` while that is open. */
  approvedBy: string | null
}

export type DemoHop = {
  mode: 'first-hand' | 'relayed' | 'document'
  source: string
  url: string | null
}

export type DemoQuote = {
  key: string
  /** The words alone, without quotation marks. */
  text: string
  kind: QuoteKind
  language: string
  original: { text: string; language: string } | null
  /** Key of the source that speaks; role and affiliation as at the quote. */
  speaker: string
  role: string | null
  affiliation: string | null
  /** How the words reached the Courier, the speaker's end first; empty when it heard them itself. */
  chain: DemoHop[]
  saidAt: DemoMoment | null
  medium: string | null
  url: string | null
  evidence: string | null
  /** What a check against the evidence should find. */
  expected: VerificationStatus
}

export type DemoEvidence = {
  key: string
  title: string
  kind: 'text' | 'transcript'
  language: string
  text: string
  /** Key of the source the text comes from. */
  source: string
  url: string | null
  capturedAt: DemoMoment
  /** Key of the user who captured it. */
  capturedBy: string
}

export type RightsCategory = 'freelance' | 'generated' | 'handout' | 'screengrab'

export type DemoImage = {
  key: string
  fileName: string
  alt: string
  caption: string | null
  /** The parts of the printed credit line: `Creator / Agency`. */
  credit: { creator: string; agency: string | null; line: string }
  rightsCategory: RightsCategory
  copyrightNotice: string
  licence: { name: string; url: string | null }
  digitalSourceType: string
  focalPoint: { x: number; y: number }
  picture: PictureRecipe
}

/** As `StoryBlock`, with keys for ids: `quoteId` and `sourceId` hold keys, images are named by key. */
export type DemoBlock =
  | Exclude<StoryBlock, { type: 'image' }>
  | { type: 'image'; image: string; captionOverride: string | null }

export const STORY_STATES = [
  'draft',
  'in review',
  'changes requested',
  'approved',
  'scheduled',
  'published',
  'retracted',
] as const

export type DemoStoryState = (typeof STORY_STATES)[number]

export type DemoCorrection = {
  key: string
  kind: Exclude<CorrectionKind, 'retraction'>
  hoursBefore: number
  /** Key of the editor who made it. */
  by: string
  text: string
  before: string | null
  after: string | null
}

export type DemoStory = {
  key: string
  slug: string
  headline: string
  standfirst: string
  kind: StoryKind
  language: string
  section: string
  topics: string[]
  authors: { author: string; role: ContributionRole }[]
  bylineOverride: string | null
  dateline: string | null
  leadImage: { image: string; captionOverride: string | null } | null
  body: DemoBlock[]
  state: DemoStoryState
  /** Key of the user who wrote the draft. */
  createdBy: string
  createdHoursBefore: number
  /** Key of the user who approved it: set from `approved` on. */
  approvedBy: string | null
  /** First publication; `null` for what readers have never seen. */
  published: { hoursBefore: number; by: string } | null
  /** What the first publication said, where a correction changed it since. */
  firstVersion: { headline: string; standfirst: string; body: DemoBlock[] } | null
  corrections: DemoCorrection[]
  retraction: { hoursBefore: number; by: string; reason: string } | null
  schedule: { hoursAfter: number; by: string } | null
  changesRequested: { hoursBefore: number; by: string; reason: string } | null
  privateNotes: string | null
}

export type DemoNewsroom = {
  name: string
  domain: string
  language: string
  description: string
  users: DemoUser[]
  authors: DemoAuthor[]
  sections: DemoSection[]
  sources: DemoSource[]
  quotes: DemoQuote[]
  evidence: DemoEvidence[]
  images: DemoImage[]
  /** Key of the picture for the sample article, which is imported, not written here. */
  sampleArticleImage: string
  stories: DemoStory[]
}

/** The ISO time of a moment, for a newsroom seeded at `seedTime`. A fixed date stays as it is. */
export function resolveMoment(moment: DemoMoment, seedTime: Date): string {
  if (typeof moment === 'string') return moment
  return new Date(seedTime.getTime() - moment.hoursBefore * 3_600_000).toISOString()
}
