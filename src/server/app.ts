/** The Express side: the editorial APIs, health, pictures, previews. What is left goes to the admin panel. */
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { editorialGraphql, editorialRest } from '#src/editorial/requests/api.ts'
import { databaseAnswers } from '#src/editorial/requests/databaseAnswers.ts'
import { publisher } from '#src/editorial/publishing/publisher.ts'
import { answerError, notFound } from './errors.ts'
import { bridge } from './fetchBridge.ts'
import { alive, ready } from './health.ts'
import { serveMedia } from './media.ts'
import { servePreview } from './preview.ts'
import { requestLog } from './requestLog.ts'
import { clientAddress, securityHeaders } from './security.ts'

const MB = 1024 * 1024
const restLimits = { text: 8 * MB, upload: 52 * MB }
const graphqlLimits = { text: 8 * MB, upload: 0 }

export type AppOptions = {
  config: Config
  payload: Payload
  log: Logger
  /** The admin panel's own handler, for paths under `/admin` and `/_next`; `null` in tests that need none. */
  admin: RequestHandler | null
  isStopping: () => boolean
  /** Answers `/metrics`; `null` where there is none. */
  metrics: RequestHandler | null
}

/** Puts the rooms behind their paths. No body parser stands in front: the APIs read the stream themselves. */
export const createApp = (options: AppOptions): Express => {
  const { config, payload, log, admin, isStopping, metrics } = options
  const app = express()
  const { publicUrl } = config
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy)
  app.use(requestLog(log))
  app.use(securityHeaders({ isHttps: publicUrl.startsWith('https:') }), clientAddress)
  app.get('/healthz', alive)
  app.get(
    '/readyz',
    ready(() => databaseAnswers(payload), isStopping),
  )
  if (metrics) app.all('/metrics', metrics)
  app.get('/media/:name', serveMedia(payload, config.mediaDir))
  app.get('/preview/:id', servePreview(payload, { publisher: publisher(config), publicUrl }))
  app.use('/api/graphql', bridge(editorialGraphql(payload), { publicUrl, limits: graphqlLimits }))
  app.use('/api', bridge(editorialRest(payload), { publicUrl, limits: restLimits }))
  if (admin) app.use(['/admin', '/_next'], admin)
  app.use(notFound)
  app.use(answerError(log))
  return app
}
