/** Runs a program whose output matters only when it fails. */
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Something that must be there could not be made; the message is for people and complete. */
export class PreparationError extends Error {}

/**
 * Runs `command` with its output in `dist/log/NAME.log`; rejects with the log's end when it fails.
 *
 * @param {{ root: string, name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, shell?: boolean }} request
 * @returns {Promise<void>}
 */
export const runChild = async ({ root, name, command, args, env = process.env, shell = false }) => {
  const log = path.join(root, 'dist/log', `${name}.log`)
  mkdirSync(path.dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', output, output] })
  closeSync(output)

  // A build that outlives its parent would write into the next one's files.
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code === 0 ? null : `exit ${code ?? signal}`))
  })
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (failure === null) return

  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40).join('\n')
  throw new PreparationError(`${end}\n\n${name} failed (${failure}). The whole log: ${log}`)
}
