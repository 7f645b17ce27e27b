/** The proof of a quote on its page, live and after saving, in a real browser on the built server. */
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, whenAlive, type Desk } from './builtNewsroom.ts'

const TITLE = 'Harbour board: minutes of the open session'
const EVIDENCE = [
  'The chair opened the session at nine and read the agenda.',
  'CAPTAIN ROWE: We tied the ferries up on Sunday night, before anybody asked us to, and we will not sail again until the pier is sound.',
  'The session closed at noon after questions from the gallery.',
].join('\n\n')
const WORDS = 'we will not sail again until the pier is sound'
const ALTERED = 'we will not sail again until the harbour is sound'
const ELIDED = 'We tied the ferries up on Sunday night … and we will not sail again'
const LINK = 'https://board.example/minutes'
const NOWHERE = 'Fares double from the first of March, and nobody regrets it'

describe.skipIf(!process.env['CHROMIUM_PATH'])('the proof of a quote', () => {
  let newsroom: Desk
  let page: Page
  let evidence = ''
  let quote = ''

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const collection = (path: string): string => `${newsroom.url}/admin/collections/${path}`
  const card = () => page.getByRole('region', { name: 'Proof' })
  const verdict = () => card().getByRole('status')
  const words = () => page.locator('#field-text')
  /** What the editor sees of a difference: the struck words and the new ones. */
  const changes = async (of: string) => ({
    del: (await shown(of, 'del')).join(' '),
    ins: (await shown(of, 'ins')).join(' '),
  })
  const shown = (of: string, tag: string): Promise<string[]> =>
    card()
      .locator(`.vb-proof__difference--${of} .vb-proof__words ${tag}`)
      .evaluateAll((marks) =>
        marks.map((mark) =>
          [...mark.childNodes]
            .filter((node) => node.nodeType === 3)
            .map(({ textContent }) => textContent)
            .join('')
            .trim(),
        ),
      )

  const stored = (): Promise<{ text: string; verification: string }> =>
    page.evaluate(
      async (id) =>
        (await (await fetch(`/api/quotes/${id}?depth=0`)).json()) as {
          text: string
          verification: string
        },
      quote,
    )
  const save = async (): Promise<void> => {
    await page.locator('#action-save').click()
    const text = await words().inputValue()
    await expect.poll(async () => (await stored()).text, { timeout: 15_000 }).toBe(text)
  }
  const sees = (text: string): Promise<void> =>
    expect
      .poll(async () => (await verdict().innerText()).replace(/\s+/g, ' '), { timeout: 15_000 })
      .toBe(text)

  /** A server on this machine is what the guard keeps out, so the answer to a capture is given here. */
  const captured = async (route: Route): Promise<void> => {
    expect(route.request().postDataJSON()).toEqual({ url: LINK, source: null, title: null })
    const doc = { id: evidence, title: TITLE }
    await route.fulfill({ status: 201, json: { message: 'Captured.', doc } })
  }

  it('begins with evidence that is pasted', async () => {
    await page.goto(collection('evidence/create'))
    await whenAlive(page, '#field-title')
    await page.locator('#field-title').fill(TITLE)
    await words().fill(EVIDENCE)
    await page.locator('#action-save').click()
    await page.waitForURL(/collections\/evidence\/[0-9a-f-]{36}/, { timeout: 30_000 })
    evidence = page.url().split('/').at(-1) ?? ''
  })

  it('is tried while a quote is made, and kept with its place when it is saved', async () => {
    await page.goto(collection('quotes/create'))
    await whenAlive(page, '#field-text')
    await sees('No evidence')
    await words().fill(WORDS)
    await page.locator('#field-evidence input').first().fill('Harbour board')
    await page.locator('.rs__option', { hasText: TITLE }).click()
    await sees('When saved, it would be: Verified')
    await page.locator('#action-save').click()
    await page.waitForURL(/collections\/quotes\/[0-9a-f-]{36}/, { timeout: 30_000 })
    quote = page.url().split('/').at(-1) ?? ''
    await sees('Verified')
    expect(await card().locator('mark').allInnerTexts()).toEqual([WORDS])
    expect(await card().locator('blockquote').innerText()).toContain('asked us to, and')
    expect(await card().getByRole('link', { name: TITLE }).getAttribute('href')).toBe(
      `/admin/collections/evidence/${evidence}`,
    )
    expect(await card().innerText()).toMatch(/unchanged since/)
  })

  it('shows what was altered before it is saved', async () => {
    await words().fill(ALTERED)
    await sees('Verified when saved, it would be: Differs from evidence')
    expect(await changes('altered')).toEqual({ del: 'pier', ins: 'harbour' })
    expect(await card().innerText()).toContain('saving takes the mark away')
    expect((await stored()).verification).toBe('verified')
  })

  it('takes the mark off an altered quote, and goes on showing the difference', async () => {
    await save()
    await sees('Differs from evidence')
    await page.reload()
    await sees('Differs from evidence')
    expect(await card().innerText()).toContain('The words were changed after they were verified')
    expect(await changes('altered')).toEqual({ del: 'pier', ins: 'harbour' })
    expect((await stored()).verification).toBe('differs')
    expect(await page.locator('.vb-verdict').innerText()).toContain('Differs from evidence')
  })

  it('of an elided quote says what was taken out', async () => {
    await words().fill(ELIDED)
    await sees('Differs from evidence when saved, it would be: Verified, with edits')
    await save()
    await sees('Verified, with edits')
    expect((await changes('edits')).del).toContain('before anybody asked us to')
    expect(await card().locator('.vb-proof__difference--altered').count()).toBe(0)
    expect((await stored()).verification).toBe('verified-with-edits')
  })

  it('of words from nowhere has no place to show', async () => {
    await words().fill(NOWHERE)
    await save()
    await sees('Not found in evidence')
    expect(await card().locator('blockquote').count()).toBe(0)
    expect((await stored()).verification).toBe('not-found')
  })

  it('is tried with evidence that is captured in a drawer, and the form stays', async () => {
    await page.goto(collection('quotes/create'))
    await whenAlive(page, '#field-text')
    await words().fill(WORDS)
    await page.route('**/api/evidence/capture', captured, { times: 1 })
    await page.locator('#field-evidence .relationship-add-new__add-button').click()
    await page.getByLabel('Capture from a link').fill(LINK)
    await page.getByRole('button', { name: 'Capture', exact: true }).click()
    await expect
      .poll(
        () =>
          page
            .locator('#field-title')
            .inputValue()
            .catch(() => ''),
        { timeout: 15_000 },
      )
      .toBe(TITLE)
    await page.keyboard.press('Escape')
    await sees('When saved, it would be: Verified')
    expect(await words().inputValue()).toBe(WORDS)
  })

  it('is listed with its verdict on the page of the evidence', async () => {
    await page.goto(collection(`evidence/${evidence}`))
    const row = page.locator('.relationship-table tbody tr')
    await expect.poll(() => row.count(), { timeout: 30_000 }).toBe(1)
    expect(await row.locator('.vb-badge').allInnerTexts()).toEqual(['Not found in evidence'])
    expect(await page.getByLabel('Capture from a link').count()).toBe(0)
  })

  it('says what to set when the server may fetch no pages', async () => {
    await page.goto(collection('evidence/create'))
    await page.getByLabel('Capture from a link').fill(LINK)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.vb-capture').innerText(), { timeout: 15_000 })
      .toContain('EVIDENCE_FETCH=1')
    expect(page.url()).toBe(collection('evidence/create'))
  })

  it('goes on to the record that a capture made', async () => {
    await page.route('**/api/evidence/capture', captured, { times: 1 })
    await page.getByRole('button', { name: 'Capture', exact: true }).click()
    await page.waitForURL(collection(`evidence/${evidence}`), { timeout: 30_000 })
    await expect
      .poll(() => page.locator('#field-title').inputValue(), { timeout: 15_000 })
      .toBe(TITLE)
  })
})
