/**
 * The identity of a confidential source is nowhere: written by every door there is, quoted, published and
 * corrected, and then looked for in every byte the newsroom keeps, logs, exports or answers.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#src/cli/freePort.ts'
import { makeBackup } from '#src/database/backup.ts'
import { bodyOf } from '#tests/support/factories.ts'
import { runFile, untilPrinted, type Child } from '#tests/support/childProcess.ts'
import { dropDatabase } from '#tests/support/mongo.ts'
import { furnish, testConfig, type Json, type Person } from '#tests/support/newsroom.ts'
import { storedText } from '#tests/support/storedText.ts'
import { bootPayload } from '#src/editorial/boot.ts'
import { filesBelow, tracesOf, type Corpus } from './confidentialTraces.ts'
import { queriesFor } from './graphqlQueries.ts'

const WORD = 'zqxjvidentity'
/** Each door writes an identity of its own, so that a trace tells where it came from. */
const identity = (door: string): string => `Zoë ${WORD}${door} “Söhne & Co”`
/** What the newsroom may know of them and readers may not. */
const INTERNAL = ['wkyxname', 'wkyxrole', 'wkyxhouse', 'wkyxnote']
const DESCRIPTION = 'a clerk who saw the qvwxk letters'

const { config, folder } = testConfig({ LOG_LEVEL: 'trace' })
const { database } = config
const dataDir = path.join(folder, 'data')
const databaseEnv = database.kind === 'mongodb' ? { DATABASE_URL: database.url } : {}

/** All that is kept: the files of the newsroom, and the documents of every collection where they lie elsewhere. */
const keptNow = async (): Promise<Corpus[]> => {
  const files = filesBelow(folder)
  if (database.kind === 'sqlite') return files
  return [...files, { name: 'collections', bytes: Buffer.from(await storedText(config)) }]
}
/** Where the words of a source stand in the open, so that finding nothing means something. */
const places =
  database.kind === 'sqlite'
    ? ['data/verbatim.db', 'backup/verbatim.db']
    : ['collections', 'backup/mongodb/sources.jsonl']
const answers: Corpus[] = []
const doors: string[] = []
let server: Child | undefined
let origin = ''
let slugs: string[] = []
let queries: string[] = []
const people: Record<string, Person | null> = { anybody: null }
let sourceId = ''
let articleSlug = ''
let articleId = ''

type Ask = { as?: string; method?: string; body?: unknown; headers?: Record<string, string> }

/** Asks the running server; every answer is kept, to be searched. */
const ask = async (
  where: string,
  { as = 'chief', method = 'GET', body, headers = {} }: Ask = {},
) => {
  const isRaw = typeof body === 'string' || body instanceof FormData
  const answer = await fetch(`${origin}${where}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(people[as] ? { authorization: `JWT ${people[as].token}` } : {}),
      ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const heads = JSON.stringify([...answer.headers])
  const name = `${as} ${method} ${where.replaceAll(new RegExp(`${WORD}\\w*`, 'g'), '…')}`
  answers.push({ name, bytes: Buffer.from(`${answer.status} ${heads}\n${text}`) })
  let json: Json = null
  try {
    json = JSON.parse(text)
  } catch {
    // A page or a file.
  }
  return { status: answer.status, text, json, headers: answer.headers }
}

const door = (name: string): string => {
  doors.push(name)
  return identity(name)
}

const confidential = (name: string) => ({
  kind: 'person',
  isConfidential: true,
  name: `wkyxname ${name}`,
  role: 'wkyxrole',
  affiliation: 'wkyxhouse',
  reliabilityNote: 'wkyxnote',
  publicDescription: DESCRIPTION,
})

beforeAll(async () => {
  const payload = await bootPayload({ config })
  payload.logger.level = 'silent'
  const room = furnish({ payload, config, folder, close: () => payload.destroy() })
  for (const role of ['reporter', 'editor', 'chief', 'admin'] as const) {
    people[role] = await room.makeUser(role)
  }
  slugs = Object.keys(payload.collections)
  queries = (await queriesFor(room)).map(({ alternatives }) => alternatives.at(-1) ?? '')
  room.ledger.close()
  await payload.destroy()

  const port = await freePort({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${port}`
  const env = {
    ...databaseEnv,
    DATA_DIR: dataDir,
    MEDIA_DIR: config.mediaDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    SELF_APPROVAL: '1',
    LOG_LEVEL: 'trace',
  }
  server = runFile('tests/support/loggingServer.ts', [], env)
  await untilPrinted(server, 'ready')
}, 120_000)

afterAll(async () => {
  server?.process.kill('SIGTERM')
  await server?.ended
  rmSync(folder, { recursive: true, force: true })
  if (database.kind === 'mongodb') await dropDatabase(database.url)
})

describe('an identity comes in', () => {
  it('by REST, by GraphQL, by the panel’s form, in bulk, with a copy', async () => {
    const made = await ask('/api/sources', {
      as: 'reporter',
      method: 'POST',
      body: { ...confidential('rest'), identity: door('rest') },
    })
    expect(made.status).toBe(201)
    sourceId = made.json.doc.id as string

    const graphql = await ask('/api/graphql', {
      method: 'POST',
      body: {
        query: 'mutation($data: mutationSourceInput!) { createSource(data: $data) { id name } }',
        variables: { data: { ...confidential('graphql'), identity: door('graphql') } },
      },
    })
    const graphqlId = graphql.json.data.createSource.id as string
    const literal = JSON.stringify(door('literal'))
    const inline = await ask('/api/graphql', {
      method: 'POST',
      body: {
        query: `mutation { updateSource(id: "${graphqlId}", data: { identity: ${literal} }) { id } }`,
      },
    })
    expect(inline.json.errors).toBeUndefined()

    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...confidential('form'), identity: door('form') }))
    expect((await ask('/api/sources', { method: 'POST', body: form })).status).toBe(201)
    const bulk = await ask(`/api/sources?where[id][in]=${graphqlId}`, {
      method: 'PATCH',
      body: { identity: door('bulk') },
    })
    expect(bulk.json.docs).toHaveLength(1)
    const edited = await ask(`/api/sources/${sourceId}`, {
      method: 'PATCH',
      body: { identity: door('patch'), approvedBy: people['chief']?.id },
    })
    expect(edited.status).toBe(200)
    const copy = await ask(`/api/sources/${sourceId}/duplicate`, { method: 'POST', body: {} })
    expect(copy.status).toBe(200)
  })

  it('and is refused when it does not fit, without being repeated', async () => {
    const to = `/api/sources/${sourceId}`
    const patch = (as: string, body: unknown, headers = {}) =>
      ask(to, { as, method: 'PATCH', body, headers })
    const long = `${door('long')} ${'x'.repeat(1000)}`
    expect((await patch('chief', { identity: long })).status).toBe(400)
    for (const wrong of [[door('list')], { name: door('object') }, { [door('key')]: 1 }]) {
      expect((await patch('chief', { identity: wrong })).status).toBe(400)
    }
    expect((await patch('admin', { identity: door('admin') })).status).toBe(403)
    expect((await patch('anybody', { identity: door('anybody') })).status).toBe(403)
    const cut = `{"identity": "${door('cut')}`
    const asJson = { 'content-type': 'application/json' }
    expect((await patch('chief', cut, asJson)).status).toBe(400)
    for (const broken of [cut, `{"identity": ${WORD}}`, `{"identity": "A", "${WORD}`]) {
      const form = new FormData()
      form.set('_payload', broken)
      expect((await patch('chief', form)).status).toBe(400)
    }
    const unknown = await ask('/api/sources/00000000-0000-4000-8000-000000000000', {
      method: 'PATCH',
      body: { identity: door('unknown') },
    })
    expect(unknown.status).toBe(404)
    const graphql = async (query: string, variables?: object) =>
      ask('/api/graphql', { method: 'POST', body: { query, variables } })
    const update = `mutation($data: mutationSourceUpdateInput!) { updateSource(id: "${sourceId}", data: $data) { id } }`
    for (const wrong of [long, [door('gql-list')], { a: door('gql-object') }]) {
      expect((await graphql(update, { data: { identity: wrong } })).text).toContain('errors')
    }
    const literals = [`{a: "${door('gql-literal')}"}`, `[${WORD}]`, `"${WORD}" "${WORD}"`]
    for (const literal of literals) {
      const mutation = `mutation { updateSource(id: "${sourceId}", data: { identity: ${literal} }) { id } }`
      expect((await graphql(mutation)).text).toContain('errors')
    }
    const filter = encodeURIComponent(door('filter'))
    for (const as of Object.keys(people)) {
      const answer = await ask(`/api/sources?where[identity][like]=${filter}`, { as })
      expect(answer.json.docs ?? []).toEqual([])
    }
  })
})

describe('its source is quoted', () => {
  it('in a story that is published, changed and corrected', async () => {
    const post = async (slug: string, body: object, as = 'editor') => {
      const answer = await ask(`/api/${slug}`, { as, method: 'POST', body })
      expect({ [slug]: answer.status, text: answer.status < 300 ? '' : answer.text }).toEqual({
        [slug]: 201,
        text: '',
      })
      return answer.json.doc as { id: string; slug: string }
    }
    const section = await post('sections', { name: 'World' })
    const quote = await post('quotes', {
      text: 'The letters were never sent.',
      speaker: sourceId,
      chain: [],
    })
    const article = await post('articles', {
      headline: 'The letters',
      bylineOverride: 'From our correspondents',
      section: section.id,
      body: bodyOf({ quotes: [quote.id], cites: [sourceId] }),
    })
    articleId = article.id
    const save = (body: object) =>
      ask(`/api/articles/${articleId}`, { as: 'editor', method: 'PATCH', body })
    const published = await save({ _status: 'published' })
    expect({ status: published.status, text: published.status < 300 || published.text }).toEqual({
      status: 200,
      text: true,
    })
    articleSlug = published.json.doc.slug as string
    const correction = { kind: 'correction', at: '2026-05-01T10:00:00.000Z', text: 'A word.' }
    await save({ standfirst: 'Later.', _status: 'published' })
    expect((await save({ corrections: [correction], _status: 'published' })).status).toBe(200)
    await save({ headline: 'A draft of the letters' })
  })

  it('and the identity is read by a chief, while others are refused', async () => {
    const unseal = (as: string, reason: string) =>
      ask(`/api/sources/${sourceId}/unseal`, { as, method: 'POST', body: { reason } })
    const read = await unseal('chief', 'The lawyers asked whether they exist.')
    expect(read.json).toEqual({ identity: identity('patch') })
    expect(read.headers.get('cache-control')).toContain('no-store')
    // The one answer that carries it.
    answers.pop()
    for (const as of ['editor', 'reporter', 'admin']) {
      expect((await unseal(as, `I believe it is ${identity('patch')}`)).status).toBe(403)
    }
    expect((await unseal('chief', `Is it ${identity('patch')}?`)).status).toBe(400)
  })
})

describe('and is nowhere', () => {
  it('in what any role is answered, by any address', async () => {
    for (const as of Object.keys(people)) {
      for (const slug of slugs) {
        for (const query of [
          'depth=3&limit=500&draft=true',
          'depth=1&limit=500&trash=true&showHiddenFields=true',
          'select[identity]=true&overrideAccess=true',
        ]) {
          const { json } = await ask(`/api/${slug}?${query}`, { as })
          if (!query.startsWith('depth=3')) continue
          for (const { id } of ((json?.docs ?? []) as { id: string }[]).slice(0, 4)) {
            await ask(`/api/${slug}/${id}?depth=2&draft=true`, { as })
          }
        }
        await ask(`/api/${slug}/versions?depth=1&limit=100`, { as })
      }
      await ask('/api/access', { as })
      await ask(`/api/articles/${articleId}/preflight`, { as })
      await ask(`/api/sources/${sourceId}/unseal`, { as })
    }
    for (const query of queries) {
      await ask('/api/graphql', { method: 'POST', body: { query } })
      await ask('/api/graphql', { as: 'anybody', method: 'POST', body: { query } })
    }
    expect(answers.length).toBeGreaterThan(500)
  }, 240_000)

  it('in what readers are served', async () => {
    const readers = [
      ...['articles', 'quotes', 'sources', 'authors', 'sections', 'changes?since=0'],
      `articles/${articleSlug}`,
    ].map((address) => `/v1/${address}`)
    for (const address of [...readers, `/articles/${articleSlug}`, '/', '/healthz']) {
      await ask(address, { as: 'anybody' })
    }
    const graphql = await ask('/graphql', {
      as: 'anybody',
      method: 'POST',
      body: {
        query: '{ quotes { nodes { text speaker { name description role affiliation } } } }',
      },
    })
    expect(graphql.text).toContain(DESCRIPTION)
    const seen = answers.filter(({ name }) => name.startsWith('anybody '))
    for (const word of INTERNAL) expect(tracesOf(word, seen)).toEqual([])
  })

  it('in the database, the log, a backup, the exports and the answers, in no encoding', async () => {
    // While the server runs, much of SQLite lies in the write-ahead log.
    const running = await keptNow()
    await makeBackup(config, path.join(folder, 'backup'), new Date())
    const exported: Corpus[] = []
    for (const format of ['json', 'html']) {
      const child = runFile('src/cli/main.ts', ['export', articleSlug, '--format', format], {
        ...databaseEnv,
        DATA_DIR: dataDir,
        MEDIA_DIR: config.mediaDir,
        LOG_LEVEL: 'trace',
      })
      expect(await child.ended).toBe(0)
      exported.push({ name: `export ${format}`, bytes: Buffer.from(child.output()) })
    }
    const log = { name: 'log', bytes: Buffer.from(server?.output() ?? '') }
    const everything = [...running, ...(await keptNow()), log, ...exported, ...answers]
    expect(running.map(({ name }) => name)).toContain(
      database.kind === 'sqlite' ? 'data/verbatim.db-wal' : 'collections',
    )
    expect(log.bytes.length).toBeGreaterThan(100)

    // What may be there is there: finding nothing means something.
    const there = tracesOf('qvwxk', everything)
    for (const place of [...places, 'export json', 'export html']) {
      expect(there).toContain(`${place}: plain`)
    }
    for (const word of INTERNAL) expect(tracesOf(word, exported)).toEqual([])
    expect(doors.length).toBeGreaterThan(15)
    expect(tracesOf(WORD, everything)).toEqual([])
    // Errors of parsers repeat a few letters of what they stumble over.
    expect(tracesOf(WORD.slice(0, 8), everything)).toEqual([])
    expect(tracesOf(encodeURIComponent('Zoë ').slice(0, -3) + '%20', everything)).toEqual([])
  }, 240_000)

  it('in no form the search would miss', () => {
    const hidden = identity('hidden')
    const forms = [
      hidden,
      Buffer.from(hidden).toString('hex'),
      Buffer.from(hidden, 'utf16le'),
      ...['', 'x', 'xx'].map((before) => Buffer.from(before + hidden).toString('base64')),
      encodeURIComponent(hidden),
      JSON.stringify(hidden),
    ]
    for (const form of forms) {
      expect(tracesOf(WORD, [{ name: 'planted', bytes: Buffer.from(form) }])).not.toEqual([])
    }
  })
})
