/** Pictures and previews: who gets them, and who may keep them. */
import { createHmac } from 'node:crypto'
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/factories.ts'
import type { Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let editor: Person
let other: Person

beforeAll(async () => {
  room = await openServer()
  editor = await room.makeUser('editor')
  other = await room.makeUser('editor')
})
afterAll(() => room.close())

const as = (who: Person | null) => (who ? { authorization: `JWT ${who.token}` } : {})

/** Without `fetch`, which asks for a fresh copy as soon as it is given a condition. */
const statusFor = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${room.origin}${path}`, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    }).once('error', reject)
  })

describe('a picture', () => {
  it('is the newsroom’s own until a live story carries it, all its sizes too', async () => {
    const image = await room.makeImage()
    const names = [image.filename, image.sizes?.thumbnail?.filename].filter(
      (name) => typeof name === 'string',
    )
    expect(names).not.toEqual([])
    for (const name of names) {
      for (const method of ['GET', 'HEAD']) {
        expect((await room.ask(`/media/${name}`, { method })).status).toBe(404)
        const mine = await room.ask(`/media/${name}`, { method, headers: as(editor) })
        expect(mine.status).toBe(200)
        expect(mine.headers.get('cache-control')).toBe('private, no-store')
        expect(mine.headers.get('content-type')).toBe('image/jpeg')
      }
    }
  })

  it('is everybody’s once it is published, and nobody’s any more when it is withdrawn', async () => {
    const image = await room.makeImage()
    const { id } = await room.makeArticle({ body: bodyOf({ images: [image.id] }) })
    const path = `/media/${image.filename}`
    await room.publish(id)
    const answer = await room.ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
    const head = await room.ask(path, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
    expect((await head.arrayBuffer()).byteLength).toBe(0)

    const etag = answer.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect(await statusFor(path, { 'if-none-match': etag })).toBe(304)
    expect(await statusFor(path, { 'if-none-match': '"other"' })).toBe(200)
    const part = await room.ask(path, { headers: { range: 'bytes=0-9' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 0-9/${bytes.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 10))
    expect((await room.ask(path, { headers: { range: 'bytes=99999999-' } })).status).toBe(416)

    await room.payload.update({
      collection: 'articles',
      id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    expect((await room.ask(path)).status).toBe(404)
    expect(await statusFor(path, { 'if-none-match': etag })).toBe(404)
  })

  it('is found by its name alone: nothing else in any folder is served', async () => {
    for (const name of [
      'nothing.jpg',
      '..%2fdata%2fsecrets.json',
      '%2e%2e%2fdata%2fverbatim.db',
      '.gitkeep',
    ]) {
      for (const who of [null, editor]) {
        const { status } = await room.ask(`/media/${name}`, { headers: as(who) })
        expect({ [name]: status }).toEqual({ [name]: 404 })
      }
    }
  })
})

describe('a preview', () => {
  const link = async (who: Person, id: string): Promise<string> => {
    const { previewUrl } = await import('#src/editorial/stories/preview.ts')
    const url = previewUrl({ id }, { user: { id: who.id } } as never)
    return new URL(url ?? '').pathname + new URL(url ?? '').search
  }

  it('shows the newest draft to the person the link was made for, and is kept by nobody', async () => {
    const { id } = await room.makeArticle({ headline: 'Published words' })
    await room.publish(id)
    await room.saveDraft(id, { headline: 'Words in the making' })
    const answer = await room.ask(await link(editor, id), { headers: as(editor) })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    const page = await answer.text()
    expect(page).toContain('Words in the making')
    expect(page).not.toContain('Published words')
  })

  it('is closed to everybody else: no login, another person, another story, an old or forged link', async () => {
    const [story, another] = [
      await room.makeArticle({ headline: 'Secret draft' }),
      await room.makeArticle(),
    ]
    const good = await link(editor, story.id)
    const signed = (expires: number, key: string) => {
      const signature = createHmac('sha256', key)
        .update(`${story.id}.${editor.id}.${expires}`)
        .digest('base64url')
      return `/preview/${story.id}?token=${expires}.${signature}`
    }
    const past = Date.now() - 1000
    const attempts: Record<string, [string, Person | null]> = {
      'no login': [good, null],
      'another person': [good, other],
      'another story': [(await link(editor, another.id)).replace(another.id, story.id), editor],
      'no token': [`/preview/${story.id}`, editor],
      'an expired link': [signed(past, room.config.previewSecret), editor],
      'a forged link': [signed(Date.now() + 60_000, 'x'.repeat(64)), editor],
      'a prolonged link': [good.replace(/token=\d+/, `token=${Date.now() + 9e9}`), editor],
      'an empty signature': [good.replace(/\.[^.]*$/, '.'), editor],
    }
    for (const [name, [path, who]] of Object.entries(attempts)) {
      const answer = await room.ask(path, { headers: as(who) })
      expect({ [name]: answer.status }).toEqual({ [name]: 403 })
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(await answer.text()).not.toContain('Secret draft')
    }
    // The token that was expired is good in form: the same one with time left opens the story.
    const fresh = await room.ask(signed(Date.now() + 60_000, room.config.previewSecret), {
      headers: as(editor),
    })
    expect(fresh.status).toBe(200)
  })
})
