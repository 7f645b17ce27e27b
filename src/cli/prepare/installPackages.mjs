/** Installs exactly what the lockfile says. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withProgress } from './progress.mjs'
import { runChild } from './runChild.mjs'
import { markFresh } from './staleness.mjs'

/** @param {{ root: string, inputs: string }} request */
export const installPackages = async ({ root, inputs }) => {
  // Somebody who ran npm by hand need not wait for it again.
  if (!isInstalledByHand(root)) {
    const npm = npmCommand()
    await withProgress('Installing the packages…', () =>
      runChild({
        root,
        name: 'install',
        command: npm.command,
        // The build needs the development packages too, whatever NODE_ENV says.
        args: [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
        shell: npm.shell,
      }),
    )
  }
  markFresh(root, 'packages', inputs)
}

/** The npm that runs this script, or the one on the path. */
const npmCommand = () => {
  const running = process.env.npm_execpath
  if (running?.endsWith('.js')) return { command: process.execPath, args: [running], shell: false }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/** npm keeps a list of what it installed; it must hold everything the lockfile asks for. */
const isInstalledByHand = (/** @type {string} */ root) => {
  const installedFile = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = readPackages(installedFile)
  return Object.entries(readPackages(path.join(root, 'package-lock.json'))).every(
    ([folder, wanted]) =>
      folder === '' ||
      wanted.optional ||
      wanted.devOptional ||
      wanted.extraneous ||
      (installed[folder]?.version === wanted.version && existsSync(path.join(root, folder))),
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean, extraneous?: boolean }>}
 */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
