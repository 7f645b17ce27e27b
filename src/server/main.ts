/** Starts and stops the one process: readers and APIs first, then the admin panel. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { startClock } from '#src/jobs/clock.ts'
import { startMail } from '#src/jobs/mailPump.ts'
import { countJobs } from '#src/jobs/countJobs.ts'
import { createPayloadLedger } from '#src/ledger/payloadStore.ts'
import { createAdminPanel } from './adminPanel.ts'
import { loadAllowedQueries } from './allowedQueries.ts'
import { createApp } from './app.ts'
import { countRequest, makeHttpServer } from './httpServer.ts'
import { createMetrics } from './metrics.ts'
import { answerMetrics, listenForMetrics } from './metricsDoor.ts'
import { startNotifiers, type Notifiers } from './notifiers.ts'
import { openReaders } from './readers.ts'
import { watchVisible } from './visibleLag.ts'

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
  const { delivery, keys } = openReaders({
    ...{ config, payload, ledger, log, allowedQueries },
    mayWrite: true,
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
  const stopWatching = metrics && watchVisible(ledger, metrics.visible)
  const http = makeHttpServer()
  const { server } = http
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
  const metricsListener =
    metrics && metricsPort !== null
      ? await listenForMetrics({ metrics, token, host, port: metricsPort })
      : null
  await http.listen(config)
  // Readers and tools are answered from here on; whoever asks for the panel waits for it to open.
  setImmediate(() => admin?.open())
  const clock = config.role === 'web' ? null : startClock({ payload, log })
  const mail =
    config.role === 'web' ? null : startMail({ payload, log, publicUrl: config.publicUrl })
  notifiers = config.role === 'web' ? null : startNotifiers({ config, payload, ledger, log })

  return {
    url: config.publicUrl,
    async stop() {
      isStopping = true
      await clock?.stop()
      await mail?.stop()
      await notifiers?.stop()
      await metricsListener?.close()
      stopWatching?.()
      metrics?.close()
      await http.close()
      await admin?.close()
      await delivery.close()
      await keys.close()
      ledger.close()
      await payload.destroy()
    },
  }
}
