/** Names each request, so that what a proxy, a reader and the log say about it can be put together. */
import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

const HEADER = 'X-Request-Id'
/** What a proxy makes: long enough to be unique, and nothing that could break a log line. */
const WELL_FORMED = /^[\w.:-]{8,128}$/

/** Links from mails carry their token in the path. */
const SECRET_PART = /\/(reset|verify)\/[^/]+/

/**
 * Takes the id that a request came with, or makes one, and sends it back; one line for each request at debug level.
 * The line holds the path alone: addresses carry tokens in their queries, and headers carry logins.
 */
export const requestLog =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const given = req.get(HEADER) ?? ''
    const requestId = WELL_FORMED.test(given) ? given : randomUUID()
    res.setHeader(HEADER, requestId)
    if (log.isLevelEnabled('debug')) {
      const { method } = req
      const path = req.path.replace(SECRET_PART, '/$1/…')
      const startedAt = performance.now()
      res.once('close', () => {
        const ms = Math.round(performance.now() - startedAt)
        // A connection that closed early leaves no status of ours.
        const status = res.headersSent ? res.statusCode : null
        log.debug({ requestId, method, path, status, ms }, 'Answered')
      })
    }
    next()
  }
