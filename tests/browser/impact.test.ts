/** Somebody mends a quotation that readers have: the panel says which stories carry it before anything happens. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

type Quote = { id: string; text: string; usedIn: { docs: { id: string; slug: string }[] } }

describe.skipIf(!process.env['CHROMIUM_PATH'])('a published quote', () => {
  let newsroom: Desk
  let page: Page
  let quote: Quote

  const read = <T>(path: string): Promise<T> =>
    page.evaluate(async (address) => {
      // Readers' answers may be kept for a minute: not by somebody who waits for the next one.
      const answer = await fetch(address, { cache: 'no-store' })
      return (await answer.json()) as never
    }, path)

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
    const { docs } = await read<{ docs: Quote[] }>(
      '/api/quotes?where[isPublic][equals]=true&where[verification][equals]=no-evidence&limit=1&depth=1',
    )
    quote = docs[0] as Quote
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const text = () => page.locator('#field-text')
  const dialog = () => page.getByRole('dialog')

  it('is not changed before somebody has seen which stories carry it', async () => {
    await page.goto(`${newsroom.url}/admin/collections/quotes/${quote.id}`)
    await text().waitFor({ timeout: 30_000 })
    await page.waitForTimeout(2000)
    await text().fill(`${quote.text} Indeed.`)
    await page.locator('#action-save').click()
    await dialog().waitFor()
    if (process.env['SCREENSHOTS']) {
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/impact.png` })
    }
    expect(await dialog().innerText()).toContain('Readers have these words')
    expect(await dialog().getByRole('link').count()).toBeGreaterThan(0)
    expect((await read<Quote>(`/api/quotes/${quote.id}`)).text).toBe(quote.text)
  })

  it('is corrected with a note that readers get, in every story', async () => {
    const correct = dialog().getByRole('button', { name: 'Correct and tell readers' })
    expect(await correct.isDisabled()).toBe(true)
    await dialog().getByRole('textbox').fill('An earlier version left out the last word.')
    await correct.click()
    await dialog().waitFor({ state: 'hidden' })
    expect(await text().inputValue()).toBe(`${quote.text} Indeed.`)
    await expect
      .poll(() => read<{ data: { text: string }[] }>('/v1/corrections'), { timeout: 30_000 })
      .toMatchObject({
        data: expect.arrayContaining([
          expect.objectContaining({ text: 'An earlier version left out the last word.' }),
        ]),
      })
  })
})
