/** Where metrics are read: at `/metrics` with a token, or on a port that only the monitoring reaches. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Metrics } from './metrics.ts'

/**
 * Answers a request for the metrics.
 *
 * @param options.token what has to be sent as `Authorization: Bearer TOKEN` (RFC 6750); `null` asks for nothing
 */
export const answerMetrics =
  ({ metrics, token }: { metrics: Metrics; token: string | null }) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    res.setHeader('Cache-Control', 'no-store')
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    if (token !== null && !isToken(req.headers.authorization ?? '', token)) {
      res.writeHead(401, { 'WWW-Authenticate': 'Bearer realm="metrics"' }).end()
      return
    }
    const { text, type } = await metrics.read()
    res.writeHead(200, { 'Content-Type': type })
    res.end(req.method === 'HEAD' ? undefined : text)
  }

/** Listens on a port of its own, where `/metrics` is all there is. Rejects with the system's error for a busy port. */
export const listenForMetrics = async (options: {
  metrics: Metrics
  token: string | null
  host: string
  port: number
}): Promise<{ close: () => Promise<void> }> => {
  const answer = answerMetrics(options)
  const server = createServer((req, res) => {
    if (req.url?.split('?')[0] !== '/metrics') res.writeHead(404).end()
    else answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  // Nobody waits for the monitoring when everything else is done.
  server.unref()
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Hashes have one length, and comparing them tells nothing about how much was right. */
const isToken = (authorization: string, token: string): boolean => {
  const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
