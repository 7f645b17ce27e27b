/** `/v1/changes`: what was published since, for those who keep a copy. */
import { z } from 'zod'

import type { Publication } from '#src/ledger/port.ts'

import { jsonReply } from '../reply.ts'
import { changes } from './answerSchemas.ts'
import { exampleChanges } from './examples.ts'
import { canonicalQuery, changeLimit, seq } from './parameters.ts'
import { route } from './route.ts'

export const changeRoutes = [
  route({
    path: '/v1/changes',
    summary: 'What changed since a seq, oldest first. Rows of withdrawn stories are tombstones.',
    parameters: z.object({ since: seq, limit: changeLimit }),
    answers: changes,
    example: exampleChanges,
    answer: async ({ values, context, lastChange }) => {
      const { ledger, publicUrl, sections } = context
      const { since, limit } = values
      const rows = await ledger.changes(since, limit)
      const head = await ledger.head()
      const last = rows.at(-1)?.seq ?? since
      const next = `${publicUrl}/v1/changes${canonicalQuery({ since: last, limit })}`
      const value = {
        data: rows.filter((row) => isShown(row, sections)).map((row) => changeJson(row, publicUrl)),
        page: { since: last, head, hasNextPage: last < head },
        links: { next },
      }
      return jsonReply({ value, publicUrl, tags: ['changes'], lastModified: lastChange })
    },
  }),
]

/** A key for some sections gets shorter pages: where to go on is the same for everybody. */
const isShown = ({ story }: Publication, sections: readonly string[] | null): boolean =>
  sections === null || (story.section !== null && sections.includes(story.section.slug))

/**
 * A change without its text: an old row holds words that may have been withdrawn since. Who follows
 * the changes fetches the story, and gets 410 when it is gone.
 */
const changeJson = (row: Publication, publicUrl: string) => ({
  seq: row.seq,
  event: row.event,
  change: row.change ?? null,
  isTombstone: row.event === 'retract' || row.event === 'unpublish',
  articleId: row.articleId,
  slug: row.slug,
  at: row.at,
  reason: row.event === 'retract' ? row.reason : null,
  versionHash: row.versionHash,
  hash: row.hash,
  links: { article: `${publicUrl}/v1/articles/${encodeURIComponent(row.articleId)}` },
})
