/** Headers that hold for everything the Express side answers. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { clientOf } from '#src/delivery/limits/clientOf.ts'

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

/**
 * The address of who asks, for the activity record, and their network, for limits; what a client sends under
 * these names is not believed.
 */
export const clientAddress: RequestHandler = (req, _res, next) => {
  const address = req.ip ?? ''
  const network = clientOf({ socket: address, forwardedFor: null, trustProxy: 0 })
  note(req, 'x-verbatim-client', address)
  note(req, 'x-verbatim-network', network)
  next()
}

const note = ({ headers, rawHeaders }: IncomingMessage, name: string, value: string): void => {
  headers[name] = value
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (rawHeaders[index]?.toLowerCase() === name) rawHeaders.splice(index, 2)
  }
  rawHeaders.push(name, value)
}

const isPersonal = (headers: IncomingHttpHeaders): boolean =>
  Boolean(headers.authorization) || (headers.cookie ?? '').includes('payload-token=')
