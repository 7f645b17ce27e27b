/** Keys of API consumers: made here, shown once, kept as a hash. Administrators decide who has one. */
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type Endpoint,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import { afterCommit } from '#src/database/afterCommit.ts'
import { noteKeyChange } from '#src/ledger/keyStore.ts'
import { keyHash, makeKey, shownOf } from '#src/ledger/readerKeys.ts'
import { recordActivity } from './activity.ts'

/** Where a key waits, within its request, until it is shown. */
const NEW_KEY = 'newConsumerKey'

/** A new consumer gets its key; a renewed one gets another. */
export const fillKey: CollectionBeforeChangeHook = ({ context, data, operation }) => {
  if (operation !== 'create' && context[NEW_KEY] === undefined) return data
  const key = makeKey()
  context[NEW_KEY] = key
  return { ...data, keyHash: keyHash(key), keyPrefix: shownOf(key) }
}

/** Tells the reader side, writes the record, and adds the key to this one answer. */
export const showKeyOnce: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const consumer = doc as { id: string; name: string; isRevoked?: boolean | null }
  await afterCommit(req, () => noteKeyChange(req.payload.db))
  const key = context[NEW_KEY]
  const wasRevoked = Boolean((previousDoc as { isRevoked?: boolean } | undefined)?.isRevoked)
  const verb =
    typeof key === 'string'
      ? operation === 'create'
        ? 'make key'
        : 'renew key'
      : consumer.isRevoked && !wasRevoked
        ? 'revoke key'
        : null
  if (verb) {
    await recordActivity(req, {
      verb,
      summary: `${verb.replace(/^./, (letter) => letter.toUpperCase())} of “${consumer.name}”`,
      subject: { collection: 'consumers', id: consumer.id },
    })
  }
  delete context[NEW_KEY]
  return typeof key === 'string' ? { ...(doc as object), key } : (doc as object)
}

/** The key of a consumer that is gone opens nothing. */
export const forgetKey: CollectionAfterDeleteHook = async ({ req }) => {
  await afterCommit(req, () => noteKeyChange(req.payload.db))
}

/** `POST /api/consumers/:id/renew`: a new key, shown this once; the old one stops at the same moment. */
const renewEndpoint: Endpoint = {
  path: '/:id/renew',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Sign in first.', 401)
    if (!hasRole(req.user, 'admin')) {
      throw new APIError('Only an administrator may make keys.', 403)
    }
    const doc = await req.payload.update({
      collection: 'consumers',
      id: String(req.routeParams?.['id']),
      data: {},
      context: { [NEW_KEY]: '' },
      depth: 0,
      overrideAccess: false,
      req,
    })
    const { key, keyPrefix } = doc as unknown as { key: string; keyPrefix: string }
    return Response.json({ key, keyPrefix }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

export const consumerEndpoints: Endpoint[] = [renewEndpoint]
