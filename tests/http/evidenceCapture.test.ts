/** Capturing cited pages: what is kept, and what is never fetched. The pages come from receivers of our own. */
import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setConfig } from '#src/config.ts'
import { captureEvidence } from '#src/editorial/evidence/captureEvidence.ts'
import { fetchPage } from '#src/editorial/evidence/fetchPage.ts'
import { makePdf } from '#tests/fixtures/evidence/pdf.ts'
import { userOf } from '#tests/support/factories.ts'
import type { Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let reporter: Person
let admin: Person
let server: Server
let site: string
/** What was asked of the receiver, and with which headers. */
const asked: { url: string; headers: Record<string, unknown> }[] = []

const PAGE =
  '<html><head><title>The answer</title></head><body><p>No ship leaves.</p></body></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }

const pages: Record<string, RequestListener> = {
  '/page': (_, res) => res.writeHead(200, html).end(PAGE),
  '/gzip': (_, res) =>
    res.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/br': (_, res) =>
    res.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync(PAGE)),
  '/latin': (_, res) =>
    res
      .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      .end(Buffer.from('<p>Gr\u00fc\u00dfe</p>', 'latin1')),
  '/pdf': (_, res) =>
    res
      .writeHead(200, { 'content-type': 'application/pdf' })
      .end(makePdf([['Enough words for a page.']])),
  '/moved': (_, res) => res.writeHead(302, { location: '/page?from=moved#top' }).end(),
  '/circle': (_, res) => res.writeHead(302, { location: '/circle' }).end(),
  '/to-private': (_, res) => res.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
  '/to-metadata': (_, res) =>
    res.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-six': (_, res) => res.writeHead(302, { location: 'http://[::1]:1/' }).end(),
  '/to-file': (_, res) => res.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-login': (_, res) => res.writeHead(302, { location: 'http://me:secret@example.org/' }).end(),
  '/gone': (_, res) => res.writeHead(404, html).end('gone'),
  '/picture': (_, res) => res.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/odd': (_, res) => res.writeHead(200, { ...html, 'content-encoding': 'zstd' }).end('x'),
  '/said-large': (_, res) => res.writeHead(200, { ...html, 'content-length': 99_000_000 }).end(),
  '/large': (_, res) => {
    res.writeHead(200, html)
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const more = (): void => {
      if (!res.destroyed) res.write(chunk, more)
    }
    more()
  },
  '/bomb': (_, res) =>
    res
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(12 * 1024 * 1024, 'x'))),
  '/slow': (_, res) => {
    res.writeHead(200, html)
    res.write('<p>begins, and never ends')
  },
  '/silent': () => undefined,
}

beforeAll(async () => {
  room = await openServer({ EVIDENCE_FETCH: '1' })
  reporter = await room.makeUser('reporter')
  admin = await room.makeUser('admin')
  server = createServer((req, res) => {
    asked.push({ url: req.url ?? '', headers: req.headers })
    const page = pages[new URL(req.url ?? '/', 'http://x').pathname]
    if (page) page(req, res)
    else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await room.close()
})

/** The receiver stands on a private address: these tests alone may ask it. */
const allowed = { allowAddresses: ['127.0.0.1'] }

const reqOf = async (who: Person): Promise<PayloadRequest> =>
  createLocalReq({ user: userOf(who) }, room.payload)

const capture = (who: Person | null, body: unknown) =>
  room.ask('/api/evidence/capture', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(who ? { authorization: `JWT ${who.token}` } : {}),
    },
    body: JSON.stringify(body),
  })

describe('a captured page', () => {
  it('is kept with its bytes, its words, both hashes, its final address and its title', async () => {
    const source = await room.makeSource({ kind: 'publication' })
    const before = Date.now()
    const evidence = await captureEvidence(
      await reqOf(reporter),
      { url: `${site}/moved`, source: source.id },
      allowed,
    )
    expect(evidence).toMatchObject({
      title: 'The answer',
      kind: 'html',
      text: 'No ship leaves.',
      url: `${site}/page?from=moved`,
      source: source.id,
      createdBy: reporter.id,
    })
    expect(Date.parse(evidence.capturedAt)).toBeGreaterThanOrEqual(before - 1000)
    const file = await room.payload.findByID({
      collection: 'evidence-files',
      id: evidence.original as string,
      overrideAccess: true,
    })
    expect(file.sha256).toBe(createHash('sha256').update(PAGE).digest('hex'))
    expect(file.filename).toMatch(/^127\.0\.0\.1-page.*\.html$/)
  })

  it('sends neither cookies nor logins, and says who asks', () => {
    const headers = asked.find(({ url }) => url.startsWith('/page'))?.headers ?? {}
    expect(headers['user-agent']).toMatch(/^Verbatim/)
    for (const name of ['cookie', 'authorization', 'referer'])
      expect(headers).not.toHaveProperty(name)
  })

  it.each(['/gzip', '/br'])('is unpacked: %s', async (path) => {
    const { bytes } = await fetchPage(`${site}${path}`, allowed)
    expect(bytes.toString()).toBe(PAGE)
  })

  it('may be a PDF, or in the charset that its server names', async () => {
    const req = await reqOf(reporter)
    expect(
      await captureEvidence(req, { url: `${site}/pdf`, title: 'A paper' }, allowed),
    ).toMatchObject({
      kind: 'pdf',
      title: 'A paper',
      text: 'Enough words for a page.',
    })
    const latin = await captureEvidence(
      await reqOf(reporter),
      { url: `${site}/latin`, title: 'x' },
      allowed,
    )
    expect(latin.text).toBe('Grüße')
  })

  it('leaves nothing when it cannot be kept', async () => {
    const count = () => room.payload.count({ collection: 'evidence-files', overrideAccess: true })
    const before = await count()
    const url = `${site}/page`
    await expect(
      captureEvidence(await reqOf(reporter), { url, source: 'no-such-source' }, allowed),
    ).rejects.toThrow()
    expect(await count()).toEqual(before)
  })
})

describe('is never fetched', () => {
  it.each([
    ['the server itself', () => `http://127.0.0.1:${room.config.port}/api/users`],
    ['a loopback address', () => `${site}/page`],
    ['a name that leads there', () => `${site.replace('127.0.0.1', 'localhost')}/page`],
    ['the same in another notation', () => `${site.replace('127.0.0.1', '2130706433')}/page`],
    ['the same in IPv6', () => `${site.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/page`],
    ['a private network', () => 'http://192.168.0.1/'],
    ['a link-local address', () => 'http://169.254.169.254/latest/meta-data/'],
    ['no address at all', () => 'http://0.0.0.0/'],
    ['a private network by https', () => 'https://10.0.0.1/'],
  ])('%s', async (_, url) => {
    const before = asked.length
    const answer = await capture(reporter, { url: url() })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('private network')
    expect(asked).toHaveLength(before)
  })

  it.each([
    ['/to-private', 'not-allowed', /private network/],
    ['/to-metadata', 'not-allowed', /private network/],
    ['/to-six', 'not-allowed', /private network/],
    ['/to-file', 'bad-request', /http and https only, not by “file:”/],
    ['/to-login', 'bad-request', /holds a login/],
    ['/circle', 'unprocessable', /redirects more than 5 times/],
  ])('what a redirect leads to: %s', async (path, code, message) => {
    await expect(fetchPage(`${site}${path}`, allowed)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
  })

  it.each([
    ['file:///etc/passwd', 'http and https only'],
    ['ftp://example.org/a', 'http and https only'],
    ['data:text/html,hi', 'http and https only'],
    ['http://me:secret@example.org/', 'holds a login'],
    ['not an address', 'no address of a page'],
  ])('%s', async (url, words) => {
    const answer = await capture(reporter, { url })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words)
  })
})

describe('is given up, in words', () => {
  it.each([
    ['/gone', 'unprocessable', /answered with 404/],
    ['/picture', 'unsupported-type', /leads to image\/png/],
    ['/odd', 'unprocessable', /packed as “zstd”/],
    ['/said-large', 'too-large', /larger than 10 MB/],
    ['/large', 'too-large', /larger than 10 MB/],
    ['/bomb', 'too-large', /larger than 10 MB/],
  ])('%s', async (path, code, message) => {
    await expect(fetchPage(`${site}${path}`, allowed)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
  })

  it.each(['/slow', '/silent'])('a page that does not end: %s', async (path) => {
    await expect(fetchPage(`${site}${path}`, { ...allowed, timeoutMs: 300 })).rejects.toMatchObject(
      {
        code: 'unprocessable',
        message: expect.stringMatching(/took longer/) as string,
      },
    )
  })

  it('where nobody answers', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    await expect(fetchPage(`http://127.0.0.1:${port}/`, allowed)).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringMatching(/ECONNREFUSED/) as string,
    })
  })
})

describe('the endpoint', () => {
  it('is for the newsroom alone, and says what it wants', async () => {
    expect((await capture(null, { url: `${site}/page` })).status).toBe(401)
    expect((await capture(admin, { url: `${site}/page` })).status).toBe(403)
    for (const bad of [
      {},
      { url: 7 },
      { url: 'https://x.example', allowAddresses: ['127.0.0.1'] },
    ]) {
      expect((await capture(reporter, bad)).status).toBe(400)
    }
  })

  it('fetches nothing unless the newsroom has said so', async () => {
    setConfig({ ...room.config, evidenceFetch: false })
    try {
      const answer = await capture(reporter, { url: 'https://example.org/' })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('EVIDENCE_FETCH=1')
    } finally {
      setConfig(room.config)
    }
  })
})

describe('an original', () => {
  it('is the newsroom’s own, is saved and never opened, and is no picture', async () => {
    const { json } = await (async () => {
      const form = new FormData()
      form.append(
        'file',
        new Blob(['<script>alert(1)</script><p>Words.</p>'], { type: 'text/html' }),
        'evil.html',
      )
      return room.rest(reporter, 'POST', '/api/evidence-files', form)
    })()
    const { filename, url } = json.doc as { filename: string; url: string }
    const path = `/api/evidence-files/file/${filename}`
    expect(url).toContain(path)
    const as = { headers: { authorization: `JWT ${reporter.token}` } }
    expect([401, 403]).toContain((await room.ask(path)).status)
    for (const extra of [{}, { range: 'bytes=0-9' }]) {
      const answer = await room.ask(path, { headers: { ...as.headers, ...extra } })
      expect([200, 206]).toContain(answer.status)
      expect(answer.headers.get('content-disposition')).toBe('attachment')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }
    for (const init of [{}, as]) {
      expect((await room.ask(`/media/${filename}`, init)).status).toBe(404)
      expect([401, 403, 404]).toContain(
        (await room.ask(`/api/images/file/${filename}`, init)).status,
      )
    }
  })
})
