/** What is kept of attempts to reach a receiver, and what becomes of one that fails. */
import type { Payload } from 'payload'
import { recordActivity } from '#src/editorial/record/activity.ts'
import type { Attempt } from '#src/editorial/receivers/subscriptionSend.ts'
import type { Delivery, Subscription } from '#src/payload-types.ts'
import { GIVE_UP_MS, waitAfter } from './webhookSchedule.ts'
import { inTransaction } from './worker.ts'

const KEPT = 1000
const GONE = 410

/** What is written down on the receiver, and why it was switched off, if it was. */
export type Failure = { data: Record<string, unknown>; reason: string | null }

/**
 * What a failed attempt changes: when to try again, or, after five days of failures or an answer of 410, that
 * it is switched off, and why.
 */
export const failureAfter = (
  held: Subscription,
  { status, error, retryAfter }: Attempt,
  { now, random }: { now: Date; random: () => number },
): Failure => {
  const failures = (held.attempts ?? 0) + 1
  const since = held.failingSince ?? now.toISOString()
  const isOver = now.getTime() - Date.parse(since) >= GIVE_UP_MS
  const reason =
    status === GONE
      ? 'The receiver answered that it is gone (410).'
      : isOver
        ? `It failed for five days. The last time: ${error ?? ''}`
        : null
  const next = now.getTime() + waitAfter({ failures, retryAfter, now, random })
  return {
    reason,
    data: {
      attempts: failures,
      failingSince: since,
      lastError: error,
      ...(reason
        ? { isActive: false, disabledReason: reason, nextAttemptAt: null }
        : { nextAttemptAt: new Date(next).toISOString() }),
    },
  }
}

/** Writes one row of the log. */
export const logAttempt = async (
  payload: Payload,
  row: Omit<Delivery, 'id' | 'subscription'> & { subscription: string },
): Promise<void> => {
  // Through Payload, which gives MongoDB the relation as an id and not as text.
  await payload.create({ collection: 'deliveries', data: row, depth: 0, overrideAccess: true })
}

/** Keeps the newest thousand attempts of a receiver. */
export const pruneLog = async (payload: Payload, subscription: string): Promise<void> => {
  const own = { subscription: { equals: subscription } }
  const { docs } = await payload.db.find<Delivery>({
    collection: 'deliveries',
    where: own,
    sort: '-at',
    limit: 1,
    page: KEPT + 1,
    pagination: true,
  })
  const [oldest] = docs
  if (!oldest) return
  await payload.db.deleteMany({
    collection: 'deliveries',
    where: { and: [own, { at: { less_than_equal: oldest.at } }] },
  })
}

/** Puts on record that a receiver was switched off. */
export const disable = (payload: Payload, { id, name }: Subscription, reason: string) =>
  inTransaction(payload, (req) =>
    recordActivity(req, {
      verb: 'disable receiver',
      summary: `Switched off the receiver “${name}”`,
      subject: { collection: 'subscriptions', id },
      reason,
    }),
  )
