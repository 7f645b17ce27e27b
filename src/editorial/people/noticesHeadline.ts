/** What every notice names a story by. */
import type { PayloadRequest } from 'payload'

/** How a notice names a story, in the trash too: its newest headline, in quotation marks. */
export const headlineOf = async (req: PayloadRequest, article: string | null): Promise<string> => {
  const story = article
    ? await req.payload.findByID({
        collection: 'articles',
        id: article,
        draft: true,
        depth: 0,
        select: { headline: true },
        disableErrors: true,
        overrideAccess: true,
        trash: true,
        req,
      })
    : null
  return `“${(story?.headline ?? '').trim() || 'Untitled'}”`
}
