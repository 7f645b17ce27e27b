/** Keys of API consumers: made here, shown once, kept as a hash. Administrators decide who has one. */
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import { afterCommit } from '#src/database/afterCommit.ts'
import { noteKeyChange } from '#src/ledger/keyStore.ts'
import { keyHash, makeKey, shownOf } from '#src/ledger/readerKeys.ts'
import type { Consumer } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { inTransaction } from '#src/editorial/requests/inTransaction.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/** Where a key waits, within its request, until it is shown. */
const NEW_KEY = 'newConsumerKey'

/** A new consumer gets its key. */
export const fillKey: CollectionBeforeChangeHook = ({ context, data, operation }) => {
  if (operation !== 'create') return data
  const key = makeKey()
  context[NEW_KEY] = key
  return { ...data, keyHash: keyHash(key), keyPrefix: shownOf(key) }
}

/** Tells the reader side, writes the record, and adds the key to this one answer. */
export const showKeyOnce: CollectionAfterChangeHook<Consumer> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  await afterCommit(req, () => noteKeyChange(req.payload.db))
  if (operation !== 'create') {
    await recordChanges(req, previousDoc, doc)
    return doc
  }
  const key = context[NEW_KEY]
  delete context[NEW_KEY]
  await record(req, doc, 'make key')
  return { ...doc, key }
}

/** The key of a consumer that is gone opens nothing. */
export const forgetKey: CollectionAfterDeleteHook<Consumer> = ({ req }) =>
  afterCommit(req, () => noteKeyChange(req.payload.db))

const recordChanges = async (
  req: PayloadRequest,
  before: Consumer,
  after: Consumer,
): Promise<void> => {
  const isRevoked = Boolean(after.isRevoked)
  if (isRevoked !== Boolean(before.isRevoked)) {
    await record(req, after, isRevoked ? 'revoke key' : 'restore key')
  }
  const changes = keyChanges(before, after, await sectionNames(req, [before, after]))
  if (changes.length > 0) await record(req, after, 'change key', `: ${changes.join(', ')}`)
}

const record = (
  req: PayloadRequest,
  { id, name }: Consumer,
  verb: string,
  more = '',
): Promise<void> =>
  recordActivity(req, {
    verb,
    summary: `${verb.replace(/^./, (letter) => letter.toUpperCase())} of “${name}”${more}`,
    subject: { collection: 'consumers', id },
  })

/** What a key opens, for how long and how often, in words. */
const facts: Record<string, (consumer: Consumer, names: Map<string, string>) => string> = {
  'requests each minute': ({ ratePerMinute }) => String(ratePerMinute ?? 'as the server says'),
  expires: ({ expiresAt }) => (expiresAt ? new Date(expiresAt).toISOString() : 'never'),
  opens: ({ scopes }) => [...scopes].sort().join(' and '),
  sections: (consumer, names) =>
    sectionIds(consumer)
      .map((id) => names.get(id) ?? id)
      .sort()
      .join(' and ') || 'all',
}

/** What of a key's rights differs: `expires never → 2027-01-01T00:00:00.000Z`. */
const keyChanges = (before: Consumer, after: Consumer, names: Map<string, string>): string[] =>
  Object.entries(facts).flatMap(([name, tell]) => {
    const [was, is] = [tell(before, names), tell(after, names)]
    return was === is ? [] : [`${name} ${was} → ${is}`]
  })

const sectionIds = ({ sections }: Consumer): string[] =>
  (sections ?? []).flatMap((section) => idOf(section) ?? [])

const sectionNames = async (
  req: PayloadRequest,
  consumers: Consumer[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(consumers.flatMap(sectionIds))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
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
    const consumer = await req.payload.findByID({
      collection: 'consumers',
      id: String(req.routeParams?.['id']),
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    if (!consumer) throw new APIError('There is no such consumer.', 404)
    const key = makeKey()
    const keyPrefix = shownOf(key)
    await inTransaction(req, async () => {
      await req.payload.db.updateOne({
        collection: 'consumers',
        id: consumer.id,
        // An open form stays fresh: nothing of this is what somebody edits.
        data: { keyHash: keyHash(key), keyPrefix, updatedAt: null },
        req,
      })
      await record(req, consumer, 'renew key')
      await afterCommit(req, () => noteKeyChange(req.payload.db))
    })
    return Response.json({ key, keyPrefix }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

export const consumerEndpoints: Endpoint[] = [renewEndpoint]
