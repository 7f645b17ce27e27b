import { destination, pino } from 'pino'
import { getConfig, setConfig, withPort, type Config } from '#src/config.ts'
import {
  introduce,
  type CliOutput,
  type CommandRoom,
  type CommonOptions,
} from '#src/cli/command.ts'
import { freePort } from '#src/cli/freePort.ts'
import { prepareNewsroom } from '#src/cli/prepareNewsroom.ts'
import { stopSignal, untilStopped, type Serving } from '#src/cli/untilStopped.ts'
import { describeReady, readyData, type Ready } from '#src/cli/ready.ts'

type StartOptions = CommonOptions & { seed: boolean }

/** `start`: the one process that serves editors and readers, until it is told to stop. */
export const addStart = ({ program, run, output }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'start',
    description: 'Start the newsroom: admin panel, APIs and pages in one process.',
    example: 'verbatim start\nPORT=8080 DATA_DIR=/srv/verbatim verbatim start',
  })
    .option('--no-seed', 'leave an empty database empty instead of filling in the demo newsroom')
    .option('--dev', 'compile the admin panel while it is used; for work on Verbatim itself')
    .action((options: StartOptions) =>
      run(options, async () => {
        await untilStopped(await start(options, output))
        return { text: 'Stopped.', data: undefined }
      }),
    )
}

const start = async (options: StartOptions, output: CliOutput): Promise<Serving> => {
  const startedAt = performance.now()
  const config = await settlePort(getConfig())
  // Standard output is for the addresses below; the log goes beside it.
  const log = pino({ level: config.logLevel }, destination(2))
  const { payload, account, samplePath } = await prepareNewsroom({ config, isSeeded: options.seed })
  const { startServer } = await import('#src/server/main.ts')
  try {
    const server = await startServer({ config, log, isDev: !config.isProduction })
    const ready: Ready = {
      url: config.publicUrl,
      bootMs: Math.round(performance.now() - startedAt),
      account,
      samplePath,
    }
    const asked = stopSignal()
    output.out(options.json ? JSON.stringify(readyData(ready)) : describeReady(ready))
    return { stop: () => server.stop(), asked }
  } catch (error) {
    await payload.destroy()
    throw error
  }
}

/** A port is settled before anything reads the configuration: a busy one stops here, before the database opens. */
const settlePort = async (config: Config): Promise<Config> =>
  setConfig(withPort(config, await freePort({ host: config.host, port: config.port })))
