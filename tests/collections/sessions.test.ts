/** Signing in while something else happens to the account. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Json, type Newsroom, type Person } from '#tests/support/newsroom.ts'

let room: Newsroom

beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const accountOf = async ({ id }: Person): Promise<Json> =>
  room.payload.db.findOne({ collection: 'users', where: { id: { equals: id } } })

/** What Payload writes at the end of a login that had read the account as it was then. */
const finishLogin = async (account: Json, session: string): Promise<void> => {
  const now = Date.now()
  const added = {
    id: session,
    createdAt: new Date(now),
    expiresAt: new Date(now + 60_000),
  }
  await room.payload.db.updateOne({
    collection: 'users',
    id: account.id,
    data: { ...account, sessions: [...account.sessions, added], updatedAt: null },
    returning: false,
  })
}

describe('a login that began before', () => {
  it('another one ended leaves both signed in', async () => {
    const person = await room.makeUser('reporter')
    const before = await accountOf(person)
    const { email, password } = person
    const second = await room.rest(null, 'POST', '/api/users/login', { email, password })
    await finishLogin(before, 'the-first')
    const who = { ...person, token: second.json.token }
    expect((await room.rest(who, 'GET', '/api/users/me')).json.user?.email).toBe(email)
    const ids = (await accountOf(person)).sessions.map(({ id }: Json) => id)
    expect(ids).toHaveLength(3)
    expect(ids.at(-1)).toBe('the-first')
  })

  it('a role was taken away does not bring it back', async () => {
    const person = await room.makeUser('chief')
    const before = await accountOf(person)
    await room.payload.update({
      collection: 'users',
      id: person.id,
      data: { roles: ['reporter'] },
      depth: 0,
      overrideAccess: true,
    })
    await finishLogin(before, 'late')
    expect((await accountOf(person)).roles).toEqual(['reporter'])
  })

  it('a logout ended does not bring its session back', async () => {
    const person = await room.makeUser('editor')
    const before = await accountOf(person)
    await room.rest(person, 'POST', '/api/users/logout')
    await finishLogin(before, 'after-logout')
    const ids = (await accountOf(person)).sessions.map(({ id }: Json) => id)
    expect(ids).toEqual(['after-logout'])
  })
})
