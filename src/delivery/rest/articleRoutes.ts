/** `/v1/articles`: stories, newest first, and one story. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'
import type { CurrentStory } from '#src/ledger/port.ts'

import { storyFacets } from '../findFacets.ts'
import { findStory } from '../findStory.ts'
import { problemReply } from '../problem.ts'
import { readPage } from '../readPage.ts'
import { jsonReply, redirectReply, type Reply, storyTags } from '../reply.ts'
import { articleJson, articleSummary } from './articleJson.ts'
import { listReply } from './listReply.ts'
import { idOrSlug, oneOf, pageParameters, slug } from './parameters.ts'
import { route } from './route.ts'

const kinds = ['brief', 'report', 'analysis', 'opinion', 'live'] as const

export const articleRoutes = [
  route({
    path: '/v1/articles',
    summary: 'Stories, newest first. Filters combine.',
    parameters: z.object({
      ...pageParameters('story'),
      section: slug('a section'),
      topic: slug('a topic'),
      author: idOrSlug('an author'),
      source: idOrSlug('a source the story cites'),
      kind: oneOf(kinds),
    }),
    answer: async (request) => {
      const { ledger, publicUrl } = request.context
      const { first, after, ...filter } = request.values
      const facets = await storyFacets(ledger, filter)
      const page = await readPage({ reader: ledger, kind: 'story', facets, first, after })
      const data = page.rows.map(({ doc }) => articleSummary(doc, publicUrl))
      const tags = ['articles', ...page.rows.map(({ doc }) => `story-${doc.story.id}`)]
      return listReply({ request, page, data, tags })
    },
  }),
  route({
    path: '/v1/articles/{slugOrId}',
    summary: 'One story: 301 for an old slug, 410 for a story that was withdrawn.',
    parameters: z.object({}),
    answer: async ({ name, context }) => {
      const { ledger, publicUrl } = context
      const found = await findStory({ ledger, address: name, mayBeId: true })
      if (found.outcome === 'unknown') {
        throw new AppError('not-found', 'No published story has this slug or id.')
      }
      if (found.outcome === 'moved') {
        return redirectReply(`${publicUrl}/v1/articles/${encodeURIComponent(found.slug)}`)
      }
      const { current, isCurrent } = found
      const reply = current.state === 'live' ? liveReply(current, publicUrl) : goneReply(current)
      return isCurrent ? { ...reply, isCurrent } : reply
    },
  }),
]

const liveReply = (current: CurrentStory, publicUrl: string): Reply =>
  jsonReply({
    value: { data: articleJson(current, publicUrl) },
    publicUrl,
    tags: storyTags(current),
    lastModified: current.at,
  })

/** A retraction says why, in public; a story that was taken offline only says that it is gone. */
const goneReply = (current: CurrentStory): Reply => {
  const { story, state, at, reason } = current
  const tags = [`story-${story.id}`]
  if (state === 'unpublished') {
    const detail = 'This story is no longer published.'
    return { ...problemReply({ status: 410, code: 'gone', detail, extra: { state } }), tags }
  }
  const notices = story.corrections.filter(({ kind }) => kind === 'retraction')
  const notice = notices.at(-1)?.text ?? reason
  const extra = { state, headline: story.headline, notice, reason, retractedAt: at }
  const detail = 'This story was retracted.'
  return { ...problemReply({ status: 410, code: 'gone', detail, extra }), tags }
}
