import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { hasRole } from '#collections/access.ts'
import { nextState } from '#src/workflow/nextState.ts'
import type { State } from '#src/workflow/states.ts'
import type { WorkflowRole } from '#src/workflow/transitions.ts'
import { approvalHash } from './approval.ts'
import { refuse } from './problems.ts'
import { timeOf } from './time.ts'

/**
 * Decides where a save leaves the story, whoever saves and by whichever API.
 *
 * @throws APIError 403 when somebody without the right publishes; ValidationError for a move that is not allowed
 */
export const guardArticle: CollectionBeforeChangeHook = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const action = actionOf(context, data)
  if (action !== 'save' && req.user && !hasRole(req.user, 'editor', 'chief')) {
    throw new APIError('Only an editor or a chief may publish. Set the state to “In review”.', 403)
  }
  const { state, problems } = nextState({
    from: (originalDoc?.state as State | undefined) ?? 'draft',
    asked: (data['state'] as State | undefined) ?? 'draft',
    action,
    isPublic: Boolean(originalDoc?.firstPublishedAt) && originalDoc?.state !== 'retracted',
    // Without a user it is the system itself: the clock, the seed, the command line.
    roles: (req.user?.['roles'] as WorkflowRole[] | undefined) ?? ['editor', 'chief'],
  })
  refuse('articles', [...problems, ...scheduleProblems(state, data)])
  const now = timeOf(context)
  return {
    ...data,
    state,
    ...(action === 'publish'
      ? {
          firstPublishedAt: originalDoc?.firstPublishedAt ?? now,
          retraction: { at: null, reason: null },
          scheduledFor: null,
          scheduleProblem: null,
        }
      : {}),
    ...(action === 'retract' ? { retraction: { at: now, reason: context['reason'] } } : {}),
    approvedHash: await approvalHash(req, state, { ...originalDoc, ...data }),
  }
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
