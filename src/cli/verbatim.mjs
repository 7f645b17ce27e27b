#!/usr/bin/env node
/**
 * The command `verbatim`: makes a clone runnable, then runs it.
 *
 * Plain JavaScript and Node's own modules only, because it is what installs and builds the rest. The
 * commands themselves are in `main.ts`; this file hands over to its bundle, `dist/cli.js`.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Verbatim needs Node 20.19 or newer; this is ${process.versions.node}. Get one at https://nodejs.org\n`,
  )
  process.exit(1)
}

const { prepare, PreparationError } = await import('./prepare.mjs')

// Data and media are found from the project, files named on the command line from where its user stands.
const isNpmScript = process.env.npm_lifecycle_event === 'verbatim'
process.env.VERBATIM_CALLER_DIR ??= (isNpmScript && process.env.INIT_CWD) || process.cwd()
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

const [command] = process.argv.slice(2)
const has = (/** @type {string} */ option) => process.argv.includes(option)
// `start --dev` compiles the admin panel while it is used, and reports errors in full.
process.env.NODE_ENV ??= command === 'start' && has('--dev') ? 'development' : 'production'

const isProduction = process.env.NODE_ENV === 'production'
const admin = command === 'build' || (command === 'start' && isProduction && !has('--help'))
try {
  await prepare({ root, admin })
} catch (error) {
  if (!(error instanceof PreparationError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
if (command === 'build') process.exit(0)

// From Node 22 on the compiled code is kept, which shortens every later start.
nodeModule.enableCompileCache?.(path.join(root, 'node_modules/.cache/verbatim-compile'))
const cli = path.join(root, 'dist/cli.js')
const { hasNodeFlags, nodeFlags } = await import('./nodeFlags.mjs')
if (hasNodeFlags()) await import(pathToFileURL(cli).href)
else runAgain()

/** Called without npm: flags cannot be added to a process that runs, so another one does the work. */
function runAgain() {
  const args = [...process.execArgv, ...nodeFlags, cli, ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  // A terminal interrupts both by itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  child.once('exit', (code) => process.exit(code ?? 1))
}
