/** Short words for writing stories and records as data. Each fills in what is usually absent. */
import type { StoryInline, StoryText, TextMark } from '#src/story/publishedStory.ts'
import type { DemoBlock, DemoEvidence, DemoHop, DemoQuote, DemoSource, DemoStory } from './types.ts'

type Inline = string | StoryInline

const DOMAIN = 'https://www.meridian-courier.example'

/** A paragraph of plain strings and inline nodes. */
export const p = (...children: Inline[]): DemoBlock => ({
  type: 'paragraph',
  children: children.map(inline),
})

/** A subhead. */
export const h = (text: string): DemoBlock => ({
  type: 'heading',
  level: 2,
  children: [plain(text)],
})

/** A quote record inside a sentence. */
export const q = (quoteId: string): StoryInline => ({ type: 'quote', quoteId })

/** A named source, as worded in the sentence. */
export const cite = (sourceId: string, label: string, url: string | null = null): StoryInline => ({
  type: 'citation',
  sourceId,
  label,
  url,
})

/** A link without a source record, for example to another story. */
export const link = (path: string, text: string): StoryInline => ({
  type: 'link',
  url: `${DOMAIN}${path}`,
  children: [plain(text)],
})

/** Words in italics. */
export const em = (text: string): StoryInline => plain(text, ['italic'])

/** Words in bold. */
export const strong = (text: string): StoryInline => plain(text, ['bold'])

/** A quote record set as a block. */
export const block = (quoteId: string): DemoBlock => ({ type: 'quote', display: 'block', quoteId })

/** A quote record lifted out of the text. */
export const pull = (quoteId: string): DemoBlock => ({ type: 'quote', display: 'pull', quoteId })

/** An image in the body. */
export const img = (image: string, captionOverride: string | null = null): DemoBlock => ({
  type: 'image',
  image,
  captionOverride,
})

/** A bulleted or numbered list. */
export const list = (isOrdered: boolean, ...items: Inline[][]): DemoBlock => ({
  type: 'list',
  isOrdered,
  items: items.map((children) => ({ children: children.map(inline), nested: null })),
})

/** Outside content, shown as a link card. */
export const embed = (url: string, provider: string, title: string): DemoBlock => ({
  type: 'embed',
  url,
  provider,
  title,
})

export const divider: DemoBlock = { type: 'divider' }

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>

/** A source; the slug follows from the key. */
export function source(fields: Needs<DemoSource, 'key' | 'kind' | 'name'>): DemoSource {
  return {
    slug: fields.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    houseAbbreviation: null,
    domain: null,
    url: fields.domain ? `https://${fields.domain}/` : null,
    role: null,
    affiliation: null,
    reliabilityNote: null,
    confidential: null,
    ...fields,
  }
}

/** A quote; without a chain the Courier heard or read the words itself. */
export function quote(fields: Needs<DemoQuote, 'key' | 'text' | 'kind' | 'speaker'>): DemoQuote {
  return {
    language: 'en',
    original: null,
    role: null,
    affiliation: null,
    chain: [],
    saidAt: null,
    medium: 'interview',
    url: null,
    evidence: null,
    expected: fields.evidence ? 'verified' : 'no-evidence',
    ...fields,
  }
}

/** One step on the way from the speaker to the story. */
export const hop = (mode: DemoHop['mode'], from: string, url: string | null = null): DemoHop => ({
  mode,
  source: from,
  url,
})

/** Evidence; its paragraphs are parted by an empty line. */
export function evidence(
  fields: Omit<DemoEvidence, 'text' | 'language' | 'url'> &
    Partial<Pick<DemoEvidence, 'language' | 'url'>> & { paragraphs: string[] },
): DemoEvidence {
  const { paragraphs, ...rest } = fields
  return { language: 'en', url: null, ...rest, text: paragraphs.join('\n\n') }
}

type StoryNeeds =
  | 'key'
  | 'slug'
  | 'headline'
  | 'standfirst'
  | 'section'
  | 'topics'
  | 'authors'
  | 'body'
  | 'state'
  | 'createdBy'
  | 'createdHoursBefore'

/** A story: a report in English unless said. */
export function story(fields: Needs<DemoStory, StoryNeeds>): DemoStory {
  return {
    kind: 'report',
    language: 'en',
    bylineOverride: null,
    dateline: null,
    leadImage: null,
    approvedBy: null,
    published: null,
    firstVersion: null,
    corrections: [],
    retraction: null,
    schedule: null,
    changesRequested: null,
    privateNotes: null,
    ...fields,
  }
}

function inline(child: Inline): StoryInline {
  return typeof child === 'string' ? plain(child) : child
}

function plain(text: string, marks: TextMark[] = []): StoryText {
  return { type: 'text', text, marks }
}
