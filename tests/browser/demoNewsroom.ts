/** The newsroom that browser tests start from: the demo, made once for each build, as making it takes longer than most tests. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startNewsroom } from '#tests/support/startNewsroom.mjs'

export type Account = { email: string; password: string }

const ACCOUNT = 'account.json'

/** Where it lies: to be copied, never to be opened. */
const demoFolder = (): string => {
  const build = createHash('sha256').update(readFileSync('dist/cli.js')).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `verbatim-browser-demo-${build}`)
}

/** Its folder, and who can sign in. */
export const demoNewsroom = (): { folder: string; account: Account } => {
  const folder = demoFolder()
  return {
    folder,
    account: JSON.parse(readFileSync(path.join(folder, ACCOUNT), 'utf8')) as Account,
  }
}

/** Before the first file of the level. */
export const setup = async ({ config }: TestProject): Promise<void> => {
  if (!config.env['CHROMIUM_PATH'] || existsSync(demoFolder())) return
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-browser-demo-'))
  const { addresses, stop } = await startNewsroom({ root: process.cwd(), folder })
  await stop()
  if (!addresses.account) throw new Error('The first start made no account.')
  writeFileSync(path.join(folder, ACCOUNT), JSON.stringify(addresses.account))
  renameSync(folder, demoFolder())
}
