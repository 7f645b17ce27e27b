/** The verbs of a story that are more than a save. */
import { APIError, type Endpoint } from 'payload'
import { hasRole } from '#collections/access.ts'
import { assertNewsroom } from '#src/editorial/requests/assertNewsroom.ts'
import { changeEndpoint } from '#src/editorial/publishing/changeEndpoint.ts'
import { diffEndpoint } from './diffEndpoint.ts'
import { acknowledge, preflightOf } from './preflightArticle.ts'
import { retract } from '#src/editorial/publishing/retract.ts'

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

/** `GET /api/articles/:id/preflight`: what stands against publishing the newest draft, for who asks. */
const preflightEndpoint: Endpoint = {
  path: '/:id/preflight',
  method: 'get',
  handler: async (req) => {
    assertNewsroom(req)
    return Response.json(await preflightOf(req, String(req.routeParams?.['id'])), {
      headers: fresh,
    })
  },
}

/** `POST /api/articles/:id/acknowledge` with `{ "keys": ["…"] }`: ticks warnings of the newest draft. */
const acknowledgeEndpoint: Endpoint = {
  path: '/:id/acknowledge',
  method: 'post',
  handler: async (req) => {
    assertNewsroom(req)
    const body: unknown = await req.json?.().catch(() => null)
    const keys = (body as { keys?: unknown } | null)?.keys
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) {
      throw new APIError('Send {"keys": ["…"]}: keys of warnings, as preflight gives them.', 400)
    }
    const id = String(req.routeParams?.['id'])
    return Response.json(await acknowledge(req, id, keys), { headers: fresh })
  },
}

const fresh = { 'Cache-Control': 'no-store' }

export const articleEndpoints: Endpoint[] = [
  retractEndpoint,
  preflightEndpoint,
  diffEndpoint,
  changeEndpoint,
  acknowledgeEndpoint,
]
