/** Addresses: made when missing, refused when taken, with a free one to use instead. */
import type {
  CollectionBeforeValidateHook,
  CollectionSlug,
  FieldHook,
  PayloadRequest,
} from 'payload'
import { slugForms, slugify } from '#src/story/slug.ts'
import { refuse } from '#src/editorial/requests/problems.ts'

/**
 * Fills an empty slug from the record's name and checks one that was typed.
 * A made slug takes the next free number by itself; a typed one is the editor's choice, so it is refused.
 */
export const fillSlug =
  (nameField: string): CollectionBeforeValidateHook =>
  async ({ collection, data, originalDoc, req }) => {
    const name: unknown = data?.[nameField]
    const typed: unknown = data?.['slug']
    const before = originalDoc as { id?: string; slug?: string } | undefined
    const kept = before?.slug
    if (!data || (typeof typed === 'string' && typed === kept)) return data
    const isTyped = typeof typed === 'string' && typed.trim() !== ''
    if (!isTyped && kept) return { ...data, slug: kept }
    if (!isTyped && typeof name !== 'string') return data
    const wanted = slugify(isTyped ? typed : String(name), collection.slug)
    const free = await freeSlug(req, collection.slug, wanted, before?.id)
    if (isTyped && free !== wanted) refuseTaken(collection.slug, wanted, free)
    return { ...data, slug: free }
  }

/** A copy gets a free address of its own. */
export const freeSlugForCopy: FieldHook = async ({ collection, req, value }): Promise<unknown> => {
  if (typeof value !== 'string' || !collection) return value
  return freeSlug(req, collection.slug, value, undefined)
}

const refuseTaken = (collection: string, wanted: string, free: string): void =>
  refuse(collection, [
    {
      code: 'slug-taken',
      severity: 'error',
      path: 'slug',
      message: `The address “${wanted}” is taken.`,
      fix: `“${free}” is free.`,
    },
  ])

/** How many forms are asked for at once: most slugs are free, and of the others few have many namesakes. */
const AT_ONCE = [1, 20, 400]

/** The first form of the slug that nobody has, in records or in drafts that are still to be published. */
const freeSlug = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  wanted: string,
  ownId: string | undefined,
): Promise<string> => {
  const forms = slugForms(wanted)
  for (let turn = 0; ; turn += 1) {
    const asked = Array.from({ length: AT_ONCE[turn] ?? 400 }, () => forms.next().value)
    const taken = await takenAmong(req, collection, asked, ownId)
    const free = asked.find((form) => !taken.has(form))
    if (free !== undefined) return free
  }
}

/** By equality and not by likeness: an index answers it however many records there are. */
const takenAmong = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  slugs: string[],
  ownId: string | undefined,
): Promise<Set<string>> => {
  const query = {
    collection,
    where: { slug: { in: slugs } },
    select: { slug: true } as never,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    trash: true,
    req,
  } as const
  const hasDrafts = Boolean(req.payload.collections[collection].config.versions?.drafts)
  // One after the other: MongoDB takes one operation of a transaction at a time.
  const found = [await req.payload.find(query)]
  if (hasDrafts) found.push(await req.payload.find({ ...query, draft: true }))
  const others = found.flatMap(({ docs }) => docs as { id: unknown; slug?: unknown }[])
  return new Set(others.filter((doc) => doc.id !== ownId).map((doc) => String(doc.slug)))
}
