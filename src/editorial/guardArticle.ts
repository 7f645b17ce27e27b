import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { hasRole, reporterStates } from '#collections/access.ts'
import type { Article } from '#src/payload-types.ts'
import { nextState } from '#src/workflow/nextState.ts'
import type { State } from '#src/workflow/states.ts'
import type { WorkflowRole } from '#src/workflow/transitions.ts'
import { approvalHash } from './approval.ts'
import type { ArticleRecord } from './buildStory.ts'
import { examineStory } from './examineStory.ts'
import { keepOverride } from './overrides.ts'
import { refuse } from './problems.ts'
import { assertPublishable } from './publish.ts'
import { timeOf } from './time.ts'

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
  const data: Record<string, unknown> = { ...asked, ...(isCopy ? freshStart : {}) }
  const action = actionOf(context, data)
  if (req.user && !hasRole(req.user, 'editor', 'chief')) {
    if (action !== 'save') throw new APIError(publishIsForTheDesk, 403)
    if (before?.id) await refuseOthersTurn(req, before.id)
  }
  const { state, problems } = nextState({
    from: before?.state ?? 'draft',
    asked: (data['state'] as State | undefined) ?? 'draft',
    action,
    isPublic: Boolean(before?.firstPublishedAt) && before?.state !== 'retracted',
    // Without a user it is the system itself: the clock, the seed, the command line.
    roles: (req.user?.['roles'] as WorkflowRole[] | undefined) ?? ['editor', 'chief'],
  })
  refuse('articles', [...problems, ...scheduleProblems(state, data)])
  const now = timeOf(context)
  // Before anything is written: records of a bulk edit share a transaction, and one must not half succeed.
  const article: ArticleRecord = { ...before, ...data, id: before?.id ?? '' }
  // Nobody is there to tick when the server itself writes what editors have been through.
  if (context['acknowledge'] === 'all') {
    data['acknowledged'] = article.acknowledged = await allWarnings(req, article, now)
  }
  if (action === 'publish' && !data['deletedAt']) {
    const { verdict } = await assertPublishable(req, article, now)
    keepOverride(req, article.id, verdict.override)
  }
  return {
    ...data,
    state,
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
    approvedHash: await approvalHash(req, state, { ...before, ...data }),
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
  acknowledged: [],
  override: noOverride,
}

const allWarnings = async (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
): Promise<string[]> => {
  const { verdict } = await examineStory(req, article, now)
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
): 'save' | 'publish' | 'retract' => {
  if (context['verb'] === 'retract') return 'retract'
  return data['_status'] === 'published' ? 'publish' : 'save'
}

const scheduleProblems = (state: State, data: Record<string, unknown>) =>
  state === 'scheduled' && !data['scheduledFor']
    ? [
        {
          code: 'schedule-time-missing',
          severity: 'error' as const,
          path: 'scheduledFor',
          message: 'A scheduled story needs a time.',
          fix: 'Enter when it goes out.',
        },
      ]
    : []
