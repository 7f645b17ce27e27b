/** Work that was given up stands on the desk of a chief, who has it tried again; on the built server. */
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnection } from '#src/database/sqliteConnection.ts'
import { openDesk, type Desk } from './builtNewsroom.ts'

const IDS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const WHAT = 'Bringing a live story up to date after a change of the author “Ada Lind”'

describe.skipIf(!process.env['CHROMIUM_PATH'])('work that was given up', () => {
  let newsroom: Desk
  let page: Page

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
    const { docs } = await page.evaluate(
      async () =>
        (await (await fetch('/api/articles?where[_status][equals]=published&limit=1')).json()) as {
          docs: { id: string }[]
        },
    )
    // As a full disk leaves it: nothing the panel does makes a job fail.
    const connection = openConnection(path.join(newsroom.folder, 'data', 'verbatim.db'))
    connection.execute('PRAGMA busy_timeout = 10000')
    const at = new Date().toISOString()
    for (const id of IDS) {
      const task = { article: docs[0]?.id, because: 'the author “Ada Lind”', actor: null }
      connection.execute({
        sql: `INSERT INTO jobs (id, kind, key, payload, run_at, state, attempts, last_error, finished_at)
              VALUES (?, 'refresh', ?, ?, ?, 'failed', 8, 'The disk was full.', ?)`,
        args: [id, `refresh:${id}`, JSON.stringify(task), at, at],
      })
    }
    connection.close()
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const shelf = () =>
    page.locator('.vb-shelf', {
      has: page.getByRole('heading', { name: 'Work that was given up' }),
    })
  const stateOf = (id: string): Promise<string> =>
    page.evaluate(
      async (job) => ((await (await fetch(`/api/jobs/${job}`)).json()) as { state: string }).state,
      id,
    )

  it('stands on the desk with what it was for and what went wrong', async () => {
    await page.goto(`${newsroom.url}/admin`)
    await shelf().waitFor({ timeout: 30_000 })
    expect(await shelf().locator('.vb-row__words').allInnerTexts()).toEqual([WHAT, WHAT])
    expect(await shelf().innerText()).toContain('The disk was full.')
  })

  it('is tried again from there, by keyboard, and leaves the desk when it is done', async () => {
    const button = shelf().getByRole('button', { name: 'Try again' }).first()
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByText('It will be tried again in a moment.').waitFor({ timeout: 15_000 })
    await expect
      .poll(async () => (await Promise.all(IDS.map(stateOf))).sort(), { timeout: 60_000 })
      .toEqual(['done', 'failed'])
    await page.reload()
    await shelf().waitFor({ timeout: 30_000 })
    expect(await shelf().locator('.vb-row').count()).toBe(1)
  })

  it('is tried again from its own page', async () => {
    await shelf().locator('.vb-row__words').click()
    await page.waitForURL(/collections\/jobs\//, { timeout: 30_000 })
    await page.locator('.vb-retry').waitFor({ timeout: 30_000 })
    expect(await page.locator('.vb-retry').innerText()).toContain(WHAT)
    await page.locator('.vb-retry').getByRole('button', { name: 'Try again' }).click()
    await expect
      .poll(() => Promise.all(IDS.map(stateOf)), { timeout: 60_000 })
      .toEqual(['done', 'done'])
    await page.goto(`${newsroom.url}/admin`)
    await page.getByRole('heading', { name: 'In review' }).waitFor({ timeout: 30_000 })
    expect(await shelf().count()).toBe(0)
  })
})
