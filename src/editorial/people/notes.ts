/** Notes and threads: what belongs together, whose words are whose, and who is told. */
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import type { Problem } from '#src/errors.ts'
import type { Note, User } from '#src/payload-types.ts'
import { clearSaver } from './lastSaver.ts'
import { notify } from './notices.ts'
import { clearPresence } from './presence.ts'
import { headlineOf } from './noticesHeadline.ts'
import { refuse } from '#src/editorial/requests/problems.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'
import { timeOf } from '#src/editorial/time.ts'

/**
 * A thread belongs to one story and is one level deep; words are changed by who wrote them; who settled a thread
 * and when is written by the server.
 *
 * @throws ValidationError 400 for a note that belongs nowhere; APIError 403 for somebody else's words
 */
export const guardNote: CollectionBeforeChangeHook<Note> = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? originalDoc : undefined
  const thread = idOf(before ? before.thread : data.thread)
  const article = idOf(before ? before.article : data.article)
  const mentions = [...new Set((data.mentions ?? []).flatMap((one) => idOf(one) ?? []))]
  if (before) assertOwnWords(req, before, { ...data, mentions })
  refuse('notes', [
    ...((data.text ?? '').trim() === '' ? [emptyNote] : []),
    ...(before ? [] : await threadProblems(req, thread, article)),
    ...(await mentionProblems(req, mentions, peopleIn(before))),
  ])
  const isResolved = !thread && before !== undefined && Boolean(data.isResolved)
  const isSettledNow = isResolved && !before?.isResolved
  return {
    ...data,
    article,
    thread,
    mentions,
    range: thread ? {} : (data.range ?? {}),
    isResolved,
    resolvedBy: isSettledNow
      ? (req.user?.id ?? null)
      : isResolved
        ? idOf(before?.resolvedBy)
        : null,
    resolvedAt: isSettledNow ? timeOf(context) : isResolved ? (before?.resolvedAt ?? null) : null,
  }
}

/** After each save of a note, in its transaction: who is newly named in it hears of it, and who is in the thread. */
export const tellOfNote: CollectionAfterChangeHook<Note> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const note = { ...data, id: doc.id } as Note
  const known = operation === 'update' ? peopleIn(previousDoc) : []
  const named = peopleIn(note).filter((person) => !known.includes(person))
  const thread = idOf(note.thread)
  const inThread = operation === 'create' && thread ? await authorsIn(req, thread) : []
  const others = inThread.filter((person) => !named.includes(person))
  if (named.length + others.length === 0) return doc
  const article = idOf(note.article)
  const title = await headlineOf(req, article)
  const who = (req.user as { name?: string } | null)?.name ?? 'Somebody'
  const mention = `${who} mentions you in a note on ${title}`
  await notify(req, { kind: 'mention', users: named, text: mention, article })
  const reply = `${who} answered in a thread of yours on ${title}`
  await notify(req, { kind: 'reply', users: others, text: reply, article })
  return doc
}

/**
 * A note that others have answered stays: their answers would lose what they answer.
 *
 * @throws APIError 409
 */
export const guardNoteDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'notes',
    where: { thread: { equals: id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) throw new APIError('It has answers. Resolve the thread instead.', 409)
}

/** Before a story is deleted for good: its notes, its notices and who was there go with it. In the trash all stay. */
export const forgetStory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { article: { equals: id } }
  // Answers first: they name the note that they answer.
  await req.payload.db.deleteMany({
    collection: 'notes',
    where: { and: [where, { thread: { exists: true } }] },
    req,
  })
  await req.payload.db.deleteMany({ collection: 'notes', where, req })
  await req.payload.db.deleteMany({ collection: 'notifications', where, req })
  await clearPresence(req, String(id))
  await clearSaver(req, String(id))
}

const emptyNote: Problem = {
  code: 'note-empty',
  severity: 'error',
  path: 'text',
  message: 'The note is empty.',
  fix: 'Write something.',
}

/** The desk settles threads and leaves the words alone. The server itself may do both. */
const assertOwnWords = (req: PayloadRequest, before: Note, data: Partial<Note>): void => {
  if (!req.user || idOf(before.createdBy) === req.user.id) return
  const said = ({ text, range }: Partial<Note>): string =>
    JSON.stringify([text, range?.exact ?? null, range?.prefix ?? null, range?.suffix ?? null])
  const isSame =
    said(before) === said({ ...before, ...data }) &&
    peopleIn(before).join() === peopleIn(data).join()
  if (!isSame) throw new APIError('Only who wrote a note may change its words. Answer it.', 403)
}

const peopleIn = (note: Partial<Note> | undefined): string[] =>
  (note?.mentions ?? []).flatMap((person) => idOf(person) ?? [])

const threadProblems = async (
  req: PayloadRequest,
  thread: string | null,
  article: string | null,
): Promise<Problem[]> => {
  if (!thread) return []
  const first = await req.payload.findByID({
    collection: 'notes',
    id: thread,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const about = { code: 'thread-wrong', severity: 'error', path: 'thread' } as const
  const fix = 'Answer the first note of a thread of the same story.'
  if (!first) return [{ ...about, message: 'The note it answers is gone.', fix }]
  if (idOf(first.article) !== article) {
    return [{ ...about, message: 'The note it answers is about another story.', fix }]
  }
  if (idOf(first.thread)) return [{ ...about, message: 'It answers an answer.', fix }]
  return []
}

/** Who is named must be able to read it. Whom the note named before may have left since. */
const mentionProblems = async (
  req: PayloadRequest,
  mentions: string[],
  known: string[],
): Promise<Problem[]> => {
  const fresh = mentions.filter((person) => !known.includes(person))
  if (fresh.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: fresh } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const readers = docs.filter((person: User) => hasRole(person, 'reporter', 'editor', 'chief'))
  return readers.length === fresh.length
    ? []
    : [
        {
          code: 'mention-unknown',
          severity: 'error',
          path: 'mentions',
          message: 'Somebody it names does not work on stories and could not read it.',
          fix: 'Name reporters, editors or chiefs.',
        },
      ]
}

const authorsIn = async (req: PayloadRequest, thread: string): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'notes',
    where: { or: [{ id: { equals: thread } }, { thread: { equals: thread } }] },
    select: { createdBy: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return [...new Set(docs.flatMap(({ createdBy }) => idOf(createdBy) ?? []))]
}
