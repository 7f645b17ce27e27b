import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Role } from '#collections/access.ts'
import type { User } from '#src/payload-types.ts'

export type NewUser = {
  payload: Payload
  email: string
  name: string
  /** One role, or several. */
  role: Role | Role[]
  /** Left out, one is made and returned. */
  password?: string
  /** Which notices also come by mail; left out, all of them. */
  mailFor?: NonNullable<User['mailFor']>
}

/**
 * Makes an account.
 *
 * @returns the id, and the password when one was made: it is kept nowhere else
 * @throws ValidationError when the e-mail address is taken or malformed
 */
export const createUser = async ({
  payload,
  email,
  name,
  role,
  password,
  mailFor,
}: NewUser): Promise<{ id: string; email: string; password: string | null }> => {
  // 96 bits, in letters and digits that survive being typed from a screen.
  const made = password ?? randomBytes(12).toString('base64url')
  const user = await payload.create({
    collection: 'users',
    data: {
      email,
      name,
      roles: Array.isArray(role) ? role : [role],
      password: made,
      ...(mailFor ? { mailFor } : {}),
    },
    depth: 0,
    overrideAccess: true,
  })
  return { id: user.id, email: user.email, password: password === undefined ? made : null }
}

/** How many accounts there are: none means an empty newsroom. */
export const countUsers = async ({ payload }: { payload: Payload }): Promise<number> => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs
}
