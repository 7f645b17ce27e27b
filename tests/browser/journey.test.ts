/** The whole way, in a real browser on the built server: sign in, change the sample, publish, read it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openDesk, type Desk } from './builtNewsroom.ts'

const HEADLINE = 'Iran sends forces into Iraq'
const slug = 'iran-pours-forces-into-iraq-promises-us-will-feel-the-heat'

describe.skipIf(!process.env['CHROMIUM_PATH'])('an editor in the browser', () => {
  let newsroom: Desk
  let page: Page

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  const readHeadline = async (): Promise<string[]> => {
    const query = `{ article(slug: "${slug}") { headline } }`
    const graphql = await fetch(`${newsroom.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then((answer) => answer.json())
    const rest = await fetch(`${newsroom.url}/v1/articles/${slug}`).then((answer) => answer.json())
    const html = await fetch(`${newsroom.url}/articles/${slug}`).then((answer) => answer.text())
    const heading = /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? ''
    return [String(graphql.data.article.headline), String(rest.data.headline), heading]
  }

  it('finds the sample in the list', async () => {
    await page.goto(`${newsroom.url}/admin/collections/articles`)
    await page
      .getByRole('link', { name: /Iran Pours Forces/ })
      .first()
      .click()
    await page.waitForURL(/collections\/articles\/[0-9a-f-]{36}/)
    await expect
      .poll(() => page.locator('#field-headline').inputValue(), { timeout: 30_000 })
      .toMatch(/^Iran Pours Forces into Iraq/)
  })

  it('keeps a draft from readers while it is being written', async () => {
    await page.locator('#field-headline').fill(HEADLINE)
    // Without a saved draft the next line would prove nothing.
    const saved = () =>
      page.evaluate(async () => {
        const id = location.pathname.split('/').at(-1)
        const answer = await fetch(`/api/articles/${id}?draft=true&depth=0`)
        return String((await answer.json()).headline)
      })
    await expect.poll(saved, { timeout: 30_000 }).toBe(HEADLINE)
    for (const headline of await readHeadline()) expect(headline).toMatch(/Iran Pours Forces/)
  })

  it('shows the draft in the preview, and only there', async () => {
    const preview = await page.locator('#preview-button').getAttribute('href')
    expect(preview).toMatch(/\/preview\/[0-9a-f-]{36}\?token=/)
    const tab = await page.context().newPage()
    const answer = await tab.goto(String(preview))
    expect(answer?.headers()['cache-control']).toContain('no-store')
    expect(await tab.locator('h1').innerText()).toBe(HEADLINE)
    await tab.close()
    const stranger = await fetch(String(preview))
    expect(stranger.status).toBe(403)
  })

  it('publishes, and readers have it everywhere', async () => {
    await page.locator('#action-save').click()
    const dialog = page.getByRole('dialog', { name: 'Publish this change?' })
    await dialog.getByRole('radio', { name: /^Update/ }).check()
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect.poll(readHeadline, { timeout: 30_000 }).toEqual([HEADLINE, HEADLINE, HEADLINE])
  })

  it('reads the page without a single error in the console', async () => {
    const errors: string[] = []
    const reader = await newsroom.openStranger()
    reader.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await reader.goto(`${newsroom.url}/articles/${slug}`)
    expect(await reader.locator('h1').innerText()).toBe(HEADLINE)
    expect(await reader.locator('blockquote, q').count()).toBeGreaterThanOrEqual(5)
    expect(errors).toEqual([])
  })
})
