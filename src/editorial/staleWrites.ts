/**
 * Nobody overwrites what they have not seen. A save may say which revision it started from, and is refused
 * when the story has moved on since, with what differs field by field.
 */
import { APIError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload'
import { canonicalJson } from '#src/story/canonicalJson.ts'

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
const ownFields = new Set(['id', 'updatedAt', 'createdAt', '_status', 'state', 'approvedHash'])

/**
 * Refuses a save whose `If-Match` names another revision than the newest one. The revision is the record's
 * `updatedAt`, as an entity tag: `If-Match: "2026-11-23T08:00:00.000Z"`.
 *
 * It runs inside the save's transaction, so nothing can come between the comparison and the write.
 *
 * @throws APIError 409 with `data.conflicts`, one for each field that differs, and `data.current`
 */
export const refuseStale: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const base = baseRevision(req)
  if (operation !== 'update' || !base || !originalDoc || !data) return data
  const theirs = originalDoc as Record<string, unknown>
  if (sameMoment(base, theirs['updatedAt'])) return data
  const started = await revisionAt(req, collection.slug, String(theirs['id']), base)
  throw new APIError(
    'This story was saved by somebody else since you opened it. Nothing of yours was saved yet: ' +
      'compare the two, then save again.',
    409,
    {
      current: theirs['updatedAt'],
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

const baseRevision = (req: PayloadRequest): string | null => {
  const given = req.headers?.get('if-match')?.trim() ?? ''
  return /^(?:W\/)?"?(.+?)"?$/.exec(given)?.[1] ?? null
}

const sameMoment = (base: string, current: unknown): boolean =>
  Date.parse(base) === Date.parse(String(current))

/** The revision a save started from, while it is kept. */
const revisionAt = async (
  req: PayloadRequest,
  collection: string,
  id: string,
  at: string,
): Promise<Record<string, unknown> | null> => {
  const { docs } = await req.payload.findVersions({
    collection: collection as 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version.updatedAt': { equals: at } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return (docs[0]?.version as unknown as Record<string, unknown> | undefined) ?? null
}
