/** Two people have the same story open: no word of either is lost, and the second one decides. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

describe.skipIf(!process.env['CHROMIUM_PATH'])('two windows on one story', () => {
  let newsroom: Desk
  let ada: Page
  let ben: Page
  let id = ''

  const stored = (page: Page): Promise<Record<string, unknown>> =>
    page.evaluate(async (article) => {
      const answer = await fetch(`/api/articles/${article}?depth=0&draft=true`)
      return (await answer.json()) as Record<string, unknown>
    }, id)

  /** The words of a story's body. */
  const bodyText = async (page: Page): Promise<string> =>
    JSON.stringify((await stored(page))['body'])

  const saved = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
    const answer = page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' && response.url().includes(`/articles/${id}`),
      { timeout: 30_000 },
    )
    await act()
    return (await answer).status()
  }

  const openStory = async (page: Page): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`)
    await page.locator('[data-lexical-editor]').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(2500)
  }

  const standfirst = (page: Page) => page.locator('#field-standfirst')
  const headline = (page: Page) => page.locator('#field-headline')
  const typeBody = async (page: Page, text: string): Promise<void> => {
    await page.locator('[data-lexical-editor]').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(text)
  }

  beforeAll(async () => {
    newsroom = await openDesk()
    ada = newsroom.page
    ben = await newsroom.openWindow()
    id = await ada.evaluate(async () => {
      const answer = await fetch('/api/articles?draft=true', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ headline: 'The harbour at night', standfirst: 'As it was.' }),
      })
      const { doc } = (await answer.json()) as { doc: { id: string } }
      return doc.id
    })
  }, 240_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  it('typing through several autosaves is never in conflict with itself', async () => {
    await openStory(ada)
    for (const words of ['One. ', 'Two. ', 'Three. ']) {
      expect(await saved(ada, () => typeBody(ada, words))).toBe(200)
    }
    expect(await bodyText(ada)).toContain('One. Two. Three.')
    await expect(ada.getByRole('dialog').count()).resolves.toBe(0)
  })

  it('the second one to save is asked, and both keep their words', async () => {
    await openStory(ada)
    await openStory(ben)
    const takeOver = ben.getByRole('button', { name: 'Take over' })
    if (await takeOver.isVisible().catch(() => false)) await takeOver.click()
    expect(await saved(ada, () => standfirst(ada).fill('Ada’s standfirst.'))).toBe(200)
    expect(await saved(ben, () => headline(ben).fill('Ben’s headline'))).toBe(409)

    const dialog = ben.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('Ada’s')
    expect(await stored(ben)).toMatchObject({
      headline: 'The harbour at night',
      standfirst: 'Ada’s standfirst.',
    })
    if (process.env['SCREENSHOTS']) {
      await ben.screenshot({ path: `${process.env['SCREENSHOTS']}/stale.png` })
    }
    expect(await saved(ben, () => dialog.getByRole('button', { name: 'Save this' }).click())).toBe(
      200,
    )
    await dialog.waitFor({ state: 'hidden' })
    expect(await stored(ben)).toMatchObject({
      headline: 'Ben’s headline',
      standfirst: 'Ada’s standfirst.',
    })
    await ben.waitForTimeout(1000)
    expect(await standfirst(ben).inputValue()).toBe('Ada’s standfirst.')
    expect(await headline(ben).inputValue()).toBe('Ben’s headline')
  })

  it('both change the text: each sees the other’s words before one of them goes', async () => {
    await openStory(ada)
    await openStory(ben)
    expect(await saved(ada, () => typeBody(ada, 'Ada was here. '))).toBe(200)
    expect(await saved(ben, () => typeBody(ben, 'Ben was here. '))).toBe(409)
    const dialog = ben.getByRole('dialog')
    await dialog.waitFor()
    const words = await dialog.innerText()
    expect(words).toContain('Ada was here.')
    expect(words).toContain('Ben was here.')
    await dialog.getByRole('button', { name: 'Take all of theirs' }).click()
    await dialog.getByRole('button', { name: 'Save this' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const text = ben.locator('[data-lexical-editor]').first()
    await text.getByText('Ada was here.').waitFor()
    expect(await text.innerText()).not.toContain('Ben was here.')
    // From here on Ben goes on with Ada’s text.
    expect(await saved(ben, () => typeBody(ben, 'Ben again. '))).toBe(200)
    expect(await bodyText(ben)).toMatch(/Ada was here\. .*Ben again\./)
  })
})
