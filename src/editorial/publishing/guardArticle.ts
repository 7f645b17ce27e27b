import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { hasRole, reporterStates } from '#collections/access.ts'
import { blocking, type Problem } from '#src/errors.ts'
import type { Article } from '#src/payload-types.ts'
import { embargoProblems, scheduleProblems } from '#src/workflow/embargo.ts'
import { nextState, type Step } from '#src/workflow/nextState.ts'
import type { State } from '#src/workflow/states.ts'
import type { WorkflowRole } from '#src/workflow/verbs.ts'
import { approvalAfter, changedForReaders, mayNotApprove } from './approval.ts'
import type { ArticleRecord } from '#src/editorial/stories/buildStory.ts'
import { examinePublication, scheduleObstacles } from './examinePublication.ts'
import { examineStory } from '#src/editorial/stories/examineStory.ts'
import { keepOutgoing } from './outgoing.ts'
import { refuseAll } from '#src/editorial/requests/problems.ts'
import { savedStory, type SavedStory } from '#src/editorial/stories/savedStory.ts'
import { timeOf } from '#src/editorial/time.ts'

/**
 * Decides where a save leaves the story, whoever saves and by whichever API. A copy starts as a draft of its
 * own, and what only publishing may set is never taken from a restored version.
 *
 * @throws APIError 403 when somebody without the right publishes; ValidationError for a move that is not allowed
 */
export const guardArticle: CollectionBeforeChangeHook = async ({
  context,
  data: asked,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? (originalDoc as Partial<Article> | undefined) : undefined
  // A copy is made from a record, which comes without its id.
  const isCopy =
    operation === 'create' && Boolean((originalDoc as Partial<Article> | undefined)?.state)
  const isRestored = before !== undefined && Boolean(context['isRestoringVersion'])
  const data: Record<string, unknown> = {
    ...asked,
    ...(isCopy ? freshStart : {}),
    // The version was published; whoever restores it as a draft publishes nothing.
    ...(isRestored && isAskedFor(req, 'draft') ? { _status: 'draft' } : {}),
  }
  const action = actionOf(context, data)
  if (req.user && !hasRole(req.user, 'editor', 'chief')) {
    if (action !== 'save') throw new APIError(publishIsForTheDesk, 403)
    if (before?.id) await refuseOthersTurn(req, before.id)
  }
  const from = before?.state ?? 'draft'
  const isPublic = Boolean(before?.firstPublishedAt) && from !== 'retracted'
  // A version from the past brings its words back, not where it stood, nor what was decided since.
  if (isRestored) Object.assign(data, decisionsOf(before))
  // Before anything is written: records of a bulk edit share a transaction, and one must not half succeed.
  const article: ArticleRecord = { ...before, ...data, id: before?.id ?? '' }
  const now = timeOf(context)
  const after = savedStory(req, article, now)
  const isWatched = before !== undefined && watched.some((state) => state === from)
  const changed = isWatched
    ? await changedForReaders(savedStory(req, { ...before, id: article.id }, now), after)
    : []
  const hasApproval = typeof before?.approvedHash === 'string'
  const isAsApproved = hasApproval && (await after.hash()) === before.approvedHash
  const step = nextState({
    from,
    asked: (data['state'] as State | undefined) ?? 'draft',
    action,
    isPublic,
    isChanged: changed.length > 0,
    isAsApproved,
    // Without a user it is the system itself: the clock, the seed, the command line.
    roles: (req.user?.['roles'] as WorkflowRole[] | undefined) ?? ['editor', 'chief'],
  })
  const { state } = step
  // Nobody is there to tick when the server itself writes what editors have been through.
  if (context['acknowledge'] === 'all') {
    data['acknowledged'] = article.acknowledged = await allWarnings(req, after, now)
  }
  const embargo = embargoProblems({
    before: before?.embargoUntil ?? null,
    after: article.embargoUntil ?? null,
    now,
    isPublic,
    isLifted: context['verb'] === 'lift embargo',
  })
  // A date that is being picked passes through others: it stays in the form until it can be kept, and the words beside
  // it are saved. Saving by hand, and every verb, says what is wrong with it.
  const isAside = action === 'save' && isAskedFor(req, 'autosave') && embargo.length > 0
  if (isAside) data['embargoUntil'] = article.embargoUntil = before?.embargoUntil ?? null
  const isOutgoing = action === 'publish' && !data['deletedAt']
  const outgoing = isOutgoing ? await examinePublication(req, after, now) : null
  const isApproval = step.verb === 'approve' || (step.verb === 'publish' && !isAsApproved)
  const problems = [
    ...step.problems,
    ...(operation === 'create' ? newStoryProblems(step) : []),
    ...(isApproval ? await mayNotApprove(req, after) : []),
    ...(state === 'scheduled' ? scheduleProblems(timesOf(article)) : []),
    ...reasonProblems(step, article),
    ...(isAside ? [] : embargo),
  ]
  const obstacles = isScheduling(step, from)
    ? await scheduleObstacles(req, after, now)
    : (outgoing?.problems ?? [])
  const isNew = ({ code }: Problem) => !problems.some((problem) => problem.code === code)
  const all = [...blocking(problems), ...obstacles.filter(isNew)]
  refuseAll('articles', isRestored ? all.map(forRestored) : all)
  if (outgoing) {
    keepOutgoing(req, article.id, { override: outgoing.override, kind: outgoing.kind })
    Object.assign(data, outgoing.fields)
  }
  const approval = await approvalAfter(req, {
    before: before ?? {},
    after,
    step,
    changed,
    isAsApproved,
    now,
  })
  return {
    ...data,
    state,
    // What was asked for is settled when the story moves on; the next one who asks says it anew.
    ...(step.verb !== null && step.verb !== 'request changes' ? { stateReason: null } : {}),
    firstPublishedAt: before?.firstPublishedAt ?? null,
    // Restoring a version leaves out what nobody may write; whose story it is stays.
    ...(before ? { createdBy: before.createdBy ?? null } : {}),
    retraction: before?.retraction ?? { at: null, reason: null },
    // What held it back is settled by whoever moves it on.
    ...(before?.state !== state ? { scheduleProblem: null } : {}),
    ...(action === 'publish'
      ? {
          firstPublishedAt: before?.firstPublishedAt ?? now,
          retraction: { at: null, reason: null },
          scheduledFor: null,
          scheduleProblem: null,
          override: noOverride,
        }
      : {}),
    ...(action === 'retract' ? { retraction: { at: now, reason: context['reason'] } } : {}),
    ...approval,
  }
}

const publishIsForTheDesk = 'Only an editor or a chief may publish. Set the state to “In review”.'

const noOverride = { codes: [], reason: null }

/** What a copy does not take over from its original. */
const freshStart = {
  _status: 'draft',
  state: 'draft',
  stateReason: null,
  scheduledFor: null,
  scheduleProblem: null,
  approvedHash: null,
  approvedBy: null,
  approvedAt: null,
  approvalVoid: null,
  acknowledged: [],
  override: noOverride,
}

const allWarnings = async (
  req: PayloadRequest,
  { article, built }: SavedStory,
  now: string,
): Promise<string[]> => {
  const { verdict } = await examineStory(req, article, now, await built())
  return verdict.findings.filter(({ severity }) => severity === 'warning').map(({ key }) => key)
}

/**
 * A reporter's turn ends with the approval. Access looks at the stored record, which lags behind the drafts,
 * so the newest draft is asked here.
 */
const refuseOthersTurn = async (req: PayloadRequest, id: string): Promise<void> => {
  const newest = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    select: { state: true, createdBy: true },
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const isOwn = newest?.createdBy === req.user?.id
  if (isOwn && reporterStates.some((state) => state === newest?.state)) return
  throw new APIError(
    'The desk has this story now. Ask an editor to change it or send it back.',
    403,
  )
}

const actionOf = (
  context: Record<string, unknown>,
  data: Record<string, unknown>,
): 'save' | 'approve' | 'publish' | 'retract' => {
  if (context['verb'] === 'retract') return 'retract'
  if (data['_status'] === 'published') return 'publish'
  return context['verb'] === 'approve' ? 'approve' : 'save'
}

/** Payload reads the query in place: the word of the request has become a value by now. */
const isAskedFor = ({ query }: PayloadRequest, name: 'autosave' | 'draft'): boolean =>
  String(query?.[name]) === 'true'

/** Where it matters whether a save changes what readers would get. */
const watched = ['approved', 'scheduled', 'published'] as const

/** What a restored version does not bring back. */
const decisionsOf = (before: Partial<Article>): Record<string, unknown> => ({
  state: before.state,
  embargoUntil: before.embargoUntil ?? null,
  scheduledFor: before.scheduledFor ?? null,
  checks: before.checks,
  change: before.change,
  // What readers were told stays told.
  corrections: before.corrections,
})

/** Bringing a version back takes no answers: there is nowhere to say what kind of change it is. */
const forRestored = (problem: Problem): Problem =>
  problem.code === 'change-kind-missing'
    ? { ...problem, fix: 'Restore it as a draft, then publish it and say so.' }
    : problem

const timesOf = ({ scheduledFor, embargoUntil }: ArticleRecord) => ({
  scheduledFor: scheduledFor ?? null,
  embargoUntil: embargoUntil ?? null,
})

const isScheduling = ({ state, verb }: Step, from: State): boolean =>
  verb === 'schedule' || (verb === 'approve' && state === 'scheduled' && from === 'scheduled')

const newStoryProblems = ({ state, verb }: Step): Problem[] =>
  verb === null || state === 'in review' || state === 'published'
    ? []
    : [
        {
          code: 'story-new',
          severity: 'error',
          path: 'state',
          message: 'A new story is a draft, or in review.',
          fix: 'Save it first, then move it on.',
        },
      ]

const reasonProblems = ({ verb }: Step, { stateReason }: ArticleRecord): Problem[] =>
  verb !== 'request changes' || stateReason?.trim()
    ? []
    : [
        {
          code: 'reason-missing',
          severity: 'error',
          path: 'stateReason',
          message: 'Whoever asks for changes says which.',
          fix: 'Write what has to change before it can be approved.',
        },
      ]
