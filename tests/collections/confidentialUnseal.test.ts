/** Who may read an identity, what is recorded of it, and what happens to it when keys change. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getConfig, setConfig } from '#src/config.ts'
import { keyId, seal, sealedWith } from '#src/editorial/sources/sealIdentity.ts'
import { listSealingKeys, resealIdentities } from '#src/editorial/sources/sealingKeys.ts'
import { addSealingKey, dropSealingKey, secretsFile } from '#src/secrets.ts'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

const IDENTITY = 'Maren Voss, clerk of the committee'
const REASON = 'The lawyers asked whether the source exists.'

let room: Newsroom
let chief: Person
let editor: Person
let reporter: Person
let admin: Person
let id: string

beforeAll(async () => {
  room = await openNewsroom()
  chief = await room.makeUser('chief')
  editor = await room.makeUser('editor')
  reporter = await room.makeUser('reporter')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())

const makeSource = async (data: Record<string, unknown> = {}): Promise<string> =>
  (
    await room.makeSource({
      name: 'The committee clerk',
      isConfidential: true,
      publicDescription: 'a person close to the committee',
      identity: IDENTITY,
      ...data,
    })
  ).id

beforeEach(async () => {
  id = await makeSource()
})

const unseal = (who: Person | null, reason: unknown = REASON, source = id) =>
  room.rest(who, 'POST', `/api/sources/${source}/unseal`, { reason })

const recorded = async (source = id): Promise<Json[]> =>
  (await room.rest(chief, 'GET', `/api/activity?where[subjectId][equals]=${source}&sort=at`)).json
    .docs as Json[]

const stored = async (source: string): Promise<string> => {
  const { identity } = await room.payload.findByID({
    collection: 'sources',
    id: source,
    depth: 0,
    overrideAccess: true,
  })
  return identity ?? ''
}

describe('an identity', () => {
  it('is read by a chief with a reason; who, what and why are recorded, and not the identity', async () => {
    const { status, json, headers } = await unseal(chief)
    expect({ status, json }).toEqual({ status: 200, json: { identity: IDENTITY } })
    expect(headers.get('cache-control')).toBe('no-store')
    const rows = await recorded()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      verb: 'unseal',
      summary: 'Read the identity of “The committee clerk”',
      actorId: chief.id,
      actorName: chief.name,
      subjectCollection: 'sources',
      reason: REASON,
    })
    expect(JSON.stringify(rows)).not.toContain('Maren')
  })

  it('is refused to everybody else, administrators too, and the try is recorded', async () => {
    for (const who of [editor, reporter, admin]) {
      const { status, text } = await unseal(who)
      expect({ who: who.role, status }).toEqual({ who: who.role, status: 403 })
      expect(text).not.toContain('Maren')
    }
    expect((await unseal(null)).status).toBe(401)
    const rows = await recorded()
    expect(rows.map(({ verb, actorId }: Json) => [verb, actorId] as unknown)).toEqual([
      ['unseal refused', editor.id],
      ['unseal refused', reporter.id],
      ['unseal refused', admin.id],
    ])
  })

  it('is read by who is named on the source, on that source alone', async () => {
    const named = await makeSource({ mayUnseal: [reporter.id] })
    expect((await unseal(reporter, REASON, named)).json).toEqual({ identity: IDENTITY })
    expect((await unseal(reporter)).status).toBe(403)
  })

  it('is not read without a reason of ten characters, nor with its name in the reason', async () => {
    for (const reason of [null, '', 'because', 12345678901, ' '.repeat(20), 'x'.repeat(1001)]) {
      expect((await unseal(chief, reason)).status).toBe(400)
    }
    const naming = await unseal(chief, `Is it ${IDENTITY.toUpperCase()}, as they say?`)
    expect(naming.status).toBe(400)
    expect(await recorded()).toEqual([])
  })

  it('that is not kept, or of a source that is not there, is a 404', async () => {
    const bare = await makeSource({ identity: null })
    expect((await unseal(chief, REASON, bare)).status).toBe(404)
    expect((await unseal(chief, REASON, '00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  it('is not given when it cannot be recorded', async () => {
    const { create } = room.payload
    room.payload.create = () => Promise.reject(new Error('no room'))
    try {
      const { status, text } = await unseal(chief)
      expect(status).toBe(500)
      expect(text).not.toContain('Maren')
    } finally {
      room.payload.create = create
    }
  })

  it('tells who asks whether there is something for them to read', async () => {
    const ask = async (who: Person | null, source = id) =>
      (await room.rest(who, 'GET', `/api/sources/${source}/unseal`)).json
    expect(await ask(chief)).toEqual({ mayUnseal: true, isKept: true })
    expect(await ask(editor)).toEqual({ mayUnseal: false, isKept: true })
    expect(await ask(chief, await makeSource({ identity: null }))).toMatchObject({ isKept: false })
    expect((await ask(null)).identity).toBeUndefined()
  })

  it('sealed with a key that is not known says which key, and what to do', async () => {
    const lost = 'ab'.repeat(32)
    const strange = await makeSource({ identity: seal(IDENTITY, lost) })
    const { status, json } = await unseal(chief, REASON, strange)
    expect(status).toBe(422)
    expect(json.errors[0].message).toContain(`key ${keyId(lost)}`)
    expect(json.errors[0].message).toContain('SEALING_KEY_OLD')
    expect(await recorded(strange)).toEqual([])
    await room.payload.delete({ collection: 'sources', id: strange, overrideAccess: true })
  })
})

describe('who may read it, and who approved it, is set by chiefs alone', () => {
  const fields = () => ({ mayUnseal: [reporter.id], approvedBy: chief.id })
  const kept = async (source: string) => {
    const { mayUnseal, approvedBy } = await room.payload.findByID({
      collection: 'sources',
      id: source,
      depth: 0,
      overrideAccess: true,
    })
    return { mayUnseal: mayUnseal ?? [], approvedBy: approvedBy ?? null }
  }
  const nothing = { mayUnseal: [], approvedBy: null }

  it('over REST', async () => {
    const body = {
      kind: 'person',
      name: 'A clerk',
      isConfidential: true,
      publicDescription: 'a clerk',
      ...fields(),
    }
    const made = await room.rest(reporter, 'POST', '/api/sources', body)
    expect(made.status).toBe(201)
    expect(await kept(made.json.doc.id as string)).toEqual(nothing)
    for (const who of [reporter, editor]) {
      await room.rest(who, 'PATCH', `/api/sources/${id}`, fields())
      expect(await kept(id)).toEqual(nothing)
    }
    await room.rest(chief, 'PATCH', `/api/sources/${id}`, fields())
    expect(await kept(id)).toEqual(fields())
  })

  it('over GraphQL', async () => {
    const mutation = `mutation($id: String!, $data: mutationSourceUpdateInput!) {
      updateSource(id: $id, data: $data) { id } }`
    for (const who of [reporter, editor]) {
      await room.graphql(who, mutation, { id, data: fields() })
      expect(await kept(id)).toEqual(nothing)
    }
    const set = await room.graphql(chief, mutation, { id, data: fields() })
    expect(set.json.errors).toBeUndefined()
    expect(await kept(id)).toEqual(fields())
  })

  it('and the approver must be a chief', async () => {
    const { status, text } = await room.rest(chief, 'PATCH', `/api/sources/${id}`, {
      approvedBy: editor.id,
    })
    expect(status).toBe(400)
    expect(text).toContain('approvedBy')
    expect(await kept(id)).toEqual(nothing)
  })
})

describe('rotating the key', () => {
  const keys = async () => {
    const list = await listSealingKeys(room.payload)
    return { list, seals: list.find(({ state }) => state === 'seals')!.id }
  }

  it('seals every identity anew, while they can be read all the time', async () => {
    const others = [await makeSource(), await makeSource({ identity: 'Jo Ng' })]
    const before = (await keys()).seals
    addSealingKey(room.config.dataDir)
    // What a running server sealed a moment ago is still read by it, and by anybody else.
    expect((await unseal(chief)).json).toEqual({ identity: IDENTITY })
    const fresh = await makeSource()
    const { seals } = await keys()
    expect(sealedWith(await stored(fresh))).toBe(seals)
    expect(seals).not.toBe(before)

    const { resealed, failed } = await resealIdentities(room.payload)
    expect(failed).toEqual([])
    expect(resealed).toBeGreaterThanOrEqual(3)
    for (const source of [id, ...others, fresh]) {
      expect(sealedWith(await stored(source))).toBe(seals)
    }
    expect((await unseal(chief, REASON, others[1])).json).toEqual({ identity: 'Jo Ng' })
    expect((await keys()).list).toEqual([
      { id: seals, state: 'seals', identities: expect.any(Number) as number, secrets: 0 },
      { id: before, state: 'opens', identities: 0, secrets: 0 },
    ])
    const { json } = await room.rest(chief, 'GET', '/api/activity?where[verb][equals]=rotate key')
    expect(json.docs[0].summary).toBe(`Sealed ${resealed} identities and secrets with key ${seals}`)
    expect((await resealIdentities(room.payload)).resealed).toBe(0)
  })

  it('leaves alone what cannot be opened, says so, and goes on', async () => {
    const lost = 'cd'.repeat(32)
    const strange = await makeSource({ identity: seal(IDENTITY, lost) })
    const blob = await stored(strange)
    addSealingKey(room.config.dataDir)
    const { resealed, failed } = await resealIdentities(room.payload)
    expect(failed.map(({ id }) => id)).toEqual([strange])
    expect(failed[0]?.message).toContain(keyId(lost))
    expect(resealed).toBeGreaterThan(0)
    expect(await stored(strange)).toBe(blob)
    const unknown = (await keys()).list.filter(({ state }) => state === 'unknown')
    expect(unknown).toEqual([{ id: keyId(lost), state: 'unknown', identities: 1, secrets: 0 }])

    // The key comes back, and the next run finishes.
    const config = getConfig()
    setConfig({ ...config, sealingKeysOld: [...config.sealingKeysOld, lost] })
    expect((await resealIdentities(room.payload)).resealed).toBe(1)
    expect((await unseal(chief, REASON, strange)).json).toEqual({ identity: IDENTITY })
    setConfig(config)
  })

  it('touches nothing else of the source', async () => {
    const source = await makeSource({
      mayUnseal: [reporter.id],
      approvedBy: chief.id,
      role: 'Clerk',
    })
    const whole = async () => {
      const doc = await room.payload.findByID({
        collection: 'sources',
        id: source,
        depth: 0,
        overrideAccess: true,
      })
      return { ...doc, identity: null, updatedAt: null }
    }
    const before = await whole()
    addSealingKey(room.config.dataDir)
    await resealIdentities(room.payload)
    expect(await whole()).toEqual(before)
  })

  it('keeps earlier keys in the file of secrets, until one is dropped', () => {
    const file = secretsFile(room.config.dataDir)
    const read = () => JSON.parse(readFileSync(file, 'utf8'))
    const { before } = addSealingKey(room.config.dataDir)
    expect(read().previousSealingKeys[0]).toBe(before)
    expect(read().payloadSecret).toBe(room.config.payloadSecret)
    dropSealingKey(room.config.dataDir, before)
    expect(read().previousSealingKeys).not.toContain(before)
    const { sealingKey } = read()
    dropSealingKey(room.config.dataDir, sealingKey as string)
    expect(read().sealingKey).toBe(sealingKey)
  })

  it('by two at once would lose a key: the second is turned away', () => {
    const lock = `${secretsFile(room.config.dataDir)}.lock`
    writeFileSync(lock, '')
    expect(() => addSealingKey(room.config.dataDir)).toThrow(path.basename(lock))
  })
})
