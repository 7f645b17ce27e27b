/** `/v1/articles/{slugOrId}/history`: what changed between the published versions of a story. */
import { z } from 'zod'

import { AppError } from '#src/errors.ts'
import type { CurrentStory } from '#src/ledger/port.ts'

import { decodeCursor, encodeCursor } from '../cursor.ts'
import { findHistory, hasHistory } from '../findHistory.ts'
import { findStory } from '../findStory.ts'
import { redirectReply, type Reply, storyTags } from '../reply.ts'
import { page, storyVersion } from './answerSchemas.ts'
import { goneReply } from './articleRoutes.ts'
import { exampleTeaser, exampleVersion, pageExample } from './examples.ts'
import { listReply } from './listReply.ts'
import { canonicalQuery, pageParameters } from './parameters.ts'
import { route, type RouteRequest } from './route.ts'

const CURSOR = 'history'
const parameters = z.object(pageParameters(CURSOR))
type Request = RouteRequest<z.output<typeof parameters>>

export const historyRoutes = [
  route({
    path: '/v1/articles/{slugOrId}/history',
    summary: 'What changed in a story, version by version, newest first; 404 unless it shows that.',
    name: { description: 'The slug or the id of the story.', example: exampleTeaser.slug },
    parameters,
    answers: page(storyVersion),
    example: pageExample(exampleVersion),
    isMovable: true,
    answer: async (request) => {
      const { name, context, values } = request
      const found = await findStory({ ledger: context.ledger, address: name, mayBeId: true })
      if (found.outcome === 'unknown') throw none()
      if (found.outcome === 'moved') {
        const slug = encodeURIComponent(found.slug)
        const path = `${context.publicUrl}/v1/articles/${slug}/history`
        return redirectReply(path + canonicalQuery(values))
      }
      const { current, isCurrent } = found
      const reply = await replyOf(current, request)
      return isCurrent ? { ...reply, isCurrent } : reply
    },
  }),
]

const replyOf = async (current: CurrentStory, request: Request): Promise<Reply> => {
  if (current.state !== 'live') return goneReply(current)
  if (!hasHistory(current)) throw none()
  const { first, after } = request.values
  const before = after ? seqOf(after) : null
  const { id } = current.story
  const found = await findHistory(request.context, { id, first, before })
  const endCursor = found.oldest === null ? null : encodeCursor(CURSOR, String(found.oldest))
  const reply = listReply({
    request,
    page: { endCursor, hasNextPage: found.hasMore },
    data: found.versions,
    tags: storyTags(current),
  })
  return { ...reply, lastModified: current.at }
}

/** Whoever makes up a cursor of their own gets nothing. */
const seqOf = (cursor: string): number => {
  const seq = Number(decodeCursor(CURSOR, cursor))
  return Number.isSafeInteger(seq) ? seq : 0
}

const none = (): AppError =>
  new AppError('not-found', 'No published story with a public history has this slug or id.')
