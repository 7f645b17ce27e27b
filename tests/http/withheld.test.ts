/** Stories under embargo: for keys that were given them, word by word as approved, and for nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { restRoutes } from '#src/delivery/rest/restTarget.ts'
import { createWithheldReader } from '#src/ledger/withheldStore.ts'
import type { Json, Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

const CANARY = 'Zqxjvembargo'
const route = restRoutes.find(({ path }) => path === '/v1/withheld')

let room: RunningNewsroom
let admin: Person
let editor: Person
let chief: Person

beforeAll(async () => {
  room = await openServer()
  admin = await room.makeUser('admin')
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())

let consumers = 0
const makeKey = async (scopes: string[], sections: string[] = []): Promise<string> => {
  const data = { name: `Partner ${(consumers += 1)}`, scopes, sections }
  const { json } = await room.rest(admin, 'POST', '/api/consumers', data)
  return json.doc.key
}
const withheldKey = (sections: string[] = []) => makeKey(['embargoed-withheld'], sections)
const ask = (path: string, key: string | null) =>
  room.ask(path, { headers: key ? { authorization: `Bearer ${key}` } : {} })
const verb = (id: string, name: string, body: unknown = {}, who = editor) =>
  room.rest(who, 'POST', `/api/articles/${id}/${name}`, body)

const approved = async (data: Record<string, unknown> = {}): Promise<string> => {
  const { id } = await room.makeArticle({ embargoUntil: '2098-01-01T00:00:00.000Z', ...data })
  expect((await verb(id, 'approve')).status).toBe(200)
  return id
}
const listed = async (key: string, query = ''): Promise<Json> => {
  const answer = await ask(`/v1/withheld${query}`, key)
  expect(answer.status).toBe(200)
  return answer.json()
}
const idsOf = ({ data }: Json): string[] => data.map((one: { id: string }) => one.id)

it('are given as approved, marked, with the end of the embargo, and kept by no cache', async () => {
  const id = await approved({ headline: `${CANARY} held` })
  const answer = await ask('/v1/withheld', await withheldKey())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('vary')).toContain('Authorization')
  for (const name of ['etag', 'last-modified', 'surrogate-key', 'cache-tag']) {
    expect(answer.headers.get(name), name).toBeNull()
  }
  const body: Json = await answer.json()
  expect(route?.answers?.parse(body)).toEqual(body)
  expect(body.data.find((one: Json) => one.id === id)).toMatchObject({
    withheld: true,
    embargoUntil: '2098-01-01T00:00:00.000Z',
    headline: `${CANARY} held`,
  })
})

it('are refused to anybody else, and not a word of them is anywhere', async () => {
  const { json } = await room.rest(editor, 'GET', '/api/articles?limit=1&sort=-updatedAt')
  const [{ id, slug }] = json.docs
  const published = await makeKey(['published'])
  expect((await ask('/v1/withheld', null)).status).toBe(401)
  expect((await ask('/v1/withheld', null)).headers.get('www-authenticate')).toMatch(/^Bearer /)
  const refused = await ask('/v1/withheld', published)
  expect(refused.status).toBe(403)
  expect(refused.headers.get('content-type')).toContain('problem+json')
  expect(refused.headers.get('cache-control')).toContain('no-store')
  const query = encodeURIComponent('{ articles { nodes { id headline } } }')
  const paths = [
    ...restRoutes.map(({ path }) => path.replace(/\{\w+\}/, slug)),
    ...[`/v1/articles/${id}`, `/v1/search?q=${CANARY}`, `/v1/articles?q=${CANARY}`],
    ...['/', '/corrections', '/corrections.json', `/articles/${slug}`, `/graphql?query=${query}`],
    ...['/api/articles', `/api/articles/${id}`, '/api/reader-withheld', '/v1/withheld?first=1'],
  ]
  // A partner who may read it must warm nothing up for others.
  await listed(await withheldKey(), '?first=1')
  for (const path of paths) {
    for (const key of path.startsWith('/api') ? [null] : [null, published]) {
      const answer = await ask(path, key)
      expect(answer.status, path).toBeLessThan(500)
      const given = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
      // A problem may repeat what was searched for.
      expect(given.replaceAll(`q=${CANARY}`, ''), path).not.toMatch(new RegExp(CANARY, 'i'))
    }
  }
  // And that key alone opens nothing of what is published.
  expect((await ask('/v1/articles', await withheldKey())).status).toBe(403)
})

it('are narrowed to the sections of the key, by section and not by its slug', async () => {
  const [mine, other] = [await room.makeSection(), await room.makeSection()]
  const inMine = await approved({ section: mine.id })
  const inOther = await approved({ section: other.id })
  const key = await withheldKey([mine.id])
  expect(idsOf(await listed(key))).toEqual([inMine])
  const rename = (id: string, slug: string) =>
    room.rest(chief, 'PATCH', `/api/sections/${id}`, { slug })
  expect((await rename(mine.id, `${mine.slug}-moved`)).status).toBe(200)
  expect((await rename(other.id, mine.slug as string)).status).toBe(200)
  expect(idsOf(await listed(key))).toEqual([inMine])
  expect(idsOf(await listed(await withheldKey([other.id])))).toEqual([inOther])
})

it('come in pages, the embargo that ends first in front, and new ones move nothing', async () => {
  const section = await room.makeSection()
  const at = (day: number) => ({
    section: section.id,
    embargoUntil: `2097-01-0${day}T00:00:00.000Z`,
  })
  const [third, first, second] = [
    await approved(at(5)),
    await approved(at(2)),
    await approved(at(2)),
  ]
  const key = await withheldKey([section.id])
  const seen: string[] = []
  let path: string | null = '/v1/withheld?first=1'
  for (let round = 0; path && round < 9; round += 1) {
    const page: Json = await (await ask(path, key)).json()
    seen.push(...idsOf(page))
    if (round === 0) await approved(at(1))
    path = page.links.next?.replace(room.config.publicUrl, '') ?? null
  }
  expect(seen).toEqual([...[first, second].sort(), third])
  expect((await ask('/v1/withheld?first=0&section=x', key)).status).toBe(400)
})

it('are gone when the approval is void, the embargo is lifted or has ended, and when it is published', async () => {
  const section = await room.makeSection()
  const key = await withheldKey([section.id])
  const ids = async () => idsOf(await listed(key))
  const changed = await approved({ section: section.id })
  expect(await ids()).toEqual([changed])
  await room.rest(editor, 'PATCH', `/api/articles/${changed}?draft=true`, {
    headline: 'Other words',
  })
  expect(await ids()).toEqual([])
  const lifted = await approved({ section: section.id })
  expect(await ids()).toEqual([lifted])
  await verb(lifted, 'lift-embargo', { reason: 'The ministry published it.' }, chief)
  expect(await ids()).toEqual([])
  await approved({ section: section.id })
  const query = { sectionIds: [section.id], after: null, limit: 10 }
  const readAt = (time: string) =>
    createWithheldReader(room.payload.db, () => new Date(time)).list(query)
  expect(await readAt('2097-12-31T23:59:59.999Z')).toHaveLength(1)
  expect(await readAt('2098-01-01T00:00:00.000Z')).toEqual([])
})

it('never hold words that were changed after the approval, not even where an embargo came with them', async () => {
  const section = await room.makeSection()
  const { id } = await room.makeArticle({ section: section.id })
  await verb(id, 'approve')
  await verb(id, 'schedule', { at: '2096-01-01T00:00:00.000Z' })
  await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, {
    headline: 'Unapproved words',
    embargoUntil: '2095-01-01T00:00:00.000Z',
  })
  expect(JSON.stringify(await listed(await withheldKey([section.id])))).not.toContain('Unapproved')
})
