/** A page of a list as JSON. */
import { jsonReply, type Reply } from '../reply.ts'
import { canonicalQuery } from './parameters.ts'
import type { RouteRequest } from './route.ts'

/**
 * `{ data, page: { endCursor, hasNextPage }, links: { next } }`.
 * @param options.data the rows of the page as readers get them.
 */
export const listReply = (options: {
  request: RouteRequest<Record<string, unknown>>
  page: { endCursor: string | null; hasNextPage: boolean }
  data: unknown[]
  tags: string[]
}): Reply => {
  const { request, page, data, tags } = options
  const { endCursor, hasNextPage } = page
  const { publicUrl } = request.context
  const path = request.key.split('?', 1)[0] ?? ''
  const next = `${publicUrl}${path}${canonicalQuery({ ...request.values, after: endCursor })}`
  return jsonReply({
    value: { data, page: { endCursor, hasNextPage }, links: { next: hasNextPage ? next : null } },
    publicUrl,
    tags,
    lastModified: request.lastChange,
  })
}
