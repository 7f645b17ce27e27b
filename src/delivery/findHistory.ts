/** The history of a story, as the page and the API both need it. */
import type { CurrentStory, Publication } from '#src/ledger/port.ts'
import { buildHistory, type StoryVersion } from '#src/story/history.ts'

import type { DeliveryContext } from './context.ts'

export type HistoryPage = {
  versions: StoryVersion[]
  /** The seq of the oldest row that was looked at, for the next page. */
  oldest: number | null
  hasMore: boolean
}

/** Whether readers may see what changed between the versions of a story. */
export const hasHistory = ({ state, story }: CurrentStory): boolean =>
  state === 'live' && story.isHistoryPublic === true

/**
 * Versions of a story, newest first. One row more than asked is read, to compare the oldest with.
 *
 * @param options.before a seq; only versions before it
 */
export const findHistory = async (
  { ledger, sections }: Pick<DeliveryContext, 'ledger' | 'sections'>,
  { id, first, before = null }: { id: string; first: number; before?: number | null },
): Promise<HistoryPage> => {
  const rows = visibleTo(sections, await ledger.history(id, { before, limit: first + 1 }))
  return {
    versions: buildHistory(rows, first),
    oldest: rows.slice(0, first).at(-1)?.seq ?? null,
    hasMore: rows.length > first,
  }
}

/** A key for some sections sees a story from when it came into them. */
const visibleTo = (sections: readonly string[] | null, rows: Publication[]): Publication[] => {
  const outside = rows.findIndex(
    ({ story }) => sections !== null && !sections.includes(story.section?.slug ?? ''),
  )
  return outside < 0 ? rows : rows.slice(0, outside)
}
