/** Tells the caches in front of us which of their answers a publication has made old. */
import type { Payload } from 'payload'
import type { Publication } from '#src/ledger/port.ts'
import { touchedTags } from '#src/story/cacheTags.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { tellOutside } from './tellOutside.ts'

/** Each row with what readers had of its story before it. */
export type Change = { row: Publication; before: PublishedStory | null }

/** As many as Fastly takes in one request, with room. */
const TAGS_AT_ONCE = 200

/** Finds what readers had before each of these rows, which are in the order of the ledger. */
export const changesOf = async (payload: Payload, rows: Publication[]): Promise<Change[]> => {
  const newest = new Map<string, PublishedStory>()
  const changes: Change[] = []
  for (const row of rows) {
    const before = newest.get(row.articleId) ?? (await storyBefore(payload, row))
    changes.push({ row, before })
    newest.set(row.articleId, row.story)
  }
  return changes
}

/**
 * Purges by surrogate key: `POST` with the keys in `Surrogate-Key` and as `{"surrogate_keys": […]}`.
 *
 * @param options.header a header to send along, `Name: value`, for a token
 * @throws Error when an answer was none from 200 to 299
 */
export const purge = async (
  changes: Change[],
  options: { url: string; header: string | null; signal: AbortSignal },
): Promise<void> => {
  const { url, header, signal } = options
  const touched = changes.flatMap(({ row, before }) => touchedTags(before, row.story))
  const tags = [...new Set(touched)]
  for (let at = 0; at < tags.length; at += TAGS_AT_ONCE) {
    const some = tags.slice(at, at + TAGS_AT_ONCE)
    const headers = {
      'Content-Type': 'application/json',
      'Surrogate-Key': some.join(' '),
      ...(header === null ? {} : asHeader(header)),
    }
    const body = JSON.stringify({ surrogate_keys: some })
    await tellOutside({ kind: 'purge', url, headers, body, signal })
  }
}

const storyBefore = async (
  payload: Payload,
  { articleId, seq }: Publication,
): Promise<PublishedStory | null> => {
  const { docs } = await payload.db.find<{ id: string; story: PublishedStory }>({
    collection: 'publications',
    where: { and: [{ articleId: { equals: articleId } }, { seq: { less_than: seq } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  return docs[0]?.story ?? null
}

const asHeader = (header: string): Record<string, string> => {
  const colon = header.indexOf(':')
  return { [header.slice(0, colon).trim()]: header.slice(colon + 1).trim() }
}
