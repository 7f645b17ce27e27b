/**
 * What tests run in processes of their own, bundled once for a level in the way users run it: each starts in a
 * fifth of the time that it takes from the sources.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { prepare } from '../../src/cli/prepare.mjs'
import { asProgram } from '../../src/cli/prepare/buildServer.mjs'

const sources = [
  'src/cli/main.ts',
  'tests/crash/child.ts',
  'tests/database/*Worker.ts',
  'tests/support/loggingServer.ts',
  'tests/support/serverProcess.ts',
]

const root = path.resolve(import.meta.dirname, '../..')
let folder = ''

export const setup = async (/** @type {import('vitest/node').TestProject} */ { provide }) => {
  // The thread that reads evidence is a file of the server's own.
  await prepare({ root })
  // Beside it: their packages are found from where they lie.
  folder = mkdtempSync(path.join(root, 'dist/tests-'))
  // One test starts a process as somebody who may write nothing.
  chmodSync(folder, 0o755)
  await build({
    ...asProgram,
    absWorkingDir: root,
    entryPoints: sources,
    entryNames: '[dir]/[name]',
    outbase: '.',
    outdir: folder,
    sourcemap: false,
  })
  provide('programs', folder)
}

export const teardown = () => rmSync(folder, { recursive: true, force: true })
