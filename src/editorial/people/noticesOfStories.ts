/** The one place where a story's moves become notices: no verb has to know whom it concerns. */
import type { CollectionAfterChangeHook } from 'payload'
import type { Article } from '#src/payload-types.ts'
import { storyNotices, type Moved } from '#src/workflow/storyNotices.ts'
import { notify } from './notices.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

/** After each save of a story, in its transaction. */
export const tellOfStory: CollectionAfterChangeHook<Article> = async ({
  context,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  // What is filled in from elsewhere (the demo, an import of older material) is no news to anybody.
  if (typeof context['at'] === 'string') return doc
  const before = operation === 'update' ? movedOf(previousDoc) : null
  // What was stored, and not what the caller asked to get back: `doc` may hold a few fields only.
  const after = movedOf({ ...(operation === 'update' ? previousDoc : {}), ...data })
  const by = (req.user as { name?: string } | null)?.name ?? null
  for (const notice of storyNotices(before, after, by)) {
    await notify(req, { ...notice, article: doc.id })
  }
  return doc
}

const movedOf = (article: Partial<Article>): Moved => ({
  headline: article.headline,
  state: article.state,
  createdBy: idOf(article.createdBy),
  assignee: idOf(article.assignee),
  approvedBy: idOf(article.approvedBy),
  approvalVoid: article.approvalVoid,
  scheduleProblem: article.scheduleProblem,
})
