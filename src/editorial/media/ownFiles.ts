import type { CollectionSlug, PayloadRequest } from 'payload'

type FileRequest = { params: { collection: string; filename: string } }

/**
 * All uploads lie in one folder, and Payload hands out whatever lies there to whoever may read the collection
 * they ask. A file is served by the collection that holds its record, with the headers of that collection: a
 * captured web page never comes as if it were a picture of ours.
 *
 * @returns 404 for a file of another collection; nothing otherwise, and Payload goes on
 */
export const serveOwnFiles = async (
  req: PayloadRequest,
  { params: { collection, filename } }: FileRequest,
): Promise<Response | undefined> => {
  const slug = collection as CollectionSlug
  const { upload } = req.payload.collections[slug].config
  const sizes = (upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)
  const { totalDocs } = await req.payload.count({
    collection: slug,
    where: { or: ['filename', ...sizes].map((field) => ({ [field]: { equals: filename } })) },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) return undefined
  return Response.json({ errors: [{ message: 'There is no such file.' }] }, { status: 404 })
}
