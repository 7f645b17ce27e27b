import type { Payload } from 'payload'

const sizes = ['thumbnail', 'medium', 'large', 'share'] as const

/**
 * Whether somebody may see a picture file: readers, once a live story carries it; the newsroom, always.
 *
 * @param headers of the request, for the login in them
 * @returns whether they may, and whether readers may: then it can be cached
 */
export const mayServeMedia = async (
  payload: Payload,
  filename: string,
  headers: Headers,
): Promise<{ isAllowed: boolean; isPublic: boolean }> => {
  const named = ['filename', ...sizes.map((size) => `sizes.${size}.filename`)]
  const { docs } = await payload.find({
    collection: 'images',
    where: { or: named.map((field) => ({ [field]: { equals: filename } })) },
    select: { isPublic: true },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [image] = docs
  if (!image) return { isAllowed: false, isPublic: false }
  if (image.isPublic) return { isAllowed: true, isPublic: true }
  const { user } = await payload.auth({ headers })
  return { isAllowed: Boolean(user), isPublic: false }
}
