/** Answers that need no computation. */
import type { Reply } from './reply.ts'
import type { Exchange, Target } from './responder.ts'

/** An answer that is there already. */
export const fixed = (reply: Reply): Target => ({
  key: null,
  compute: () => reply,
  fail: () => reply,
})

/** CORS (Fetch standard): anyone may read; a key may be sent, cookies are never looked at. */
export const preflight = ({ res }: Exchange, allowed: string): void => {
  res.writeHead(204, {
    Allow: allowed,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers':
      'Authorization, Content-Type, Accept, Range, If-None-Match, If-Modified-Since, If-Range',
    'Access-Control-Max-Age': '86400',
    'Cache-Control': 'public, max-age=86400',
  })
  res.end()
}
