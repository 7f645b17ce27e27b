/** A process that serves readers and nothing else, beside the one that writes. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Express } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { databaseAnswers } from '#src/editorial/requests/databaseAnswers.ts'
import { countJobs } from '#src/jobs/countJobs.ts'
import { followLedger } from '#src/ledger/follow.ts'
import { loadAllowedQueries } from './allowedQueries.ts'
import { answerError } from './errors.ts'
import { alive, ready } from './health.ts'
import { countRequest, makeHttpServer } from './httpServer.ts'
import type { RunningServer } from './main.ts'
import { serveMedia } from './media.ts'
import { createMetrics } from './metrics.ts'
import { answerMetrics, listenForMetrics } from './metricsDoor.ts'
import { openReaders } from './readers.ts'
import { requestLog } from './requestLog.ts'
import { securityHeaders } from './security.ts'
import { watchVisible } from './visibleLag.ts'

/**
 * Opens the newsroom's database for reading and listens. What others publish is heard of within a moment.
 *
 * @param options.config its `role` is `reader`
 * @throws AppError `bad-configuration` when the database cannot be used; the system's error for a busy port
 */
export const startReader = async (options: {
  config: Config
  log: Logger
}): Promise<RunningServer> => {
  const { config, log } = options
  const { host, port, metricsToken: token, metricsPort } = config
  const allowedQueries = loadAllowedQueries(config.allowedQueriesFile)
  const payload = await bootPayload({ config })
  const ledger = followLedger(payload)
  const { delivery, keys } = openReaders({
    ...{ config, payload, ledger, log, allowedQueries },
    mayWrite: false,
  })
  const metrics = createMetrics({
    cacheCounts: delivery.cacheCounts,
    cacheBytes: delivery.cachedBytes,
    ledgerHead: () => ledger.head(),
    countJobs: (state) => countJobs(payload, state),
    behind: () => Promise.resolve({}),
    onError: (err) => log.error({ err }, 'A metric could not be read'),
  })
  const stopWatching = watchVisible(ledger, metrics.visible)
  const http = makeHttpServer()
  let isStopping = false
  const app = beside({ config, payload, log, isStopping: () => isStopping })
  if (token !== null) app.all('/metrics', answerMetrics({ metrics, token }))
  app.use(onlyReaders, answerError(log))
  http.server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    countRequest(metrics, req, res)
    Promise.resolve(delivery.handle(req, res)).then(
      (isOurs) => {
        if (!isOurs) app(req, res)
      },
      (err: unknown) => {
        log.error({ err }, 'The reader side failed')
        res.destroy()
      },
    )
  })
  const metricsListener =
    metricsPort === null
      ? null
      : await listenForMetrics({ metrics, token, host, port: metricsPort })
  await http.listen({ host, port })
  return {
    url: config.publicUrl,
    async stop() {
      isStopping = true
      await metricsListener?.close()
      stopWatching()
      metrics.close()
      await http.close()
      await delivery.close()
      await keys.close()
      ledger.close()
      await payload.destroy()
    },
  }
}

/** Health and pictures, which the reader side does not answer itself. */
const beside = (options: {
  config: Config
  payload: Payload
  log: Logger
  isStopping: () => boolean
}): Express => {
  const { config, payload, log, isStopping } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy)
  app.use(requestLog(log))
  app.use(securityHeaders({ isHttps: config.publicUrl.startsWith('https:') }))
  app.get('/healthz', alive)
  app.get(
    '/readyz',
    ready(() => databaseAnswers(payload), isStopping),
  )
  app.get('/media/:name', serveMedia(payload, config.mediaDir))
  return app
}

/** Editors go to the server: nothing that could change anything is answered here. */
const onlyReaders: express.RequestHandler = (_req, res) => {
  res.status(404).type('application/problem+json').json({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'This process serves readers only. Ask the newsroom’s server.',
  })
}
