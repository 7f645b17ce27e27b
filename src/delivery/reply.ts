/** What a route answers, before it becomes bytes: the one shape between routes and the cache. */
import { absoluteJson } from '#src/formats/json/absoluteJson.ts'
import type { CurrentStory } from '#src/ledger/port.ts'
import { storyTags as tagsOf } from '#src/story/cacheTags.ts'

export type Reply = {
  status: number
  type: string
  /** Bytes are UTF-8. */
  body: string | Buffer
  headers?: Record<string, string>
  /** ISO time; `null` for answers that have none (errors). */
  lastModified?: string | null
  /** What the bytes depend on, for purging caches in front of us: `story-ID`, `author-ID`. */
  tags?: string[]
  cacheControl?: string
  /** Whether the bytes are kept until something newer is published. */
  isKept: boolean
  /** For an answer made of one row: whether it would be made of the same row again. */
  isCurrent?: () => Promise<boolean>
}

export const JSON_TYPE = 'application/json; charset=utf-8'
export const HTML_TYPE = 'text/html; charset=utf-8'

/** RFC 9111 and 5861: a minute fresh, ten more while it is fetched again, a day when we are down. */
export const PUBLISHED = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400'
/** An unknown address may be published any moment. */
export const BRIEFLY = 'public, max-age=10'
export const NEVER = 'no-store'

type JsonOptions = {
  tags?: string[]
  lastModified?: string | null
  isCurrent?: () => Promise<boolean>
}

/**
 * A JSON answer that is valid until the next publication.
 * @param options.publicUrl makes the paths in `url` members absolute.
 */
export const jsonReply = (options: { value: unknown; publicUrl: string } & JsonOptions): Reply => {
  const { value, publicUrl, ...rest } = options
  return writtenReply({ body: absoluteJson(value, publicUrl), ...rest })
}

/** The same of JSON that is written already. */
export const writtenReply = (options: { body: string | Buffer } & JsonOptions): Reply => ({
  status: 200,
  type: JSON_TYPE,
  isKept: true,
  ...options,
})

/** A permanent redirect (301) to where a story's address leads now. */
export const redirectReply = (location: string): Reply => ({
  status: 301,
  type: 'text/plain; charset=utf-8',
  body: `Moved to ${location}\n`,
  headers: { Location: location },
  isKept: true,
})

/** What a story's bytes depend on. */
export const storyTags = ({ story }: CurrentStory): string[] => tagsOf(story)
