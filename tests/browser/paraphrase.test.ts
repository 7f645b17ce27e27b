/** What a reporter sees of a quote’s proof: a paraphrase beside its passage, and what was changed after it was verified. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

const EVIDENCE = [
  'The chair opened the session at nine and read the agenda.',
  'CAPTAIN ROWE: We tied the ferries up on Sunday night. We will not sail again until the pier is sound.',
].join('\n\n')
const WORDS = 'We will not sail again until the pier is sound'
const ALTERED = 'We will not sail again until the harbour is sound'
const OWN_WORDS = 'Rowe said that sailings stay suspended until the pier has been made sound'
const ACCOUNT = { email: 'reporter@newsroom.example', password: 'a long enough passphrase 1' }

describe.skipIf(!process.env['CHROMIUM_PATH'])('the proof of a quote, for a reporter', () => {
  let newsroom: Desk
  let page: Page
  let evidence = ''
  let quote = ''

  const post = async (collection: string, data: object): Promise<string> => {
    const made = await newsroom.page.evaluate(
      async ([slug, body]) => {
        const answer = await fetch(`/api/${slug}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        return (await answer.json()) as { doc?: { id: string }; errors?: unknown }
      },
      [collection, JSON.stringify(data)] as [string, string],
    )
    expect(made.errors).toBeUndefined()
    return made.doc?.id ?? ''
  }

  beforeAll(async () => {
    newsroom = await openDesk()
    await post('users', { ...ACCOUNT, name: 'Rita Roe', roles: ['reporter'] })
    evidence = await post('evidence', {
      title: 'The minutes',
      text: EVIDENCE,
      capturedAt: new Date().toISOString(),
    })
    page = await newsroom.openStranger()
    await page.goto(`${newsroom.url}/admin/login`)
    await page.locator('#field-email').fill(ACCOUNT.email)
    await page.locator('#field-password').fill(ACCOUNT.password)
    await page.locator('button[type=submit]').click()
    await page.waitForURL(`${newsroom.url}/admin`, { timeout: 60_000 })
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const card = () => page.getByRole('region', { name: 'Proof' })
  const sees = (text: string): Promise<void> =>
    expect
      .poll(async () => (await card().getByRole('status').innerText()).replace(/\s+/g, ' '), {
        timeout: 30_000,
      })
      .toBe(text)
  const open = async (id: string): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/quotes/${id}`)
    await page.locator('#field-text').waitFor({ timeout: 30_000 })
  }

  it('shows after a reload what was changed since the words were verified', async () => {
    const changed = await page.evaluate(
      async ([text, altered, of]) => {
        const headers = { 'content-type': 'application/json' }
        const made = await fetch('/api/quotes', {
          method: 'POST',
          headers,
          body: JSON.stringify({ text, evidence: of }),
        })
        const { doc } = (await made.json()) as { doc: { id: string; verification: string } }
        const body = JSON.stringify({ text: altered })
        await fetch(`/api/quotes/${doc.id}`, { method: 'PATCH', headers, body })
        return doc
      },
      [WORDS, ALTERED, evidence] as [string, string, string],
    )
    expect(changed.verification).toBe('verified')
    quote = changed.id
    await open(quote)
    await sees('Differs from evidence')
    const difference = card().locator('.vb-proof__difference--altered')
    expect(await difference.innerText()).toContain(
      'The words were changed after they were verified',
    )
    expect(await difference.locator('del').first().innerText()).toContain('pier')
    expect(await difference.locator('ins').first().innerText()).toContain('harbour')
    expect(await difference.innerText()).toMatch(/Last verified/)
  })

  it('compares a paraphrase by eye with the nearest passage, before and after saving', async () => {
    await page.locator('#field-text').fill(OWN_WORDS)
    await page.locator('#field-kind').click()
    await page.locator('.rs__option', { hasText: 'Paraphrase' }).click()
    await sees('Differs from evidence when saved, it would be: Paraphrase: compare by eye')
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.locator('#action-save').click()
    expect((await saved).status()).toBe(200)
    await sees('Paraphrase: compare by eye')
    await page.reload()
    await sees('Paraphrase: compare by eye')
    expect(await card().locator('figcaption').innerText()).toBe(
      'The nearest passage in the evidence',
    )
    expect(await card().locator('mark').innerText()).toContain(WORDS)
    expect(await card().locator('.vb-proof__difference').count()).toBe(0)
    expect(await page.locator('.vb-verdict').innerText()).toContain('compare by eye')
  })

  it('lists it as such', async () => {
    await page.goto(`${newsroom.url}/admin/collections/quotes?sort=-createdAt&limit=10`)
    const row = page.locator('tbody tr', { hasText: OWN_WORDS.slice(0, 30) })
    await row.waitFor({ timeout: 30_000 })
    expect(await row.locator('.vb-badge').allInnerTexts()).toContain('Paraphrase: compare by eye')
  })
})
