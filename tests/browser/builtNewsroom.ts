/** A newsroom started the way users start it, and a browser to look at it. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { startNewsroom } from '#tests/support/startNewsroom.mjs'

export type BuiltNewsroom = {
  /** With the name the server knows itself by: the panel's cookie belongs to it. */
  url: string
  account: { email: string; password: string }
  close: () => Promise<void>
}

/** Starts the built server on an empty folder; it fills in the demo newsroom by itself. */
export const openBuiltNewsroom = async (): Promise<BuiltNewsroom> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-browser-'))
  const { addresses, stop } = await startNewsroom({ root: process.cwd(), folder })
  if (!addresses.account) throw new Error('The first start made no account.')
  return {
    url: addresses.url.replace('//127.0.0.1:', '//localhost:'),
    account: addresses.account,
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: String(process.env['CHROMIUM_PATH']),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  })

export const signIn = async (page: Page, { url, account }: BuiltNewsroom): Promise<void> => {
  await page.goto(`${url}/admin/login`)
  await page.locator('#field-email').fill(account.email)
  await page.locator('#field-password').fill(account.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${url}/admin`, { timeout: 60_000 })
}
