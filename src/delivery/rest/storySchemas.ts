/** A story and its parts as schemas: what the documentation is generated from and tests hold answers against. */
import { z } from 'zod'

import type {
  PublishedStory,
  StoryAuthor,
  StoryBlock,
  StoryCorrection,
  StoryImage,
  StoryInline,
  StoryQuote,
  StorySource,
} from '#src/story/publishedStory.ts'

const time = (description: string) => z.iso.datetime().describe(description)
const text = (description: string) => z.string().describe(description)
const noneOr = <T extends z.ZodType>(schema: T, description: string) =>
  schema.nullable().describe(description)
const textOrNone = (description: string) => noneOr(z.string(), description)

export const articleKinds = ['brief', 'report', 'analysis', 'opinion', 'live'] as const
export const quoteKinds = ['direct', 'partial', 'block', 'paraphrase'] as const
export const sourceKinds = [
  'publication',
  'organisation',
  'person',
  'document',
  'social account',
] as const
export const correctionKinds = ['clarification', 'correction', 'retraction'] as const

export const image: z.ZodType<StoryImage> = z.object({
  id: text('Stable.'),
  url: text('Its largest file.'),
  width: z.number().int(),
  height: z.number().int(),
  mimeType: z.string(),
  alt: text('What it shows, for those who do not see it.'),
  caption: textOrNone('The words below it.'),
  credit: textOrNone('The credit line as printed.'),
  creator: textOrNone('Who made it.'),
  copyrightNotice: textOrNone('Whose it is.'),
  licenceUrl: textOrNone('On what terms it may be used.'),
  digitalSourceType: textOrNone('How it came to be: an IPTC digital source type URI.'),
  focalPoint: noneOr(
    z.object({ x: z.number(), y: z.number() }),
    'What must stay in sight when it is cropped: 0 to 1 from the left and the top.',
  ),
  sizes: z
    .array(
      z.object({
        name: z.string(),
        url: z.string(),
        width: z.number().int(),
        height: z.number().int(),
        mimeType: z.string(),
      }),
    )
    .describe('The same picture in other sizes.'),
})

export const sectionShape = {
  id: text('Stable.'),
  name: text('As readers see it.'),
  slug: text('The name in addresses.'),
}
const topic = z.object({ name: z.string(), slug: z.string() })

export const authorShape = {
  id: text('Stable.'),
  name: text('As readers see it.'),
  slug: text('The name in addresses.'),
  role: z
    .enum(['by', 'photos by', 'additional reporting', 'editing', 'translation'])
    .describe('What they did for the story they are read from; elsewhere, for their newest.'),
  bio: textOrNone('Who they are.'),
  image: noneOr(image, 'A portrait.'),
}
export const author = z.object(authorShape) satisfies z.ZodType<StoryAuthor>

export const sourceShape = {
  id: text('Stable.'),
  kind: z.enum(sourceKinds),
  name: text('As readers see it; of a confidential person, the public description.'),
  slug: text('The name in addresses.'),
  role: textOrNone('What they are.'),
  affiliation: textOrNone('Whom they speak for or belong to.'),
  domain: textOrNone('The domain of a publication or organisation.'),
  url: textOrNone('Where it is on the web.'),
  isAnonymous: z.boolean().describe('Whether the newsroom keeps their name to itself.'),
}
export const source = z.object(sourceShape) satisfies z.ZodType<StorySource>

export const quoteShape = {
  id: text('Stable.'),
  text: text('The words, in the language of the story.'),
  kind: z.enum(quoteKinds).describe('How exactly it gives the words.'),
  language: text('The language of the text, as BCP 47.'),
  original: noneOr(
    z.object({ text: z.string(), language: z.string() }),
    'The words as they were said, when the text is a translation.',
  ),
  speaker: z
    .object({
      sourceId: textOrNone('Their record, under /v1/sources.'),
      name: textOrNone('Null for a speaker who is not named.'),
      description: textOrNone('What readers see of a speaker who is not named.'),
      role: textOrNone('What they were.'),
      affiliation: textOrNone('Whom they spoke for or belonged to.'),
      isAnonymous: z.boolean(),
      anonymityReason: textOrNone('Why they are not named.'),
    })
    .describe('Who said it, as they were when they said it.'),
  chain: z
    .array(
      z.object({
        mode: z.enum(['first-hand', 'relayed', 'document']),
        sourceId: z.string().nullable(),
        name: z.string(),
        url: z.string().nullable(),
      }),
    )
    .describe("How the words reached the story, hop by hop, the speaker's end first."),
  saidAt: textOrNone('When it was said, as far as known: a date or a time.'),
  medium: textOrNone('Where it was said: interview, statement, report.'),
  url: textOrNone('Where it can be checked.'),
  verification: z
    .enum(['verified', 'verified-with-edits', 'differs', 'not-found', 'no-evidence', 'by-eye'])
    .describe(
      'What came of comparing it with its evidence. `by-eye`: a paraphrase, whose words no evidence can have.',
    ),
}
export const quote = z.object(quoteShape) satisfies z.ZodType<StoryQuote>

export const correctionShape = {
  id: text('Stable; unique within its story.'),
  kind: z.enum(correctionKinds),
  at: time('When it was put right.'),
  text: text('The notice, for readers.'),
  before: textOrNone('The wrong words, when they are given and the story stands.'),
  after: textOrNone('The right words, when they are given and the story stands.'),
  beside: z
    .number()
    .int()
    .exactOptional()
    .describe('The number, from 0, of the block of the body it stands beside. Absent: at the end.'),
}
const correction = z.object(correctionShape) satisfies z.ZodType<StoryCorrection>

const mark = z.enum([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'subscript',
  'superscript',
])

export const inline: z.ZodType<StoryInline> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks: z.array(mark) }),
  z.object({ type: z.literal('break') }),
  z.object({
    type: z.literal('link'),
    url: z.string(),
    get children() {
      return z.array(inline)
    },
  }),
  z.object({ type: z.literal('quote'), quoteId: z.string() }),
  z.object({
    type: z.literal('citation'),
    sourceId: z.string(),
    label: z.string(),
    url: z.string().nullable(),
  }),
])

export const block: z.ZodType<StoryBlock> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), children: z.array(inline) }),
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    children: z.array(inline),
  }),
  z.object({
    type: z.literal('list'),
    isOrdered: z.boolean(),
    get items() {
      return z.array(z.object({ children: z.array(inline), nested: block.nullable() }))
    },
  }),
  z.object({ type: z.literal('blockquote'), children: z.array(inline) }),
  z.object({
    type: z.literal('quote'),
    display: z.enum(['block', 'pull']),
    quoteId: z.string(),
  }),
  z.object({ type: z.literal('image'), image }),
  z.object({
    type: z.literal('embed'),
    url: z.string(),
    provider: z.string(),
    title: z.string().nullable(),
  }),
  z.object({ type: z.literal('divider') }),
])

const relative = z.object({
  id: z.string(),
  slug: z.string(),
  headline: z.string(),
  url: z.string(),
})

export const teaserShape = {
  id: text("Stable for the story's life."),
  slug: text('The name in the address; may change, old ones redirect.'),
  url: text('Where readers read it.'),
  kind: z.enum(articleKinds),
  language: text('BCP 47.'),
  headline: z.string(),
  standfirst: textOrNone('The sentence below the headline.'),
  dateline: textOrNone('Where it was filed from, as printed.'),
  section: noneOr(z.object(sectionShape), 'The section it is in.'),
  topics: z.array(topic).describe('What it is about.'),
  byline: text("The byline as printed; may differ from the authors' names."),
  authors: z.array(author).describe('Who made it, in the order of the byline.'),
  leadImage: noneOr(image, 'The picture that leads it.'),
  corrections: z.array(correction).describe('What was put right after publication.'),
  wordCount: z.number().int(),
  firstPublishedAt: time('When it was first published.'),
  updatedAt: time('When what readers see last changed.'),
  historyUrl: z
    .string()
    .exactOptional()
    .describe('Where readers see what changed between the versions, if they may.'),
  replaces: relative.exactOptional().describe('The story that this one takes the place of.'),
  replacedBy: relative.exactOptional().describe('The newer story that took the place of this one.'),
  related: z.array(relative).exactOptional().describe('Related stories.'),
}

/** What a teaser leaves out. */
export const restShape = {
  body: z.array(block).describe('The text as a tree of blocks.'),
  bodyHtml: text('The text as semantic HTML, without styles and scripts.'),
  quotes: z.array(quote).describe('Every quote the text shows, in order of appearance.'),
  sources: z.array(source).describe('Whoever and whatever it cites, in order of appearance.'),
  version: z
    .object({
      seq: z.number().int().describe('The number of the publication in the ledger.'),
      hash: z
        .string()
        .describe("SHA-256, in hex, of the story's canonical JSON without its times."),
      at: z.iso.datetime().describe('When it was published.'),
    })
    .describe('Which version of the story this is.'),
}

export const writtenShape = {
  bodyText: text('The text as plain text.'),
  bodyMarkdown: text('The whole story as CommonMark, headline and front matter included.'),
}

const whole = z.object({ ...teaserShape, ...restShape })
type Whole = PublishedStory & {
  url: string
  bodyHtml: string
  version: z.infer<typeof restShape.version>
}

/** A story in a list: whatever was asked for beyond the teaser is optional. */
export const articleInList = z.object({
  ...teaserShape,
  ...z.object({ ...restShape, ...writtenShape }).partial().shape,
})

/** One story. */
export const article = z.object({
  ...(whole satisfies z.ZodType<Whole>).shape,
  ...z.object(writtenShape).partial().shape,
})
