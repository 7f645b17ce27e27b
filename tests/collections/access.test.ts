/** The table of access, proved: every collection, operation and role, over REST and over GraphQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionConfig } from 'payload'
import { bodyOf, jpeg } from '#tests/support/factories.ts'
import {
  openNewsroom,
  type Answer,
  type Asker,
  type Newsroom,
  type Person,
} from '#tests/support/newsroom.ts'
import { accessTable, askers, operations, type AskerName, type Operation } from './accessTable.ts'

type Kinds = Record<string, string>
type Attempt = (who: Asker, id: string) => Promise<boolean>

let room: Newsroom
let people: Record<AskerName, Asker>
let stranger: Person
/** A story that no test deletes: its notes would go with it. */
let discussed = ''
let serial = 0
/** Records by collection and kind; one that a test deleted is made again when it is asked for. */
const records: Record<string, Kinds> = {}

beforeAll(async () => {
  room = await openNewsroom()
  const makeUser = async (role: 'reporter' | 'editor' | 'chief' | 'admin') => room.makeUser(role)
  people = {
    anonymous: null,
    reporter: await makeUser('reporter'),
    editor: await makeUser('editor'),
    chief: await makeUser('chief'),
    admin: await makeUser('admin'),
  }
  stranger = await room.makeUser('reporter', 'Somebody Else')
  discussed = (await room.makeArticle()).id
  await makePublicRecords()
  await makeOtherRecords()
})
afterAll(() => room.close())

/** What the live story carries: records that readers may see. */
const makePublicRecords = async (): Promise<void> => {
  const quote = await room.makeQuote({}, stranger)
  const image = await room.makeImage({}, stranger)
  const author = await room.makeAuthor()
  const section = await room.makeSection()
  records['quotes'] = { public: quote.id }
  records['images'] = { public: image.id }
  records['authors'] = { public: author.id }
  records['sections'] = { public: section.id }
  records['sources'] = { public: quote.speaker as string }
  records['articles'] = { public: await makeLiveStory() }
}

const makeLiveStory = async (): Promise<string> => {
  const carried = (collection: string) => String(records[collection]?.['public'])
  const { id } = await room.makeArticle(
    {
      authors: [{ author: carried('authors'), role: 'by' }],
      section: carried('sections'),
      body: bodyOf({ quotes: [carried('quotes')], images: [carried('images')] }),
    },
    stranger,
  )
  // Twice, so that there is an earlier version.
  await room.publish(id)
  await room.publish(id, { standfirst: 'More is known now.' })
  return id
}

const makeOtherRecords = async (): Promise<void> => {
  const first = async (collection: string) => {
    const { docs } = await room.payload.find({
      collection: collection as never,
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    return String((docs[0] as { id: string } | undefined)?.id)
  }
  for (const [collection, kinds] of Object.entries(makers)) {
    for (const [kind, make] of Object.entries(kinds)) {
      if (records[collection]?.[kind]) continue
      records[collection] = { ...records[collection], [kind]: await make() }
    }
  }
  for (const collection of ['publications', 'activity', 'reader-docs', 'reader-entries']) {
    records[collection] = { any: await first(collection) }
  }
}

const count = () => (serial += 1)
const create = async (collection: string, data: Record<string, unknown>): Promise<string> => {
  const doc = await room.payload.create({
    collection: collection as never,
    data: data as never,
    depth: 0,
    overrideAccess: true,
  })
  return String((doc as { id: string }).id)
}
const idOf = async (doc: Promise<{ id: string }>): Promise<string> => (await doc).id

const makers: Record<string, Record<string, () => Promise<string>>> = {
  articles: {
    own: () => idOf(room.makeArticle({}, people.reporter as Person)),
    others: () => idOf(room.makeArticle({}, stranger)),
    public: () => makeLiveStory(),
  },
  authors: { hidden: () => idOf(room.makeAuthor()) },
  sections: { unused: () => idOf(room.makeSection()) },
  images: { hidden: () => idOf(room.makeImage({}, stranger)) },
  quotes: { hidden: () => idOf(room.makeQuote({}, stranger)) },
  sources: { hidden: () => idOf(room.makeSource({}, stranger)) },
  evidence: { any: () => idOf(room.makeEvidence({}, stranger)) },
  'evidence-files': { any: () => idOf(room.makeEvidenceFile()) },
  jobs: { any: () => create('jobs', newData['jobs']?.() ?? {}) },
  notes: {
    own: () => create('notes', { ...newNote(), createdBy: people.reporter?.id }),
    others: () => create('notes', { ...newNote(), createdBy: stranger.id }),
  },
  notifications: { others: () => create('notifications', newNotice(stranger.id)) },
  presence: { any: () => create('presence', newData['presence']?.() ?? {}) },
  deliveries: { any: () => create('deliveries', newData['deliveries']?.() ?? {}) },
  'reader-withheld': {
    any: () => create('reader-withheld', newData['reader-withheld']?.() ?? {}),
  },
  users: { others: () => idOf(room.makeUser('reporter')) },
  subscriptions: { any: () => create('subscriptions', { name: `Subscription ${count()}` }) },
  consumers: { any: () => create('consumers', { name: `Consumer ${count()}` }) },
}

const now = () => new Date().toISOString()
const newNote = () => ({ article: discussed, text: `New note ${count()}` })
const newNotice = (user: string) => ({ user, kind: 'mention', text: `New ${count()}`, at: now() })

/** What a new record needs. */
const newData: Record<string, () => Record<string, unknown>> = {
  articles: () => ({
    headline: `New story ${count()}`,
    kind: 'report',
    language: 'en',
    state: 'draft',
  }),
  authors: () => ({ name: `New author ${count()}` }),
  sections: () => ({ name: `New section ${count()}` }),
  images: () => ({ alt: `New picture ${count()}`, rightsCategory: 'staff' }),
  quotes: () => ({ text: `New words ${count()}`, kind: 'direct', language: 'en' }),
  sources: () => ({ name: `New source ${count()}`, kind: 'person' }),
  evidence: () => ({
    title: `New evidence ${count()}`,
    kind: 'text',
    text: 'Words.',
    capturedAt: new Date().toISOString(),
  }),
  'evidence-files': () => ({ sha256: `${count()}` }),
  jobs: () => ({
    kind: 'test',
    key: `job ${count()}`,
    runAt: new Date().toISOString(),
    state: 'waiting',
    attempts: 0,
  }),
  publications: () => ({
    seq: 900 + count(),
    event: 'publish',
    articleId: 'x',
    revision: count(),
    slug: 'x',
    versionHash: 'x',
    at: 'x',
    previousHash: 'x',
    hash: `x${count()}`,
    story: {},
  }),
  activity: () => ({ at: new Date().toISOString(), verb: 'publish', summary: 'Made up' }),
  users: () => ({
    name: 'New',
    email: `new${count()}@newsroom.example`,
    password: 'a long password',
    roles: ['reporter'],
  }),
  subscriptions: () => ({ name: `New subscription ${count()}`, kind: 'webhook' }),
  consumers: () => ({ name: `New consumer ${count()}`, scopes: ['published'] }),
  notes: newNote,
  notifications: () => newNotice(people.reporter?.id ?? ''),
  presence: () => ({
    key: `x${count()}`,
    articleId: 'x',
    userId: 'x',
    userName: 'x',
    seenAt: now(),
  }),
  deliveries: () => ({
    at: now(),
    messageId: `msg ${count()}`,
    event: 'publish',
    outcome: 'failed',
  }),
  'reader-withheld': () => ({ articleId: `x${count()}`, embargoUntil: now(), story: {} }),
  'reader-docs': () => ({ kind: 'story', key: `x${count()}`, seq: 1, doc: {} }),
  'reader-entries': () => ({
    list: 'story',
    kind: 'story',
    key: 'x',
    sortKey: 'x',
    seq: 1,
    facets: '|',
  }),
}

/** A change that is a change each time, in words every collection takes. */
const change = (collection: string): Record<string, unknown> => {
  const data = newData[collection]?.() ?? {}
  const [name = ''] = Object.keys(data)
  return { [name]: data[name] }
}

/** Payload's names of a collection in GraphQL, where they are not the slug without and with its `s`. */
const graphqlNames: Record<string, { one: string; many: string }> = {
  evidence: { one: 'Evidence', many: 'Evidences' },
  activity: { one: 'Activity', many: 'Activities' },
  deliveries: { one: 'Delivery', many: 'Deliveries' },
  'evidence-files': { one: 'EvidenceFile', many: 'EvidenceFiles' },
}
const namesOf = (collection: string): { one: string; many: string } => {
  const many = `${collection[0]?.toUpperCase()}${collection.slice(1)}`
  return graphqlNames[collection] ?? { one: many.slice(0, -1), many }
}

const draftOf = (collection: string): string => (collection === 'articles' ? '?draft=true' : '')

/** An answer that means "you may": done, or refused for a reason that is not about rights. */
const may = ({ status, json, text }: Answer): boolean => {
  if (status === 401 || status === 403 || status === 404) return false
  // Whoever may do it is asked first what depends on it.
  const isInUse = status === 409 && /It is in use|Nothing was changed. Look at them/.test(text)
  if ((status >= 200 && status < 300) || isInUse) return json?.errors === undefined || isInUse
  throw new Error(`An answer this test does not expect: ${status} ${text.slice(0, 500)}`)
}

const mayGraphql = ({ status, json, text }: Answer, isDone: (data: never) => boolean): boolean => {
  const [error] = (json?.errors ?? []) as {
    message: string
    extensions?: { statusCode?: number }
  }[]
  if (!error) return isDone(json?.data as never)
  const code = error.extensions?.statusCode
  if (code === 401 || code === 403 || code === 404) return false
  if (code === 409 && /It is in use|Nothing was changed. Look at them/.test(error.message))
    return true
  // There is no way to copy what must not be copied.
  if (/Cannot query field "duplicate/.test(error.message)) return false
  // GraphQL carries no files: whoever gets as far as being asked for one may upload.
  if (error.message.includes('No files were uploaded')) return true
  throw new Error(`An answer this test does not expect: ${status} ${text.slice(0, 500)}`)
}

const versionOf = async (collection: string, id: string): Promise<string> => {
  const { docs } = await room.payload.findVersions({
    collection: collection as 'articles',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  return String(docs[0]?.id)
}

const rest = (collection: string): Record<Operation, Attempt> => {
  const path = `/api/${collection}`
  const draft = draftOf(collection)
  return {
    create: async (who) =>
      may(await room.rest(who, 'POST', `${path}${draft}`, await upload(collection))),
    list: async (who, id) => {
      const answer = await room.rest(who, 'GET', `${path}?limit=500&depth=0`)
      return may(answer) && (answer.json.docs as { id: string }[]).some((doc) => doc.id === id)
    },
    read: async (who, id) => may(await room.rest(who, 'GET', `${path}/${id}?depth=0`)),
    count: async (who, id) => {
      const answer = await room.rest(who, 'GET', `${path}/count?where[id][equals]=${id}`)
      return may(answer) && answer.json.totalDocs === 1
    },
    update: async (who, id) =>
      may(await room.rest(who, 'PATCH', `${path}/${id}${draft}`, change(collection))),
    delete: async (who, id) => may(await room.rest(who, 'DELETE', `${path}/${id}`)),
    duplicate: async (who, id) =>
      may(await room.rest(who, 'POST', `${path}/${id}/duplicate${draft}`, newData[collection]?.())),
    readVersions: async (who, id) => {
      const answer = await room.rest(who, 'GET', `${path}/versions?where[parent][equals]=${id}`)
      return may(answer) && answer.json.totalDocs > 0
    },
    restoreVersion: async (who, id) => {
      const version = await versionOf(collection, id)
      return may(await room.rest(who, 'POST', `${path}/versions/${version}${draft}`))
    },
    unlock: async (who, id) => {
      const { email } = await room.payload.findByID({
        collection: 'users',
        id,
        overrideAccess: true,
      })
      return may(await room.rest(who, 'POST', `${path}/unlock`, { email }))
    },
  }
}

const upload = async (collection: string): Promise<unknown> => {
  const data = newData[collection]?.()
  const file = await files[collection]?.()
  if (!file) return data
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', file, file.name)
  return form
}

const files: Record<string, () => Promise<File>> = {
  images: async () =>
    new File([new Uint8Array(await jpeg())], `upload-${count()}.jpg`, { type: 'image/jpeg' }),
  'evidence-files': async () =>
    new File(['What was said.'], `transcript-${count()}.txt`, { type: 'text/plain' }),
}

const graphql = (collection: string): Record<Operation, Attempt> => {
  const { one, many } = namesOf(collection)
  const draft = collection === 'articles' ? ', draft: true' : ''
  const byId = `where: { id: { equals: $id } }`
  const ask = async (who: Asker, query: string, variables: Record<string, unknown>) =>
    mayGraphql(await room.graphql(who, query, variables), (data: Record<string, unknown>) =>
      isFound(data['it']),
    )
  return {
    create: (who) =>
      ask(
        who,
        `mutation ($data: mutation${one}Input!) { it: create${one}(data: $data${draft}) { id } }`,
        {
          data: newData[collection]?.() ?? {},
        },
      ),
    list: (who, id) =>
      ask(who, `query ($id: String) { it: ${many}(${byId}) { docs { id } } }`, { id }),
    read: (who, id) => ask(who, `query ($id: String!) { it: ${one}(id: $id) { id } }`, { id }),
    count: (who, id) =>
      ask(who, `query ($id: String) { it: count${many}(${byId}) { totalDocs } }`, { id }),
    update: (who, id) =>
      ask(
        who,
        `mutation ($id: String!, $data: mutation${one}UpdateInput!) { it: update${one}(id: $id, data: $data${draft}) { id } }`,
        {
          id,
          data: change(collection),
        },
      ),
    delete: (who, id) =>
      ask(who, `mutation ($id: String!) { it: delete${one}(id: $id) { id } }`, { id }),
    duplicate: (who, id) =>
      ask(
        who,
        `mutation ($id: String!, $data: mutation${one}Input!) { it: duplicate${one}(id: $id, data: $data) { id } }`,
        { id, data: newData[collection]?.() },
      ),
    readVersions: (who, id) =>
      ask(
        who,
        `query ($id: JSON) { it: versions${many}(where: { parent: { equals: $id } }) { docs { id } } }`,
        { id },
      ),
    restoreVersion: async (who, id) =>
      ask(who, `mutation ($id: String!) { it: restoreVersion${one}(id: $id${draft}) { id } }`, {
        id: await versionOf(collection, id),
      }),
    unlock: async (who, id) => {
      const { email } = await room.payload.findByID({
        collection: 'users',
        id,
        overrideAccess: true,
      })
      return ask(who, `mutation ($email: String!) { it: unlock${one}(email: $email) }`, { email })
    },
  }
}

const isFound = (value: unknown): boolean => {
  const { docs, totalDocs } = (value ?? {}) as { docs?: unknown[]; totalDocs?: number }
  return docs ? docs.length > 0 : totalDocs !== undefined ? totalDocs > 0 : Boolean(value)
}

/** The kinds of a collection, for who asks. */
const kindsFor = (collection: string, operation: Operation, name: AskerName): Kinds => {
  const kinds = records[collection] ?? {}
  if (operation === 'create') return { any: '' }
  if (collection !== 'users') return kinds
  const self = people[name]
  return self ? { ...kinds, own: self.id } : kinds
}

const reached = async (
  collection: string,
  operation: Operation,
  name: AskerName,
  attempt: Attempt,
): Promise<string> => {
  const kinds = kindsFor(collection, operation, name)
  const yes: string[] = []
  for (const [kind, id] of Object.entries(kinds)) {
    // Nobody is asked to delete themselves: the rest of the table needs them.
    if (operation === 'delete' && collection === 'users' && kind === 'own') continue
    if (!(await attempt(people[name], id))) continue
    yes.push(kind)
    const make = makers[collection]?.[kind]
    if (operation === 'delete' && make) (records[collection] ?? {})[kind] = await make()
  }
  const asked =
    Object.keys(kinds).length -
    (operation === 'delete' && kinds['own'] && collection === 'users' ? 1 : 0)
  return yes.length === 0 ? 'none' : yes.length === asked ? 'all' : yes.join('+')
}

const hasGraphql = (collection: string): boolean =>
  room.payload.collections[collection as 'articles'].config.graphQL !== false

describe.each(Object.entries(accessTable))('%s', (collection, rows) => {
  it.each(Object.entries(rows))('%s', async (name, row) => {
    const operation = name as Operation
    const expected = Object.fromEntries(
      row
        .trim()
        .split(/\s+/)
        .map((cell, index) => [askers[index], cell]),
    )
    const apis = {
      REST: rest(collection),
      ...(hasGraphql(collection) ? { GraphQL: graphql(collection) } : {}),
    }
    const observed: Record<string, Record<string, string>> = {}
    for (const [api, attempts] of Object.entries(apis)) {
      observed[api] = {}
      for (const asker of askers) {
        observed[api][asker] = await reached(collection, operation, asker, attempts[operation])
      }
    }
    expect(observed).toEqual(Object.fromEntries(Object.keys(apis).map((api) => [api, expected])))
  })
})

describe('the table', () => {
  const own = () =>
    Object.values(room.payload.collections)
      .map(({ config }) => config)
      .filter(({ slug }) => !slug.startsWith('payload-'))

  it('has a row for every operation of every collection', () => {
    for (const { slug, versions, auth, disableDuplicate, admin } of own()) {
      const wanted = operations.filter((operation) => {
        if (operation === 'unlock') return Boolean(auth)
        if (operation === 'duplicate') return !auth && !(disableDuplicate && admin.hidden === true)
        return operation.endsWith('Versions') || operation.endsWith('Version')
          ? Boolean(versions)
          : true
      })
      expect({ [slug]: Object.keys(accessTable[slug] ?? {}) }).toEqual({ [slug]: wanted })
    }
  })

  it('keeps the projections out of GraphQL', async () => {
    const schema = await room.graphql(people.admin, '{ __schema { types { name } } }')
    const names = (schema.json.data.__schema.types as { name: string }[]).map(({ name }) => name)
    expect(names.filter((name) => /^Reader/i.test(name))).toEqual([])
    expect(names).toContain('Article')
  })
})

describe('every collection', () => {
  it('defines every access function itself', async () => {
    const modules = await Promise.all([
      import('#collections/activity.ts'),
      import('#collections/articles.ts'),
      import('#collections/authors.ts'),
      import('#collections/consumers.ts'),
      import('#collections/deliveries.ts'),
      import('#collections/evidence.ts'),
      import('#collections/evidenceFiles.ts'),
      import('#collections/images.ts'),
      import('#collections/jobs.ts'),
      import('#collections/notes.ts'),
      import('#collections/notifications.ts'),
      import('#collections/presence.ts'),
      import('#collections/publications.ts'),
      import('#collections/quotes.ts'),
      import('#collections/readerIndex.ts'),
      import('#collections/sections.ts'),
      import('#collections/sources.ts'),
      import('#collections/subscriptions.ts'),
      import('#collections/users.ts'),
    ])
    const configs = modules
      .flatMap((one) => Object.values(one) as unknown[])
      .filter(
        (one): one is CollectionConfig => typeof one === 'object' && one !== null && 'slug' in one,
      )
    expect(configs.map(({ slug }) => slug).sort()).toEqual(Object.keys(accessTable).sort())
    for (const { slug, access, auth } of configs) {
      const wanted = [
        'create',
        'read',
        'update',
        'delete',
        'readVersions',
        ...(auth ? ['unlock', 'admin'] : []),
      ]
      const missing = wanted.filter((name) => typeof access?.[name as 'read'] !== 'function')
      expect({ [slug]: missing }).toEqual({ [slug]: [] })
    }
  })

  it('lets nobody without a login reach what Payload keeps for itself', async () => {
    const slugs = Object.keys(room.payload.collections).filter((slug) =>
      slug.startsWith('payload-'),
    )
    expect(slugs.length).toBeGreaterThan(0)
    for (const slug of slugs) {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/count'],
        ['POST', ''],
        ['DELETE', '?where[id][exists]=true'],
      ] as const) {
        const asked = `${method} ${slug}${path}`
        const { status, json } = await room.rest(
          null,
          method,
          `/api/${slug}${path}`,
          method === 'POST' ? {} : undefined,
        )
        // A preference is asked for by its key: `count` is one that nobody has.
        const isEmpty = status === 200 && json.value === null && json.docs === undefined
        expect({
          [asked]: isEmpty || [401, 403, 404, 501].includes(status) ? 'nothing' : json,
        }).toEqual({ [asked]: 'nothing' })
      }
    }
  })
})
