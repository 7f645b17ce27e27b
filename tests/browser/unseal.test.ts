/** A chief reads the identity of a confidential source in the panel, and it goes away again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openDesk, whenAlive, type Desk } from './builtNewsroom.ts'

const IDENTITY = 'Zqxjv Maren Voss, clerk of the committee'
const REASON = 'The lawyers asked whether the source exists.'

describe.skipIf(!process.env['CHROMIUM_PATH'])('the identity of a source', () => {
  let newsroom: Desk
  let page: Page
  /** Everything the browser was sent. */
  const received: { url: string; text: string }[] = []

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
    page.on('response', (answer) => {
      void answer
        .text()
        .then((text) => received.push({ url: answer.url(), text }))
        .catch(() => undefined)
    })
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const button = () => page.getByRole('button', { name: 'Read the identity…' })
  const dialog = () => page.getByRole('dialog')

  it('is typed once, and not shown again', async () => {
    await page.goto(`${newsroom.url}/admin/collections/sources/create`)
    await whenAlive(page, '#field-isConfidential')
    await page.locator('#field-name').fill('The committee clerk')
    await page.locator('#field-isConfidential').check()
    await page.locator('#field-publicDescription').fill('a person close to the committee')
    await page.locator('#action-save').click()
    await page.waitForURL(/collections\/sources\/[0-9a-f-]{36}/, { timeout: 30_000 })
    await page.getByRole('button', { name: 'Write down the identity…' }).click()
    await dialog().getByRole('textbox').fill(IDENTITY)
    await dialog().getByRole('button', { name: 'Seal it' }).click()
    await button().waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Replace the identity…' }).waitFor()
    expect(await page.content()).not.toContain('Zqxjv')
    // The form goes on as if nothing had happened.
    await page.locator('#field-role').fill('Clerk')
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.locator('#action-save').click()
    expect((await saved).status()).toBe(200)
    await page.reload()
    await button().waitFor({ timeout: 30_000 })
    expect(await page.content()).not.toContain('Zqxjv')
  })

  it('is read by a chief who says why, and hidden again', async () => {
    await button().click()
    const read = dialog().getByRole('button', { name: 'Read it' })
    expect(await read.isDisabled()).toBe(true)
    await dialog().getByRole('textbox').fill(REASON)
    await read.click()
    await dialog().getByText(IDENTITY).waitFor()
    expect(await dialog().innerText()).toContain('was recorded')
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    expect(await page.content()).not.toContain('Zqxjv')
  })

  it('came in one answer only, and the record says who read it and why', async () => {
    const carrying = received.filter(({ text }) => text.includes('Zqxjv')).map(({ url }) => url)
    expect(carrying.map((url) => new URL(url).pathname.split('/').at(-1))).toEqual(['unseal'])
    const rows = await page.evaluate(async () => {
      const answer = await fetch('/api/activity?where[verb][equals]=unseal')
      return ((await answer.json()) as { docs: { reason: string; summary: string }[] }).docs
    })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      reason: REASON,
      summary: 'Read the identity of “The committee clerk”',
    })
  })
})
