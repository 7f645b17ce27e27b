/** The record of who did what. Rows are written in the transaction of the deed they tell of. */
import {
  APIError,
  type CollectionAfterLoginHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'

export type Deed = {
  /** `publish`, `retract`, `sign in`… */
  verb: string
  /** For people: `Published “Wheat prices climb”`. */
  summary: string
  subject?: { collection: string; id: string }
  reason?: string | null
  /** Who, where nobody is signed in. */
  actorName?: string
}

/** Writes one row. */
export const recordActivity = async (req: PayloadRequest, deed: Deed): Promise<void> => {
  const user = req.user as { id: string; name?: string } | null
  await req.payload.create({
    collection: 'activity',
    data: {
      at: new Date().toISOString(),
      verb: deed.verb,
      summary: deed.summary,
      actorId: user?.id ?? null,
      actorName: user?.name ?? deed.actorName ?? 'Verbatim',
      subjectCollection: deed.subject?.collection ?? null,
      subjectId: deed.subject?.id ?? null,
      reason: deed.reason ?? null,
      from: req.headers?.get('x-verbatim-client') ?? null,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

export const recordLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  const { id, name } = user as unknown as { id: string; name: string }
  req.user = { ...(user as object), collection: 'users' } as PayloadRequest['user']
  await recordActivity(req, {
    verb: 'sign in',
    summary: `${name} signed in`,
    subject: { collection: 'users', id },
  })
}

/** Holds the record to its word, also against code that asks with every right. */
export const keepAppended: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation === 'update') refuseChange()
  return data
}
export const keepAll: CollectionBeforeDeleteHook = () => refuseChange()

const refuseChange = (): never => {
  const message =
    'The record of activity is only added to. Nothing in it can be changed or removed.'
  throw new APIError(message, 403, null, true)
}
