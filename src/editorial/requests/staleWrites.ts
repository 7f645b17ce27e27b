/**
 * Nobody overwrites what they have not seen. A save says which revision it started from, and is refused when the
 * record has moved on since, with what differs field by field. The panel says it with every save.
 */
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { canonicalJson } from '#src/story/canonicalJson.ts'
import { saverOf } from '#src/editorial/people/lastSaver.ts'

/** One field that two people changed, or that one would undo for the other. */
export type FieldConflict = {
  field: string
  /** What the refused save started from; `undefined` where that revision is no longer kept. */
  base: unknown
  /** What is stored now. */
  theirs: unknown
  /** What the refused save would store. */
  yours: unknown
}

/** Bookkeeping: it differs with every save and is nobody's work. */
const ownFields = new Set([
  ...['id', 'updatedAt', 'createdAt', '_status', 'state'],
  ...['approvedHash', 'approvedBy', 'approvedAt', 'approvalVoid', 'scheduleProblem'],
  'firstPublishedAt',
])

/**
 * Notes which revision a save from outside started from: `If-Match: "2026-11-23T08:00:00.000Z"` (RFC 9110
 * §13.1.1), or the `updatedAt` that comes back with the record, as the panel and every client that sends
 * a whole record do. The clock decides `updatedAt` of what is stored, so in a save it can mean nothing else.
 */
export const noteRevision: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update' || req.payloadAPI === 'local') return args
  const { data } = args as { data?: { updatedAt?: unknown } }
  const base = matched(req) ?? data?.updatedAt
  if (typeof base === 'string' && base !== '') req.context['baseRevision'] = base
  return args
}

/**
 * Refuses a save that started from another revision than the newest one.
 *
 * It runs inside the save's transaction, so nothing can come between the comparison and the write.
 *
 * @throws APIError 409 with `data.conflicts`, one for each field that differs, `data.current`, and who saved it
 *   when: `data.by` (`null` where nobody knows) and `data.at`
 */
export const refuseStale: CollectionBeforeValidateHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const base = context['baseRevision']
  if (operation !== 'update' || typeof base !== 'string' || !originalDoc || !data) return data
  const { id, updatedAt } = originalDoc as { id: string; updatedAt?: unknown }
  if (isSameMoment(base, updatedAt)) return data
  const place = { req, slug: collection.slug, id }
  const [started, theirs] = [await revisionAt(place, base), await asShown(place)]
  throw new APIError(
    'Somebody else saved this since you opened it, so nothing of yours was saved yet. ' +
      'Compare the two and save again.',
    409,
    {
      code: 'stale',
      current: updatedAt,
      at: updatedAt,
      by:
        collection.slug === 'articles'
          ? await saverOf(req, { id, revision: String(updatedAt) })
          : null,
      conflicts: findConflicts({ base: started, theirs, yours: data as Record<string, unknown> }),
    },
    true,
  )
}

/** The fields that would be lost or that were changed by both, by name. */
export const findConflicts = ({
  base,
  theirs,
  yours,
}: {
  base: Record<string, unknown> | null
  theirs: Record<string, unknown>
  yours: Record<string, unknown>
}): FieldConflict[] =>
  Object.keys(yours)
    .filter((field) => !ownFields.has(field) && !isSame(yours[field], theirs[field]))
    .map((field) => ({ field, base: base?.[field], theirs: theirs[field], yours: yours[field] }))

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** `*` asks for no revision in particular. */
const matched = (req: PayloadRequest): string | null => {
  const given = req.headers?.get('if-match')?.trim() ?? ''
  return given === '*' ? null : (/^(?:W\/)?"?(.+?)"?$/.exec(given)?.[1] ?? null)
}

const isSameMoment = (base: string, current: unknown): boolean =>
  Date.parse(base) === Date.parse(String(current))

type Place = { req: PayloadRequest; slug: CollectionSlug; id: string }

/** The newest revision, without what the one who asks may not see: a refusal must not tell more than a reading. */
const asShown = async ({ req, slug, id }: Place): Promise<Record<string, unknown>> =>
  ((await req.payload.findByID({
    collection: slug,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })) as Record<string, unknown> | null) ?? {}

/** The revision a save started from, while it is kept and where the one who asks may read it. */
const revisionAt = async (
  { req, slug, id }: Place,
  at: string,
): Promise<Record<string, unknown> | null> => {
  if (!req.payload.collections[slug].config.versions) return null
  const { docs } = await req.payload
    .findVersions({
      collection: slug as 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.updatedAt': { equals: at } }] },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: false,
      user: req.user,
      req,
    })
    .catch((error: unknown) => {
      // Reporters read no versions of quotes and evidence: they are told what differs without the start.
      if ((error as { status?: unknown } | null)?.status === 403) return { docs: [] }
      throw error
    })
  return (docs[0]?.version as unknown as Record<string, unknown> | undefined) ?? null
}
