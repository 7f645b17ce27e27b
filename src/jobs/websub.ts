/** Tells a WebSub hub which feeds have changed. */
import { CORRECTIONS_FEED_PATH } from '#src/formats/correctionsFeed.ts'
import { haveCorrections } from '#src/story/cacheTags.ts'
import type { Change } from './purge.ts'
import { tellOutside } from './tellOutside.ts'

/**
 * Says to a WebSub hub which feeds have changed (W3C WebSub §7, in the form that hubs take: `hub.mode=publish`).
 *
 * @throws Error when the hub's answer was none from 200 to 299
 */
export const pingHub = async (
  changes: Change[],
  options: { hub: string; publicUrl: string; signal: AbortSignal },
): Promise<void> => {
  const { hub, publicUrl, signal } = options
  const feeds = changedFeeds(changes)
  if (feeds.length === 0) return
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const path of feeds) form.append('hub.url', publicUrl + path)
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  await tellOutside({ kind: 'websub', url: hub, headers, body: form.toString(), signal })
}

/** The paths of the feeds that read otherwise now. A retracted story is a correction without one of its own. */
const changedFeeds = (changes: Change[]): string[] =>
  changes.some(
    ({ row, before }) =>
      row.event === 'retract' || haveCorrections(before ? [before, row.story] : [row.story]),
  )
    ? [CORRECTIONS_FEED_PATH]
    : []
