/** Finds the times in what the server says, so that the panel can write them by the reader's clock. Pure. */

export type Said = { text: string } | { at: string }

/** `2026-11-23T14:02:00.000Z` and `2026-11-23 14:02 UTC`: an instant, and no other date. */
const INSTANT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z| UTC)/g

/** A message as words and instants (ISO 8601), in order. */
export const timesIn = (message: string): Said[] => {
  const said: Said[] = []
  let end = 0
  for (const { 0: found, index } of message.matchAll(INSTANT)) {
    const at = new Date(found.replace(' UTC', 'Z').replace(' ', 'T'))
    if (Number.isNaN(at.getTime())) continue
    if (index > end) said.push({ text: message.slice(end, index) })
    said.push({ at: at.toISOString() })
    end = index + found.length
  }
  return end < message.length ? [...said, { text: message.slice(end) }] : said
}
