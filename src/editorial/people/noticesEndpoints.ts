/** A person's own notices: the list behind the bell, and marking them as read. */
import { APIError, type Endpoint, type PayloadRequest, type Where } from 'payload'
import { idOf } from '#src/editorial/stories/storyParts.ts'

const SHOWN = 30
const MAX_IDS = 200

/** `GET /api/notifications/mine`: how many are unread, and the newest ones. */
const mineEndpoint: Endpoint = {
  path: '/mine',
  method: 'get',
  handler: async (req) => {
    const mine = { user: { equals: personOf(req) } }
    const { totalDocs } = await req.payload.count({
      collection: 'notifications',
      where: { and: [mine, { readAt: { exists: false } }] },
      overrideAccess: true,
      req,
    })
    const { docs } = await req.payload.find({
      collection: 'notifications',
      where: mine,
      sort: '-at',
      limit: SHOWN,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const notices = docs.map(({ id, kind, text, article, at, readAt }) => ({
      ...{ id, kind, text, at },
      article: idOf(article),
      isRead: Boolean(readAt),
    }))
    return Response.json({ unread: totalDocs, notices }, { headers: fresh })
  },
}

/** `POST /api/notifications/read` with `{ "ids": ["…"] }` or `{ "all": true }`. */
const readEndpoint: Endpoint = {
  path: '/read',
  method: 'post',
  handler: async (req) => {
    const user = personOf(req)
    const body = ((await req.json?.().catch(() => null)) ?? {}) as Record<string, unknown>
    await req.payload.db.updateMany({
      collection: 'notifications',
      where: {
        and: [{ user: { equals: user } }, { readAt: { exists: false } }, ...chosen(body)],
      },
      data: { readAt: new Date().toISOString() },
      returning: false,
      req,
    })
    return Response.json({ message: 'Marked as read.' }, { headers: fresh })
  },
}

export const noticeEndpoints: Endpoint[] = [mineEndpoint, readEndpoint]

const fresh = { 'Cache-Control': 'no-store' }

const chosen = ({ all, ids }: Record<string, unknown>): Where[] => {
  if (all === true) return []
  const isList = Array.isArray(ids) && ids.every((id) => typeof id === 'string')
  if (!isList || ids.length === 0 || ids.length > MAX_IDS) {
    throw new APIError(
      `Send {"ids": ["…"]} with up to ${MAX_IDS} of your notices, or {"all": true}.`,
      400,
    )
  }
  return [{ id: { in: ids } }]
}

const personOf = ({ user }: PayloadRequest): string => {
  if (!user) throw new APIError('Sign in first.', 401)
  return user.id
}
