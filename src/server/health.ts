import type { RequestHandler } from 'express'

/** The process is alive. */
export const alive: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'no-store')
  res.json({ status: 'ok' })
}

/**
 * The process can do its work: it asks the database, because a server without one still serves its shell.
 *
 * @param probe resolves when the database answers
 * @param isStopping whether the process is on its way out and wants no new requests
 */
export const ready =
  (probe: () => Promise<unknown>, isStopping: () => boolean): RequestHandler =>
  async (_req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    if (isStopping()) return void res.status(503).json({ status: 'stopping' })
    try {
      await probe()
      res.json({ status: 'ready' })
    } catch {
      res.status(503).json({ status: 'the database does not answer' })
    }
  }
