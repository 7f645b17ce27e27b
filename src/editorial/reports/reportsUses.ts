/** The stories that carry quotes: what readers have, and what is being written. */
import type { PayloadRequest, Where } from 'payload'
import type { Article } from '#src/payload-types.ts'
import type { Stage } from '#src/quotes/reports/reportOverview.ts'
import { pagesOf } from './reportsPages.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

export type Use = {
  story: string
  headline: string
  state: string
  section: string | null
  stage: Stage
  /** When a live story was first published. */
  at: string | null
}

type Found = Pick<
  Article,
  'id' | 'headline' | 'state' | 'section' | 'firstPublishedAt' | 'quotesCited'
>

const select = {
  headline: true,
  state: true,
  section: true,
  firstPublishedAt: true,
  quotesCited: true,
}

const live: Where = {
  and: [{ _status: { equals: 'published' } }, { state: { not_equals: 'retracted' } }],
}

/**
 * Where quotes are used. A story that is live with a quote does not count as a draft with it too; what is in
 * the trash counts nowhere.
 *
 * @param ids of quotes, one page of them
 * @returns the uses of each quote; a quote without any is left out
 */
export const usesOf = async (
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, Use[]>> => {
  const asked = new Set(ids)
  const uses = new Map<string, Use[]>()
  const add = (article: Found, stage: Stage): void => {
    for (const cited of article.quotesCited ?? []) {
      const quote = idOf(cited)
      if (quote === null || !asked.has(quote)) continue
      const known = uses.get(quote) ?? []
      uses.set(quote, known)
      if (known.some(({ story }) => story === article.id)) continue
      known.push({
        story: article.id,
        headline: article.headline,
        state: article.state,
        section: idOf(article.section),
        stage,
        at: article.firstPublishedAt ?? null,
      })
    }
  }
  if (ids.length === 0) return uses
  const cites: Where = { quotesCited: { in: [...ids] } }
  const published = { where: { and: [cites, live] }, select }
  for await (const page of pagesOf<Found>(req, 'articles', published)) {
    for (const article of page) add(article, 'live')
  }
  for await (const page of pagesOf<Found>(req, 'articles', { where: cites, draft: true, select })) {
    for (const article of page) add(article, article.state === 'retracted' ? 'retracted' : 'draft')
  }
  return uses
}
