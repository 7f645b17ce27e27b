/** May an article go out? The one answer for publishing it and for the panel that shows what is left to do. */
import type { PayloadRequest } from 'payload'
import { hasRole } from '#collections/access.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { asFinding } from '#src/workflow/finding.ts'
import { preflight } from '#src/workflow/preflight.ts'
import { weigh, type Override, type Verdict } from '#src/workflow/verdict.ts'
import { buildStory, type ArticleRecord, type BuiltStory } from './buildStory.ts'
import { copiedPassages } from '#src/editorial/evidence/copiedPassages.ts'

export type Examined = { story: PublishedStory; verdict: Verdict }

/**
 * Builds the story as readers would get it and weighs what stands against it. An override counts only while
 * a chief acts.
 *
 * @param article as stored (depth 0), or on its way to be
 * @param now ISO time
 * @param built the story of the article, where the caller has made it already
 */
export const examineStory = async (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
  built?: BuiltStory,
): Promise<Examined> => {
  const { story, problems, unnamed, writerIds } = built ?? (await buildStory(req, article, now))
  const approved = unnamed.filter(({ approvedBy }) => approvedBy !== null)
  const found = preflight(story, {
    now,
    embargoUntil: article.embargoUntil ?? null,
    checks: {
      legal: article.checks?.legal ?? 'not needed',
      pictures: article.checks?.pictures ?? 'not needed',
      facts: article.checks?.facts ?? 'not needed',
    },
    approvedSourceIds: approved.map(({ id }) => id),
    approvers: Object.fromEntries(approved.map(({ id, approvedBy }) => [id, approvedBy ?? ''])),
    confirmations: Object.fromEntries(unnamed.map(({ id, confirmations }) => [id, confirmations])),
    writerIds,
    copied: (await copiedPassages(req, article)).map(({ text, evidenceTitle }) => ({
      text,
      title: evidenceTitle,
    })),
  })
  const verdict = weigh({
    findings: [...problems.map(asFinding), ...found],
    acknowledged: article.acknowledged ?? [],
    override: hasRole(req.user, 'chief') ? overrideOf(article) : null,
  })
  return { story, verdict }
}

const overrideOf = ({ override }: ArticleRecord): Override | null =>
  override?.codes?.length ? { codes: override.codes, reason: override.reason ?? '' } : null
