/** A server in a process of its own that logs all it can, for tests that read the log. Prints `ready`. */
import { destination, pino } from 'pino'
import { getConfig } from '#src/config.ts'
import { startServer } from '#src/server/main.ts'

const config = getConfig()
const server = await startServer({
  config,
  log: pino({ level: config.logLevel }, destination(2)),
  withoutAdmin: true,
})
process.once('SIGTERM', () => void server.stop().then(() => (process.exitCode = 0)))
process.stdout.write('ready\n')
