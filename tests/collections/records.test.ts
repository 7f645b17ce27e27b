/** Records that stories are made of: addresses, what is kept of speakers, evidence, identities, pictures. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, jpeg } from '#tests/support/factories.ts'
import { openNewsroom, type Answer, type Newsroom, type Person } from '#tests/support/newsroom.ts'
import { storedText } from '#tests/support/storedText.ts'

let room: Newsroom
let reporter: Person
let editor: Person
let chief: Person
let admin: Person

beforeAll(async () => {
  room = await openNewsroom()
  reporter = await room.makeUser('reporter')
  editor = await room.makeUser('editor')
  chief = await room.makeUser('chief')
  admin = await room.makeUser('admin')
})
afterAll(() => room.close())

const found = async (collection: string, id: string): Promise<Record<string, unknown>> =>
  (await room.payload.findByID({
    collection: collection as 'quotes',
    id,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })) as unknown as Record<string, unknown>

describe('addresses', () => {
  it.each([
    ['articles?draft=true', { headline: 'Émile & the Sea' }, 'emile-and-the-sea'],
    ['authors', { name: 'Zoë Ångström' }, 'zoe-angstrom'],
    ['sections', { name: 'Arts & Ideas' }, 'arts-and-ideas'],
    ['sources', { name: 'The Daily Planet', kind: 'publication' }, 'the-daily-planet'],
  ])('of %s are made from the name', async (path, data, slug) => {
    expect((await room.rest(editor, 'POST', `/api/${path}`, data)).json.doc.slug).toBe(slug)
  })

  it('that were made take the next free number', async () => {
    const slugs = []
    for (let n = 0; n < 3; n += 1)
      slugs.push((await room.makeArticle({ headline: 'Twice told' })).slug)
    expect(slugs).toEqual(['twice-told', 'twice-told-2', 'twice-told-3'])
  })

  it('that were typed are refused when taken, with a free one', async () => {
    await room.makeArticle({ slug: 'mine' })
    await room.makeArticle({ slug: 'mine-2' })
    const answer = await room.rest(editor, 'POST', '/api/articles?draft=true', {
      headline: 'x',
      slug: 'mine',
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('The address “mine” is taken. “mine-3” is free.')
    const { id } = await room.makeArticle()
    const moved = await room.rest(editor, 'PATCH', `/api/articles/${id}?draft=true`, {
      slug: 'mine',
    })
    expect(moved.text).toContain('“mine-3” is free.')
  })

  it('are taken by a draft of a published story, too, and by the trash', async () => {
    const { id } = await room.makeArticle({ slug: 'held-before' })
    await room.publish(id)
    await room.saveDraft(id, { slug: 'held-in-draft' })
    for (const slug of ['held-before', 'held-in-draft']) {
      const { status } = await room.rest(editor, 'POST', '/api/articles?draft=true', {
        headline: 'x',
        slug,
      })
      expect({ [slug]: status }).toEqual({ [slug]: 400 })
    }
    const binned = await room.makeArticle({ slug: 'in-the-bin' })
    await room.rest(editor, 'PATCH', `/api/articles/${binned.id}`, {
      deletedAt: new Date().toISOString(),
    })
    const { status } = await room.rest(editor, 'POST', '/api/articles?draft=true', {
      headline: 'x',
      slug: 'in-the-bin',
    })
    expect(status).toBe(400)
  })

  it('stay when the name changes, and are cleaned when typed', async () => {
    const { id } = await room.makeArticle({ headline: 'First words' })
    expect((await room.saveDraft(id, { headline: 'Other words' })).slug).toBe('first-words')
    expect((await room.saveDraft(id, { slug: '  Typed By Hand! ' })).slug).toBe('typed-by-hand')
    expect((await room.saveDraft(id, { slug: '' })).slug).toBe('typed-by-hand')
  })

  it.each(['articles', 'authors', 'sections', 'sources'])(
    'of a copy in %s are its own',
    async (collection) => {
      const name = collection === 'articles' ? 'headline' : 'name'
      const made = await room.rest(
        editor,
        'POST',
        `/api/${collection}${collection === 'articles' ? '?draft=true' : ''}`,
        {
          [name]: `To copy in ${collection}`,
        },
      )
      const copy = await room.rest(
        editor,
        'POST',
        `/api/${collection}/${made.json.doc.id}/duplicate`,
        {
          ...(collection === 'articles' ? { _status: 'draft' } : {}),
        },
      )
      expect(copy.status).toBeLessThan(300)
      expect(copy.json.doc.slug).toBe(`to-copy-in-${collection}-2`)
    },
  )

  it('that changed lead to the new one', async () => {
    const { id } = await room.makeArticle({ slug: 'old-address' })
    await room.publish(id)
    await room.publish(id, { slug: 'new-address' })
    expect(await room.ledger.redirectFor('old-address')).toBe('new-address')
    expect(await room.ledger.get('story', { slug: 'new-address' })).toMatchObject({ state: 'live' })
    expect(await room.ledger.get('story', { slug: 'old-address' })).toBeNull()
  })

  it('made at the same moment do not collide', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        room.rest(editor, 'POST', '/api/authors', { name: 'Same Name' }),
      ),
    )
    const slugs = answers
      .filter(({ status }) => status === 201)
      .map(({ json }) => json.doc.slug as string)
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(slugs).size).toBe(5)
  })
})

describe('deleting what is in use is refused, with the list of where', () => {
  const refused = async (collection: string, id: string): Promise<string> => {
    const { status, json } = await room.rest(editor, 'DELETE', `/api/${collection}/${id}`)
    expect({ [collection]: status }).toEqual({ [collection]: 409 })
    expect(json.errors[0].data.code).toBe('in-use')
    await found(collection, id)
    return (json.errors[0].data.places as string[]).sort().join('; ')
  }

  it('for a section', async () => {
    const section = await room.makeSection()
    await room.makeArticle({ headline: 'In a section', section: section.id })
    await room.rest(admin, 'POST', '/api/subscriptions', {
      name: 'Partner',
      kind: 'feed',
      section: section.id,
    })
    expect(await refused('sections', section.id)).toBe(
      'story “In a section”; subscription “Partner”',
    )
  })

  it('for an author', async () => {
    const author = await room.makeAuthor()
    await room.makeArticle({ headline: 'By her', authors: [{ author: author.id, role: 'by' }] })
    expect(await refused('authors', author.id)).toBe('story “By her”')
  })

  it('for a source: speakers, relays, citations, lists, evidence', async () => {
    const source = await room.makeSource()
    const quote = await room.makeQuote({ text: 'Spoken.', speaker: source.id })
    await room.makeQuote({
      text: 'Relayed.',
      speaker: null,
      chain: [{ mode: 'relayed', source: source.id }],
    })
    await room.makeEvidence({ title: 'Paper', source: source.id })
    await room.makeArticle({ headline: 'Quotes it', body: bodyOf({ quotes: [quote.id] }) })
    await room.makeArticle({ headline: 'Cites it', body: bodyOf({ cites: [source.id] }) })
    await room.makeArticle({ headline: 'Lists it', otherSources: [source.id] })
    expect(await refused('sources', source.id)).toBe(
      'evidence “Paper”; quote “Relayed.”; quote “Spoken.”; story “Cites it”; story “Lists it”; story “Quotes it”',
    )
  })

  it('for a quote and an image, in bodies and in places of their own', async () => {
    const quote = await room.makeQuote()
    const [lead, inBody, portrait] = [
      await room.makeImage(),
      await room.makeImage(),
      await room.makeImage(),
    ]
    await room.makeArticle({
      headline: 'With both',
      leadImage: lead.id,
      body: bodyOf({ quotes: [quote.id], images: [inBody.id] }),
    })
    await room.makeAuthor({ name: 'Has a face', image: portrait.id })
    expect(await refused('quotes', quote.id)).toBe('story “With both”')
    expect(await refused('images', lead.id)).toBe('story “With both”')
    expect(await refused('images', inBody.id)).toBe('story “With both”')
    expect(await refused('images', portrait.id)).toBe('author “Has a face”')
  })

  it('for evidence', async () => {
    const evidence = await room.makeEvidence()
    await room.makeQuote({ text: 'Proved.', evidence: evidence.id })
    expect(await refused('evidence', evidence.id)).toBe('quote “Proved.”')
  })

  it('when only a newer draft uses it, or only what is published, or a story in the trash', async () => {
    const [inDraft, inPublished, inTrash] = [
      await room.makeQuote(),
      await room.makeQuote(),
      await room.makeQuote(),
    ]
    const story = await room.makeArticle({
      headline: 'Two texts',
      body: bodyOf({ quotes: [inPublished.id] }),
    })
    await room.publish(story.id)
    await room.saveDraft(story.id, { body: bodyOf({ quotes: [inDraft.id] }) })
    expect(await refused('quotes', inDraft.id)).toBe('story “Two texts”')
    expect(await refused('quotes', inPublished.id)).toBe('story “Two texts”')
    const binned = await room.makeArticle({
      headline: 'May come back',
      body: bodyOf({ quotes: [inTrash.id] }),
    })
    await room.rest(editor, 'PATCH', `/api/articles/${binned.id}`, {
      deletedAt: new Date().toISOString(),
    })
    expect(await refused('quotes', inTrash.id)).toBe('story “May come back”')
  })

  it('in bulk as well, while what is free goes', async () => {
    const [used, free] = [await room.makeQuote(), await room.makeQuote()]
    await room.makeArticle({ body: bodyOf({ quotes: [used.id] }) })
    const { json } = await room.rest(
      editor,
      'DELETE',
      `/api/quotes?where[id][in]=${used.id},${free.id}`,
    )
    expect((json.docs as { id: string }[]).map(({ id }) => id)).toEqual([free.id])
    expect((json.errors as { id: string; message: string }[])[0]).toMatchObject({ id: used.id })
    await found('quotes', used.id)
  })
})

describe('a quote', () => {
  it('keeps its speaker as they were', async () => {
    const speaker = await room.makeSource({ role: 'Minister', affiliation: 'Party A' })
    const quote = await room.makeQuote({ speaker: speaker.id })
    expect(quote).toMatchObject({ role: 'Minister', affiliation: 'Party A' })
    await room.rest(editor, 'PATCH', `/api/sources/${speaker.id}`, {
      role: 'Opposition leader',
      affiliation: 'Party B',
    })
    await room.rest(editor, 'PATCH', `/api/quotes/${quote.id}`, { medium: 'speech' })
    expect(await found('quotes', quote.id)).toMatchObject({
      role: 'Minister',
      affiliation: 'Party A',
      medium: 'speech',
    })
  })

  it('takes role and affiliation of another speaker, but not over what was typed', async () => {
    const [first, second] = [
      await room.makeSource({ role: 'Minister', affiliation: 'Party A' }),
      await room.makeSource({ role: 'Mayor', affiliation: 'City' }),
    ]
    const quote = await room.makeQuote({ speaker: first.id })
    await room.rest(editor, 'PATCH', `/api/quotes/${quote.id}`, { speaker: second.id })
    expect(await found('quotes', quote.id)).toMatchObject({ role: 'Mayor', affiliation: 'City' })
    await room.rest(editor, 'PATCH', `/api/quotes/${quote.id}`, {
      speaker: first.id,
      role: 'Then a clerk',
    })
    expect(await found('quotes', quote.id)).toMatchObject({
      role: 'Then a clerk',
      affiliation: 'Party A',
    })
    const typed = await room.makeQuote({ speaker: first.id, role: 'Citizen' })
    expect(typed).toMatchObject({ role: 'Citizen', affiliation: 'Party A' })
  })

  it('is checked against its evidence at each save, and by nobody’s word', async () => {
    const evidence = await room.makeEvidence({
      text: 'He said: “No ship leaves before the storm has passed.” Then he left.',
    })
    const save = async (data: Record<string, unknown>, id?: string) =>
      (await room.rest(editor, id ? 'PATCH' : 'POST', `/api/quotes${id ? `/${id}` : ''}`, data))
        .json.doc as { id: string; verification: string }
    const made = await save({
      text: 'No ship leaves before the storm has passed',
      evidence: evidence.id,
    })
    expect(made.verification).toBe('verified')
    expect((await save({ text: 'No ship leaves … storm has passed' }, made.id)).verification).toBe(
      'verified-with-edits',
    )
    expect(
      (await save({ text: 'No ship ever leaves before the storm has passed' }, made.id))
        .verification,
    ).toBe('differs')
    expect(
      (await save({ text: 'Every cat sleeps on the warm roof tonight' }, made.id)).verification,
    ).toBe('not-found')
    expect((await save({ verification: 'verified' }, made.id)).verification).toBe('not-found')
    expect((await save({ evidence: null }, made.id)).verification).toBe('no-evidence')
    expect((await save({ text: 'Unproved.', verification: 'verified' })).verification).toBe(
      'no-evidence',
    )
  })
})

describe('evidence', () => {
  it('carries the hash of its text, whoever says otherwise', async () => {
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    const made = await room.rest(reporter, 'POST', '/api/evidence', {
      title: 'Page',
      kind: 'html',
      text: 'Wörter, as they stand.',
      capturedAt: '2026-05-01T10:00:00.000Z',
      sha256: 'f'.repeat(64),
    })
    const id = made.json.doc.id as string
    expect(made.json.doc.sha256).toBe(hash('Wörter, as they stand.'))
    const renamed = await room.rest(reporter, 'PATCH', `/api/evidence/${id}`, { title: 'The page' })
    expect(renamed.json.doc).toMatchObject({
      title: 'The page',
      sha256: hash('Wörter, as they stand.'),
    })
    const edited = await room.rest(reporter, 'PATCH', `/api/evidence/${id}`, {
      text: 'Other words.',
    })
    expect(edited.json.doc.sha256).toBe(hash('Other words.'))
    const { docs } = await room.payload.findVersions({
      collection: 'evidence',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      overrideAccess: true,
    })
    expect(docs[0]?.version).toMatchObject({
      text: 'Wörter, as they stand.',
      sha256: hash('Wörter, as they stand.'),
    })
  })
})

describe('the identity of a confidential source', () => {
  const CANARY = 'Quentin Zyx-Vanterpool'
  const onDisk = () => storedText(room.config)
  const make = (data: Record<string, unknown> = {}) =>
    room.rest(reporter, 'POST', '/api/sources', {
      name: 'Heron-seven',
      kind: 'person',
      isConfidential: true,
      publicDescription: 'a harbour pilot',
      identity: CANARY,
      ...data,
    })

  it('lies sealed in the database, and no answer carries it', async () => {
    const made = await make()
    const id = made.json.doc.id as string
    expect(await onDisk()).toContain('Heron-seven')
    expect(await onDisk()).not.toContain('Zyx-Vanterpool')
    expect(String((await found('sources', id))['identity'])).toMatch(/^v1(:[\w-]+){4}$/)
    for (const who of [reporter, editor, chief, admin, null]) {
      for (const query of ['', '?depth=2', '?showHiddenFields=true', '?select[identity]=true']) {
        const { text } = await room.rest(who, 'GET', `/api/sources/${id}${query}`)
        expect(text).not.toMatch(/Vanterpool|v1:/)
      }
      const { text } = await room.graphql(who, `{ Source(id: "${id}") { name identity } }`)
      expect(text).not.toMatch(/Vanterpool|v1:/)
    }
    expect(made.text).not.toMatch(/Vanterpool|v1:/)
  })

  it('cannot be guessed by a filter', async () => {
    for (const who of [reporter, chief, admin]) {
      expect(
        (await room.rest(who, 'GET', '/api/sources?where[identity][exists]=true')).status,
      ).toBe(400)
    }
  })

  it('survives other edits, and is replaced by typing', async () => {
    const id = (await make()).json.doc.id as string
    const before = (await found('sources', id))['identity']
    for (const data of [{ role: 'Pilot' }, { identity: '' }, { identity: null }]) {
      expect((await room.rest(reporter, 'PATCH', `/api/sources/${id}`, data)).status).toBe(200)
      expect((await found('sources', id))['identity']).toBe(before)
    }
    await room.rest(reporter, 'PATCH', `/api/sources/${id}`, { identity: `${CANARY} II` })
    const after = String((await found('sources', id))['identity'])
    expect(after).toMatch(/^v1:/)
    expect(after).not.toBe(before)
    expect(await onDisk()).not.toContain('Zyx-Vanterpool')
  })

  it('is sealed even when it looks sealed', async () => {
    const id = (await make({ identity: 'v1:Quentin:Zyx:Vanterpool:Harbour' })).json.doc.id as string
    expect(String((await found('sources', id))['identity'])).not.toContain('Vanterpool')
  })

  it('needs a public description, and a chief to approve', async () => {
    expect((await make({ publicDescription: '' })).status).toBe(400)
    const id = (await make()).json.doc.id as string
    await room.rest(editor, 'PATCH', `/api/sources/${id}`, { approvedBy: chief.id })
    expect((await found('sources', id))['approvedBy'] ?? null).toBeNull()
    const quote = await room.makeQuote({ speaker: id })
    const story = await room.makeArticle({ body: bodyOf({ quotes: [quote.id] }) })
    const publish = () =>
      room.rest(editor, 'PATCH', `/api/articles/${story.id}`, { _status: 'published' })
    expect((await publish()).text).toContain(
      'No chief has approved quoting a harbour pilot without a name.',
    )
    await room.rest(chief, 'PATCH', `/api/sources/${id}`, { approvedBy: chief.id })
    expect((await publish()).status).toBe(200)
    const rows = JSON.stringify(await room.rows())
    expect(rows).toContain('a harbour pilot')
    expect(rows).not.toMatch(/Heron/i)
  })
})

describe('a picture', () => {
  const send = (
    bytes: Buffer,
    name: string,
    type: string,
    data: Record<string, unknown> = {},
  ): Promise<Answer> => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'A picture', rightsCategory: 'staff', ...data }))
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
    return room.rest(reporter, 'POST', '/api/images', form)
  }
  const withMetadata = async () =>
    sharp(await jpeg(300))
      .withExif({
        IFD0: { Artist: 'Jane Doe', Copyright: 'Copyright Jane Doe' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 3230/100',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 7/1 4366/100',
        },
      })
      .jpeg()
      .toBuffer()

  it('says whose it is, where the editor did not', async () => {
    const { status, json } = await send(await withMetadata(), 'harbour.jpg', 'image/jpeg')
    expect(status).toBe(201)
    expect(json.doc).toMatchObject({
      creator: 'Jane Doe',
      copyrightNotice: 'Copyright Jane Doe',
      mimeType: 'image/jpeg',
    })
    const typed = await send(await withMetadata(), 'harbour.jpg', 'image/jpeg', {
      creator: 'John Roe',
    })
    expect(typed.json.doc.creator).toBe('John Roe')
    expect(typed.json.doc.filename).not.toBe(json.doc.filename)
  })

  it('keeps its place to itself: no GPS in any file, nor in the record', async () => {
    const original = await withMetadata()
    expect(Object.keys(ExifReader.load(original))).toContain('GPSLatitude')
    const { json } = await send(original, 'placed.jpg', 'image/jpeg')
    expect(JSON.stringify(await found('images', json.doc.id as string))).not.toMatch(/gps/i)
    const sizes = Object.values(json.doc.sizes as Record<string, { filename: string | null }>)
    const files = [json.doc.filename as string, ...sizes.flatMap(({ filename }) => filename ?? [])]
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const stored = readFileSync(path.join(room.config.mediaDir, file))
      expect(Object.keys(ExifReader.load(stored)).filter((tag) => /gps/i.test(tag))).toEqual([])
    }
  })

  it('that is none is refused in words, and leaves nothing', async () => {
    const before = await room.payload.count({ collection: 'images', overrideAccess: true })
    const huge = await sharp({
      create: { width: 11_000, height: 11_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const broken = (await jpeg()).subarray(0, 40)
    const attempts: [Buffer, string, string][] = [
      [Buffer.from('not a picture at all'), 'words.jpg', 'image/jpeg'],
      [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        'drawn.svg',
        'image/svg+xml',
      ],
      [Buffer.from('<html><script>alert(1)</script></html>'), 'page.html', 'text/html'],
      [broken, 'broken.jpg', 'image/jpeg'],
      [huge, 'huge.png', 'image/png'],
      [Buffer.alloc(0), 'empty.jpg', 'image/jpeg'],
    ]
    for (const [bytes, name, type] of attempts) {
      const { status, text } = await send(bytes, name, type)
      expect({ [name]: status, text: status === 400 ? '' : text }).toEqual({
        [name]: 400,
        text: '',
      })
    }
    expect((await send(huge, 'huge.png', 'image/png')).text).toContain('more than 100 megapixels')
    expect(await room.payload.count({ collection: 'images', overrideAccess: true })).toEqual(before)
  })

  it('keeps to the media folder, whatever its name', async () => {
    const { status, json } = await send(await jpeg(), '../../../escaped.jpg', 'image/jpeg')
    expect(status).toBe(201)
    expect(json.doc.filename).not.toMatch(/[/\\]/)
    expect(existsSync(path.join(room.config.mediaDir, json.doc.filename as string))).toBe(true)
  })
})

describe('logins and activity', () => {
  it('keeps several logins of one person apart', async () => {
    const user = await room.makeUser('editor')
    const logins = await Promise.all(
      Array.from({ length: 4 }, () =>
        room.rest(null, 'POST', '/api/users/login', { email: user.email, password: user.password }),
      ),
    )
    expect(logins.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    for (const { json } of logins) {
      const me = await room.rest({ ...user, token: json.token as string }, 'GET', '/api/users/me')
      expect(me.json.user?.id).toBe(user.id)
    }
    const [first, second] = logins.map(({ json }) => ({ ...user, token: json.token as string }))
    await room.rest(first ?? null, 'POST', '/api/users/logout', {})
    expect((await room.rest(first ?? null, 'GET', '/api/users/me')).json.user).toBeNull()
    expect((await room.rest(second ?? null, 'GET', '/api/users/me')).json.user?.id).toBe(user.id)
  })

  it('writes who signed in', async () => {
    const user = await room.makeUser('reporter', 'Sally Signs')
    const { json } = await room.rest(
      chief,
      'GET',
      `/api/activity?where[actorId][equals]=${user.id}`,
    )
    expect(json.docs).toMatchObject([
      { verb: 'sign in', summary: 'Sally Signs signed in', actorName: 'Sally Signs' },
    ])
  })

  it('locks an account after eight wrong passwords, and an administrator opens it', async () => {
    const user = await room.makeUser('reporter')
    const login = (password: string) =>
      room.rest(null, 'POST', '/api/users/login', { email: user.email, password })
    for (let n = 0; n < 8; n += 1) expect((await login('wrong')).status).toBe(401)
    expect((await login(user.password)).status).toBe(401)
    expect(
      (await room.rest(chief, 'POST', '/api/users/unlock', { email: user.email })).status,
    ).toBe(403)
    expect(
      (await room.rest(admin, 'POST', '/api/users/unlock', { email: user.email })).status,
    ).toBe(200)
    expect((await login(user.password)).status).toBe(200)
  })

  it('lets nobody give themselves a role', async () => {
    const user = await room.makeUser('reporter')
    await room.rest(user, 'PATCH', `/api/users/${user.id}`, {
      name: 'Me',
      roles: ['chief', 'admin'],
    })
    expect(await found('users', user.id)).toMatchObject({ name: 'Me', roles: ['reporter'] })
    await room.rest(admin, 'PATCH', `/api/users/${user.id}`, { roles: ['editor'] })
    expect(await found('users', user.id)).toMatchObject({ roles: ['editor'] })
  })

  it('makes no second first user', async () => {
    const { status } = await room.rest(null, 'POST', '/api/users/first-register', {
      email: 'intruder@example.org',
      password: 'a long password',
      name: 'Intruder',
      roles: ['admin'],
    })
    expect(status).toBe(403)
  })
})
