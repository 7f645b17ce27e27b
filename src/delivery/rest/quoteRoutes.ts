/** `/v1/quotes`: quotes with speaker, chain of attribution and verification. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'

import { quoteFacets } from '../findFacets.ts'
import { readPage } from '../readPage.ts'
import { jsonReply } from '../reply.ts'
import { articleSummary } from './articleJson.ts'
import { listReply } from './listReply.ts'
import { idOrSlug, pageParameters } from './parameters.ts'
import { route } from './route.ts'

export const quoteRoutes = [
  route({
    path: '/v1/quotes',
    summary: 'Quotes of published stories, newest first. Filters combine.',
    parameters: z.object({
      ...pageParameters('quote'),
      speaker: idOrSlug('the source who said it'),
      source: idOrSlug('a source who said it or passed it on'),
      article: idOrSlug('a story that carries it'),
    }),
    answer: async (request) => {
      const { ledger } = request.context
      const { first, after, ...filter } = request.values
      const facets = await quoteFacets(ledger, filter)
      const page = await readPage({ reader: ledger, kind: 'quote', facets, first, after })
      const data = page.rows.map(({ doc }) => doc)
      return listReply({ request, page, data, tags: ['quotes'] })
    },
  }),
  route({
    path: '/v1/quotes/{id}',
    summary: 'One quote, and the newest hundred stories that carry it.',
    parameters: z.object({}),
    answer: async ({ name, context, lastChange }) => {
      const { ledger, publicUrl } = context
      const quote = await ledger.get('quote', { id: name })
      if (!quote)
        throw new AppError('not-found', 'No published story carries a quote with this id.')
      const facets = [`quote:${quote.id}`]
      const page = await readPage({ reader: ledger, kind: 'story', facets, first: 100 })
      const articles = page.rows.map(({ doc }) => articleSummary(doc, publicUrl))
      const tags = [`quote-${quote.id}`, ...articles.map(({ id }) => `story-${id}`)]
      const value = { data: { ...quote, articles } }
      return jsonReply({ value, publicUrl, tags, lastModified: lastChange })
    },
  }),
]
