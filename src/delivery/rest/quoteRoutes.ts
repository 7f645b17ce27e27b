/** `/v1/quotes`: quotes with speaker, chain of attribution and verification. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'
import { articleSummary } from '#src/formats/json/article.ts'
import type { LedgerReader, ListRow } from '#src/ledger/port.ts'
import { readQuery } from '#src/ledger/searchWords.ts'
import type { StoryQuote } from '#src/story/publishedStory.ts'

import { quoteFacets } from '../findFacets.ts'
import { readPage } from '../readPage.ts'
import { jsonReply } from '../reply.ts'
import { readLists } from '../readLists.ts'
import { one, page as pageOf, quoteInList, quoteWithArticles } from './answerSchemas.ts'
import { exampleQuote, exampleTeaser, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import {
  idOrSlug,
  language,
  narrowingWords,
  oneOf,
  pageParameters,
  since,
  slug,
} from './parameters.ts'
import { route } from './route.ts'
import { fieldsOf, includeOf, membersOf, selected } from './selection.ts'
import { quoteKinds } from './storySchemas.ts'

/** How many of the stories that carry a quote a list of quotes shows. */
const ARTICLES_IN_LIST = 10

export const quoteRoutes = [
  route({
    path: '/v1/quotes',
    summary: 'Quotes of published stories, newest first. Filters combine.',
    parameters: z.object({
      ...pageParameters('quote'),
      speaker: idOrSlug('the source who said it'),
      source: idOrSlug('a source who said it or passed it on'),
      article: idOrSlug('a story that carries it'),
      section: slug('a section of a story that carries it'),
      author: idOrSlug('an author of a story that carries it'),
      kind: oneOf(quoteKinds),
      language,
      q: narrowingWords,
      since,
      fields: fieldsOf(quoteInList),
      include: includeOf(['articles']),
    }),
    answers: pageOf(quoteInList),
    example: pageExample(exampleQuote),
    answer: async (request) => {
      const { ledger, publicUrl } = request.context
      const { first, after, since: oldest, q, fields, include, ...filter } = request.values
      const facets = await quoteFacets(ledger, filter)
      const reading = { reader: ledger, kind: 'quote' as const, facets, first, after }
      const page = await readPage({
        ...reading,
        since: oldest,
        terms: q ? readQuery(q) : undefined,
      })
      const quotes = page.rows.map(({ doc }) => doc)
      const members = membersOf({ usual: [], fields, include })
      const carriers = members.has('articles') ? await readCarriers(ledger, quotes) : null
      const data = quotes.map((quote, at) => {
        const stories = carriers?.[at]?.map(({ doc }) => articleSummary(doc, publicUrl))
        return selected({ ...quote, ...(stories && { articles: stories }) }, { fields, include })
      })
      const tags = ['quotes', ...(carriers ? ['articles'] : [])]
      return listReply({ request, page, data, tags })
    },
  }),
  route({
    path: '/v1/quotes/{id}',
    summary: 'One quote, and the newest hundred stories that carry it.',
    name: { description: 'The id of the quote.', example: exampleQuote.id },
    parameters: z.object({ fields: fieldsOf(quoteWithArticles) }),
    answers: one(quoteWithArticles),
    example: { data: { ...exampleQuote, articles: [exampleTeaser] } },
    answer: async ({ name, context, values, lastChange }) => {
      const { ledger, publicUrl } = context
      const quote = await ledger.get('quote', { id: name })
      if (!quote)
        throw new AppError('not-found', 'No published story carries a quote with this id.')
      const facets = [`quote:${quote.id}`]
      const page = await readPage({ reader: ledger, kind: 'story', facets, first: 100 })
      const articles = page.rows.map(({ doc }) => articleSummary(doc, publicUrl))
      const tags = [`quote-${quote.id}`, ...articles.map(({ id }) => `story-${id}`)]
      const value = { data: selected({ ...quote, articles }, values) }
      return jsonReply({ value, publicUrl, tags, lastModified: lastChange })
    },
  }),
]

const readCarriers = (ledger: LedgerReader, quotes: StoryQuote[]): Promise<ListRow<'story'>[][]> =>
  readLists(
    ledger,
    'story',
    quotes.map(({ id }) => ({ facets: [`quote:${id}`], after: null, limit: ARTICLES_IN_LIST })),
  )
