/** A second server on the database of a newsroom, in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#src/cli/freePort.ts'
import type { Config } from '#src/config.ts'
import { projectRoot } from '#src/projectRoot.ts'
import { programOf } from './childProcess.ts'

export type ServerChild = { origin: string; stop: () => Promise<void> }

/** Starts it and waits until it answers. Stop it in `afterAll`. */
export const startServerChild = async (config: Config): Promise<ServerChild> => {
  const port = await freePort({ host: '127.0.0.1', port: 0 })
  const child = spawn(process.execPath, programOf('tests/support/serverProcess.ts'), {
    cwd: projectRoot,
    env: { ...process.env, ...childEnvironment(config), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`It ended before it was ready: ${errors.join('')}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** The same newsroom: its folders, with the secrets that logins are signed with, and its database. */
export const childEnvironment = ({
  dataDir,
  mediaDir,
  database,
}: Config): Record<string, string> => ({
  NODE_ENV: 'production',
  NODE_OPTIONS: '',
  DATA_DIR: dataDir,
  MEDIA_DIR: mediaDir,
  DATABASE_URL: database.url,
  SELF_APPROVAL: '1',
  LOG_LEVEL: 'silent',
})
