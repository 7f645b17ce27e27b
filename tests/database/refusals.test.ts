/** When the database cannot save, whoever saved is told so, in words and by the status, on both APIs. */
import type { Client } from '@libsql/client'
import type { CollectionAfterChangeHook, Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let newsroom: Newsroom
let editor: Person
let client: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await newsroom.makeUser('editor')
  client = (newsroom.payload.db as unknown as { client: Client }).client
})
afterAll(() => newsroom.close())

const headlines = async (): Promise<string[]> => {
  const answer = await newsroom.rest(editor, 'GET', '/api/articles?draft=true&limit=100&depth=0')
  return (answer.json as { docs: { headline: string }[] }).docs.map(({ headline }) => headline)
}
const createByRest = (headline: string) =>
  newsroom.rest(editor, 'POST', '/api/articles?draft=true', { headline })
const createByGraphql = (headline: string) =>
  newsroom.graphql(
    editor,
    `mutation ($headline: String!) { createArticle(
      draft: true, data: { headline: $headline, kind: report, language: "en", state: draft }
    ) { id } }`,
    { headline },
  )

describe('a full disk', () => {
  afterEach(() => client.execute('PRAGMA max_page_count = 1073741823'))

  const fill = async (): Promise<void> => {
    const { rows } = await client.execute('SELECT * FROM pragma_page_count')
    await client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.[0])}`)
  }
  /** There may be room left in pages that are begun: save until it is used up. */
  const untilRefused = async (save: (headline: string) => Promise<{ status: number }>) => {
    for (let turn = 0; turn < 200; turn += 1) {
      const answer = await save(`full ${turn} ${'x'.repeat(150)}`)
      if (answer.status >= 400) return answer as Awaited<ReturnType<typeof createByRest>>
    }
    throw new Error('the disk is not full')
  }

  it.each([
    ['REST', createByRest],
    ['GraphQL', createByGraphql],
  ])('is 507 with words over %s, and saving works again afterwards', async (name, save) => {
    await fill()
    const before = await headlines()
    const refused = await untilRefused(save)
    expect(refused.status).toBe(507)
    expect(refused.text).toContain('disk of the database is full')
    expect(refused.text).not.toContain('Something went wrong')
    const kept = await headlines()
    expect(kept.length).toBeGreaterThanOrEqual(before.length)
    await client.execute('PRAGMA max_page_count = 1073741823')
    expect((await save(`room again ${name}`)).status).toBeLessThan(300)
    expect(await headlines()).toContain(`room again ${name}`)
  })
})

describe('a read-only database', () => {
  afterEach(() => client.execute('PRAGMA query_only = 0'))

  it('is 507 with words, and can still be read', async () => {
    await client.execute('PRAGMA query_only = 1')
    const refused = await createByRest('cannot be saved')
    expect(refused.status).toBe(507)
    expect(refused.text).toContain('read-only')
    expect(await headlines()).not.toContain('cannot be saved')
  })
})

describe('a writer that is not free', () => {
  it('is 503 with Retry-After', async () => {
    const { payload } = newsroom
    const begin = payload.db.beginTransaction.bind(payload.db)
    const { busy } = await import('#src/database/writeQueue.ts')
    payload.db.beginTransaction = () => Promise.reject(busy(10))
    try {
      const answers = [await createByRest('too late'), await createByGraphql('too late')]
      for (const answer of answers) {
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('2')
        expect(answer.text).toContain('Nothing was saved')
      }
    } finally {
      payload.db.beginTransaction = begin
    }
  })
})

describe('a hook that forgets req', () => {
  const withHook = async (hook: CollectionAfterChangeHook, act: () => Promise<unknown>) => {
    const { hooks } = newsroom.payload.collections.sections.config
    const before = hooks.afterChange
    hooks.afterChange = [...before, hook]
    try {
      return await act().catch((error: unknown) => error)
    } finally {
      hooks.afterChange = before
    }
  }
  const saveElsewhere = (payload: Payload) =>
    payload.create({
      collection: 'authors',
      data: { name: 'Forgotten' },
      depth: 0,
      overrideAccess: true,
    })

  it('is found at once and named, by whatever call it saves', async () => {
    const { payload } = newsroom
    const forgetful = [
      async function forgetsInAnOperation() {
        await saveElsewhere(payload)
      },
      async function forgetsInTheAdapter() {
        await payload.db.create({ collection: 'authors', data: { name: 'Forgotten' } })
      },
    ]
    for (const hook of forgetful) {
      const error = await withHook(hook as never, () => newsroom.makeSection())
      expect(String(error)).toContain('without passing `req`')
      expect(String(error)).toContain(hook.name)
    }
    expect(String(await newsroom.makeSection().then(({ name }) => name))).toContain('Section')
  })

  it('that passes it is left alone, and so is what is saved after the commit', async () => {
    const { payload } = newsroom
    const saved = await withHook(
      async ({ req }) => {
        await payload.create({
          collection: 'authors',
          data: { name: 'Remembered' },
          depth: 0,
          overrideAccess: true,
          req,
        })
      },
      () => newsroom.makeSection(),
    )
    expect(saved).toHaveProperty('id')
    await saveElsewhere(payload)
  })

  it('does not keep Payload itself from noting that a password reset was asked for', async () => {
    const { payload } = newsroom
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email: editor.email },
    })
    expect(token).toMatch(/^[0-9a-f]+$/)
  })
})

describe('logins', () => {
  it('twenty at once for one account all stay valid, by both APIs', async () => {
    const { email, password } = editor
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async (_, turn) => {
        if (turn % 2) {
          const byRest = await newsroom.rest(null, 'POST', '/api/users/login', { email, password })
          return byRest.json.token as string
        }
        const byGraphql = await newsroom.graphql(
          null,
          `mutation { loginUser(email: "${email}", password: "${password}") { token } }`,
        )
        return byGraphql.json.data.loginUser.token as string
      }),
    )
    expect(new Set(tokens).size).toBe(20)
    const people = await Promise.all(
      tokens.map((token) => newsroom.rest({ ...editor, token }, 'GET', '/api/users/me')),
    )
    const emails = people.map(({ json }) => (json as { user?: { email: string } }).user?.email)
    expect(emails).toEqual(tokens.map(() => email))
  })

  it('one leaves while others come: only that one is gone', async () => {
    const { email, password } = editor
    const logIn = async () =>
      (await newsroom.rest(null, 'POST', '/api/users/login', { email, password })).json
        .token as string
    const leaving = await logIn()
    const [, ...tokens] = await Promise.all([
      newsroom.rest({ ...editor, token: leaving }, 'POST', '/api/users/logout'),
      ...Array.from({ length: 5 }, logIn),
    ])
    const isIn = async (token: string) =>
      Boolean((await newsroom.rest({ ...editor, token }, 'GET', '/api/users/me')).json.user)
    expect(await isIn(leaving)).toBe(false)
    expect(await Promise.all(tokens.map(isIn))).toEqual(tokens.map(() => true))
  })
})
