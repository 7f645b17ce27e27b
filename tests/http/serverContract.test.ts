/** What the server promises at its edge, whatever stands behind: methods, cookies, limits, origins, caches. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let editor: Person

beforeAll(async () => {
  room = await openServer({ PUBLIC_URL: 'https://cms.example.org' })
  editor = await room.makeUser('editor')
})
afterAll(() => room.close())

const json = { 'content-type': 'application/json' }
const own = 'https://cms.example.org'
const login = () =>
  room.ask('/api/users/login', {
    method: 'POST',
    headers: { ...json, origin: own },
    body: JSON.stringify({ email: editor.email, password: editor.password }),
  })
const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const me = async (headers: Record<string, string>) =>
  ((await (await room.ask('/api/users/me', { headers })).json()) as { user: { id: string } | null })
    .user?.id ?? null

describe('methods', () => {
  it('answers HEAD as GET, without the body', async () => {
    for (const path of ['/api/articles', '/api/users/me', '/healthz', '/readyz']) {
      const [get, head] = [await room.ask(path), await room.ask(path, { method: 'HEAD' })]
      expect({ [path]: head.status }).toEqual({ [path]: get.status })
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
      expect(await head.text()).toBe('')
    }
  })

  it('lets a read be sent as POST, for filters that are too long for an address', async () => {
    const answer = await room.ask('/api/articles', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
      body: 'limit=1&depth=0',
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ docs: [], limit: 1 })
  })
})

describe('cookies', () => {
  it('sets one header per cookie, secure behind https', async () => {
    const answer = await login()
    expect(answer.status).toBe(200)
    const cookies = answer.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^payload-token=/)
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
      expect(cookies[0]).toContain(attribute)
    }
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  })

  it('count from our own pages only', async () => {
    const cookie = cookieOf(await login())
    expect(await me({ cookie, origin: own })).toBe(editor.id)
    expect(await me({ cookie, 'sec-fetch-site': 'same-origin' })).toBe(editor.id)
    expect(await me({ cookie, origin: 'https://evil.example' })).toBeNull()
    expect(await me({ cookie, origin: 'null' })).toBeNull()
    expect(await me({ cookie, 'sec-fetch-site': 'cross-site' })).toBeNull()
    expect(await me({ cookie })).toBeNull()
  })

  it('change nothing when another site sends them', async () => {
    const cookie = cookieOf(await login())
    const answer = await room.ask('/api/articles?draft=true', {
      method: 'POST',
      headers: { ...json, cookie, origin: 'https://evil.example' },
      body: JSON.stringify({ headline: 'Forged' }),
    })
    expect(answer.status).toBe(403)
    const { totalDocs } = await room.payload.count({ collection: 'articles', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })
})

describe('other origins', () => {
  it('are told only about our own, and caches that it depends', async () => {
    const answers = {
      ours: await room.ask('/api/articles', { headers: { origin: own } }),
      theirs: await room.ask('/api/articles', { headers: { origin: 'https://evil.example' } }),
      none: await room.ask('/api/articles'),
    }
    expect(answers.ours.headers.get('access-control-allow-origin')).toBe(own)
    expect(answers.theirs.headers.get('access-control-allow-origin')).toBeNull()
    expect(answers.none.headers.get('access-control-allow-origin')).toBeNull()
    for (const answer of Object.values(answers))
      expect(answer.headers.get('vary')).toMatch(/origin/i)
  })

  it('answers a preflight', async () => {
    const answer = await room.ask('/api/articles', {
      method: 'OPTIONS',
      headers: { origin: own, 'access-control-request-method': 'PATCH' },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH')
  })
})

describe('caches', () => {
  it('keep nothing that a signed-in person was told', async () => {
    const cookie = cookieOf(await login())
    for (const headers of [{ authorization: `JWT ${editor.token}` }, { cookie, origin: own }]) {
      for (const path of [
        '/api/articles',
        '/api/users/me',
        '/api/access',
        '/api/graphql?query={Articles{totalDocs}}',
      ]) {
        const answer = await room.ask(path, { headers })
        expect({ [path]: answer.headers.get('cache-control') }).toEqual({
          [path]: 'private, no-store',
        })
      }
    }
    expect((await login()).headers.get('cache-control') ?? '').not.toMatch(/public|max-age/)
  })
})

describe('limits', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = json) =>
    room.ask(path, {
      method: 'POST',
      headers: { authorization: `JWT ${editor.token}`, ...headers },
      body,
    })
  const large = JSON.stringify({ headline: 'x'.repeat(10 * 1024 * 1024) })

  it('refuses 10 MB of JSON in words, and saves nothing', async () => {
    for (const path of ['/api/articles', '/api/graphql']) {
      const answer = await post(path, large)
      expect(answer.status).toBe(413)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(await answer.json()).toMatchObject({
        status: 413,
        detail: 'The request is larger than 8 MB. Nothing was saved; send less at once.',
      })
    }
  })

  it('counts what comes without a length, too', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024))
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 12) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const answer = await room
      .ask('/api/articles', {
        method: 'POST',
        headers: { ...json, authorization: `JWT ${editor.token}` },
        body,
        duplex: 'half',
      } as RequestInit)
      // The server may hang up before the last of it is sent.
      .catch(() => null)
    expect(answer?.status ?? 413).toBe(413)
    expect(
      (await room.payload.count({ collection: 'articles', overrideAccess: true })).totalDocs,
    ).toBe(0)
  })

  it('refuses an upload that is too large', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'Large', rightsCategory: 'staff' }))
    form.set(
      'file',
      new Blob([new Uint8Array(53 * 1024 * 1024)], { type: 'image/jpeg' }),
      'large.jpg',
    )
    const answer = await post('/api/images', form, {})
    expect(answer.status).toBe(413)
    expect(await answer.text()).toMatch(/larger than 5\d MB/)
    expect(
      (await room.payload.count({ collection: 'images', overrideAccess: true })).totalDocs,
    ).toBe(0)
  })

  it('refuses what is malformed with 400, never 500', async () => {
    const attempts: [string, BodyInit, Record<string, string>][] = [
      ['/api/articles', '{"headline": ', json],
      ['/api/articles', '[]', json],
      ['/api/articles', '"text"', json],
      ['/api/articles', 'null', json],
      ['/api/users/login', '{', json],
      ['/api/graphql', '{"query": ', json],
      ['/api/graphql', '{"query": 5}', json],
      ['/api/images', 'no form', { 'content-type': 'multipart/form-data; boundary=x' }],
      ['/api/images', 'no form', { 'content-type': 'multipart/form-data' }],
    ]
    for (const [path, body, headers] of attempts) {
      const { status } = await post(path, body, headers)
      const name = `${path} ${JSON.stringify(body)}`
      expect({ [name]: status >= 400 && status < 500 ? 'refused' : status }).toEqual({
        [name]: 'refused',
      })
    }
  })

  it('refuses malformed addresses with 400 or 404, never 500', async () => {
    for (const path of [
      '/api/articles/%E0%A4%A',
      '/media/%E0%A4%A',
      '/api/articles?where[headline][nonsense]=x',
      '/api/articles?where[nothing][equals]=x',
      '/api/articles?sort=nothing&depth=abc&limit=-5&page=99999999999',
      `/api/articles/${'x'.repeat(3000)}`,
      '/api/articles/%00',
      '/media/..%2f..%2fverbatim.db',
      '/media/%2e%2e/data/verbatim.db',
      '/api/nothing',
      '/preview/x?token[]=a',
    ]) {
      const { status } = await room.ask(path)
      expect({ [path]: status < 500 ? 'fine' : status }).toEqual({ [path]: 'fine' })
    }
  })
})

describe('health', () => {
  it('says that it lives and that the database answers', async () => {
    for (const [path, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const answer = await room.ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.json()).toEqual({ status })
    }
  })
})

describe('what is not there', () => {
  it('is said as problem details, and names no inner thing', async () => {
    const answer = await room.ask('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is no /nowhere.',
    })
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})
