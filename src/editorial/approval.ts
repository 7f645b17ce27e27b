import type { PayloadRequest } from 'payload'
import { versionHash } from '#src/ledger/chain.ts'
import type { State } from '#src/workflow/states.ts'
import { buildStory, type ArticleRecord } from './buildStory.ts'

/**
 * The hash of what was approved, kept while a story is approved or scheduled. What goes out by the clock
 * is compared with it: an edit after approval does not slip through.
 */
export const approvalHash = async (
  req: PayloadRequest,
  state: State,
  article: Record<string, unknown>,
): Promise<string | null> => {
  if (state !== 'approved' && state !== 'scheduled') return null
  const kept = article['approvedHash']
  // Kept from the approval: scheduling, and edits in between, must not approve anew.
  return typeof kept === 'string' ? kept : currentHash(req, article)
}

/** The hash of the story as it stands now. */
export const currentHash = async (
  req: PayloadRequest,
  article: Record<string, unknown>,
): Promise<string> => {
  const { story } = await buildStory(req, article as ArticleRecord, new Date().toISOString())
  return versionHash(story)
}
