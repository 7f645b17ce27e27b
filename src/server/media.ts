import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { mayServeMedia } from '#src/editorial/media/media.ts'

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
    const file = await stat(path.join(mediaDir, name)).catch(() => null)
    if (!file) return next()
    res.sendFile(
      name,
      {
        root: mediaDir,
        dotfiles: 'deny',
        // Set here: Express makes none where the application's own are off.
        headers: {
          'Cache-Control': cacheControl,
          ETag: `"${file.size.toString(16)}-${Math.round(file.mtimeMs).toString(16)}"`,
        },
        cacheControl: false,
      },
      (error: (Error & { status?: number }) | undefined) => {
        // A range beyond the end is the reader's mistake; a file that is gone is not there.
        if (error) next(error.status === 416 ? error : undefined)
      },
    )
  }
