/** What an administrator does with a receiver: a new signing secret, a test, everything once more. */
import { randomUUID } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  Endpoint,
  PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { createPayloadLedger } from '#src/ledger/payloadStore.ts'
import type { Subscription } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { inTransaction } from '#src/editorial/requests/inTransaction.ts'
import { seal } from '#src/editorial/sources/sealIdentity.ts'
import { sendMessage } from './subscriptionSend.ts'
import { newSigningSecret } from './subscriptionSign.ts'

const OLD_SECRET_MS = 24 * 60 * 60_000

const headOf = ({ payload }: PayloadRequest): Promise<number> =>
  createPayloadLedger(payload, { pollMs: 0 }).head()

/** A new receiver is told of what comes, not of what was; one that is switched on again starts afresh. */
export const placeReceiver: CollectionBeforeChangeHook<Subscription> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') return { ...data, cursor: await headOf(req) }
  if (!data.isActive || originalDoc?.isActive) return data
  return { ...data, ...afresh }
}

const afresh = {
  attempts: 0,
  nextAttemptAt: null,
  failingSince: null,
  lastError: null,
  disabledReason: null,
} as const

/** A receiver that is deleted takes its log along: nobody could tell any more whom it speaks of. */
export const forgetReceiver: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'deliveries',
    where: { subscription: { equals: id } },
    req,
  })
}

/** @throws AppError `not-signed-in`, `not-allowed` or `not-found` */
const receiverOf = async (req: PayloadRequest): Promise<Subscription> => {
  if (!req.user) throw new AppError('not-signed-in', 'Sign in first.')
  if (!hasRole(req.user, 'admin')) {
    throw new AppError('not-allowed', 'Only an administrator looks after receivers.')
  }
  const receiver = await req.payload.findByID({
    collection: 'subscriptions',
    id: String(req.routeParams?.['id']),
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!receiver) throw new AppError('not-found', 'There is no such receiver.')
  return receiver
}

/** An open form stays fresh: nothing of this is what somebody edits. */
const change = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({
    collection: 'subscriptions',
    id,
    data: { ...data, updatedAt: null },
    req,
  })

/** `POST /api/subscriptions/:id/rotate`: a signing secret, shown this once. The one before signs for a day more. */
const rotate: Endpoint = {
  path: '/:id/rotate',
  method: 'post',
  handler: async (req) => {
    const { id, name, secret: before } = await receiverOf(req)
    const secret = newSigningSecret()
    const secretHint = `whsec_…${secret.slice(-5)}`
    const oldSecretUntil = before ? new Date(Date.now() + OLD_SECRET_MS).toISOString() : null
    const data = {
      secret: seal(secret, currentSealingKeys(getConfig()).current),
      secretHint,
      oldSecret: before ?? null,
      oldSecretUntil,
    }
    await inTransaction(req, async () => {
      await change(req, id, data)
      await recordActivity(req, {
        verb: 'rotate secret',
        summary: `Made a new signing secret for “${name}”`,
        subject: { collection: 'subscriptions', id },
      })
    })
    const headers = { 'Cache-Control': 'no-store' }
    return Response.json({ secret, secretHint, oldSecretUntil }, { headers })
  },
}

/** `POST /api/subscriptions/:id/test`: a message of the type `test`, and what the receiver answered. */
const test: Endpoint = {
  path: '/:id/test',
  method: 'post',
  handler: async (req) => {
    const receiver = await receiverOf(req)
    if (!receiver.url) throw new AppError('unprocessable', 'Give the receiver an address first.')
    if (!receiver.secret) {
      throw new AppError('unprocessable', 'Make a signing secret for the receiver first.')
    }
    const now = new Date()
    const config = getConfig()
    const data = { message: 'This is a test. Nothing was published.' }
    const attempt = await sendMessage(
      receiver,
      {
        id: `test_${randomUUID()}`,
        body: { type: 'test', timestamp: now.toISOString(), data },
      },
      {
        sealingKeys: currentSealingKeys(config).all,
        mayBePrivate: config.webhookPrivate,
        now,
      },
    )
    const { isDelivered, status, error } = attempt
    return Response.json({ isDelivered, status, error })
  },
}

/** `POST /api/subscriptions/:id/replay` with `{from}`: every row from that number on once more, in order. */
const replay: Endpoint = {
  path: '/:id/replay',
  method: 'post',
  handler: async (req) => {
    const { id, name } = await receiverOf(req)
    const body = (await req.json?.().catch(() => null)) as { from?: unknown } | null
    const from = Number(body?.from)
    const head = await headOf(req)
    if (typeof body?.from !== 'number' || !Number.isInteger(from) || from < 1 || from > head + 1) {
      throw new AppError(
        'bad-request',
        `Give the number of a row of the ledger as “from”, 1 to ${head + 1}.`,
      )
    }
    await inTransaction(req, async () => {
      await change(req, id, { cursor: from - 1, attempts: 0, nextAttemptAt: null })
      await recordActivity(req, {
        verb: 'replay',
        summary: `Sends everything from row ${from} on to “${name}” once more`,
        subject: { collection: 'subscriptions', id },
      })
    })
    return Response.json({ from, head })
  },
}

export const subscriptionEndpoints: Endpoint[] = [rotate, test, replay]
