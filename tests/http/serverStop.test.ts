/** Stopping: what is under way is finished, nothing new is begun, and the process ends well. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort } from '#src/cli/freePort.ts'
import { projectRoot } from '#src/projectRoot.ts'
import { programOf } from '#tests/support/childProcess.ts'
import { testConfig } from '#tests/support/newsroom.ts'
import { childEnvironment } from '#tests/support/serverChild.ts'

describe('SIGTERM', () => {
  it('finishes the request under way and ends with 0', async () => {
    const { config, folder } = testConfig()
    const port = await freePort({ host: '127.0.0.1', port: 0 })
    const child = spawn(process.execPath, programOf('tests/support/serverProcess.ts'), {
      cwd: projectRoot,
      env: {
        ...process.env,
        ...childEnvironment(config),
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const errors: string[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('ready')) resolve()
      })
      child.once('exit', () =>
        reject(new Error(`It ended before it was ready: ${errors.join('')}`)),
      )
    })
    try {
      await ready
      const body = JSON.stringify({ email: 'nobody@example.org', password: 'nothing' })
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      const received: string[] = []
      socket.on('data', (chunk: Buffer) => received.push(chunk.toString()))
      const closed = once(socket, 'close')
      socket.write(
        `POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
      )
      // Another request is answered: the first has reached the server by now.
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
      child.kill('SIGTERM')
      await untilClosed(port)
      expect(child.exitCode).toBeNull()
      socket.write(body.slice(10))
      await closed
      expect(received.join('')).toMatch(/^HTTP\/1\.1 401 /)
      expect(await ended).toEqual([0, null])
    } finally {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

/** Waits until nobody is let in any more. */
const untilClosed = async (port: number): Promise<void> => {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1')
      probe.once('connect', () => {
        probe.destroy()
        resolve(true)
      })
      probe.once('error', () => resolve(false))
    })
    if (!isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
