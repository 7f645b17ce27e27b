/** Publishing: the story is frozen, checked and appended to the ledger, in the transaction of the save. */
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { appendPublication, currentOf } from '#src/ledger/payloadStore.ts'
import type { ChangeKind, CurrentStory, LedgerEvent, Publication } from '#src/ledger/port.ts'
import type { Article } from '#src/payload-types.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import type { Override } from '#src/workflow/verdict.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { buildStory, type ArticleRecord } from '#src/editorial/stories/buildStory.ts'
import { examineStory, type Examined } from '#src/editorial/stories/examineStory.ts'
import { oneAtATime } from '#src/editorial/requests/oneAtATime.ts'
import { outgoingFor, type Outgoing } from './outgoing.ts'
import { refuse, refuseAll } from '#src/editorial/requests/problems.ts'
import { markPublic } from '#src/editorial/stories/publicRecords.ts'
import { tellFamily } from './refreshFamily.ts'
import { timeOf } from '#src/editorial/time.ts'

/** After each save: a published text goes to the ledger; one that was taken back leaves readers' sight. */
export const recordPublication: CollectionAfterChangeHook<Article> = async ({
  context,
  doc,
  operation,
  req,
}) => {
  if (doc._status === 'published') {
    const outgoing = outgoingFor(req, operation === 'update' ? doc.id : '')
    await oneAtATime(req, () => publish(req, doc, context, outgoing))
  } else if (doc.firstPublishedAt && !(await isMainRowPublished(req, doc.id))) {
    await withdraw(req, doc.id)
  }
  return doc
}

/** A story in the trash or gone for good is no longer readers' business. */
export const withdrawDeleted: CollectionAfterDeleteHook<Article> = async ({ id, req }) => {
  await withdraw(req, String(id))
}

const publish = async (
  req: PayloadRequest,
  article: Article,
  context: Record<string, unknown>,
  { override, kind }: Outgoing,
): Promise<void> => {
  if (article.deletedAt) return withdraw(req, article.id)
  const now = timeOf(context)
  const before = await currentOf(req, article.id)
  const isRetraction = context['verb'] === 'retract'
  // Taking a story away must never fail because the story is not good enough to go out.
  const { story } = isRetraction
    ? await buildStory(req, article, now)
    : await assertPublishable(req, { ...article, override: override ?? {} }, now)
  const event = eventOf(before, story, isRetraction)
  const reason = typeof context['reason'] === 'string' ? context['reason'] : null
  const isChange = event === 'update' || event === 'correct'
  const change = isChange ? kind : null
  await record(req, { event, story, before, at: now, reason, override, change })
}

/**
 * The story as readers would get it, made anew without an editor: warnings were theirs to tick.
 *
 * @throws ValidationError with every error that stands against its publication
 */
export const publishableStory = async (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
): Promise<PublishedStory> => {
  const { story, verdict } = await examineStory(req, article, now)
  refuse('articles', verdict.open)
  return story
}

/**
 * The story somebody wants to publish, and the verdict on it.
 *
 * @throws ValidationError with everything that stands against it, warnings without a tick too
 */
export const assertPublishable = async (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
): Promise<Examined> => {
  const examined = await examineStory(req, article, now)
  refuseAll('articles', examined.verdict.open)
  return examined
}

const eventOf = (
  before: { state: string; story: PublishedStory } | null,
  story: PublishedStory,
  isRetraction: boolean,
): LedgerEvent => {
  if (isRetraction) return 'retract'
  if (!before || before.state !== 'live') return 'publish'
  return story.corrections.length > before.story.corrections.length ? 'correct' : 'update'
}

/** What is taken away is what readers had, at the address they know: a newer draft shows nothing of itself. */
const withdraw = async (req: PayloadRequest, id: string): Promise<void> => {
  const current = await currentOf(req, id)
  if (current?.state !== 'live') return
  const at = new Date().toISOString()
  const { story } = current
  const none = { reason: null, override: null, change: null }
  await record(req, { event: 'unpublish', story, before: current, at, ...none })
}

type Deed = {
  event: LedgerEvent
  story: PublishedStory
  /** What readers had until now. */
  before: CurrentStory | null
  at: string
  reason: string | null
  /** What a chief set aside for it. */
  override: Override | null
  change: ChangeKind | null
}

const record = async (
  req: PayloadRequest,
  { event, story, before, at, reason, override, change }: Deed,
): Promise<void> => {
  const user = req.user as { id: string; name: string } | null
  const actor = user ? { id: user.id, name: user.name } : null
  const row = await appendPublication(req, {
    event,
    articleId: story.id,
    slug: story.slug,
    story,
    actor,
    at,
    reason,
    ...(override && actor ? { override: { ...override, by: actor } } : {}),
    ...(change ? { change } : {}),
  })
  if (!row) return
  await markPublic(req, [before?.story, story])
  await tellFamily(req, before, row)
  await recordActivity(req, {
    verb: event,
    summary: `${said[event]} “${story.headline}”`,
    subject: { collection: 'articles', id: story.id },
    reason,
  })
  if (row.override) {
    await recordActivity(req, {
      verb: 'override',
      summary: `Published “${story.headline}” against the checks: ${row.override.codes.join(', ')}`,
      subject: { collection: 'articles', id: story.id },
      reason: row.override.reason,
    })
  }
}

const said: Record<Publication['event'], string> = {
  publish: 'Published',
  update: 'Updated',
  correct: 'Corrected',
  retract: 'Retracted',
  unpublish: 'Withdrew',
}

/** A saved draft of a published story leaves the row readers' access rules look at as it is. */
const isMainRowPublished = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const row = await req.payload.db.findOne<Article>({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { _status: true, deletedAt: true },
    req,
  })
  return row?._status === 'published' && !row.deletedAt
}
