/**
 * The newsroom's verbs as `POST /api/articles/:id/VERB`. Each is a save like any other: the same rules, the same
 * transaction, the same answers as over GraphQL or a PATCH of `state`.
 */
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import type { Article } from '#src/payload-types.ts'
import type { State } from '#src/workflow/states.ts'
import { fits, verbRules } from '#src/workflow/verbs.ts'
import { assertNewsroom } from '#src/editorial/requests/assertNewsroom.ts'
import { getStory } from '#src/editorial/stories/getStory.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

type Body = Record<string, unknown>

type Deed = {
  data: Body
  /** What only the server may say. */
  context?: Record<string, unknown>
  /** It is decided by this endpoint and not by the rights to the fields. */
  isSystem?: boolean
  isDraft?: boolean
}

type Deeds = Record<string, (body: Body, story: Article, req: PayloadRequest) => Deed>

const to = (state: State) => (): Deed => ({ data: { state } })

const deeds: Deeds = {
  submit: to('in review'),
  withdraw: to('draft'),
  'request-changes': ({ reason }) => ({
    data: { state: 'changes requested', stateReason: textOf(reason) },
  }),
  approve: (_, { state }) =>
    state === 'scheduled'
      ? { data: {}, context: { verb: 'approve' } }
      : { data: { state: 'approved' } },
  reopen: to('draft'),
  schedule: ({ at, change }) => ({
    data: { state: 'scheduled', scheduledFor: instantOf(at), ...(change ? { change } : {}) },
  }),
  unschedule: (_, { state }) => {
    if (state !== 'scheduled') throw new APIError('The story is not scheduled.', 409)
    return { data: { state: 'approved', scheduledFor: null } }
  },
  archive: to('archived'),
  restore: (_, { state }) => {
    if (state !== 'archived') throw new APIError('Only an archived story can be restored.', 409)
    return { data: { state: 'draft' } }
  },
  assign: ({ assignee }) => ({ data: { assignee: assignee === null ? null : textOf(assignee) } }),
  publish: ({ acknowledged, override, change }) => ({
    data: {
      _status: 'published',
      ...(Array.isArray(acknowledged) ? { acknowledged } : {}),
      ...(override ? { override } : {}),
      ...(change ? { change } : {}),
    },
    isDraft: false,
  }),
  retry: (_, { scheduleProblem, state }, { user }) => {
    if (!hasRole(user, 'editor', 'chief')) throw new APIError(forTheDesk, 403)
    if (state !== 'scheduled' || !scheduleProblem) {
      throw new APIError('Nothing of this story failed.', 409)
    }
    return { data: { scheduleProblem: null }, context: { verb: 'retry' }, isSystem: true }
  },
  'lift-embargo': ({ reason }, { embargoUntil }, { user }) => {
    if (!hasRole(user, 'chief')) throw new APIError('Only a chief may lift an embargo.', 403)
    if (!embargoUntil) throw new APIError('The story is under no embargo.', 409)
    const why = textOf(reason)
    if (why.length < MIN_REASON) {
      throw new APIError(
        `The record keeps why: send {"reason": "…"} with at least ${MIN_REASON} characters.`,
        400,
      )
    }
    return { data: { embargoUntil: null }, context: { verb: 'lift embargo', reason: why } }
  },
}

const MIN_REASON = 10
const forTheDesk = 'Only an editor or a chief may do this.'

const endpointOf = ([name, deedOf]: [string, Deeds[string]]): Endpoint => ({
  path: `/:id/${name}`,
  method: 'post',
  handler: async (req) => {
    assertNewsroom(req)
    const said: unknown = await req.json?.().catch(() => null)
    const body = typeof said === 'object' && said !== null ? (said as Body) : {}
    const id = String(req.routeParams?.['id'])
    const story = await getStory(req, id)
    refuseVerb(name.replace('-', ' '), story, req)
    const { data, context, isSystem, isDraft } = deedOf(body, story, req)
    const doc = await req.payload.update({
      collection: 'articles',
      id,
      data,
      draft: isDraft ?? true,
      context: context ?? {},
      depth: 0,
      overrideAccess: isSystem ?? false,
      user: req.user,
      req,
    })
    return Response.json({ message: `Done: the story is ${doc.state}.`, doc })
  },
})

export const verbEndpoints: Endpoint[] = Object.entries(deeds).map(endpointOf)

/** The table says who may and from where; the save itself asks for the rest. */
const refuseVerb = (name: string, story: Article, { user }: PayloadRequest): void => {
  const rules = verbRules.filter(({ verb }) => verb === name)
  if (rules.length === 0) return
  const state = story.state
  const isPublic = Boolean(story.firstPublishedAt) && state !== 'retracted'
  const here = rules.filter((rule) => rule.from.includes(state) && fits(rule, isPublic))
  if (here.length === 0) {
    throw new APIError(`“${name}” is not possible while the story is “${state}”.`, 409)
  }
  if (here.some((rule) => hasRole(user, ...rule.roles))) return
  throw new APIError(`Only ${here[0]?.roles.join(' or ')} may ${name} this story now.`, 403)
}

const textOf = (value: unknown): string => (idOf(value) ?? '').trim()

const instantOf = (value: unknown): string => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) {
    throw new APIError('Send {"at": "…"}: when it goes out, like 2026-11-23T14:00:00Z.', 400)
  }
  return new Date(at).toISOString()
}
