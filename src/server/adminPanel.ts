/** The admin panel: a Next project in `src/admin`, which finds the Payload that is already running. */
import type { Server } from 'node:http'
import path from 'node:path'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import { projectRoot } from '#src/projectRoot.ts'

export type AdminPanel = {
  /** Answers as soon as the panel is open; a request that comes earlier waits. */
  handle: RequestHandler
  /** Opens the panel, once. A failure is logged and answers every request for the panel with an error. */
  open(): void
  close(): Promise<void>
}

type PanelOptions = { server: Server; config: Config; log: Logger; isDev: boolean }

/** Prepares the panel without opening it: Next takes half a second that nobody else has to wait for. */
export const createAdminPanel = (options: PanelOptions): AdminPanel => {
  let opening: ReturnType<typeof openNext> | undefined
  const open = (): ReturnType<typeof openNext> => (opening ??= openNext(options))
  return {
    handle: async (req, res) => {
      const { handle } = await open()
      // Express cut the mount off the address; Next needs the whole of it.
      req.url = req.originalUrl
      await handle(req, res)
    },
    open: () => {
      open().catch((error: unknown) =>
        options.log.error({ err: error }, 'The admin panel does not open'),
      )
    },
    close: async () => {
      const panel = await opening?.catch(() => null)
      await panel?.close()
    },
  }
}

const openNext = async ({ server, config, isDev }: PanelOptions) => {
  const { default: next } = await import('next')
  const app = next({
    dev: isDev,
    dir: path.join(projectRoot, 'src/admin'),
    hostname: config.host,
    port: config.port,
    httpServer: server,
  })
  await app.prepare()
  return { handle: app.getRequestHandler(), close: () => app.close() }
}
