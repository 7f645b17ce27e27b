/**
 * Signing in writes a session, and nothing else.
 *
 * Payload reads the account before it checks the password, and writes it back whole afterwards, with one more session.
 * What happened in between is undone by that: a login in another process loses its session, and a
 * role that was taken away is back. Here the new session is added to what the account is by then; two
 * that still collide are a write conflict, and made again.
 */
import type { CollectionSlug } from 'payload'

type Session = { id: string; expiresAt: string | Date }
type Account = Record<string, unknown> & { sessions?: Session[] | null }
type UpdateOne = { collection: CollectionSlug; id?: unknown; data: Account; req?: unknown }
type Adapter = {
  findOne: (args: object) => Promise<Account | null>
  updateOne: (args: UpdateOne) => Promise<unknown>
}

/** Wraps the adapter's method by which an account is written. */
export const keepSessions = (adapter: Record<string, unknown>): void => {
  const own = adapter as unknown as Adapter
  const updateOne = own.updateOne.bind(own)
  own.updateOne = async (args) => {
    const { collection, data, id, req } = args
    const added = addedSession(data)
    if (!added || id === undefined) return updateOne(args)
    const stored = await own.findOne({ collection, req, where: { id: { equals: id } } })
    const before = stored?.sessions ?? []
    // Renewing and signing out look the same, and have read the account in their own transaction.
    if (!stored || before.some((session) => session.id === added.id)) return updateOne(args)
    const now = Date.now()
    const alive = before.filter(({ expiresAt }) => new Date(expiresAt).getTime() > now)
    return updateOne({ ...args, data: { sessions: [...alive, added], updatedAt: null } })
  }
}

/** Payload marks a write of sessions alone by an empty `updatedAt`; a new session is the last one. */
const addedSession = ({ sessions, updatedAt }: Account): Session | undefined =>
  updatedAt === null && Array.isArray(sessions) ? sessions.at(-1) : undefined
