/** A server in a process of its own, for tests that stop it as an operator would. Prints its origin when ready. */
import { pino } from 'pino'
import { getConfig } from '#src/config.ts'
import { startServer } from '#src/server/main.ts'

const server = await startServer({
  config: getConfig(),
  log: pino({ level: 'silent' }),
  withoutAdmin: true,
})
process.once('SIGTERM', () => {
  void server.stop().then(() => {
    process.exitCode = 0
  })
})
process.stdout.write('ready\n')
