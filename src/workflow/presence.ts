/**
 * Who is at a story, and who holds the writing lock. The lock is a courtesy that keeps two people from typing into
 * the same story unawares; what keeps words from being lost is the check of revisions.
 */

/** Without a sign of life for this long, somebody is gone. */
export const GONE_AFTER_MS = 40_000
/** Without typing for this long, the lock is free again. */
export const IDLE_AFTER_MS = 120_000
/** How often a window says that it is still there. */
export const BEAT_MS = 10_000
/** Whoever closes a window stays for so long: another window of the same person may still be open. */
export const LEAVING_MS = 12_000

/** What is stored of one person at one story. Times are ISO. */
export type Presence = {
  userId: string
  userName: string
  seenAt: string
  typedAt?: string | null | undefined
  /** When this person took the writing lock. */
  lockedAt?: string | null | undefined
  /** The name of who took it from them. */
  takenOverBy?: string | null | undefined
}

export type PersonHere = {
  id: string
  name: string
  isYou: boolean
  /** Holds the writing lock. */
  isWriting: boolean
  /** When they took the lock, ISO; `null` for who does not hold it. */
  writingSince: string | null
  /** When they last typed, ISO. */
  typedAt: string | null
}

/** The answer to a heartbeat. */
export type WhoIsHere = {
  /** You first, then by name. */
  people: PersonHere[]
  /** Who took the lock from you, until you take it back or it is free. */
  takenOverBy: string | null
  /** When they took it, ISO. */
  takenOverAt: string | null
}

const age = (at: string | null | undefined, now: Date): number =>
  at ? now.getTime() - Date.parse(at) : Infinity

export const isHere = ({ seenAt }: Presence, now: Date): boolean => age(seenAt, now) < GONE_AFTER_MS

/** Who holds the lock: of two that took it in the same moment, always the same one. */
export const holderOf = (rows: readonly Presence[], now: Date): Presence | null =>
  rows
    .filter((row) => row.lockedAt && isHere(row, now) && age(row.typedAt, now) < IDLE_AFTER_MS)
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)))[0] ?? null

const orderOf = ({ lockedAt, userId }: Presence): string => `${lockedAt} ${userId}`

/**
 * One person's row after a heartbeat. The first who types takes the lock; it is kept while they go on typing, and
 * whoever types without it does not take it by that.
 *
 * @param before their row, `null` when they just came
 * @param rows everybody's at this story
 */
export const afterBeat = ({
  before,
  rows,
  person,
  isTyping,
  now,
}: {
  before: Presence | null
  rows: readonly Presence[]
  person: { id: string; name: string }
  isTyping: boolean
  now: Date
}): Presence => {
  const at = now.toISOString()
  const holder = holderOf(rows, now)
  const isMine = holder?.userId === person.id
  const isFree = holder === null
  const lockedAt = isMine ? holder.lockedAt : isFree && isTyping ? at : null
  return {
    userId: person.id,
    userName: person.name,
    seenAt: at,
    typedAt: isTyping ? at : (before?.typedAt ?? null),
    lockedAt: lockedAt ?? null,
    takenOverBy: isMine || isFree ? null : (before?.takenOverBy ?? null),
  }
}

/** Whether the difference is worth a write: a sign of life every few seconds, and whatever others see at once. */
export const isWorthWriting = (before: Presence | null, after: Presence): boolean => {
  if (!before) return true
  const now = new Date(after.seenAt)
  if (age(before.seenAt, now) >= BEAT_MS - 2_000) return true
  const typed = after.typedAt !== (before.typedAt ?? null)
  if (typed && age(before.typedAt, now) >= BEAT_MS - 2_000) return true
  return (
    after.lockedAt !== (before.lockedAt ?? null) ||
    after.takenOverBy !== (before.takenOverBy ?? null)
  )
}

/** What one person is told of the others. */
export const whoIsHere = (rows: readonly Presence[], you: string, now: Date): WhoIsHere => {
  const holder = holderOf(rows, now)
  const people = rows
    .filter((row) => isHere(row, now))
    .map(({ userId, userName, typedAt = null }) => ({
      id: userId,
      name: userName,
      isYou: userId === you,
      isWriting: userId === holder?.userId,
      writingSince: userId === holder?.userId ? (holder.lockedAt ?? null) : null,
      typedAt,
    }))
    .toSorted(
      (one, other) => Number(other.isYou) - Number(one.isYou) || one.name.localeCompare(other.name),
    )
  const own = rows.find(({ userId }) => userId === you)
  const isTaken = holder !== null && holder.userId !== you
  const takenOverBy = isTaken ? (own?.takenOverBy ?? null) : null
  return { people, takenOverBy, takenOverAt: takenOverBy ? (holder?.lockedAt ?? null) : null }
}
