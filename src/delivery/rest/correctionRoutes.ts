/** `/v1/corrections`: what was put right after publication, newest first. */
import { z } from 'zod'

import { storyUrl } from '#src/formats/urls.ts'

import { correctionFacets } from '../findFacets.ts'
import { readPage } from '../readPage.ts'
import { correction, page } from './answerSchemas.ts'
import { exampleCorrection, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import { idOrSlug, oneOf, pageParameters, since, slug } from './parameters.ts'
import { route } from './route.ts'
import { correctionKinds } from './storySchemas.ts'

export const correctionRoutes = [
  route({
    path: '/v1/corrections',
    summary: 'What was put right in stories, newest first, retractions included. Filters combine.',
    parameters: z.object({
      ...pageParameters('correction'),
      section: slug('a section'),
      article: idOrSlug('a story'),
      kind: oneOf(correctionKinds),
      since,
    }),
    answers: page(correction),
    example: pageExample(exampleCorrection),
    answer: async (request) => {
      const { ledger, publicUrl } = request.context
      const { first, after, since: oldest, ...filter } = request.values
      const facets = await correctionFacets(ledger, filter)
      const reading = { reader: ledger, kind: 'correction' as const, facets, first, after }
      const found = await readPage({ ...reading, since: oldest })
      const data = found.rows.map(({ doc: { article, ...correction } }) => {
        return { ...correction, article: { ...article, url: storyUrl(publicUrl, article.slug) } }
      })
      return listReply({ request, page: found, data, tags: ['corrections'] })
    },
  }),
]
