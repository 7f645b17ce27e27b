/** The checks of a story as its editors see them, and the ticks they give. */
import { APIError, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import type { JudgedFinding } from '#src/workflow/verdict.ts'
import { examineStory } from './examineStory.ts'
import { getStory } from './getStory.ts'

export type Preflight = {
  problems: JudgedFinding[]
  /** Nothing stands against it, and whoever asks may publish. */
  canPublish: boolean
  /** Whoever asks may set aside everything that stands against it. */
  canOverride: boolean
}

/**
 * What publishing the newest draft would come to.
 *
 * @throws APIError 404 for an unknown story
 */
export const preflightOf = async (req: PayloadRequest, id: string): Promise<Preflight> => {
  const article = await getStory(req, id)
  const { verdict } = await examineStory(req, article, new Date().toISOString())
  const { findings, open } = verdict
  const errors = findings.filter(({ severity }) => severity === 'error')
  return {
    problems: findings,
    canPublish: open.length === 0 && hasRole(req.user, 'editor', 'chief'),
    canOverride:
      errors.length > 0 &&
      errors.every(({ canOverride }) => canOverride) &&
      hasRole(req.user, 'chief'),
  }
}

/**
 * Ticks warnings of the newest draft. Ticks given before are kept.
 *
 * @throws APIError 400 for a key that no warning of the story has now; 403, 404
 */
export const acknowledge = async (
  req: PayloadRequest,
  id: string,
  keys: string[],
): Promise<Preflight> => {
  const article = await getStory(req, id)
  const { verdict } = await examineStory(req, article, new Date().toISOString())
  const warnings = verdict.findings.filter(({ severity }) => severity === 'warning')
  const unknown = keys.filter((key) => !warnings.some((warning) => warning.key === key))
  if (unknown.length > 0) {
    throw new APIError(
      `The story has no such warnings now: ${unknown.join(', ')}. Read its checks again.`,
      400,
    )
  }
  const kept = (article.acknowledged ?? []).filter((key) =>
    warnings.some((warning) => warning.key === key),
  )
  await req.payload.update({
    collection: 'articles',
    id,
    data: { acknowledged: [...new Set([...kept, ...keys])] },
    draft: true,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return preflightOf(req, id)
}
