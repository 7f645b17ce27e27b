/** The whole server of a newsroom, without the admin panel, on a port of its own. */
import { pino } from 'pino'
import { withPort } from '#src/config.ts'
import { freePort } from '#src/cli/freePort.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { startServer } from '#src/server/main.ts'
import { furnish, testConfig, type Newsroom } from './newsroom.ts'

export type RunningNewsroom = Newsroom & {
  /** Where it listens, whatever its public address. */
  origin: string
  /** Asks over the network; redirects are not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
}

/** Starts it. Close it in `afterAll`. */
export const openServer = async (env: Record<string, string> = {}): Promise<RunningNewsroom> => {
  const { config: unsettled, folder } = testConfig({ PORT: '0', ...env })
  const port = await freePort({ host: unsettled.host, port: 0 })
  const config = withPort(unsettled, port)
  const server = await startServer({ config, log: pino({ level: 'silent' }), withoutAdmin: true })
  const payload = await bootPayload({ config })
  payload.logger.level = 'silent'
  const origin = `http://${config.host}:${port}`
  return {
    ...furnish({ payload, config, folder, close: () => server.stop() }),
    origin,
    ask: (path, init = {}) => fetch(`${origin}${path}`, { redirect: 'manual', ...init }),
  }
}
