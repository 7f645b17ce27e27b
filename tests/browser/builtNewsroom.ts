/** A newsroom started the way users start it, and a browser to look at it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { startNewsroom } from '#tests/support/startNewsroom.mjs'
import { demoNewsroom, type Account } from './demoNewsroom.ts'

type BuiltNewsroom = {
  /** With the name the server knows itself by: the panel's cookie belongs to it. */
  url: string
  account: Account
  /** Where its database and its files lie. */
  folder: string
  close: () => Promise<void>
}

/** Starts the built server on a copy of the demo newsroom. */
const openBuiltNewsroom = async (): Promise<BuiltNewsroom> => {
  const demo = demoNewsroom()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-browser-'))
  cpSync(demo.folder, folder, { recursive: true })
  const { addresses, stop } = await startNewsroom({ root: process.cwd(), folder })
  return {
    url: addresses.url.replace('//127.0.0.1:', '//localhost:'),
    account: demo.account,
    folder,
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Desk = BuiltNewsroom & {
  /** Signed in. */
  page: Page
  /** Another window, with a login of its own: the first person's, unless it is somebody else's. */
  openWindow: (account?: Account) => Promise<Page>
  /** A window of somebody without a login. */
  openStranger: () => Promise<Page>
}

/** A built newsroom, a browser, and somebody signed in. Close it in `afterAll`: the browser goes with it. */
export const openDesk = async (options: BrowserContextOptions = {}): Promise<Desk> => {
  const newsroom = await openBuiltNewsroom()
  const browser = await chromium.launch({
    executablePath: String(process.env['CHROMIUM_PATH']),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  })
  const openWindow = async (account = newsroom.account): Promise<Page> => {
    const viewport = { width: 1440, height: 1000 }
    const context = await browser.newContext({ viewport, ...options })
    const page = await context.newPage()
    await signIn(page, newsroom.url, account)
    return page
  }
  return {
    ...newsroom,
    page: await openWindow(),
    openWindow,
    openStranger: () => browser.newPage(),
    close: async () => {
      await browser.close()
      await newsroom.close()
    },
  }
}

/**
 * Waits until React answers for a field: what is done to the server's markup before that is lost without a word.
 *
 * @param selector of a field of the form
 */
export const whenAlive = async (page: Page, selector: string): Promise<void> => {
  await page.waitForFunction(
    (field) =>
      Object.keys(document.querySelector(field) ?? {}).some((key) =>
        key.startsWith('__reactProps'),
      ),
    selector,
    { timeout: 60_000 },
  )
}

const signIn = async (page: Page, url: string, account: Account): Promise<void> => {
  await page.goto(`${url}/admin/login`)
  await whenAlive(page, '#field-email')
  await page.locator('#field-email').fill(account.email)
  await page.locator('#field-password').fill(account.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${url}/admin`, { timeout: 60_000 })
}
