/** The kind of a change, on its way out: checked against what changes, and turned into the note for readers. */
import type { PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import type { Problem } from '#src/errors.ts'
import { versionHash } from '#src/ledger/chain.ts'
import { currentOf } from '#src/ledger/payloadStore.ts'
import type { Article } from '#src/payload-types.ts'
import { diffStories } from '#src/story/diff.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { changedFacts } from '#src/workflow/changes.ts'
import {
  changedWords,
  changeProblems,
  isTold,
  kindOf,
  type Change,
  type ChangeKind,
} from '#src/workflow/changeKinds.ts'
import type { ArticleRecord } from '#src/editorial/stories/buildStory.ts'

export type SettledChange = {
  problems: Problem[]
  /** What the ledger is told; `null` where readers get nothing new. */
  kind: ChangeKind | null
  /** The fields to store. */
  fields: Partial<Pick<Article, 'change' | 'corrections'>>
}

const none = { kind: null, note: null, placement: null, beside: null }

/**
 * The change that a publication of the story would be for its readers; `null` for one that they do not have yet, or
 * do not have any more: it has nothing to change.
 *
 * @param story as readers would get it, without the new note
 */
export const changeOf = async (
  req: PayloadRequest,
  article: ArticleRecord,
  story: PublishedStory,
): Promise<Change | null> => {
  const current = article.id ? await currentOf(req, article.id) : null
  if (current?.state !== 'live') return null
  const { kind, note } = article.change ?? {}
  const diff = diffStories(current.story, story)
  const known = new Set(current.story.corrections.map(({ id }) => id))
  return {
    kind: kind ?? null,
    note: note ?? null,
    isVisible: current.versionHash !== versionHash(story),
    facts: changedFacts(current.story, story, diff),
    diff,
    written: story.corrections
      .filter(({ id }) => !known.has(id))
      .map((one) => one.kind)
      .filter(isTold),
    // Without a user it is the system itself, which sends out what a person has called so.
    isChief: !req.user || hasRole(req.user, 'chief'),
  }
}

/**
 * What a publication makes of `change`: a clarification or correction becomes the newest row of `corrections`, from
 * which every output takes it, and the question is open again for the next change. The clock, the demo and the
 * command line have nobody to ask: what they send out without a word for it is an update.
 *
 * @param change `null` where readers have nothing that could change
 */
export const settleChange = (
  req: PayloadRequest,
  article: ArticleRecord,
  change: Change | null,
  now: string,
): SettledChange => {
  const open = article.change?.kind ? { change: none } : {}
  if (!change) return { problems: [], kind: null, fields: open }
  const asked: Change =
    req.user || kindOf(change) || !change.isVisible ? change : { ...change, kind: 'update' }
  const problems = changeProblems(asked)
  const kind = kindOf(asked)
  const note = asked.note?.trim() ?? ''
  if (!isTold(asked.kind) || note === '') return { problems, kind, fields: open }
  const { placement, beside } = article.change ?? {}
  const row = {
    kind: asked.kind,
    at: now,
    text: note,
    ...changedWords(change.diff),
    ...(placement === 'beside' && beside ? { placement, beside } : {}),
  }
  return {
    problems,
    kind,
    fields: { change: none, corrections: [...(article.corrections ?? []), row] },
  }
}
