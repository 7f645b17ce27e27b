/** `/v1/search`: stories and quotes by their words, the best first. */
import { z } from 'zod'

import { articleSummary } from '#src/formats/json/article.ts'

import { findWords, readOffset } from '../findWords.ts'
import { page, searchHit } from './answerSchemas.ts'
import { exampleHit, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import { idOrSlug, language, oneOf, pageParameters, since, slug, words } from './parameters.ts'
import { route } from './route.ts'
import { articleKinds, quoteKinds } from './storySchemas.ts'

export const searchRoutes = [
  route({
    path: '/v1/search',
    summary: 'Stories and quotes that have all the words, the best first. Filters combine.',
    parameters: z.object({
      q: words.meta({
        description:
          'Give the words to look for; "a phrase" in quotation marks, the beginning of a word as harb*.',
        examples: ['storm "stay in port" harb*'],
      }),
      first: pageParameters('search').first,
      after: z
        .string()
        .max(200)
        .refine((cursor) => readOffset(cursor) !== null)
        .optional()
        .describe('Give the endCursor of an earlier page of this search, unchanged.'),
      type: oneOf(['article', 'quote']),
      section: slug('a section'),
      author: idOrSlug('an author'),
      kind: oneOf([...articleKinds, ...quoteKinds]),
      language,
      since,
    }),
    answers: page(searchHit),
    example: pageExample(exampleHit),
    answer: async (request) => {
      const { ledger, publicUrl } = request.context
      const { q, first, after, type, since: oldest, ...filter } = request.values
      const kinds = (['story', 'quote'] as const).filter(
        (kind) => type === undefined || (kind === 'story') === (type === 'article'),
      )
      const found = await findWords({ ledger, q, kinds, filter, since: oldest, first, after })
      const data = found.hits.map((hit) => {
        const { score, highlights } = hit
        return hit.kind === 'story'
          ? { type: 'article', score, highlights, article: articleSummary(hit.doc, publicUrl) }
          : { type: 'quote', score, highlights, quote: hit.doc }
      })
      return listReply({ request, page: found, data, tags: ['search'] })
    },
  }),
]
