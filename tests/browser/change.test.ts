/** A change of what readers have: the panel asks what kind it is, shows what changed, and takes the note for readers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { bodyOf } from '#tests/support/factories.ts'
import { openDesk, type Desk } from './builtNewsroom.ts'

const EDITOR = { email: 'edda@newsroom.example', password: 'the harbour at night 7' }
const PARAGRAPH = 'Some 1,200 people stood on the pier.'
const WRONG = 'The pier opened in 1904.'
const RIGHT = 'The pier opened in 1907.'
const NOTE = 'We first gave a wrong year for the opening of the pier.'

describe.skipIf(!process.env['CHROMIUM_PATH'])('a change of a published story', () => {
  let newsroom: Desk
  let page: Page
  let id = ''
  let slug = ''

  type Doc = Record<string, unknown> & { id: string; slug: string; corrections?: unknown[] }

  /** Asks the newsroom's API as the person in the window. */
  const api = (who: Page, method: string, path: string, body?: unknown) =>
    who.evaluate(
      async ([how, where, what]) => {
        const answer = await fetch(`/api${where}`, {
          method: how,
          headers: { 'content-type': 'application/json' },
          ...(what ? { body: what } : {}),
        })
        return (await answer.json()) as { doc: Doc; docs: Doc[] } & Doc
      },
      [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
    )
  const draft = () => api(page, 'GET', `/articles/${id}?draft=true&depth=0`)
  const readers = async () => {
    const answer = await fetch(`${newsroom.url}/v1/articles/${slug}`)
    return JSON.stringify(await answer.json())
  }
  const dialog = () => page.getByRole('dialog', { name: 'Publish this change?' })
  const publish = () => page.locator('#action-save')
  const kind = (name: RegExp) => dialog().getByRole('radio', { name })

  const picture = async (name: string): Promise<void> => {
    const folder = process.env['SCREENSHOTS']
    if (!folder) return
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.screenshot({ path: `${folder}/change-${name}.png`, animations: 'disabled' })
  }

  beforeAll(async () => {
    newsroom = await openDesk()
    const chief = newsroom.page
    await api(chief, 'POST', '/users', { ...EDITOR, name: 'Edda Lind', roles: ['editor'] })
    const { docs } = await api(chief, 'GET', '/sections?limit=1')
    const { doc } = await api(chief, 'POST', '/articles?draft=true', {
      headline: 'The pier at night',
      standfirst: WRONG,
      bylineOverride: 'From our correspondents',
      section: docs[0]?.id,
      body: bodyOf({ text: PARAGRAPH }),
    })
    id = doc.id
    slug = (await api(chief, 'POST', `/articles/${id}/publish`)).doc.slug
    page = await newsroom.openStranger()
    await page.goto(`${newsroom.url}/admin/login`)
    await page.locator('#field-email').fill(EDITOR.email)
    await page.locator('#field-password').fill(EDITOR.password)
    await page.locator('button[type=submit]').click()
    await page.waitForURL(`${newsroom.url}/admin`, { timeout: 60_000 })
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`)
    await page.locator('[data-lexical-editor]').first().waitFor({ timeout: 60_000 })
    await page.waitForLoadState('networkidle')
  }, 240_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  it('is shown word by word, with the kind it looks like; a number is nothing minor', async () => {
    await page.locator('#field-standfirst').fill(RIGHT)
    await publish().click()
    await dialog().waitFor({ timeout: 30_000 })
    expect(await dialog().locator('del').innerText()).toContain('1904')
    expect(await dialog().locator('ins').innerText()).toContain('1907')
    expect(await kind(/^Correction/).isChecked()).toBe(true)
    expect(await kind(/^Minor/).isDisabled()).toBe(true)
    expect(await dialog().innerText()).toContain('“1904” became “1907”')
    const send = dialog().getByRole('button', { name: 'Publish', exact: true })
    expect(await send.isDisabled()).toBe(true)
    await picture('light')
  }, 60_000)

  it('goes out by no accident: Escape publishes nothing and keeps the words', async () => {
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await page.locator('#field-standfirst').inputValue()).toBe(RIGHT)
    expect(await draft()).toMatchObject({ standfirst: RIGHT, state: 'correcting' })
    expect(await readers()).toContain(WRONG)
    expect(await publish().isEnabled()).toBe(true)
  }, 60_000)

  it('goes out with the note, beside the paragraph that was chosen', async () => {
    await publish().click()
    await dialog().waitFor({ timeout: 30_000 })
    await dialog().getByLabel('What readers are told').fill(NOTE)
    await dialog().getByLabel('Where the note stands').selectOption(PARAGRAPH)
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await picture('dark')
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog().waitFor({ state: 'detached', timeout: 30_000 })
    await expect.poll(readers, { timeout: 20_000 }).toContain(NOTE)
    expect(await readers()).toContain(RIGHT)
    expect(await draft()).toMatchObject({
      state: 'published',
      corrections: [{ kind: 'correction', text: NOTE, placement: 'beside', beside: PARAGRAPH }],
    })
  }, 60_000)

  it('keeps its note when somebody writes on in the same window', async () => {
    await page.locator('#field-standfirst').fill(`${RIGHT} It burnt twice.`)
    const saved = async () => (await draft())['standfirst']
    await expect.poll(saved, { timeout: 20_000 }).toBe(`${RIGHT} It burnt twice.`)
    expect((await draft()).corrections).toMatchObject([{ text: NOTE }])
    expect(await page.getByRole('dialog').count()).toBe(0)
  }, 60_000)

  it('asks for no note where there is more to tell', async () => {
    await publish().click()
    await dialog().waitFor({ timeout: 30_000 })
    await kind(/^Update/).check()
    expect(await dialog().getByRole('textbox').count()).toBe(0)
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click()
    await expect.poll(readers, { timeout: 20_000 }).toContain('It burnt twice.')
  }, 60_000)
})
