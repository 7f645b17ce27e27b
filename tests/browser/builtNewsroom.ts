/** A newsroom started the way users start it, and a browser to look at it. */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { startNewsroom } from '#tests/support/startNewsroom.mjs'

type BuiltNewsroom = {
  /** With the name the server knows itself by: the panel's cookie belongs to it. */
  url: string
  account: { email: string; password: string }
  /** Where its database and its files lie. */
  folder: string
  close: () => Promise<void>
}

/**
 * Starts the built server on a demo newsroom of its own. The demo is made once for each build, by the first one who
 * asks: making it takes longer than most tests.
 */
const openBuiltNewsroom = async (): Promise<BuiltNewsroom> => {
  const template = await demoNewsroom()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-browser-'))
  cpSync(template, folder, { recursive: true })
  const { addresses, stop } = await startNewsroom({ root: process.cwd(), folder })
  return {
    url: addresses.url.replace('//127.0.0.1:', '//localhost:'),
    account: JSON.parse(readFileSync(path.join(folder, ACCOUNT), 'utf8')) as Account,
    folder,
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Account = BuiltNewsroom['account']

const ACCOUNT = 'account.json'

const demoNewsroom = async (): Promise<string> => {
  const build = createHash('sha256').update(readFileSync('dist/cli.js')).digest('hex').slice(0, 16)
  const template = path.join(os.tmpdir(), `verbatim-browser-demo-${build}`)
  if (existsSync(template)) return template
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-browser-demo-'))
  const { addresses, stop } = await startNewsroom({ root: process.cwd(), folder })
  await stop()
  if (!addresses.account) throw new Error('The first start made no account.')
  writeFileSync(path.join(folder, ACCOUNT), JSON.stringify(addresses.account))
  renameSync(folder, template)
  return template
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

const signIn = async (page: Page, url: string, account: Account): Promise<void> => {
  await page.goto(`${url}/admin/login`)
  await page.locator('#field-email').fill(account.email)
  await page.locator('#field-password').fill(account.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${url}/admin`, { timeout: 60_000 })
}
