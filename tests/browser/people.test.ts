/** Colleagues at one story: who is there, taking over, notes, and the bell that tells of them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

const PASSWORD = 'correct horse battery staple'
const SHOTS = process.env['SCREENSHOTS']

describe.skipIf(!process.env['CHROMIUM_PATH'])('colleagues at one story', () => {
  let newsroom: Desk
  let chief: Page
  let ana: Page
  let id = ''

  const post = (page: Page, path: string, body: object): Promise<Record<string, unknown>> =>
    page.evaluate(
      async ([url, text]) => {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: text,
        })
        return ((await answer.json()) as { doc: Record<string, unknown> }).doc
      },
      [path, JSON.stringify(body)] as const,
    )

  const shoot = async (page: Page, name: string): Promise<void> => {
    if (!SHOTS) return
    for (const theme of ['light', 'dark']) {
      await page.evaluate(
        (value) => document.documentElement.setAttribute('data-theme', value),
        theme,
      )
      await page.waitForTimeout(600)
      await page.screenshot({ path: `${SHOTS}/people-${name}-${theme}.png` })
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  }

  const bar = (page: Page) => page.locator('.vb-people')
  const editor = (page: Page) => page.locator('[data-lexical-editor]').first()
  const bell = (page: Page) => page.getByRole('button', { name: /^Notices/ })
  const openStory = async (page: Page): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`)
    await editor(page).waitFor({ timeout: 60_000 })
  }
  const type = async (page: Page, words: string): Promise<void> => {
    await editor(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(words)
  }
  const saved = (page: Page): Promise<unknown> =>
    page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().includes(id) && answer.ok(),
      { timeout: 30_000 },
    )

  beforeAll(async () => {
    newsroom = await openDesk({ viewport: { width: 1280, height: 860 } })
    chief = newsroom.page
    await post(chief, '/api/users', {
      email: 'ana@newsroom.example',
      password: PASSWORD,
      name: 'Ana Lima',
      roles: ['editor'],
    })
    const story = await post(chief, '/api/articles?draft=true', {
      headline: 'The harbour at night',
    })
    id = String(story['id'])
    ana = await newsroom.openWindow({ email: 'ana@newsroom.example', password: PASSWORD })
  }, 240_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  it('alone one sees nothing of it; the other one is named as soon as they come, and when they write', async () => {
    await openStory(chief)
    await chief.waitForResponse((answer) => answer.url().endsWith('/presence'))
    expect(await bar(chief).count()).toBe(0)
    await openStory(ana)
    await bar(ana).waitFor()
    await chief.bringToFront()
    await bar(chief).getByText('Ana Lima is here.').waitFor({ timeout: 30_000 })
    await shoot(chief, 'here')
    const stored = saved(ana)
    await type(ana, 'The wind rose in the night and the ships stayed. ')
    await stored
    await bar(chief)
      .getByText(/Ana Lima is writing, since \d\d:\d\d\./)
      .waitFor({ timeout: 30_000 })
    await shoot(chief, 'writing')
  })

  it('who takes over has the words of the other one at once, and that one is told', async () => {
    await bar(chief).getByRole('button', { name: 'Take over' }).click()
    await bar(chief)
      .getByText(/You are writing/)
      .waitFor()
    await editor(chief).getByText('The wind rose in the night').waitFor()
    await bar(ana)
      .getByText(/took over at \d\d:\d\d\. Your text is saved\./)
      .waitFor({ timeout: 30_000 })
    await shoot(ana, 'lost')
    // Payload's own lock neither asks nor forbids.
    expect(await ana.getByRole('dialog').count()).toBe(0)
    const stored = saved(chief)
    await type(chief, 'By noon it fell. ')
    await stored
    await bar(ana).getByRole('button', { name: 'Take back' }).click()
    await bar(ana)
      .getByText(/You are writing/)
      .waitFor()
    await editor(ana).getByText('By noon it fell.').waitFor()
    const kept = saved(ana)
    await type(ana, 'Then they sailed. ')
    await kept
    expect(await ana.getByRole('dialog').count()).toBe(0)
  })

  it('a note on selected words names a colleague, whose bell rings and leads to the story', async () => {
    await editor(ana).getByText('The wind rose in the night').click({ clickCount: 3 })
    await ana.getByRole('button', { name: 'Note', exact: true }).waitFor()
    await shoot(ana, 'offer')
    await ana.keyboard.press('Control+Alt+m')
    const dialog = ana.getByRole('dialog')
    await dialog.getByText('The wind rose in the night').waitFor()
    await dialog.getByRole('textbox').pressSequentially('Who says so, @')
    const people = dialog.getByRole('option')
    await people.first().waitFor()
    await shoot(ana, 'mention')
    const name = await chief.evaluate(async () => {
      const answer = await fetch('/api/users/me')
      return ((await answer.json()) as { user: { name: string } }).user.name
    })
    await dialog.getByRole('textbox').pressSequentially(name.slice(0, 3).toLowerCase())
    await people.filter({ hasText: name }).waitFor()
    await ana.keyboard.press('Enter')
    expect(await dialog.getByRole('textbox').inputValue()).toBe(`Who says so, @${name} `)
    await ana.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })

    await chief.goto(`${newsroom.url}/admin`)
    await bell(chief).and(chief.locator('[aria-label*=unread]')).waitFor()
    await bell(chief).focus()
    await chief.keyboard.press('Enter')
    const notice = chief.getByRole('link', { name: /Ana Lima mentions you in a note/ })
    await notice.waitFor()
    await shoot(chief, 'bell')
    await notice.click()
    await chief.waitForURL(new RegExp(id))
    await chief.getByText('Who says so,').waitFor({ timeout: 30_000 })
    await expect
      .poll(async () =>
        chief.evaluate(async () => {
          const answer = await fetch('/api/notifications/mine')
          const { notices } = (await answer.json()) as {
            notices: { kind: string; isRead: boolean }[]
          }
          return notices.find(({ kind }) => kind === 'mention')?.isRead
        }),
      )
      .toBe(true)
  })

  it('a thread is answered, its words may go, and it is resolved and opened again', async () => {
    const thread = chief.locator('.vb-thread')
    await thread.getByRole('button', { name: 'Answer' }).click()
    await thread.getByRole('textbox').fill('The harbour master.')
    await thread.getByRole('button', { name: 'Answer' }).click()
    await thread.locator('.vb-note').nth(1).waitFor()
    await shoot(chief, 'thread')
    await thread.getByRole('button', { name: 'Show in the text' }).click()
    await expect
      .poll(() => chief.evaluate(() => document.getSelection()?.toString() ?? ''))
      .toContain('The wind rose')
    const stored = saved(chief)
    await chief.keyboard.press('Delete')
    await stored
    await chief.getByRole('button', { name: 'Notes', exact: true }).click()
    await thread.getByText('These words are gone from the text.').waitFor()
    await shoot(chief, 'gone')
    await thread.getByRole('button', { name: 'Resolve' }).click()
    await chief.getByText('1 resolved').click()
    await chief.locator('.vb-thread--resolved').getByRole('button', { name: 'Reopen' }).click()
    await chief.locator('.vb-thread:not(.vb-thread--resolved)').waitFor()
  })

  it('each person chooses on their account what comes by mail', async () => {
    await ana.goto(`${newsroom.url}/admin/account`)
    const published = ana.getByRole('checkbox', { name: 'My story goes out' })
    await published.waitFor({ timeout: 30_000 })
    expect(await published.isChecked()).toBe(true)
    await published.uncheck()
    await shoot(ana, 'account')
    const stored = ana.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await ana.locator('#action-save').click()
    expect((await stored).status()).toBe(200)
    await ana.reload()
    await published.waitFor({ timeout: 30_000 })
    expect(await published.isChecked()).toBe(false)
  })
})
