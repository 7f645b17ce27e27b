/** What happens to accounts, for the record: made, given other roles, another password, removed. */
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeValidateHook,
} from 'payload'
import type { User } from '#src/payload-types.ts'
import { recordActivity } from './activity.ts'

const about = (id: unknown) => ({ collection: 'users', id: String(id) })

/**
 * Before a save: a new password is on record without a word of it. A reset by mail shows in that it comes without the
 * account as it was.
 */
export const recordPassword: CollectionBeforeValidateHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isReset = originalDoc === undefined
  if (operation !== 'update' || !(isReset || data?.password)) return data
  const { id, name } = (originalDoc ?? data) as User
  await recordActivity(req, {
    verb: 'change password',
    summary: isReset ? `${name} reset the password by mail` : `New password for ${name}`,
    subject: about(id),
    actorName: name,
  })
  return data
}

/** After a save: a new account, and other roles. */
export const recordAccount: CollectionAfterChangeHook<User> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const roles = listed(doc.roles)
  if (operation === 'create') {
    const summary = `Made an account for ${doc.name}: ${roles}`
    await recordActivity(req, { verb: 'make account', summary, subject: about(doc.id) })
  } else if (roles !== listed(previousDoc.roles)) {
    const summary = `${doc.name} is ${roles} now, was ${listed(previousDoc.roles)}`
    await recordActivity(req, { verb: 'change roles', summary, subject: about(doc.id) })
  }
  return doc
}

/** After a deletion. */
export const recordAccountRemoval: CollectionAfterDeleteHook<User> = async ({ doc, req }) => {
  const summary = `Removed the account of ${doc.name}`
  await recordActivity(req, { verb: 'remove account', summary, subject: about(doc.id) })
}

const listed = (roles: User['roles'] | undefined): string => (roles ?? []).toSorted().join(', ')
