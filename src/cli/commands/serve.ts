import { destination, pino } from 'pino'
import { getConfig, setConfig, withPort } from '#src/config.ts'
import {
  introduce,
  type CliOutput,
  type CommandRoom,
  type CommonOptions,
} from '#src/cli/command.ts'
import { freePort } from '#src/cli/freePort.ts'
import { stopSignal, untilStopped, type Serving } from '#src/cli/untilStopped.ts'
import { AppError } from '#src/errors.ts'

type ServeOptions = CommonOptions & { reader?: boolean }

/** `serve --reader`: one more process for readers, beside the one that `start` runs. */
export const addServe = ({ program, run, output }: CommandRoom): void => {
  introduce({
    parent: program,
    name: 'serve',
    description: 'Serve readers from a further process that changes nothing in the database.',
    example: 'PORT=3001 PUBLIC_URL=https://news.example verbatim serve --reader',
  })
    .option('--reader', 'only readers; editors, and everything that is due, stay with start')
    .action((options: ServeOptions) =>
      run(options, async () => {
        if (!options.reader) {
          throw new AppError(
            'bad-request',
            'Say what to serve: verbatim serve --reader. The newsroom itself: verbatim start.',
          )
        }
        await untilStopped(await serve(options, output))
        return { text: 'Stopped.', data: undefined }
      }),
    )
}

const serve = async (options: ServeOptions, output: CliOutput): Promise<Serving> => {
  const given = getConfig()
  const port = await freePort({ host: given.host, port: given.port })
  const config = setConfig({ ...withPort(given, port), role: 'reader' })
  const log = pino({ level: config.logLevel }, destination(2))
  const { startReader } = await import('#src/server/reader.ts')
  const server = await startReader({ config, log })
  const asked = stopSignal()
  const at = `http://${config.host}:${port}`
  output.out(
    options.json
      ? JSON.stringify({ url: config.publicUrl, at })
      : `Readers are served at ${at}. Stop it with Ctrl+C.`,
  )
  return { stop: () => server.stop(), asked }
}
