/**
 * Tells one receiver of every row after its own place in the ledger: in order, at least once. Whoever moves
 * `nextAttemptAt` from what it was holds the receiver until that time; a process that dies holds it no longer.
 */
import type { Payload, Where } from 'payload'
import {
  sendMessage,
  type Attempt,
  type SendOptions,
} from '#src/editorial/receivers/subscriptionSend.ts'
import type { LedgerReader, Publication } from '#src/ledger/port.ts'
import type { Subscription } from '#src/payload-types.ts'
import { tellOutcome } from './outcomes.ts'
import { disable, failureAfter, logAttempt, pruneLog, type Failure } from './webhookLog.ts'
import { isWanted, messageFor } from './webhookMessage.ts'

export type WebhookOptions = {
  payload: Payload
  ledger: Pick<LedgerReader, 'changes'>
  publicUrl: string
  mayBePrivate: boolean
  sealingKeys: () => readonly string[]
  now?: () => Date
  random?: () => number
  signal?: AbortSignal
  timeoutMs?: number
}

/** Longer than an attempt may take. */
const LEASE_MS = 60_000
const ROWS_AT_ONCE = 50

/** Receivers that may be tried now, by id. Those that have no secret yet are left alone. */
export const dueReceivers = async (
  payload: Payload,
  now: Date,
  head: number,
): Promise<string[]> => {
  const { docs } = await payload.db.find<Subscription>({
    collection: 'subscriptions',
    where: {
      and: [
        { kind: { equals: 'webhook' } },
        { isActive: { equals: true } },
        { url: { exists: true } },
        { secret: { exists: true } },
        { cursor: { less_than: head } },
        isFree(now),
      ],
    },
    sort: 'nextAttemptAt',
    pagination: false,
  })
  return docs.map(({ id }) => id)
}

/**
 * Delivers until the receiver has everything or fails. How it went is on the subscription, and each attempt
 * in the log.
 *
 * @returns how many messages were delivered; 0 when somebody else is at it
 */
export const deliverTo = async (id: string, options: WebhookOptions): Promise<number> => {
  const { payload, ledger, signal, now = () => new Date() } = options
  let held = await hold(payload, id, now())
  let delivered = 0
  let ahead: Publication[] = []
  while (held && !signal?.aborted) {
    if (ahead.length === 0) ahead = await ledger.changes(held.cursor ?? 0, ROWS_AT_ONCE)
    const last = ahead.at(-1)
    if (!last) break
    const receiver = held
    const wanted = ahead.findIndex((one) => isWanted(receiver, one))
    const row = ahead[wanted]
    ahead = row ? ahead.slice(wanted + 1) : []
    if (!row) {
      held = await move(payload, held, { cursor: last.seq, ...leasedFrom(now()) })
      continue
    }
    const tried = await tryOnce(held, row, options)
    if (!tried) break
    if (tried.failure) {
      await fail(payload, held, tried.failure)
      held = null
      break
    }
    delivered += 1
    const lastDeliveredAt = now().toISOString()
    const moved = { ...well, lastDeliveredAt, cursor: row.seq, ...leasedFrom(now()) }
    held = await move(payload, held, moved)
    if (held) held = await newest(payload, held)
  }
  if (held) await move(payload, held, { nextAttemptAt: null })
  if (delivered > 0) await pruneLog(payload, id)
  return delivered
}

const well = { attempts: 0, failingSince: null, lastError: null } as const

/** `null` when it was broken off, because the process stops: that says nothing of the receiver. */
const tryOnce = async (
  held: Subscription,
  row: Publication,
  options: WebhookOptions,
): Promise<{ failure: Failure | null } | null> => {
  const { payload, publicUrl, mayBePrivate, sealingKeys, signal } = options
  const { now = () => new Date(), random = Math.random } = options
  const message = messageFor(held.id, row, publicUrl)
  const started = performance.now()
  const at = now()
  const how: SendOptions = { sealingKeys: sealingKeys(), mayBePrivate, now: at }
  if (signal) how.signal = signal
  if (options.timeoutMs !== undefined) how.timeoutMs = options.timeoutMs
  const attempt = await sendMessage(held, message, how).catch((error: unknown): Attempt | null =>
    signal?.aborted
      ? null
      : { isDelivered: false, status: null, retryAfter: null, error: (error as Error).message },
  )
  if (!attempt) return null
  const durationMs = Math.round(performance.now() - started)
  const failure = attempt.isDelivered ? null : failureAfter(held, attempt, { now: now(), random })
  const outcome = attempt.isDelivered ? 'delivered' : failure?.reason ? 'given up' : 'failed'
  await logAttempt(payload, {
    subscription: held.id,
    at: at.toISOString(),
    messageId: message.id,
    event: row.event,
    seq: row.seq,
    attempt: (held.attempts ?? 0) + 1,
    outcome,
    status: attempt.status,
    durationMs,
    error: attempt.error,
  })
  tellOutcome({ kind: 'webhook', outcome, durationMs })
  return { failure }
}

const fail = async (
  payload: Payload,
  held: Subscription,
  { data, reason }: Failure,
): Promise<void> => {
  const isOurs = await move(payload, held, data)
  if (isOurs && reason) await disable(payload, isOurs, reason)
}

const leasedFrom = (now: Date) => ({
  nextAttemptAt: new Date(now.getTime() + LEASE_MS).toISOString(),
})

const isFree = (now: Date): Where => ({
  or: [
    { nextAttemptAt: { exists: false } },
    { nextAttemptAt: { less_than_equal: now.toISOString() } },
  ],
})

const hold = (payload: Payload, id: string, now: Date): Promise<Subscription | null> =>
  change(payload, [{ id: { equals: id } }, { isActive: { equals: true } }, isFree(now)], {
    ...leasedFrom(now),
  }).then((held) => held && newest(payload, held))

/** The row with its lists, which the one statement that changes it does not bring along. */
const newest = async (payload: Payload, held: Subscription): Promise<Subscription | null> => {
  const row = await payload.db.findOne<Subscription>({
    collection: 'subscriptions',
    where: { id: { equals: held.id } },
  })
  return row?.isActive
    ? { ...row, cursor: held.cursor ?? 0, nextAttemptAt: held.nextAttemptAt ?? null }
    : null
}

/** Only while it is still ours and at the same place: a replay that was asked for meanwhile wins. */
const move = async (
  payload: Payload,
  held: Subscription,
  data: Record<string, unknown>,
): Promise<Subscription | null> => {
  const changed = await change(
    payload,
    [
      { id: { equals: held.id } },
      { cursor: { equals: held.cursor } },
      { nextAttemptAt: { equals: held.nextAttemptAt } },
    ],
    data,
  )
  return changed ? { ...held, ...changed, events: held.events ?? null } : null
}

/** One statement. An open form of the panel stays fresh: nothing of it is what somebody edits. */
const change = async (
  payload: Payload,
  where: Where[],
  data: Record<string, unknown>,
): Promise<Subscription | null> => {
  const row: unknown = await payload.db.updateOne({
    collection: 'subscriptions',
    where: { and: where },
    data: { ...data, updatedAt: null },
    options: { atomic: true },
  })
  return row as Subscription | null
}
