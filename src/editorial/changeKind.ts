/** The kind of a change, on its way out: checked against what changes, and turned into the note for readers. */
import type { PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import { currentOf } from '#src/ledger/payloadStore.ts'
import type { Article } from '#src/payload-types.ts'
import { diffStories } from '#src/story/diff.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { changedFacts } from '#src/workflow/changes.ts'
import { changedWords, changeProblems, isTold } from '#src/workflow/changeKinds.ts'
import type { ArticleRecord } from './buildStory.ts'
import { refuse } from './problems.ts'

type Settled = Partial<Pick<Article, 'change' | 'corrections'>>

const none = { kind: null, note: null, placement: null, beside: null }

/**
 * What a publication makes of `change`: a clarification or correction becomes the newest row of `corrections`, from
 * which every output takes it, and the question is open again for the next change. A story that readers do not have
 * yet has nothing to change.
 *
 * @param story as readers would get it, without the new note
 * @returns the fields to store
 * @throws ValidationError with everything that stands against calling the change so
 */
export const settleChange = async (
  req: PayloadRequest,
  article: ArticleRecord,
  story: PublishedStory,
  now: string,
): Promise<Settled> => {
  const { kind, note } = article.change ?? {}
  if (!kind) return {}
  const current = article.id ? await currentOf(req, article.id) : null
  if (current?.state !== 'live') return { change: none }
  const diff = diffStories(current.story, story)
  refuse(
    'articles',
    changeProblems({
      kind,
      note: note ?? null,
      facts: changedFacts(current.story, story, diff),
      // Without a user it is the system itself, which sends out what a person has called so.
      isChief: !req.user || hasRole(req.user, 'chief'),
    }),
  )
  if (!isTold(kind)) return { change: none }
  const row = { kind, at: now, text: (note ?? '').trim(), ...changedWords(diff) }
  return { change: none, corrections: [...(article.corrections ?? []), row] }
}
