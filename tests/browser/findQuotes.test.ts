/** Turning the quotations of a pasted article into records, by keyboard, in a real browser on the built server. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleArticle } from '#src/demo/content/sampleArticle.ts'
import { openDesk, type Desk } from './builtNewsroom.ts'

type Json = Record<string, unknown>
type Quote = { id: string; text: string; kind: string; speaker: Json | null }

/** As it is pasted from a mail: one plain paragraph for each of the article's. */
const paragraphs = sampleArticle.split('\n\n').slice(2, -1)

describe.skipIf(!process.env['CHROMIUM_PATH'])('finding quotes in a story', () => {
  let newsroom: Desk
  let page: Page
  let story = ''

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const ask = <T>(method: string, path: string, sent?: unknown): Promise<T> =>
    page.evaluate(
      async ([verb, address, given]) => {
        const answer = await fetch(String(address), {
          method: String(verb),
          headers: { 'content-type': 'application/json' },
          ...(given ? { body: JSON.stringify(given) } : {}),
        })
        return (await answer.json()) as never
      },
      [method, path, sent] as const,
    )

  const saved = async (): Promise<{
    body: { root: { children: Json[] } }
    quotesCited: string[]
  }> => ask('GET', `/api/articles/${story}?draft=true&depth=0`)
  const quotesOf = async (ids: string[]): Promise<Quote[]> => {
    const query = `where[id][in]=${ids.join(',')}&depth=1&limit=20&sort=createdAt`
    return (await ask<{ docs: Quote[] }>('GET', `/api/quotes?${query}`)).docs
  }
  const meter = (): Promise<string | null> => page.locator('.vb-meter').getAttribute('aria-label')
  const panel = () => page.getByRole('dialog', { name: 'Quotes in this story' })
  const current = () => panel().locator('[aria-current]')

  /** Opens the story and waits until its text can be edited. */
  const open = async (): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/articles/${story}`)
    await page.locator('[data-lexical-editor]').first().waitFor({ timeout: 30_000 })
    await expect.poll(meter, { timeout: 15_000 }).toMatch(/Attribution/)
  }

  it('starts from an article whose quotations are plain words', async () => {
    const children = paragraphs.map((text) => ({
      type: 'paragraph',
      version: 1,
      format: '',
      indent: 0,
      direction: null,
      children: [
        { type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 },
      ],
    }))
    const root = { type: 'root', version: 1, format: '', indent: 0, direction: null, children }
    const made = await ask<{ doc: { id: string } }>('POST', '/api/articles?draft=true', {
      headline: 'Iran sends forces, once more',
      body: { root },
    })
    story = made.doc.id
    await open()
    expect(await meter()).toBe('Attribution: No quotes yet')
  })

  it('shows each quotation with its speaker, and a record that holds the words already', async () => {
    await page.getByRole('button', { name: 'Find quotes' }).click()
    await expect.poll(() => panel().locator('.vb-finding').count(), { timeout: 15_000 }).toBe(5)
    expect(await current().innerText()).toContain('source close to Hezbollah')
    expect(await current().innerText()).toContain('You have this quote already')
    expect(await panel().innerText()).toContain('Lindsey Graham, U.S. Senator')
  })

  it('is decided on and applied by keyboard alone', async () => {
    // The Hezbollah source: the record of the sample story. The official: rejected. The Telegraph: accepted.
    for (const key of ['u', 'r', 'a']) await page.keyboard.press(key)
    expect(await current().innerText()).toContain('Graham')
    await page.keyboard.press('e')
    await page.keyboard.type('Senator Sample')
    await panel().getByLabel('Role at the time').fill('U.S. senator')
    await page.keyboard.press('Control+Enter')
    expect(await current().innerText()).toContain('State Department')
    await page.keyboard.press('k')
    expect(await current().innerText()).toContain('Senator Sample')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('a')
    expect(await panel().innerText()).toContain('4 accepted · 1 rejected · 0 to decide')
    await page.keyboard.press('Enter')
    await panel().waitFor({ state: 'detached', timeout: 15_000 })
  })

  it('puts the records into the text and saves it by itself', async () => {
    await expect.poll(async () => (await saved()).quotesCited.length, { timeout: 30_000 }).toBe(4)
    const quotes = await quotesOf((await saved()).quotesCited)
    const graham = quotes.find(({ text }) => text.startsWith('My concern'))
    expect(graham).toMatchObject({ kind: 'direct', role: 'U.S. senator' })
    expect(graham?.speaker).toMatchObject({ name: 'Senator Sample', isConfidential: false })
    const text = JSON.stringify((await saved()).body)
    expect(text).toContain('“the fire will burn those are backing ISIS.')
    expect(text).not.toContain('A source close to Hezbollah')
    expect(await page.locator('.vb-card--quote').count()).toBe(1)
    expect(await page.locator('.vb-inline').count()).toBe(3)
  })

  it('counts them in the meter', async () => {
    await expect
      .poll(meter, { timeout: 15_000 })
      .toBe(
        'Attribution: 4 quotes: 4 attributed, 0 verified, 1 anonymous; 2 outlets, 2 without a link',
      )
    await page.getByRole('button', { name: '1 anonymous' }).focus()
    expect(await page.locator('.vb-count:focus-within').innerText()).toContain('A source close')
  })

  it('brings the text back with Undo', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await saved()).quotesCited.length, { timeout: 30_000 }).toBe(0)
    const words = JSON.stringify((await saved()).body)
    for (const paragraph of paragraphs)
      expect(words).toContain(JSON.stringify(paragraph).slice(1, -1))
  })

  it('remembers what was rejected, and what is in the story is not found again', async () => {
    await open()
    await page.getByRole('button', { name: 'Find quotes' }).click()
    await expect.poll(() => panel().locator('.vb-finding').count(), { timeout: 15_000 }).toBe(5)
    expect(await panel().locator('.vb-finding--reject').innerText()).toContain('the fire will burn')
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
  })
})
