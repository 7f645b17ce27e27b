/** Keys of consumers, from the administrator who makes one to the reader side that takes it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '#tests/support/newsroom.ts'
import { openServer, type RunningNewsroom } from '#tests/support/server.ts'

let room: RunningNewsroom
let admin: Person
let chief: Person

beforeAll(async () => {
  room = await openServer()
  admin = await room.makeUser('admin')
  chief = await room.makeUser('chief')
})
afterAll(() => room.close())

const read = async (key: string): Promise<number> =>
  (await room.ask('/v1/articles', { headers: { authorization: `Bearer ${key}` } })).status

it('shows a key once, keeps a hash of it, and takes it until it is revoked or deleted', async () => {
  const made = await room.rest(admin, 'POST', '/api/consumers', { name: 'App' })
  const { id, key, keyPrefix } = made.json.doc
  expect(made.status).toBe(201)
  expect(key).toMatch(/^vb_live_\w{46}$/)
  expect(key.startsWith(keyPrefix)).toBe(true)
  expect(await read(key)).toBe(200)
  const again = await room.rest(admin, 'GET', `/api/consumers/${id}`)
  expect(again.text).not.toContain(key)
  expect(again.text).not.toMatch(/keyHash/)
  const { docs } = await room.payload.find({ collection: 'activity', overrideAccess: true })
  expect(JSON.stringify(docs)).toContain('Make key of “App”')
  expect(JSON.stringify(docs)).not.toContain(key)

  const revoke = (isRevoked: boolean) =>
    room.rest(admin, 'PATCH', `/api/consumers/${id}`, { isRevoked })
  await revoke(true)
  expect(await read(key)).toBe(401)
  await revoke(false)
  expect(await read(key)).toBe(200)
  await room.rest(admin, 'DELETE', `/api/consumers/${id}`)
  expect(await read(key)).toBe(401)
})

it('makes another key for an administrator alone, and the old one stops', async () => {
  const { doc } = (await room.rest(admin, 'POST', '/api/consumers', { name: 'Partner' })).json
  expect((await room.rest(chief, 'POST', `/api/consumers/${doc.id}/renew`)).status).toBe(403)
  expect((await room.rest(null, 'POST', `/api/consumers/${doc.id}/renew`)).status).toBe(401)
  const renewed = await room.rest(admin, 'POST', `/api/consumers/${doc.id}/renew`)
  expect(renewed.status).toBe(200)
  expect(renewed.headers.get('cache-control')).toBe('no-store')
  expect(await read(doc.key)).toBe(401)
  expect(await read(renewed.json.key)).toBe(200)
})

it('puts each change of what a key opens on record, and nothing when only its contact changed', async () => {
  const section = await room.makeSection()
  const { doc } = (await room.rest(admin, 'POST', '/api/consumers', { name: 'Watched' })).json
  const change = (data: object) => room.rest(admin, 'PATCH', `/api/consumers/${doc.id}`, data)
  await change({ contact: 'desk@partner.example' })
  await change({ ratePerMinute: 60, expiresAt: '2031-01-01T00:00:00.000Z' })
  await change({ sections: [section.id], isRevoked: true })
  await change({ isRevoked: false })
  await room.rest(admin, 'DELETE', `/api/consumers/${doc.id}`)
  const { docs } = await room.payload.find({
    collection: 'activity',
    where: { subjectId: { equals: doc.id } },
    sort: 'at',
    pagination: false,
    overrideAccess: true,
  })
  expect(docs.map(({ summary }) => summary)).toEqual([
    'Make key of “Watched”',
    'Change key of “Watched”: requests each minute as the server says → 60, expires never → 2031-01-01T00:00:00.000Z',
    'Revoke key of “Watched”',
    `Change key of “Watched”: sections all → ${section.name}`,
    'Restore key of “Watched”',
    'Deleted api consumer “Watched”',
  ])
})

it('narrows to sections, which cannot be deleted from under the key', async () => {
  const section = await room.payload.create({
    collection: 'sections',
    data: { name: 'Nowhere' },
    depth: 0,
    overrideAccess: true,
  })
  const article = await room.makeArticle()
  await room.publish(article.id)
  const { doc } = (
    await room.rest(admin, 'POST', '/api/consumers', { name: 'Narrow', sections: [section.id] })
  ).json
  const list = await room.ask('/v1/articles', { headers: { authorization: `Bearer ${doc.key}` } })
  expect(await list.json()).toMatchObject({ data: [] })
  expect(await (await room.ask('/v1/articles')).json()).toMatchObject({
    data: [{ id: article.id }],
  })
  expect((await room.rest(chief, 'DELETE', `/api/sections/${section.id}`)).status).toBe(409)
})

it('writes down later when a key was last used, and nothing else of the consumer', async () => {
  const { createKeyStore } = await import('#src/ledger/keyStore.ts')
  const { doc } = (
    await room.rest(admin, 'POST', '/api/consumers', {
      name: 'Used',
      scopes: ['published', 'embargoed-withheld'],
    })
  ).json
  const keys = createKeyStore(room.payload.db, { mayWrite: true })
  keys.used(doc.id, '2026-05-01T10:00:00.000Z')
  await keys.close()
  const after = (await room.rest(admin, 'GET', `/api/consumers/${doc.id}`)).json
  expect(after).toMatchObject({
    lastUsedAt: '2026-05-01T10:00:00.000Z',
    scopes: ['published', 'embargoed-withheld'],
    name: 'Used',
  })
  expect(await read(doc.key)).toBe(200)
})
