import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { mayServeMedia } from '#src/editorial/media.ts'

/**
 * Pictures at `/media/NAME`, with ETag, Last-Modified, conditional and range requests by Express.
 * Names are unique and a changed picture gets a new one, so what readers may see is cached for long.
 */
export const serveMedia =
  (payload: Payload, mediaDir: string): RequestHandler<{ name: string }> =>
  async (req, res, next) => {
    const { name } = req.params
    const headers = new Headers({
      cookie: req.headers.cookie ?? '',
      authorization: req.headers.authorization ?? '',
      'sec-fetch-site': String(req.headers['sec-fetch-site'] ?? ''),
    })
    const { isAllowed, isPublic } = await mayServeMedia(payload, name, headers)
    if (!isAllowed) return next()
    const cacheControl = isPublic
      ? 'public, max-age=86400, stale-while-revalidate=604800'
      : 'private, no-store'
    res.sendFile(
      name,
      {
        root: mediaDir,
        dotfiles: 'deny',
        headers: { 'Cache-Control': cacheControl },
        cacheControl: false,
      },
      (error) => {
        if (error) next()
      },
    )
  }
