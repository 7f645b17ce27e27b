/** Node's HTTP server with the limits and the ending that hold for every process of ours. */
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Metrics } from './metrics.ts'

const KEEP_ALIVE_MS = 75_000
/** How a request is counted whose connection closed before an answer began. */
const LEFT = 499

export type HttpServer = {
  server: Server
  /** Rejects with the system's error for a busy port. */
  listen: (at: { host: string; port: number }) => Promise<void>
  /** Finishes the requests under way. */
  close: () => Promise<void>
}

/** Makes one that does not listen yet. */
export const makeHttpServer = (): HttpServer => {
  const server = createServer()
  // Longer than a proxy keeps an idle connection (60 s as a rule): else it sends a save into one that just closes.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1000
  const closeIdle = rememberSockets(server)
  return {
    server,
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve()
        })
      }),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      closeIdle()
      await closed
    },
  }
}

/** Counts a request once its connection is done with it. */
export const countRequest = (metrics: Metrics, req: IncomingMessage, res: ServerResponse): void => {
  // The address as it came: Express rewrites its own.
  const { url = '', method = '' } = req
  res.once('close', () => {
    const status = res.headersSent ? res.statusCode : LEFT
    metrics.request({ url, method, status })
  })
}

/** Kept-alive connections would hold the process for minutes: idle ones go at once, busy ones when done. */
const rememberSockets = (server: Server): (() => void) => {
  const upgraded = new Set<Socket>()
  server.on('upgrade', (_req, socket: Socket) => {
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
  })
  return () => {
    server.closeIdleConnections()
    setInterval(() => server.closeIdleConnections(), 100).unref()
    for (const socket of upgraded) socket.destroy()
  }
}
