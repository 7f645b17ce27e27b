/** The record of activity: what stands in it, that it only grows, and how it is taken out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom
let admin: Person
let chief: Person
let editor: Person

beforeAll(async () => {
  room = await openNewsroom()
  admin = await room.makeUser('admin', 'Ada Admin')
  chief = await room.makeUser('chief', 'Cleo Chief')
  editor = await room.makeUser('editor', 'Edda Editor')
})
afterAll(() => room.close())

const rowsAbout = async (subjectId: string): Promise<Json[]> => {
  const where = `where[subjectId][equals]=${subjectId}&sort=at&limit=100`
  return (await room.rest(chief, 'GET', `/api/activity?${where}`)).json.docs
}
const verbsAbout = async (subjectId: string): Promise<string[]> =>
  (await rowsAbout(subjectId)).map(({ verb }) => verb)

describe('accounts', () => {
  it('are on record when made, given other roles, another password, and removed', async () => {
    const made = await room.rest(admin, 'POST', '/api/users', {
      name: 'Nia New',
      email: 'nia@newsroom.example',
      password: 'first password of Nia',
      roles: ['reporter'],
    })
    const { id } = made.json.doc
    const change = (data: object) => room.rest(admin, 'PATCH', `/api/users/${id}`, data)
    await change({ roles: ['editor', 'chief'] })
    await change({ password: 'second password of Nia' })
    await change({ name: 'Nia Newman' })
    expect((await room.rest(admin, 'DELETE', `/api/users/${id}`)).status).toBe(200)
    const rows = await rowsAbout(id)
    expect(rows.map(({ verb, summary, actorName }) => [verb, summary, actorName])).toEqual([
      ['make account', 'Made an account for Nia New: reporter', 'Ada Admin'],
      ['change roles', 'Nia New is chief, editor now, was reporter', 'Ada Admin'],
      ['change password', 'New password for Nia New', 'Ada Admin'],
      ['remove account', 'Removed the account of Nia Newman', 'Ada Admin'],
    ])
    expect(JSON.stringify(rows)).not.toContain('password of Nia')
  })

  it('tell of a password that was reset by mail', async () => {
    const { id, email } = await room.makeUser('reporter', 'Flo Forgot')
    const token = await room.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const reset = { token, password: 'a new one for Flo' }
    expect((await room.rest(null, 'POST', '/api/users/reset-password', reset)).status).toBe(200)
    expect((await rowsAbout(id)).map(({ summary }) => summary)).toContain(
      'Flo Forgot reset the password by mail',
    )
  })

  it('leave no row when the change was refused', async () => {
    const before = (await rowsAbout(editor.id)).length
    const { status } = await room.rest(editor, 'PATCH', `/api/users/${chief.id}`, {
      password: 'not for me to change',
    })
    expect(status).toBe(403)
    expect(await rowsAbout(editor.id)).toHaveLength(before)
    expect(await verbsAbout(chief.id)).not.toContain('change password')
  })

  it('tell of wrong passwords by REST and GraphQL, once of the lock, and of strangers nothing', async () => {
    const person = await room.makeUser('reporter', 'Rita Wrong')
    const countAll = async (): Promise<number> =>
      (await room.rest(chief, 'GET', '/api/activity?limit=1')).json.totalDocs
    const signIn = (email: string) =>
      room.rest(null, 'POST', '/api/users/login', { email, password: 'wrong' })
    const before = await countAll()
    expect((await signIn('nobody@newsroom.example')).status).toBe(401)
    expect(await countAll()).toBe(before)

    await signIn(person.email)
    await room.graphql(
      null,
      `mutation { loginUser(email: "${person.email}", password: "wrong") { token } }`,
    )
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(person.email)
    const verbs = (await verbsAbout(person.id)).filter((verb) => /fail|lock/.test(verb))
    expect(verbs).toEqual([...Array.from({ length: 7 }, () => 'sign-in failed'), 'lock account'])
    expect((await rowsAbout(person.id)).at(-1)).toMatchObject({ actorName: 'Somebody' })
  })
})

it('tells what is put into the bin, taken out, and deleted for good', async () => {
  const { id } = await room.makeArticle({ headline: 'Not wanted' })
  await room.rest(chief, 'PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
  await room.rest(chief, 'PATCH', `/api/articles/${id}?trash=true`, { deletedAt: null })
  await room.rest(chief, 'PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
  await room.rest(chief, 'DELETE', `/api/articles/${id}?trash=true`)
  const rows = (await rowsAbout(id)).filter(({ verb }) => /bin|delete/.test(verb))
  expect(rows.map(({ summary }) => summary)).toEqual([
    'Put into the bin: article “Not wanted”',
    'Took out of the bin: article “Not wanted”',
    'Put into the bin: article “Not wanted”',
    'Deleted article “Not wanted”',
  ])
})

describe('the record', () => {
  it('is only added to, whatever rights the code has that asks', async () => {
    const { docs } = await room.payload.find({ collection: 'activity', limit: 1, depth: 0 })
    const id = docs[0]?.id ?? ''
    const all = { collection: 'activity', overrideAccess: true } as const
    await expect(room.payload.update({ ...all, id, data: { summary: 'x' } })).rejects.toThrow(
      /only added to/,
    )
    await expect(room.payload.delete({ ...all, id })).rejects.toThrow(/only added to/)
    expect(await room.payload.findByID({ ...all, id })).toMatchObject(docs[0] ?? {})
  })

  it('comes out as a table and as JSON lines, filtered like the list', async () => {
    const { id } = await room.makeSource({ name: '=HYPERLINK("x")' })
    await room.rest(chief, 'DELETE', `/api/sources/${id}`)
    const query = `where[subjectId][equals]=${id}`
    const csv = await room.rest(chief, 'GET', `/api/activity/export?${query}`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('cache-control')).toBe('no-store')
    const [head, row, ...rest] = csv.text.split('\r\n')
    expect(head).toMatch(/^at,verb,summary,actorName/)
    expect(row).toContain('"Deleted source “=HYPERLINK(""x"")”",Cleo Chief')
    expect(rest).toEqual([''])
    const lines = await room.rest(admin, 'GET', `/api/activity/export?format=jsonl&${query}`)
    expect(JSON.parse(lines.text)).toMatchObject({ verb: 'delete', subjectId: id })
  })

  it('comes out whole, over many pages, in the order of what was done', async () => {
    const at = Date.now() - 1000
    for (let number = 0; number < 1203; number += 1) {
      await room.payload.db.create({
        collection: 'activity',
        data: { at: new Date(at + (number % 7)).toISOString(), verb: 'test', summary: `${number}` },
      })
    }
    const query = 'format=jsonl&where[verb][equals]=test'
    const { text } = await room.rest(chief, 'GET', `/api/activity/export?${query}`)
    const rows: Json[] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(new Set(rows.map(({ summary }) => summary)).size).toBe(1203)
    expect(rows.map((row) => row.at)).toEqual(rows.map((row) => row.at).toSorted())
  }, 60_000)

  it('is for chiefs and admins, and says which formats there are', async () => {
    expect((await room.rest(editor, 'GET', '/api/activity/export')).status).toBe(403)
    expect((await room.rest(null, 'GET', '/api/activity/export')).status).toBe(403)
    const answer = await room.rest(chief, 'GET', '/api/activity/export?format=xls')
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Ask for csv or jsonl')
  })
})
