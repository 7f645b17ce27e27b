/** What the REST routes answer, as schemas: lists, single things, changes, problems. */
import { z } from 'zod'

import {
  articleInList,
  article,
  authorShape,
  block,
  correctionShape,
  image,
  inline,
  quote,
  quoteShape,
  sectionShape,
  sourceShape,
  teaserShape,
} from './storySchemas.ts'

/** An answer about one thing. */
export const one = <T extends z.ZodType>(schema: T) => z.object({ data: schema })

/** A page of a list. */
export const page = <T extends z.ZodType>(schema: T) =>
  z.object({
    data: z.array(schema),
    page: z.object({
      endCursor: z.string().nullable().describe('Give it as after for the next page.'),
      hasNextPage: z.boolean(),
    }),
    links: z.object({ next: z.string().nullable().describe('The next page, whole.') }),
  })

const changeKind = z
  .enum(['minor', 'update', 'clarification', 'correction'])
  .nullable()
  .describe('What kind of change it was, where the newsroom said.')
const articlesLink = z.string().describe('The stories it is in.')
export const named = {
  author: z.object({ ...authorShape, links: z.object({ articles: articlesLink }) }),
  source: z.object({
    ...sourceShape,
    links: z.object({
      articles: articlesLink,
      quotes: z.string().describe('What they said or passed on.'),
    }),
  }),
  section: z.object({ ...sectionShape, links: z.object({ articles: articlesLink }) }),
}

const teaser = z.object(teaserShape)
const articles = z.array(teaser).describe('The newest published stories with it.')
export const quoteInList = z.object({ ...quoteShape, articles: articles.optional() })
export const quoteWithArticles = z.object({ ...quoteShape, articles })

export const correction = z.object({
  ...correctionShape,
  article: z
    .object({
      id: z.string(),
      slug: z.string(),
      headline: z.string(),
      language: z.string(),
      state: z.enum(['live', 'retracted']),
      url: z.string(),
    })
    .describe('The story it is about, as it is now.'),
})

const words = z
  .array(z.object({ text: z.string(), is: z.enum(['same', 'removed', 'added']) }))
  .describe('Both versions as one text: runs of words that both have, or only one of them.')
const changedPart = z.enum(['changed', 'added', 'removed'])
export const storyVersion = z.object({
  seq: z.number().int().describe('The number of the publication in the ledger.'),
  at: z.iso.datetime().describe('When it was published.'),
  event: z.enum(['publish', 'update', 'correct']),
  change: changeKind,
  versionHash: z.string(),
  notes: z.array(z.object(correctionShape)).describe('What readers were told of the change.'),
  diff: z
    .object({
      fields: z
        .array(z.object({ field: z.string(), label: z.string(), words }))
        .describe('What changed around the text: headline, standfirst, byline…'),
      blocks: z
        .array(z.object({ type: z.string(), is: changedPart, words }))
        .describe('The blocks of the text that changed, in its order.'),
    })
    .nullable()
    .describe('What differs from the version before; null for the first one.'),
})

const marked = (description: string) => z.string().nullable().describe(description)
const hitShape = {
  score: z.number().describe('How well it fits; compares within one answer only.'),
  highlights: z
    .object({
      headline: marked('Of a story.'),
      standfirst: marked('Of a story.'),
      text: marked('The words of a quote; of a story, the part of its text where most was found.'),
      speaker: marked('Of a quote.'),
    })
    .describe('HTML, escaped, with what was found in <mark>.'),
}
export const searchHit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('article'), ...hitShape, article: teaser }),
  z.object({ type: z.literal('quote'), ...hitShape, quote }),
])

export const change = z.object({
  seq: z.number().int().describe('1, 2, 3… without gaps.'),
  event: z.enum(['publish', 'update', 'correct', 'retract', 'unpublish']),
  change: changeKind,
  isTombstone: z.boolean().describe('The story is gone: drop what you keep of it.'),
  articleId: z.string(),
  slug: z.string(),
  at: z.iso.datetime(),
  reason: z.string().nullable().describe('Why a story was retracted.'),
  versionHash: z.string(),
  hash: z.string().describe('Of the row; the next row is chained to it.'),
  links: z.object({ article: z.string() }),
})
export const changes = z.object({
  data: z.array(change),
  page: z.object({
    since: z.number().int().describe('The seq to ask from the next time.'),
    head: z.number().int().describe('The newest seq there is.'),
    hasNextPage: z.boolean(),
  }),
  links: z.object({ next: z.string() }),
})

export const index = one(
  z.object({
    endpoints: z.array(
      z.object({ path: z.string(), summary: z.string(), parameters: z.array(z.string()) }),
    ),
    graphql: z.string(),
    openapi: z.string(),
    docs: z.string(),
  }),
)

/** Problem details (RFC 9457) with the faults of a request, all at once. */
export const problem = z.object({
  type: z.string().describe('A URN that names the code; it does not resolve.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is wrong, in a sentence.'),
  problems: z
    .array(
      z.object({
        code: z.string(),
        parameter: z.string(),
        message: z.string(),
        fix: z.string().describe('What to do about it.'),
      }),
    )
    .optional(),
  state: z.enum(['retracted', 'unpublished']).optional(),
  headline: z.string().optional().describe('Of a retracted story.'),
  notice: z.string().nullable().optional().describe('Why it was retracted, for readers.'),
  reason: z.string().nullable().optional(),
  retractedAt: z.iso.datetime().optional(),
})

/** What gets a name of its own in the documentation. */
export const components: Record<string, z.ZodType> = {
  Article: article,
  ArticleInList: articleInList,
  ArticleTeaser: teaser,
  Quote: quote,
  QuoteInList: quoteInList,
  QuoteWithArticles: quoteWithArticles,
  Author: named.author,
  Source: named.source,
  Section: named.section,
  Correction: correction,
  SearchHit: searchHit,
  Change: change,
  StoryVersion: storyVersion,
  Image: image,
  Block: block,
  Inline: inline,
  Problem: problem,
}
