/** The verbs of a story that are more than a save. */
import { APIError, type Endpoint } from 'payload'
import { hasRole } from '#collections/access.ts'
import { retract } from './retract.ts'

const MIN_REASON = 10

/** `POST /api/articles/:id/retract` with `{ "reason": "…" }`: takes the text away, keeps the address. */
const retractEndpoint: Endpoint = {
  path: '/:id/retract',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req.user, 'chief')) throw new APIError('Only a chief may retract a story.', 403)
    const body: unknown = await req.json?.().catch(() => null)
    const reason = (body as { reason?: unknown } | null)?.reason
    if (typeof reason !== 'string' || reason.trim().length < MIN_REASON) {
      throw new APIError(
        `Readers are told why: send {"reason": "…"} with at least ${MIN_REASON} characters.`,
        400,
      )
    }
    const article = await retract(req, String(req.routeParams?.['id']), reason.trim())
    return Response.json({ message: 'Retracted. Readers find the notice.', doc: article })
  },
}

export const articleEndpoints: Endpoint[] = [retractEndpoint]
