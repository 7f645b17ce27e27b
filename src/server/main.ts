/** Starts and stops the one process: readers and APIs first, then the admin panel. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { createDelivery } from '#src/delivery/createDelivery.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { publisher } from '#src/editorial/publisher.ts'
import { startClock } from '#src/jobs/clock.ts'
import { countJobs } from '#src/jobs/countJobs.ts'
import { createKeyStore } from '#src/ledger/keyStore.ts'
import { createPayloadLedger } from '#src/ledger/payloadStore.ts'
import { createWithheldReader } from '#src/ledger/withheldStore.ts'
import { createAdminPanel } from './adminPanel.ts'
import { loadAllowedQueries } from './allowedQueries.ts'
import { createApp } from './app.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { answerMetrics, listenForMetrics } from './metricsDoor.ts'
import { startNotifiers, type Notifiers } from './notifiers.ts'

const KEEP_ALIVE_MS = 75_000
/** How a request is counted whose connection closed before an answer began. */
const LEFT = 499

export type RunningServer = {
  /** Where it listens: `http://127.0.0.1:3000`. */
  url: string
  /** Finishes the requests under way, closes the database. */
  stop(): Promise<void>
}

export type ServerOptions = {
  config: Config
  log: Logger
  /** Leaves the admin panel out, for tests that need none. */
  withoutAdmin?: boolean
  /** Compiles the admin panel as it is used. */
  isDev?: boolean
}

/**
 * Opens the newsroom and listens.
 *
 * @throws AppError `bad-configuration` when the database or the list of allowed queries cannot be used; the system's error for a busy port
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { config, log } = options
  const allowedQueries = loadAllowedQueries(config.allowedQueriesFile)
  const payload = await bootPayload({ config, isServer: true })
  const ledger = createPayloadLedger(payload)
  const keys = createKeyStore(payload.db, {
    mayWrite: true,
    onError: (err) => log.error({ err }, 'The last uses of keys could not be written'),
  })
  const delivery = createDelivery({
    ledger,
    keys,
    withheld: createWithheldReader(payload.db),
    limits: {
      perAddress: config.readLimit,
      perKey: config.keyLimit,
      trustProxy: config.trustProxy,
    },
    publisher: publisher(config),
    publicUrl: config.publicUrl,
    isProduction: config.isProduction,
    hub: config.websubHub,
    cacheBytes: config.readerCacheBytes,
    ...(allowedQueries && { allowedQueries }),
    log: ({ msg, ...details }) => log.error(details, msg),
  })
  let notifiers: Notifiers | null = null
  const { metricsToken: token, metricsPort, host } = config
  const metrics =
    token === null && metricsPort === null
      ? null
      : createMetrics({
          cacheCounts: delivery.cacheCounts,
          cacheBytes: delivery.cachedBytes,
          ledgerHead: () => ledger.head(),
          countJobs: (state) => countJobs(payload, state),
          behind: async () => (await notifiers?.behind()) ?? {},
          onError: (err) => log.error({ err }, 'A metric could not be read'),
        })
  let isStopping = false
  const server = createServer()
  // Longer than a proxy keeps an idle connection (60 s as a rule): else it sends a save into one that just closes.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1000
  const admin = options.withoutAdmin
    ? null
    : createAdminPanel({ server, config, log, isDev: options.isDev ?? false })
  const app = createApp({
    config,
    payload,
    log,
    admin: admin?.handle ?? null,
    isStopping: () => isStopping,
    metrics: metrics && token !== null ? answerMetrics({ metrics, token }) : null,
  })
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (metrics) countRequest(metrics, req, res)
    const answered = delivery.handle(req, res)
    if (answered === true) return
    if (answered === false) return void app(req, res)
    answered.then(
      (isOurs) => {
        if (!isOurs) app(req, res)
      },
      (error: unknown) => {
        log.error({ err: error }, 'The reader side failed')
        res.destroy()
      },
    )
  })
  const closeIdle = rememberSockets(server)
  const metricsListener =
    metrics && metricsPort !== null
      ? await listenForMetrics({ metrics, token, host, port: metricsPort })
      : null
  await listen(server, config)
  // Readers and tools are answered from here on; whoever asks for the panel waits for it to open.
  setImmediate(() => admin?.open())
  const clock = config.role === 'web' ? null : startClock({ payload, log })
  notifiers = config.role === 'web' ? null : startNotifiers({ config, payload, ledger, log })

  return {
    url: config.publicUrl,
    async stop() {
      isStopping = true
      await clock?.stop()
      await notifiers?.stop()
      await metricsListener?.close()
      metrics?.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      closeIdle()
      await closed
      await admin?.close()
      await delivery.close()
      await keys.close()
      ledger.close()
      await payload.destroy()
    },
  }
}

const countRequest = (metrics: Metrics, req: IncomingMessage, res: ServerResponse): void => {
  // The address as it came: Express rewrites its own.
  const { url = '', method = '' } = req
  res.once('close', () => {
    const status = res.headersSent ? res.statusCode : LEFT
    metrics.request({ url, method, status })
  })
}

const listen = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

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
