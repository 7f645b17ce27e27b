/** A story on its way through the desk: written and submitted by a reporter, sent back, approved and scheduled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { bodyOf } from '#tests/support/factories.ts'
import { openDesk, type Desk } from './builtNewsroom.ts'

const REPORTER = { email: 'rosa@newsroom.example', password: 'the harbour at night 7' }
const REASON = 'Who says that the bridge is safe? Name the engineer.'

describe.skipIf(!process.env['CHROMIUM_PATH'])('a story on its way through the desk', () => {
  let newsroom: Desk
  let editor: Page
  let reporter: Page
  let id = ''

  type Doc = Record<string, unknown> & { id: string }

  /** Asks the newsroom's API as the person in the window. */
  const api = (page: Page, method: string, path: string, body?: unknown) =>
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
  const stored = () => api(editor, 'GET', `/articles/${id}?draft=true&depth=0`)

  const box = (page: Page) => page.getByRole('region', { name: 'Where it stands' })
  const verb = (page: Page, name: string) => box(page).getByRole('button', { name, exact: true })
  const stands = (page: Page, state: string) =>
    box(page).locator('.vb-badge', { hasText: state }).waitFor({ timeout: 20_000 })

  /** Opens the story; where somebody else was at it last, the window takes it over. */
  const open = async (page: Page): Promise<void> => {
    await page.goto(`${newsroom.url}/admin/collections/articles/${id}`)
    await box(page).waitFor({ timeout: 60_000 })
    await page.locator('[data-lexical-editor]').first().waitFor({ timeout: 60_000 })
    await page.waitForLoadState('networkidle')
    const takeOver = page.getByRole('button', { name: 'Take over' })
    if (await takeOver.isVisible()) await takeOver.click()
  }

  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['SCREENSHOTS']
    if (!folder) return
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.screenshot({ path: `${folder}/workflow-${name}.png`, animations: 'disabled' })
  }

  beforeAll(async () => {
    newsroom = await openDesk({ timezoneId: 'Europe/Berlin' })
    editor = newsroom.page
    await api(editor, 'POST', '/users', { ...REPORTER, name: 'Rosa Lind', roles: ['reporter'] })
    reporter = await newsroom.openStranger()
    await reporter.goto(`${newsroom.url}/admin/login`)
    await reporter.locator('#field-email').fill(REPORTER.email)
    await reporter.locator('#field-password').fill(REPORTER.password)
    await reporter.locator('button[type=submit]').click()
    await reporter.waitForURL(`${newsroom.url}/admin`, { timeout: 60_000 })
    const { docs } = await api(reporter, 'GET', '/sections?limit=1')
    const { doc } = await api(reporter, 'POST', '/articles?draft=true', {
      headline: 'The bridge over the harbour',
      bylineOverride: 'From our correspondents',
      section: docs[0]?.id,
      body: bodyOf(),
    })
    id = doc.id
  }, 240_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  it('is submitted with the words that were not saved yet', async () => {
    await open(reporter)
    await stands(reporter, 'Draft')
    expect(await reporter.locator('#field-state').count()).toBe(0)
    expect(await verb(reporter, 'Approve').count()).toBe(0)
    await reporter.locator('#field-standfirst').fill('Engineers looked at it in the night.')
    await verb(reporter, 'Submit').click()
    await stands(reporter, 'In review')
    expect(await stored()).toMatchObject({
      state: 'in review',
      standfirst: 'Engineers looked at it in the night.',
    })
  }, 120_000)

  it('goes back with a reason, which its reporter reads beside it', async () => {
    await open(editor)
    await verb(editor, 'Request changes…').click()
    const dialog = editor.getByRole('dialog', { name: 'What has to change?' })
    const send = dialog.getByRole('button', { name: 'Request changes' })
    expect(await send.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill(REASON)
    await picture(editor, 'reason')
    await send.click()
    await stands(editor, 'Changes requested')
    expect(await stored()).toMatchObject({ state: 'changes requested', stateReason: REASON })
    await open(reporter)
    expect(await box(reporter).innerText()).toContain(REASON)
    await picture(reporter, 'back')
  }, 120_000)

  it('is written at and submitted again', async () => {
    await reporter.locator('#field-standfirst').fill('Ina Holm, an engineer, looked at it.')
    await verb(reporter, 'Submit').click()
    await stands(reporter, 'In review')
    await expect.poll(() => verb(reporter, 'Submit').count()).toBe(0)
    expect(await reporter.getByRole('dialog').count()).toBe(0)
  }, 120_000)

  it('is approved and scheduled; what an embargo forbids is said where the time was asked', async () => {
    const until = new Date(Date.now() + 6 * 3_600_000).toISOString()
    await api(editor, 'PATCH', `/articles/${id}?draft=true`, { embargoUntil: until })
    await open(editor)
    await verb(editor, 'Approve').click()
    await stands(editor, 'Approved')
    expect(await box(editor).innerText()).toMatch(/Approved by /)
    await verb(editor, 'Schedule…').click()
    const dialog = editor.getByRole('dialog', { name: 'When does it go out?' })
    const send = dialog.getByRole('button', { name: 'Schedule' })
    await send.click()
    await dialog.getByText('The story is under embargo until').waitFor()
    await picture(editor, 'embargo')
    const at = await editor.evaluate(() => {
      const due = new Date(Date.now() + 48 * 3_600_000)
      return new Date(due.getTime() - due.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
    })
    await dialog.getByLabel('What was approved goes out').fill(at)
    await send.click()
    await stands(editor, 'Scheduled')
    expect(await dialog.count()).toBe(0)
    const { scheduledFor, state } = await stored()
    expect(state).toBe('scheduled')
    const asked = await editor.evaluate((local) => new Date(local).toISOString(), at)
    expect(scheduledFor).toBe(asked)
    await picture(editor, 'scheduled')
  }, 120_000)

  it('shows that a newer text does not go out, until it is approved as well', async () => {
    await editor.locator('#field-standfirst').fill('Ina Holm, an engineer, looked at it twice.')
    await verb(editor, 'Approve the newer text').waitFor({ timeout: 20_000 })
    expect(await box(editor).innerText()).toContain('The newer text does not go out')
    // Times are those of the person's own clock, and say so.
    const note = box(editor).locator('.vb-workflow__note')
    await expect.poll(() => note.innerText()).toMatch(/\d\d:\d\d CES?T.*\d\d:\d\d CES?T/s)
    expect(await note.innerText()).not.toMatch(/UTC|\dZ/)
    await editor.emulateMedia({ colorScheme: 'dark' })
    await editor.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await picture(editor, 'newer-dark')
    await verb(editor, 'Approve the newer text').click()
    await expect.poll(() => verb(editor, 'Approve the newer text').count()).toBe(0)
    expect(await stored()).toMatchObject({ state: 'scheduled', approvalVoid: null })
  }, 120_000)

  it('is scheduled by the clock of whoever schedules it, also in the night that leaves an hour out', async () => {
    await open(editor)
    await verb(editor, 'Change the time…').click()
    const dialog = editor.getByRole('dialog', { name: 'When does it go out instead?' })
    const time = dialog.getByLabel('What was approved goes out')
    await time.fill('2029-03-25T02:30')
    expect(await dialog.innerText()).toMatch(/It goes out Sunday,? 25 March 2029 at 03:30 CEST\./)
    await dialog.getByRole('button', { name: 'Change the time' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await stored())['scheduledFor']).toBe('2029-03-25T01:30:00.000Z')
    expect(await box(editor).innerText()).toContain('25 Mar 2029, 03:30 CEST')
    await verb(editor, 'Change the time…').click()
    expect(await time.inputValue()).toBe('2029-03-25T03:30')
    await editor.keyboard.press('Escape')
  }, 60_000)

  it('is taken off the schedule, and its embargo lifted with a reason', async () => {
    await verb(editor, 'Take off the schedule').click()
    await stands(editor, 'Approved')
    await verb(editor, 'Lift the embargo…').click()
    const dialog = editor.getByRole('dialog', { name: 'Why is the embargo lifted?' })
    const send = dialog.getByRole('button', { name: 'Lift the embargo' })
    await dialog.getByRole('textbox').fill('So.')
    await send.click()
    await dialog.getByRole('alert').getByText('at least 10 characters').waitFor()
    await dialog.getByRole('textbox').fill('The ministry told everybody.')
    await send.click()
    await dialog.waitFor({ state: 'detached' })
    expect(await stored()).toMatchObject({ state: 'approved', embargoUntil: null })
    expect(await verb(editor, 'Lift the embargo…').count()).toBe(0)
  }, 60_000)

  it('is put away and brought back, and cannot be published meanwhile', async () => {
    await verb(editor, 'Archive').click()
    await stands(editor, 'Archived')
    expect(await editor.locator('#action-save').count()).toBe(0)
    await verb(editor, 'Bring back as a draft').click()
    await stands(editor, 'Draft')
    await editor.locator('#action-save').waitFor()
  }, 60_000)

  it('is given to somebody', async () => {
    await editor.locator('#field-assignee .rs__control').click()
    await editor.getByRole('option', { name: 'Rosa Lind' }).click()
    const me = await api(reporter, 'GET', '/users/me')
    const rosa = (me as unknown as { user: Doc }).user.id
    await expect.poll(async () => (await stored())['assignee'], { timeout: 20_000 }).toBe(rosa)
  }, 60_000)

  it('has no button to publish for a reporter, who saves and submits', async () => {
    await open(reporter)
    await verb(reporter, 'Submit').waitFor()
    expect(await reporter.locator('#action-save').count()).toBe(0)
    expect(await reporter.locator('#action-save-draft').count()).toBe(1)
  }, 60_000)

  it('keeps what is typed while an embargo is being picked, and says that it is not kept', async () => {
    const until = '2029-05-01T10:00:00.000Z'
    await api(editor, 'PATCH', `/articles/${id}?draft=true`, { embargoUntil: until })
    await open(editor)
    await editor.locator('#field-embargoUntil input').fill('')
    await editor.locator('#field-standfirst').fill('Written while a date was picked.')
    await box(editor).getByText('This embargo is not kept').waitFor({ timeout: 20_000 })
    await expect
      .poll(async () => (await stored())['standfirst'], { timeout: 20_000 })
      .toBe('Written while a date was picked.')
    expect((await stored())['embargoUntil']).toBe(until)
    // The form shows the one that is kept again, and the reason stays.
    const shown = () => editor.locator('#field-embargoUntil input').inputValue()
    await expect.poll(shown).toContain('2029')
    expect(await box(editor).innerText()).toContain('An embargo can be moved to a later time only')
    expect(await editor.locator('.payload-toast-item.toast-error').count()).toBe(0)
    await picture(editor, 'embargo-aside')
  }, 60_000)

  it('that did not go out says why, and goes out when it is tried again', async () => {
    const { docs } = await api(editor, 'GET', '/sections?limit=1')
    const { doc } = await api(editor, 'POST', '/articles?draft=true', {
      headline: 'The ferry is late',
      bylineOverride: 'From our correspondents',
      section: docs[0]?.id,
      body: bodyOf(),
    })
    id = doc.id
    await api(editor, 'POST', `/articles/${id}/approve`)
    const at = new Date(Date.now() + 60_000).toISOString()
    await api(editor, 'POST', `/articles/${id}/schedule`, { at })
    await api(editor, 'PATCH', `/articles/${id}?draft=true`, {
      checks: { legal: 'needed' },
      scheduledFor: new Date().toISOString(),
    })
    const problem = async () => (await stored())['scheduleProblem']
    await expect.poll(problem, { timeout: 40_000, interval: 500 }).toContain('legal check')
    await open(editor)
    expect(await box(editor).innerText()).toContain('It did not go out')
    await api(editor, 'PATCH', `/articles/${id}?draft=true`, { checks: { legal: 'done' } })
    await open(editor)
    await verb(editor, 'Try again').click()
    const state = async () => (await stored())['state']
    await expect.poll(state, { timeout: 40_000, interval: 500 }).toBe('published')
  }, 120_000)

  it('is retracted with the reason that readers are told', async () => {
    await open(editor)
    await verb(editor, 'Retract…').click()
    const dialog = editor.getByRole('dialog', { name: 'Retract this story?' })
    await dialog.getByRole('textbox').fill('The ferry was on time.')
    await picture(editor, 'retract')
    await dialog.getByRole('button', { name: 'Retract' }).click()
    await stands(editor, 'Retracted')
    const { slug } = await stored()
    const answer = await fetch(`${newsroom.url}/articles/${String(slug)}`)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('The ferry was on time.')
  }, 60_000)
})
