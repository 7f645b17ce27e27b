/** Sends out the scheduled stories whose minute has come. */
import { createLocalReq, type Payload } from 'payload'
import { currentHash } from '#src/editorial/approval.ts'
import type { Article } from '#src/payload-types.ts'

export type Outcome = {
  article: string
  slug: string
  outcome: 'published' | 'held'
  problem?: string
}

/**
 * Publishes every scheduled story that is due and still what was approved. One that was edited since, or
 * that does not pass the checks, is held, and says so on the story.
 *
 * @param now the time it is
 */
export const publishDue = async (payload: Payload, now: Date): Promise<Outcome[]> => {
  const { docs } = await payload.find({
    collection: 'articles',
    draft: true,
    where: {
      and: [
        { state: { equals: 'scheduled' } },
        { scheduledFor: { less_than_equal: now.toISOString() } },
        { scheduleProblem: { exists: false } },
      ],
    },
    sort: 'scheduledFor',
    depth: 0,
    limit: 20,
    pagination: false,
    overrideAccess: true,
  })
  const outcomes: Outcome[] = []
  for (const article of docs) outcomes.push(await publishOne(payload, article))
  return outcomes
}

const publishOne = async (payload: Payload, article: Article): Promise<Outcome> => {
  const about = { article: article.id, slug: article.slug ?? '' }
  const problem =
    (await changedSinceApproval(payload, article)) ?? (await tryToPublish(payload, article))
  if (!problem) return { ...about, outcome: 'published' }
  await payload.update({
    collection: 'articles',
    id: article.id,
    data: { scheduleProblem: problem },
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
  return { ...about, outcome: 'held', problem }
}

const changedSinceApproval = async (payload: Payload, article: Article): Promise<string | null> => {
  const req = await createLocalReq({}, payload)
  const hash = await currentHash(req, article as unknown as Record<string, unknown>)
  return hash === article.approvedHash
    ? null
    : 'It was changed after it was approved, so it was held. Approve it again and schedule it anew.'
}

const tryToPublish = async (payload: Payload, article: Article): Promise<string | null> => {
  try {
    await payload.update({
      collection: 'articles',
      id: article.id,
      data: { _status: 'published' },
      depth: 0,
      overrideAccess: true,
    })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
