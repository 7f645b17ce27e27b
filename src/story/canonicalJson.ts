/** One spelling for one value, so that equal content has equal hashes, on any machine, for ever. */
import { AppError } from '#src/errors.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Keys whose value is `undefined` are left out.
 * @param value a JSON value
 * @throws AppError `internal` for what JSON cannot hold: NaN, infinities, functions, bigints, dates
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new AppError('internal', `A value of type ${typeof value} has no canonical JSON.`)
}

/** What a version of a story is made of: everything but its times, which say when, not what. */
export type VersionContent = Omit<PublishedStory, 'firstPublishedAt' | 'updatedAt'>

/** The part of a story that its version hash covers. Publishing the same words again gives the same hash. */
export const versionContent = (story: PublishedStory): VersionContent => {
  const content: Partial<PublishedStory> = { ...story }
  delete content.firstPublishedAt
  delete content.updatedAt
  return content as VersionContent
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
