/** An administrator looks after a receiver and a key in the panel: secrets are shown once, and work. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openDesk, whenAlive, type Desk } from './builtNewsroom.ts'

type Got = { headers: IncomingHttpHeaders; body: string }

describe.skipIf(!process.env['CHROMIUM_PATH'])('receivers and keys', () => {
  let newsroom: Desk
  let page: Page
  let hook: Server
  let url: string
  let status = 200
  const got: Got[] = []

  beforeAll(async () => {
    hook = createServer((req, res) => {
      let body = ''
      req.on('data', (chunk: Buffer) => (body += chunk.toString()))
      req.on('end', () => {
        got.push({ headers: req.headers, body })
        res.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
    // The newsroom takes its settings from here.
    process.env['WEBHOOK_PRIVATE'] = '1'
    newsroom = await openDesk({ permissions: ['clipboard-read', 'clipboard-write'] })
    page = newsroom.page
  }, 180_000)

  afterAll(async () => {
    await newsroom?.close()
    hook.closeAllConnections()
    hook.close()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')
  const shown = () => dialog().getByRole('textbox').inputValue()
  const save = async (collection: string) => {
    await page.locator('#action-save').click()
    await page.waitForURL(new RegExp(`collections/${collection}/[0-9a-f-]{36}`), {
      timeout: 30_000,
    })
  }

  it('makes a signing secret, shows it once, and copies it', async () => {
    await page.goto(`${newsroom.url}/admin/collections/subscriptions/create`)
    await page.getByText('Save the receiver first').waitFor({ timeout: 30_000 })
    await whenAlive(page, '#field-name')
    await page.locator('#field-name').fill('A partner')
    await page.locator('#field-url').fill(url)
    await save('subscriptions')
    await button('Make a signing secret…').waitFor({ timeout: 30_000 })
    expect(await button('Send a test').isDisabled()).toBe(true)
    await button('Make a signing secret…').click()
    await dialog().getByRole('button', { name: 'Make the secret' }).click()
    await dialog().getByRole('button', { name: 'Copy' }).click()
    await dialog().getByText('Copied.').waitFor()
    const secret = await shown()
    expect(secret).toMatch(/^whsec_/)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
    await dialog().getByRole('button', { name: 'I have kept it' }).click()
    await expect.poll(() => dialog().count()).toBe(0)
    await button('Rotate the secret…').waitFor()
    expect(await page.content()).not.toContain(secret)

    await button('Send a test').click()
    await page.getByText('The receiver took the test and answered with 200.').waitFor()
    const [{ headers, body }] = got as [Got]
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    const signature = createHmac('sha256', key).update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    // The open form is as fresh as before, and saves.
    await page.locator('#field-topic').fill('weather')
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.locator('#action-save').click()
    expect((await saved).status()).toBe(200)
    await page.reload()
    await button('Rotate the secret…').waitFor({ timeout: 30_000 })
    expect(await page.content()).not.toContain(secret)
  })

  it('says in words what a receiver made of a test', async () => {
    status = 500
    await button('Send a test').click()
    await page.getByText('The receiver answered with 500.').waitFor()
    status = 200
  })

  it('sends everything once more from a row that there is', async () => {
    await button('Replay from…').click()
    await dialog().getByRole('spinbutton').fill('100000')
    await dialog().getByRole('button', { name: 'Send once more' }).click()
    await dialog().getByText('Give the number of a row of the ledger').waitFor()
    await dialog().getByRole('spinbutton').fill('1')
    await page.keyboard.press('Enter')
    await page.getByText('Everything from row 1 on is sent once more.').waitFor()
    await expect.poll(() => dialog().count()).toBe(0)
    expect(await page.locator('#field-cursor').inputValue()).toBe('0')
  })

  it('makes a key that opens the readers’ API, and the one before it stops', async () => {
    await page.goto(`${newsroom.url}/admin/collections/consumers/create`)
    await page.getByText('Save the consumer first').waitFor({ timeout: 30_000 })
    await whenAlive(page, '#field-name')
    await page.locator('#field-name').fill('An app')
    await save('consumers')
    const make = async (): Promise<string> => {
      await button('Make a new key…').click()
      await dialog().getByRole('button', { name: 'Make the key' }).click()
      await expect.poll(shown).toMatch(/^vb_live_/)
      const key = await shown()
      await page.keyboard.press('Escape')
      await expect.poll(() => dialog().count()).toBe(0)
      return key
    }
    await button('Make a new key…').waitFor({ timeout: 30_000 })
    const [first, second] = [await make(), await make()]
    const read = async (key: string) =>
      (await fetch(`${newsroom.url}/v1/articles`, { headers: { authorization: `Bearer ${key}` } }))
        .status
    expect([await read(first), await read(second)]).toEqual([401, 200])
    expect(await page.locator('#field-keyPrefix').inputValue()).toBe(second.slice(0, 12))
    expect(await page.content()).not.toContain(second)
  })
})
