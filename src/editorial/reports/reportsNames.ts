/** What sources are called in reports, and who may ask for one. */
import { APIError, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import type { Source } from '#src/payload-types.ts'
import { pagesOf } from './reportsPages.ts'

export type SourceLabel = {
  id: string
  label: string
  kind: Source['kind']
  isConfidential: boolean
}

/**
 * Refuses whoever does not work on stories.
 *
 * @throws APIError 403
 */
export const assertNewsroom = (req: PayloadRequest): void => {
  if (hasRole(req.user, 'reporter', 'editor', 'chief')) return
  throw new APIError('Sign in as somebody of the newsroom to see this.', 403)
}

/**
 * Names of sources by id. A confidential one goes by its public description: reports are passed on.
 */
export const sourceLabels = async (
  req: PayloadRequest,
  ids: Iterable<string>,
): Promise<Map<string, SourceLabel>> => {
  const labels = new Map<string, SourceLabel>()
  const wanted = [...new Set(ids)]
  // As many parameters as every database takes in one query.
  for (let start = 0; start < wanted.length; start += 500) {
    const pages = pagesOf<Source>(req, 'sources', {
      where: { id: { in: wanted.slice(start, start + 500) } },
      select: { name: true, kind: true, isConfidential: true, publicDescription: true },
    })
    for await (const page of pages) for (const source of page) labels.set(source.id, named(source))
  }
  return labels
}

const named = ({ id, name, kind, isConfidential, publicDescription }: Source): SourceLabel => ({
  id,
  kind,
  isConfidential: Boolean(isConfidential),
  label: isConfidential ? `${publicDescription || 'A source'} (confidential)` : name,
})
