/** The sample story with a hostile text added to everything anyone could have typed. */
import { sampleStory } from '#tests/fixtures/stories.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/** Values from fixed lists, and times: nobody types these. */
const FIXED = new Set(['type', 'kind', 'mode', 'display', 'verification', 'marks', 'language'])
const TIMES = new Set(['firstPublishedAt', 'updatedAt', 'at', 'saidAt'])

export const hostileStory = (hostile: string): PublishedStory => {
  const story = spoil(sampleStory(), hostile) as PublishedStory
  const roles = sampleStory().authors.map(({ role }) => role)
  const authors = story.authors.map((author, index) => ({ ...author, role: roles[index] ?? 'by' }))
  return { ...story, authors }
}

const spoil = (value: unknown, hostile: string, key = ''): unknown => {
  if (FIXED.has(key) || TIMES.has(key)) return value
  if (typeof value === 'string') return value + hostile
  if (Array.isArray(value)) return value.map((item) => spoil(item, hostile))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, spoil(member, hostile, name)]),
  )
}
