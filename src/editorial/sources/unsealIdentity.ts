/** Reading the identity of a confidential source: by few, for a reason, and never without a trace. */
import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { hasRole } from '#collections/access.ts'
import { currentSealingKeys, getConfig } from '#src/config.ts'
import type { Source } from '#src/payload-types.ts'
import { recordActivity } from '#src/editorial/record/activity.ts'
import { openSealed } from './sealIdentity.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

const MIN_REASON = 10
const MAX_REASON = 1000

/** `POST /api/sources/:id/unseal` with `{ "reason": "…" }`: `{ "identity": "…" }`, kept by no cache. */
const unsealEndpoint: Endpoint = {
  path: '/:id/unseal',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Sign in first.', 401)
    const body: unknown = await req.json?.().catch(() => null)
    const reason = (body as { reason?: unknown } | null)?.reason
    const identity = await unsealIdentity(req, String(req.routeParams?.['id']), reason)
    return Response.json({ identity }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `GET /api/sources/:id/unseal`: whether there is something to read, and whether it is for whoever asks. */
const mayUnsealEndpoint: Endpoint = {
  path: '/:id/unseal',
  method: 'get',
  handler: async (req) => {
    if (!req.user) throw new APIError('Sign in first.', 401)
    const source = await findSource(req, String(req.routeParams?.['id']))
    const answer = { mayUnseal: mayUnseal(req, source), isKept: Boolean(source.identity) }
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
}

export const unsealEndpoints: Endpoint[] = [unsealEndpoint, mayUnsealEndpoint]

/**
 * Opens an identity and records who read it and why, in one transaction: no record, no identity. A try that
 * is refused is recorded too.
 *
 * @param reason why, at least ten characters
 * @throws APIError 403 for anybody but a chief or who is named on the source; 404, 400; AppError
 *   `unprocessable` when the key is not known
 */
export const unsealIdentity = async (
  req: PayloadRequest,
  id: string,
  reason: unknown,
): Promise<string> => {
  const isOwner = await initTransaction(req)
  try {
    const source = await findSource(req, id)
    const identity = mayUnseal(req, source) ? readable(source, reason) : null
    await recordActivity(req, {
      verb: identity === null ? 'unseal refused' : 'unseal',
      summary: `${identity === null ? 'Was refused' : 'Read'} the identity of “${source.name}”`,
      subject: { collection: 'sources', id: source.id },
      // Who may not read it may still know it, and write it here.
      reason: identity === null ? null : String(reason).trim(),
    })
    if (isOwner) await commitTransaction(req)
    if (identity === null) throw new APIError(notForYou, 403)
    return identity
  } catch (error) {
    // After a commit there is nothing left to undo, and this does nothing.
    if (isOwner) await killTransaction(req)
    throw error
  }
}

const notForYou =
  'Only a chief, or somebody a chief has named on this source, may read the identity. Your try was recorded.'

/** A chief, or who is named on the source. Being an administrator alone is no reason. */
const mayUnseal = (req: PayloadRequest, source: Source): boolean =>
  hasRole(req.user, 'chief') ||
  (source.mayUnseal ?? []).some((person) => idOf(person) === req.user?.id)

const findSource = async (req: PayloadRequest, id: string): Promise<Source> => {
  const source = await req.payload.findByID({
    collection: 'sources',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!source) throw new APIError('There is no such source.', 404)
  return source
}

const readable = (source: Source, reason: unknown): string => {
  const why = typeof reason === 'string' ? reason.trim() : ''
  if (why.length < MIN_REASON || why.length > MAX_REASON) {
    throw new APIError(
      `Say why you need to know: send {"reason": "…"} with ${MIN_REASON} to ${MAX_REASON} characters. It is recorded.`,
      400,
    )
  }
  if (!source.identity) throw new APIError('No identity is kept for this source.', 404)
  const identity = openSealed(source.identity, currentSealingKeys(getConfig()).all)
  if (why.toLowerCase().includes(identity.trim().toLowerCase())) {
    throw new APIError('Leave the name out of the reason: others read the record.', 400)
  }
  return identity
}
