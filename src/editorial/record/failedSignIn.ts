/** Wrong passwords, for the record. Never more rows than an account allows attempts before it is locked. */
import { createLocalReq, type Payload } from 'payload'
import { recordActivity } from './activity.ts'

type Account = { id: string; name: string; loginAttempts?: number; lockUntil?: string | null }

/**
 * Records that somebody did not get into an account: a wrong password, or the lock after too many. Addresses nobody
 * has leave no row, nor does what is tried while the account is locked: else anybody could fill the record.
 *
 * @param attempt.email as it was typed
 * @param attempt.headers of the request: where it came from
 */
export const recordFailedSignIn = async (
  payload: Payload,
  { email, headers }: { email: string; headers: Headers },
): Promise<void> => {
  const account = await payload.db.findOne<Account>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  if (!account) return
  const { id, name, lockUntil } = account
  const isLocked = Boolean(lockUntil && new Date(lockUntil).getTime() > Date.now())
  if (isLocked && (await lastVerb(payload, id)) === 'lock account') return
  const req = await createLocalReq({ req: { headers } }, payload)
  await recordActivity(req, {
    verb: isLocked ? 'lock account' : 'sign-in failed',
    summary: isLocked
      ? `The account of ${name} is locked after too many wrong passwords`
      : `Somebody gave a wrong password for ${name}`,
    actorName: 'Somebody',
    subject: { collection: 'users', id },
  })
}

const lastVerb = async (payload: Payload, subjectId: string): Promise<string | undefined> => {
  const { docs } = await payload.find({
    collection: 'activity',
    where: { subjectId: { equals: subjectId } },
    sort: '-at',
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]?.verb
}
