/** Whom we quote, and what was taken from a source: as an editor sees it, by keyboard, in both themes. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

type Row = { key: string | null; label: string; quotes: number }

describe.skipIf(!process.env['CHROMIUM_PATH'])('reports on quotes in the panel', () => {
  let newsroom: Desk
  let page: Page

  beforeAll(async () => {
    newsroom = await openDesk({
      // Narrower than this, the navigation starts closed.
      viewport: { width: 1680, height: 1000 },
      acceptDownloads: true,
    })
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const fromApi = <T>(path: string): Promise<T> =>
    page.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<T>

  const shown = async (): Promise<string[]> =>
    page.locator('.vb-report__table tbody th').allInnerTexts()

  it('are reached from the navigation, and show what the API counts', async () => {
    await page.locator('#nav-reports').click()
    await page.waitForURL(`${newsroom.url}/admin/reports`)
    await page.locator('.vb-report__table').waitFor()
    expect(await page.locator('h1').innerText()).toBe('Whom we quote')
    const { rows } = await fromApi<{ rows: Row[] }>('/api/quotes/report?by=speaker&live=true')
    expect(rows.length).toBeGreaterThan(3)
    expect(await shown()).toEqual(rows.map(({ label }) => label))
  })

  it('are chosen by keyboard alone, and the choice has an address', async () => {
    await page.locator('select[name=by]').focus()
    await page.keyboard.type('Outlet')
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => document.activeElement?.textContent)
      if (focused === 'Show') break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/by=outlet/)
    await page.locator('.vb-report__table').waitFor()
    const { rows } = await fromApi<{ rows: Row[] }>('/api/quotes/report?by=outlet&live=true')
    expect(await shown()).toEqual(rows.map(({ label }) => label))
    expect(await page.locator('select[name=by]').inputValue()).toBe('outlet')
  })

  it('lead from a speaker to their page, where all that was quoted of them stands', async () => {
    await page.goto(`${newsroom.url}/admin/reports?by=speaker&live=true`)
    const first = page.locator('.vb-report__table tbody th a').first()
    await first.click()
    await page.waitForURL(/collections\/sources\/[0-9a-f-]{36}/)
    const panel = page.locator('.vb-source')
    await panel.locator('.vb-source__facts').waitFor({ timeout: 30_000 })
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const { quotes } = await fromApi<{ quotes: { total: number } }>(`/api/sources/${id}/overview`)
    expect(await panel.locator('dd').first().innerText()).toBe(String(quotes.total))
    expect(await panel.locator('caption').innerText()).toBe('Words taken from each work')
  })

  it('come as a file for spreadsheets', async () => {
    await page.goto(`${newsroom.url}/admin/reports?by=named&live=any`)
    const waiting = page.waitForEvent('download')
    await page.locator('.vb-report__csv').click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe('quotes-by-named.csv')
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(lines[0]).toBe('key,label,quotes,stories,words,share')
    expect(lines.some((line) => line.startsWith('named,Named,'))).toBe(true)
  })

  it('say what is wrong with a bad address, and what to write instead', async () => {
    await page.goto(`${newsroom.url}/admin/reports?by=gender`)
    const notice = page.locator('.vb-report__notice')
    expect(await notice.innerText()).toContain('“by” cannot be “gender”')
    expect(await notice.innerText()).toContain('speaker, role, affiliation')
  })

  it('tell nothing to whoever is not signed in', async () => {
    const stranger = await newsroom.openStranger()
    await stranger.goto(`${newsroom.url}/admin/reports`)
    await stranger.locator('.vb-report__notice a[href*="/login"]').waitFor()
    expect(await stranger.locator('.vb-report__table').count()).toBe(0)
    await stranger.context().close()
  })

  it.each(['light', 'dark'])('can be read by everybody in the %s theme', async (theme) => {
    await page.context().addCookies([{ name: 'payload-theme', value: theme, url: newsroom.url }])
    await page.goto(`${newsroom.url}/admin/reports?by=role`)
    await page.locator('.vb-report__table').waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: (where: string) => Promise<{ violations: { id: string; nodes: unknown[] }[] }> }
      }
      const found = await axe.run('.vb-report')
      return found.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`)
    })
    expect(violations).toEqual([])
  })
})
