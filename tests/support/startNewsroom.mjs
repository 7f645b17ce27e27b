/** A newsroom on a folder of its own, started the way users start it. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeFlags } from '../../src/cli/nodeFlags.mjs'

/** @typedef {{ url: string, at?: string, admin: string, graphql: string, rest: string, page: string, account: { email: string, password: string } | null }} Addresses */
/** @typedef {Awaited<ReturnType<typeof startNewsroom>>} Newsroom */

/**
 * Starts the built server and waits for its addresses.
 *
 * @param {{ root: string, folder: string, args?: string[], env?: Record<string, string> }} where `args` name another
 *   command that serves
 */
export const startNewsroom = async ({ root, folder, args = ['start'], env = {} }) => {
  const start = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, 'dist/cli.js', ...args, '--json'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      DATABASE_URL: '',
      DATA_DIR: path.join(folder, 'data'),
      MEDIA_DIR: path.join(folder, 'media'),
      SELF_APPROVAL: '1',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const addresses = await readAddresses(child)
  const readyMs = performance.now() - start
  return {
    addresses,
    /** Where this process itself answers. */
    origin: addresses.at ?? addresses.url,
    readyMs,
    pid: child.pid,
    memory: () => memoryOf(child.pid),
    stop: () => stop(child),
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Addresses>}
 */
const readAddresses = (child) =>
  new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      const line = output.split('\n').find((candidate) => candidate.startsWith('{"url"'))
      // One address family for both servers: `localhost` may be tried as IPv6 first.
      if (line?.endsWith('}')) resolve(JSON.parse(line.replaceAll('//localhost:', '//127.0.0.1:')))
    })
    child.once('exit', (code) => reject(new Error(`The server stopped (${code}).\n${output}`)))
  })

/** @param {import('node:child_process').ChildProcess} child */
const stop = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })

/** Resident memory in MB; `null` where the system does not tell. */
const memoryOf = (/** @type {number | undefined} */ pid) => {
  if (process.platform !== 'linux') return null
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
