/** What an open window of a story says and asks. */
import type { Endpoint } from 'payload'
import { assertNewsroom } from '#src/editorial/requests/assertNewsroom.ts'
import { beat, leave, takeOver } from './presence.ts'

/**
 * `POST /api/articles/:id/presence` with `{ "isTyping": true }`, every ten seconds: who is here, who writes. With
 * `{ "isLeaving": true }` it says goodbye.
 */
const presenceEndpoint: Endpoint = {
  path: '/:id/presence',
  method: 'post',
  handler: async (req) => {
    assertNewsroom(req)
    const body = ((await req.json?.().catch(() => null)) ?? {}) as Record<string, unknown>
    const article = String(req.routeParams?.['id'])
    if (body['isLeaving'] === true) {
      await leave(req, { article, now: new Date() })
      return new Response(null, { status: 204 })
    }
    const isTyping = body['isTyping'] === true
    return Response.json(await beat(req, { article, isTyping, now: new Date() }), fresh)
  },
}

/** `POST /api/articles/:id/take-over`: the writing lock is yours; whoever had it is told. */
const takeOverEndpoint: Endpoint = {
  path: '/:id/take-over',
  method: 'post',
  handler: async (req) => {
    assertNewsroom(req)
    const article = String(req.routeParams?.['id'])
    return Response.json(await takeOver(req, { article, now: new Date() }), fresh)
  },
}

export const presenceEndpoints: Endpoint[] = [presenceEndpoint, takeOverEndpoint]

const fresh = { headers: { 'Cache-Control': 'no-store' } }
