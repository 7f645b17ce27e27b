/** What readers see of a story’s history, in a browser: no built panel is needed for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, type Browser, type Page } from 'playwright-core'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

const NOTE = 'We first wrote that the council meets on Monday.'

describe.skipIf(!process.env['CHROMIUM_PATH'])('what changed in a story', () => {
  let room: RunningNewsroom
  let browser: Browser
  let reader: Page
  let address = ''

  beforeAll(async () => {
    room = await openServer()
    const { id } = await room.makeArticle({
      standfirst: 'It meets on Monday.',
      isHistoryPublic: true,
    })
    await room.publish(id)
    const change = { kind: 'correction', note: NOTE }
    const { slug } = await room.publish(id, { standfirst: 'It meets on Tuesday.', change })
    address = `${room.config.publicUrl}/articles/${slug}`
    browser = await chromium.launch({
      executablePath: String(process.env['CHROMIUM_PATH']),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    })
    reader = await browser.newPage()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await room?.close()
  })

  it('is one click away from the story, and marked by more than colour', async () => {
    await reader.goto(address)
    await reader.getByRole('link', { name: 'All changes' }).click()
    await reader.waitForURL(`${address}/history`)
    const versions = reader.locator('.versions > li')
    expect(await versions.count()).toBe(2)
    expect(await versions.first().textContent()).toContain(NOTE)
    const lineOf = (name: string) =>
      versions
        .first()
        .locator(name)
        .evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect(await versions.first().locator('del').textContent()).toBe('Monday')
    expect([await lineOf('del'), await lineOf('ins')]).toEqual(['line-through', 'underline'])
  })

  it('is readable on a dark screen and on a phone, without anything from elsewhere', async () => {
    const errors: string[] = []
    reader.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await reader.emulateMedia({ colorScheme: 'dark' })
    await reader.setViewportSize({ width: 360, height: 800 })
    await reader.reload()
    expect(errors).toEqual([])
    const width = await reader.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    for (const name of ['ins', 'del']) {
      expect(await contrastOf(reader, `.part ${name}`)).toBeGreaterThan(4.5)
    }
  })
})

/** WCAG 2.2 §1.4.3, of a text on the page’s paper with its own background over it. */
const contrastOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const canvas = document.createElement('canvas').getContext('2d')
      if (!canvas) throw new Error('No canvas.')
      const luminance = (...colours: string[]): number => {
        for (const colour of colours) {
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
        }
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
        const linear = [red, green, blue].map((part) => {
          const share = part / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
      }
      const paper = getComputedStyle(document.body).backgroundColor
      const own = getComputedStyle(element)
      const [one, other] = [luminance(paper, own.backgroundColor), luminance(own.color)]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    })
