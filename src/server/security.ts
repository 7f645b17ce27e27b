/** Headers that hold for everything the Express side answers. */
import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'

/**
 * Caching and framing of the editorial side: signed-in answers are kept by no cache, answers that depend on
 * the origin say so, and nobody but ourselves may put the panel in a frame.
 *
 * @param isHttps whether readers and editors come by https
 */
export const securityHeaders =
  ({ isHttps }: { isHttps: boolean }): RequestHandler =>
  (req, res, next) => {
    res.setHeader('X-Content-Type-Options', 'nosniff')
    res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
    res.setHeader('X-Frame-Options', 'SAMEORIGIN')
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    if (isHttps) res.setHeader('Strict-Transport-Security', 'max-age=31536000')
    res.vary('Origin')
    if (isPersonal(req.headers)) res.setHeader('Cache-Control', 'private, no-store')
    next()
  }

/** The address of who asks, for the activity record; what a client sends under this name is not believed. */
export const clientAddress: RequestHandler = (req, _res, next) => {
  const name = 'x-verbatim-client'
  req.headers[name] = req.ip ?? ''
  for (let index = req.rawHeaders.length - 2; index >= 0; index -= 2) {
    if (req.rawHeaders[index]?.toLowerCase() === name) req.rawHeaders.splice(index, 2)
  }
  req.rawHeaders.push(name, req.ip ?? '')
  next()
}

const isPersonal = (headers: IncomingHttpHeaders): boolean =>
  Boolean(headers.authorization) || (headers.cookie ?? '').includes('payload-token=')
