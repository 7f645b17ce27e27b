/** What is asked of somebody who is about to publish a change of a story that readers have. */
import type { Endpoint } from 'payload'
import { questionOf } from '#src/workflow/changeQuestion.ts'
import { assertNewsroom } from '#src/editorial/requests/assertNewsroom.ts'
import { buildStory } from '#src/editorial/stories/buildStory.ts'
import { changeOf } from './changeKind.ts'
import { getStory } from '#src/editorial/stories/getStory.ts'

/**
 * `GET /api/articles/:id/change`: what publishing the newest draft would change for readers, word by word, which kind
 * of change it looks like, and where a note could stand. `{ "question": null }` where readers would see no difference,
 * or do not have the story.
 */
export const changeEndpoint: Endpoint = {
  path: '/:id/change',
  method: 'get',
  handler: async (req) => {
    assertNewsroom(req)
    const article = await getStory(req, String(req.routeParams?.['id']))
    const { story } = await buildStory(req, article, new Date().toISOString())
    const change = await changeOf(req, article, story)
    return Response.json(
      { question: change && questionOf(change, story) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}
