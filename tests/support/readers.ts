/** The reader side on a free port, over any ledger. */
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { LogEntry } from '#src/delivery/context.ts'
import { createDelivery, type DeliveryOptions } from '#src/delivery/createDelivery.ts'
import type { LedgerReader } from '#src/ledger/port.ts'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
  json: () => Json
}
/** Tests look into answers by path; what is not there fails the comparison. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any

type Ask = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export const PUBLIC_URL = 'https://news.example'

/** Starts it. `ask` is a reader with a browser, `graph` one with a query; both see what was logged in `logged`. */
export const serveReaders = async (
  options: Partial<DeliveryOptions> & { ledger: LedgerReader },
) => {
  const logged: LogEntry[] = []
  const delivery = createDelivery({
    publisher: { name: 'The Example', url: `${PUBLIC_URL}/` },
    publicUrl: PUBLIC_URL,
    isProduction: true,
    cacheBytes: 16 * 1024 * 1024,
    log: (entry) => logged.push(entry),
    ...options,
  })
  const server = createServer((req, res) => {
    void Promise.resolve(delivery.handle(req, res)).then((isHandled) => {
      if (!isHandled) res.writeHead(404).end('not mine')
    })
  })
  // A connection that rested while a slow test was thinking is as good as before.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const req = httpRequest({ port, host: '127.0.0.1', path, method, headers }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.toString('utf8')

          const json = (): Json => JSON.parse(text)
          resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes, text, json })
        })
      })
      req.on('error', reject)
      req.end(body)
    })

  const graph = (query: string, variables?: Record<string, unknown>): Promise<Answer> =>
    ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })

  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await delivery.close()
  }
  return { delivery, logged, port, ask, graph, stop }
}

export type Readers = Awaited<ReturnType<typeof serveReaders>>
