/** The checks beside a story: what stands against publishing it, ticks, and a chief who publishes all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { bodyOf } from '#tests/support/factories.ts'
import { openDesk, type Desk } from './builtNewsroom.ts'

const BYLINE = 'From our correspondents'

describe.skipIf(!process.env['CHROMIUM_PATH'])('the checks beside a story', () => {
  let newsroom: Desk
  let page: Page

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  /** Asks the newsroom's API as the person in the browser. */
  const api = (method: string, path: string, body?: unknown) =>
    page.evaluate(
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
  type Doc = { id: string; _status?: string; acknowledged?: string[] }

  const makeStory = async (data: Record<string, unknown>): Promise<string> => {
    const sections = await api('GET', '/sections?limit=1')
    const { doc } = await api('POST', '/articles?draft=true', {
      bylineOverride: BYLINE,
      section: sections.docs[0]?.id,
      _status: 'draft',
      ...data,
    })
    return doc.id
  }

  const open = async (id: string): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`)
    await page.locator('.vb-checks__sum').waitFor({ timeout: 30_000 })
  }
  const sum = () => page.locator('.vb-checks__sum').innerText()
  const status = async (id: string) => (await api('GET', `/articles/${id}?depth=0`))._status

  it('list a warning with its fix, which a tick by keyboard settles', async () => {
    const paper = await api('POST', '/sources', { kind: 'publication', name: 'The Evening Paper' })
    const id = await makeStory({
      headline: 'A story with a warning',
      body: bodyOf({ cites: [paper.doc.id] }),
    })
    await open(id)
    await expect.poll(sum, { timeout: 20_000 }).toBe('1 to tick or mend')
    const item = page.locator('.vb-check')
    expect(await item.innerText()).toContain('The Evening Paper is cited')
    expect(await item.innerText()).toContain('Add the link')

    await page.getByRole('checkbox', { name: /The Evening Paper is cited/ }).focus()
    await page.keyboard.press('Space')
    await expect.poll(sum).toBe('Nothing stands against publishing.')
    const kept = async () =>
      (await api('GET', `/articles/${id}?draft=true&depth=0`)).acknowledged ?? []
    await expect.poll(kept, { timeout: 20_000 }).toHaveLength(1)
    await page.locator('#action-save').click()
    await expect.poll(() => status(id), { timeout: 20_000 }).toBe('published')
  })

  it('follow the story as it is saved', async () => {
    const id = await makeStory({ headline: 'A story without a byline', bylineOverride: null })
    await api('PATCH', `/articles/${id}?draft=true`, { body: bodyOf() })
    await open(id)
    await expect.poll(sum, { timeout: 20_000 }).toBe('1 thing to mend')
    await page.locator('.tabs-field__tab-button', { hasText: 'Filing' }).click()
    await page.locator('#field-bylineOverride').fill(BYLINE)
    await expect.poll(sum, { timeout: 20_000 }).toBe('Nothing stands against publishing.')
  })

  it('are set aside by a chief, with a reason', async () => {
    const id = await makeStory({
      headline: 'A story that the lawyers have not read',
      body: bodyOf(),
      checks: { legal: 'needed' },
    })
    await open(id)
    await page.getByRole('button', { name: 'Publish against the checks…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish against the checks?' })
    expect(await dialog.innerText()).toContain('The legal check is needed and not done.')
    const publish = dialog.getByRole('button', { name: 'Publish', exact: true })
    expect(await publish.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('The lawyers said yes by phone at noon.')
    await publish.click()
    await expect.poll(() => status(id), { timeout: 20_000 }).toBe('published')
  })
})
