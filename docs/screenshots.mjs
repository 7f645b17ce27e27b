/**
 * Takes the pictures in the README: `npm run screenshots`.
 *
 * Starts the built server on an empty folder, signs in and photographs the desk, a story in the editor and
 * a published page. Needs Chromium (CHROMIUM_PATH, or on the PATH).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { prepare } from '../src/cli/prepare.mjs'
import { startNewsroom } from '../tests/support/startNewsroom.mjs'
import { findTool, tools } from '../tests/tools.mjs'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'docs/images')
const tool = tools.find(({ key }) => key === 'chromium')
const executablePath = tool ? findTool(tool) : null
if (!executablePath) {
  process.stderr.write('Chromium is missing: install it, or set CHROMIUM_PATH.\n')
  process.exit(1)
}

await prepare({ root, admin: true })
mkdirSync(target, { recursive: true })
const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-screenshots-'))
const { addresses, stop } = await startNewsroom({ root, folder })
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } })
  // The panel's cookie belongs to the name the server knows itself by.
  const url = addresses.url.replace('//127.0.0.1:', '//localhost:')
  await page.goto(`${url}/admin/login`)
  await page.locator('#field-email').fill(addresses.account?.email ?? '')
  await page.locator('#field-password').fill(addresses.account?.password ?? '')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${url}/admin`)
  await page.waitForTimeout(2000)
  await page.screenshot({ path: path.join(target, 'admin.png') })
  await page.goto(`${url}/admin/collections/articles`)
  await page
    .getByRole('link', { name: /Grain ships leave/ })
    .first()
    .click()
  await page.locator('[contenteditable=true]').first().waitFor()
  await page.waitForTimeout(2000)
  await page.screenshot({ path: path.join(target, 'editor.png') })
  await page.goto(`${url}/articles/grain-ships-leave-port-sauvage`).catch(() => null)
  if (!(await page.locator('article').count())) await page.goto(addresses.page)
  await page.setViewportSize({ width: 1000, height: 1200 })
  await page.screenshot({ path: path.join(target, 'story.png') })
} finally {
  await browser.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
