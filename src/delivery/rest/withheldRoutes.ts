/** `/v1/withheld`: approved stories under embargo, for keys that were given them. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'
import { renderBody } from '#src/formats/html/renderBody.ts'
import { storyUrl } from '#src/formats/urls.ts'
import type { WithheldStory } from '#src/ledger/withheldStore.ts'

import { decodeCursor, encodeCursor } from '../cursor.ts'
import { NEVER } from '../reply.ts'
import { page } from './answerSchemas.ts'
import { exampleArticle, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import { pageParameters } from './parameters.ts'
import { route } from './route.ts'
import { restShape, teaserShape } from './storySchemas.ts'

export const WITHHELD_PATH = '/v1/withheld'

/** Nothing has been published: there is no version, and no time of one. */
const unpublished = ['firstPublishedAt', 'updatedAt', 'version']
const withoutTimes = (story: object) =>
  Object.fromEntries(Object.entries(story).filter(([name]) => !unpublished.includes(name)))

const withheldStory = z
  .object({
    withheld: z.literal(true).describe('It may not be published yet.'),
    embargoUntil: z.iso.datetime().describe('Until when.'),
    ...teaserShape,
    ...restShape,
  })
  .omit({ firstPublishedAt: true, updatedAt: true, version: true })

const example = {
  withheld: true,
  embargoUntil: '2026-03-02T06:00:00.000Z',
  ...withoutTimes(exampleArticle),
}

export const withheldRoutes = [
  route({
    path: WITHHELD_PATH,
    summary:
      'Approved stories under embargo, the embargo that ends first in front. Only with a key that was given them; no cache may keep the answer.',
    parameters: z.object(pageParameters('withheld')),
    answers: page(withheldStory),
    example: pageExample(example),
    needsKey: true,
    answer: async (request) => {
      const { withheld, publicUrl } = request.context
      if (!withheld) {
        throw new AppError('not-found', 'Nothing is given out here before it is published.')
      }
      const { first, after } = request.values
      const rows = await withheld({ after: after ? placeOf(after) : null, limit: first + 1 })
      const shown = rows.slice(0, first)
      const last = shown.at(-1)
      const endCursor = last
        ? encodeCursor('withheld', `${last.embargoUntil} ${last.articleId}`)
        : null
      const data = shown.map((row) => withheldJson(row, publicUrl))
      const found = { endCursor, hasNextPage: rows.length > first }
      return {
        ...listReply({ request, page: found, data, tags: [] }),
        lastModified: null,
        cacheControl: NEVER,
        isKept: false,
      }
    },
  }),
]

const placeOf = (cursor: string) => {
  const [embargoUntil = '', articleId = ''] = (decodeCursor('withheld', cursor) ?? '').split(' ')
  return { embargoUntil, articleId }
}

const withheldJson = ({ embargoUntil, story }: WithheldStory, publicUrl: string) => ({
  withheld: true,
  embargoUntil,
  ...withoutTimes(story),
  url: storyUrl(publicUrl, story.slug),
  bodyHtml: renderBody(story, { baseUrl: publicUrl }),
})
