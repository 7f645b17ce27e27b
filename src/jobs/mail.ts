/** Sends the notices that people want by mail; each is tried until the server takes it, or for two days. */
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { MAIL_JOB, mailOf, wantsMail, type MailTask } from '#src/editorial/people/noticesMail.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'
import type { Job, Notification, User } from '#src/payload-types.ts'
import { claim, finish, giveUp, postpone } from './queue.ts'

/** The waits double up to an hour: about two days. */
const MAX_ATTEMPTS = 58
/** Longer than any mail takes: who holds one for longer is dead, and the next worker sends it. */
const LEASE_MS = 10 * 60_000
const MAX_REASON = 500

export type MailOptions = {
  /** The newsroom's address, for the links. */
  publicUrl: string
  now?: () => Date
  random?: () => number
  /** Unique for each worker. */
  owner?: string
  /** Stops after so many. */
  limit?: number
}

/**
 * Sends what is due, one after the other. A worker that dies between sending and noting it leaves a mail that is sent
 * once more, under the same Message-ID.
 *
 * @returns how many jobs were taken on, and how many mails were sent
 */
export const mailDue = async (
  payload: Payload,
  options: MailOptions,
): Promise<{ count: number; sent: number }> => {
  const { now = () => new Date(), random = Math.random, limit = Infinity } = options
  const owner = options.owner ?? `${process.pid}-${randomUUID()}`
  const turn = { count: 0, sent: 0 }
  while (turn.count < limit) {
    const job = await claim(payload, { owner, kinds: [MAIL_JOB], leaseMs: LEASE_MS, now: now() })
    if (!job) break
    turn.count += 1
    try {
      if (await send(payload, job, options.publicUrl)) turn.sent += 1
      await finish(payload, { job, now: now() })
    } catch (error) {
      payload.logger.warn({ msg: 'A mail was not sent', job: job.key, err: error })
      const reason = ((error as Error).message.split('\n')[0] ?? '').slice(0, MAX_REASON)
      if (isRefused(error) || job.attempts >= MAX_ATTEMPTS) {
        await giveUp(payload, { job, reason, now: now() })
      } else await postpone(payload, { job, reason, now: now(), random })
    }
  }
  return turn
}

/** @returns `false` when nobody wants it any more */
const send = async (payload: Payload, job: Job, publicUrl: string): Promise<boolean> => {
  const { notice: id } = job.payload as MailTask
  const notice = await payload.db.findOne<Notification>({
    collection: 'notifications',
    where: { id: { equals: id } },
  })
  const person = notice && (await readerOf(payload, notice))
  if (!notice || !person) return false
  await payload.sendEmail(mailOf({ notice, person, publicUrl }))
  return true
}

/**
 * Whom to send it to, as things are now and not when it was entered: nobody, when the story or the person is gone, when
 * they have read it in the panel meanwhile, chose otherwise, or may not see the story any more.
 */
const readerOf = async (payload: Payload, notice: Notification): Promise<User | null> => {
  const user = idOf(notice.user)
  if (notice.readAt || !user) return null
  const person = await payload.findByID({
    collection: 'users',
    id: user,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!person || !wantsMail(person, notice.kind) || !worksOnStories(person)) return null
  const article = idOf(notice.article)
  if (!article) return person
  const { totalDocs } = await payload.count({
    collection: 'articles',
    where: { id: { equals: article } },
    overrideAccess: false,
    user: { ...person, collection: 'users' },
  })
  return totalDocs > 0 ? person : null
}

const worksOnStories = ({ roles }: User): boolean => roles.some((role) => role !== 'admin')

/**
 * The server says no to the address or the message, and will say so again (RFC 5321 §4.2.1). A no to the login or the
 * sender is somebody's to mend: those mails wait.
 */
const isRefused = (error: unknown): boolean => {
  const { code, command, responseCode } = error as Record<string, unknown>
  const isAboutMail = command === 'RCPT TO' || code === 'EMESSAGE'
  return isAboutMail && typeof responseCode === 'number' && responseCode >= 500
}
