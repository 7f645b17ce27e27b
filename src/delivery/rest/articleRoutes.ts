/** `/v1/articles`: stories, newest first, and one story. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'
import { articleAnswer } from '#src/formats/json/article.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import { readQuery } from '#src/ledger/searchWords.ts'

import type { DeliveryContext } from '../context.ts'
import { storyFacets } from '../findFacets.ts'
import { findStory } from '../findStory.ts'
import { problemReply } from '../problem.ts'
import { readPage } from '../readPage.ts'
import { jsonReply, redirectReply, type Reply, storyTags, writtenReply } from '../reply.ts'
import { one, page as pageOf } from './answerSchemas.ts'
import {
  articleInListJson,
  articleJson,
  includedInList,
  includedInOne,
  type Selection,
} from './articleJson.ts'
import { exampleArticle, exampleTeaser, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import {
  canonicalQuery,
  idOrSlug,
  language,
  narrowingWords,
  oneOf,
  pageParameters,
  since,
  slug,
} from './parameters.ts'
import { route } from './route.ts'
import { fieldsOf, includeOf } from './selection.ts'
import { article, articleInList, articleKinds } from './storySchemas.ts'

export const articleRoutes = [
  route({
    path: '/v1/articles',
    summary: 'Stories, newest first: teasers, and what include adds. Filters combine.',
    parameters: z.object({
      ...pageParameters('story'),
      section: slug('a section'),
      topic: slug('a topic'),
      author: idOrSlug('an author'),
      source: idOrSlug('a source the story cites'),
      kind: oneOf(articleKinds),
      language,
      q: narrowingWords,
      since,
      fields: fieldsOf(articleInList),
      include: includeOf(includedInList),
    }),
    answers: pageOf(articleInList),
    example: pageExample(exampleTeaser),
    answer: async (request) => {
      const { ledger } = request.context
      const { first, after, since: oldest, q, fields, include, ...filter } = request.values
      const facets = await storyFacets(ledger, filter)
      const reading = { reader: ledger, kind: 'story' as const, facets, first, after }
      const page = await readPage({
        ...reading,
        since: oldest,
        terms: q ? readQuery(q) : undefined,
      })
      const selection = { fields, include }
      const data = page.rows.map(({ doc }) => articleInListJson(doc, request.context, selection))
      const tags = ['articles', ...page.rows.map(({ doc }) => `story-${doc.story.id}`)]
      return listReply({ request, page, data, tags })
    },
  }),
  route({
    path: '/v1/articles/{slugOrId}',
    summary: 'One story: 301 for an old slug, 410 for a story that was withdrawn.',
    name: { description: 'The slug or the id of the story.', example: exampleTeaser.slug },
    parameters: z.object({ fields: fieldsOf(article), include: includeOf(includedInOne) }),
    answers: one(article),
    example: { data: exampleArticle },
    isMovable: true,
    answer: async ({ name, context, values }) => {
      const { ledger, publicUrl } = context
      const ready = isWhole(values) ? await readyReply(context, name) : null
      if (ready) return ready
      const found = await findStory({ ledger, address: name, mayBeId: true })
      if (found.outcome === 'unknown') {
        throw new AppError('not-found', 'No published story has this slug or id.')
      }
      if (found.outcome === 'moved') {
        const path = `${publicUrl}/v1/articles/${encodeURIComponent(found.slug)}`
        return redirectReply(path + canonicalQuery(values))
      }
      const { current, isCurrent } = found
      const reply =
        current.state === 'live' ? liveReply(current, context, values) : goneReply(current)
      return isCurrent ? { ...reply, isCurrent } : reply
    },
  }),
]

const liveReply = (
  current: CurrentStory,
  context: DeliveryContext,
  selection: Selection,
): Reply => {
  const { publicUrl } = context
  const about = { tags: storyTags(current), lastModified: current.at }
  if (isWhole(selection)) return writtenReply({ body: articleAnswer(current, publicUrl), ...about })
  return jsonReply({
    value: { data: articleJson(current, context, selection) },
    publicUrl,
    ...about,
  })
}

/** Everything, and nothing more: what the ledger may have ready. */
const isWhole = ({ fields, include }: Selection): boolean => !fields && !include

const readyReply = async (
  { ledger, publicUrl }: DeliveryContext,
  slug: string,
): Promise<Reply | null> => {
  const ready = await ledger.readyAnswer(slug, publicUrl)
  if (!ready) return null
  const { seq, body, tags, at } = ready
  const isCurrent = async () => (await ledger.seqOf(slug)) === seq
  return writtenReply({ body, tags, lastModified: at, isCurrent })
}

/** A retraction says why, in public; a story that was taken offline only says that it is gone. */
export const goneReply = (current: CurrentStory): Reply => {
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
