import type { PayloadRequest } from 'payload'
import { versionHash } from '#src/ledger/chain.ts'
import { buildStory, type ArticleRecord, type BuiltStory } from './buildStory.ts'

/** A story at one moment of a save, for all the rules that ask about it. */
export type SavedStory = {
  article: ArticleRecord
  built: () => Promise<BuiltStory>
  hash: () => Promise<string>
}

/**
 * The story as it is on its way through a save: made from the newsroom's records once, however many rules look at it,
 * and not at all when none does. Saves come every few seconds from everybody who writes.
 *
 * @param article as stored (depth 0), or on its way to be
 * @param now ISO time
 */
export const savedStory = (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
): SavedStory => {
  let story: Promise<BuiltStory> | null = null
  const built = (): Promise<BuiltStory> => (story ??= buildStory(req, article, now))
  return { article, built, hash: async () => versionHash((await built()).story) }
}
