/** Who has a story open and who writes in it: rows of a few seconds, shared by every process of the newsroom. */
import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { updateArticles } from '#collections/access.ts'
import {
  afterBeat,
  GONE_AFTER_MS,
  holderOf,
  isWorthWriting,
  LEAVING_MS,
  whoIsHere,
  type Presence,
  type WhoIsHere,
} from '#src/workflow/presence.ts'
import { notify } from './notices.ts'
import { headlineOf } from './noticesHeadline.ts'

const KEPT_MS = 10 * 60_000

type Beat = {
  article: string
  /** Something was typed since the last beat. */
  isTyping: boolean
  now: Date
}

/**
 * A sign of life from a window that has the story open. It is one read, and a write every few seconds at most.
 *
 * @throws APIError 404 for a story that the person cannot read
 */
export const beat = async (
  req: PayloadRequest,
  { article, isTyping, now }: Beat,
): Promise<WhoIsHere> => {
  const person = personOf(req)
  const rows = await rowsAt(req, article)
  const before = rows.find(({ userId }) => userId === person.id) ?? null
  if (!before) {
    await assertReadable(req, article)
    await clearOld(req, now)
  }
  const beaten = { before, rows, person, now }
  let after = afterBeat({ ...beaten, isTyping })
  // Only who may save the story can hold others off it.
  if (after.lockedAt && !before?.lockedAt && !(await mayUpdate(req, article))) {
    after = afterBeat({ ...beaten, isTyping: false })
  }
  if (isWorthWriting(before, after)) await keep(req, article, after)
  return whoIsHere([...rows.filter((row) => row !== before), after], person.id, now)
}

/** The window was closed. If the person has another one open, its next beat brings them back. */
export const leave = async (
  req: PayloadRequest,
  { article, now }: { article: string; now: Date },
): Promise<void> => {
  const seenAt = new Date(now.getTime() - GONE_AFTER_MS + LEAVING_MS).toISOString()
  await req.payload.db.updateOne({
    collection: 'presence',
    where: { key: { equals: keyOf(article, personOf(req).id) } },
    data: { seenAt },
    returning: false,
    req,
  })
}

/**
 * Takes the writing lock from whoever holds it, and tells them.
 *
 * @throws APIError 403 for who may not change the story, 404 for a story that the person cannot read
 */
export const takeOver = async (
  req: PayloadRequest,
  { article, now }: { article: string; now: Date },
): Promise<WhoIsHere> => {
  const person = personOf(req)
  await assertReadable(req, article)
  if (!(await mayUpdate(req, article))) {
    throw new APIError('You may read this story and not change it. Ask the desk.', 403)
  }
  const isOwner = await initTransaction(req)
  try {
    const rows = await rowsAt(req, article)
    const holder = holderOf(rows, now)
    const own = rows.find(({ userId }) => userId === person.id) ?? null
    const at = now.toISOString()
    const mine: Presence = {
      ...afterBeat({ before: own, rows, person, isTyping: true, now }),
      lockedAt: at,
      takenOverBy: null,
    }
    const others = rows.filter((row) => row !== own)
    if (holder && holder.userId !== person.id) {
      const theirs = { ...holder, lockedAt: null, takenOverBy: person.name }
      await keep(req, article, theirs)
      others.splice(others.indexOf(holder), 1, theirs)
      const text = `${person.name} took over ${await headlineOf(req, article)} while you were writing it`
      await notify(req, { kind: 'taken over', users: [holder.userId], text, article })
    }
    await keep(req, article, mine)
    if (isOwner) await commitTransaction(req)
    return whoIsHere([...others, mine], person.id, now)
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}

/** Forgets who was at a story that is deleted for good. */
export const clearPresence = async (req: PayloadRequest, article: string): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'presence',
    where: { articleId: { equals: article } },
    req,
  })
}

const keyOf = (article: string, user: string): string => `${article}:${user}`

const personOf = ({ user }: PayloadRequest): { id: string; name: string } => {
  if (!user) throw new APIError('Sign in first.', 401)
  const { id, name, email } = user as unknown as { id: string; name?: string; email?: string }
  return { id, name: name ?? email ?? 'Somebody' }
}

const rowsAt = async (req: PayloadRequest, article: string): Promise<Presence[]> => {
  const { docs } = await req.payload.db.find<Presence>({
    collection: 'presence',
    where: { articleId: { equals: article } },
    limit: 100,
    pagination: false,
    sort: '-seenAt',
    req,
  })
  return docs
}

const keep = async (req: PayloadRequest, article: string, row: Presence): Promise<void> => {
  const { db } = req.payload
  const { userId, userName, seenAt, typedAt = null, lockedAt = null, takenOverBy = null } = row
  const key = keyOf(article, userId)
  const data = { userName, seenAt, typedAt, lockedAt, takenOverBy }
  const update = (): Promise<unknown> =>
    db.updateOne({ collection: 'presence', where: { key: { equals: key } }, data, req })
  if (await update()) return
  try {
    await db.create({
      collection: 'presence',
      data: { key, articleId: article, userId, ...data },
      req,
    })
  } catch (error) {
    // Two windows of one person that came in the same moment: the other one made the row.
    if (req.transactionID || !(await update())) throw error
  }
}

const assertReadable = async (req: PayloadRequest, article: string): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: 'articles',
    where: { id: { equals: article } },
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (totalDocs === 0) throw new APIError('There is no such story.', 404)
}

const mayUpdate = async (req: PayloadRequest, article: string): Promise<boolean> => {
  const allowed = await updateArticles({ req })
  if (typeof allowed === 'boolean') return allowed
  const { totalDocs } = await req.payload.count({
    collection: 'articles',
    where: { and: [{ id: { equals: article } }, allowed] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/** Whoever comes sweeps: rows of people who are long gone. */
const clearOld = async (req: PayloadRequest, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - KEPT_MS).toISOString()
  await req.payload.db.deleteMany({
    collection: 'presence',
    where: { seenAt: { less_than: before } },
    req,
  })
}
