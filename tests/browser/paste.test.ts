/** What writers paste keeps what a story can hold: headings, lists, links, quotations. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type Desk } from './builtNewsroom.ts'

type Node = { type: string; tag?: string; children?: Node[]; fields?: { url?: string } }

describe.skipIf(!process.env['CHROMIUM_PATH'])('pasting into a story', () => {
  let newsroom: Desk
  let page: Page

  beforeAll(async () => {
    newsroom = await openDesk()
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
  })

  /** Pastes a clipboard into a new story, saves it, and reads what was stored. */
  const pasted = async (name: string): Promise<Node[]> => {
    const html = readFileSync(`tests/fixtures/paste/${name}.html`, 'utf8')
    await page.goto(`${newsroom.url}/admin/collections/articles/create`)
    const editor = page.locator('[data-lexical-editor]').first()
    await editor.waitFor({ timeout: 30_000 })
    await page.waitForTimeout(2500)
    await page.locator('#field-headline').fill(`Pasted from ${name}`)
    await editor.click()
    await page.evaluate((clipboard) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', clipboard)
      clipboardData.setData('text/plain', 'plain')
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('[data-lexical-editor]')?.dispatchEvent(paste)
    }, html)
    await page.waitForTimeout(1000)
    await page.locator('#action-save-draft').click()
    await page.waitForURL(/collections\/articles\/[0-9a-f-]{36}/, { timeout: 30_000 })
    await page.waitForTimeout(2000)
    const id = new URL(page.url()).pathname.split('/').at(-1)
    return page.evaluate(async (article) => {
      const answer = await fetch(`/api/articles/${article}?depth=0&draft=true`)
      return (await answer.json()).body.root.children as Node[]
    }, id)
  }

  const typesIn = (nodes: Node[]): Set<string> =>
    new Set(nodes.flatMap((node) => [node.type, ...typesIn(node.children ?? [])]))

  // Google Docs and Word for the web have no quotations of their own to copy.
  it.each([
    ['word-2016', ['quote']],
    ['word-365-web', []],
    ['google-docs', []],
    ['web-page', ['quote']],
  ])('keeps headings, lists, links and quotations from %s', async (name, more) => {
    const types = [...typesIn(await pasted(name))]
    const expected = ['heading', 'list', 'listitem', 'link', 'paragraph', ...more]
    expect(types).toEqual(expect.arrayContaining(expected))
  })
})
