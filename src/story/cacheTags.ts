/** The names by which caches in front of us know what an answer depends on (`Surrogate-Key`, `Cache-Tag`). */
import type { PublishedStory } from './publishedStory.ts'

/** What a story's own page and JSON depend on. */
export const storyTags = (story: PublishedStory): string[] => [
  `story-${story.id}`,
  ...(story.section ? [`section-${story.section.slug}`] : []),
  ...story.authors.map(({ id }) => `author-${id}`),
  ...story.sources.map(({ id }) => `source-${id}`),
]

/** Lists that any publication may change, and answers that may hold any of them. */
const lists = ['articles', 'front', 'changes', 'search', 'graphql', 'quotes', 'authors']
const more = ['sources', 'sections']

/**
 * Every tag of an answer that a publication may have changed.
 *
 * @param before what readers had of the story; `null` for a new one
 * @param after what they have now; of a withdrawn story what was withdrawn
 */
export const touchedTags = (before: PublishedStory | null, after: PublishedStory): string[] => {
  const both = before ? [before, after] : [after]
  const named = both.flatMap((story) => [
    ...storyTags(story),
    ...(story.section ? [`section-${story.section.id}`] : []),
    ...story.quotes.map(({ id }) => `quote-${id}`),
  ])
  const tags = [...named, ...lists, ...more, ...(haveCorrections(both) ? ['corrections'] : [])]
  return [...new Set(tags.map(asTag))]
}

/** Whether the list of corrections may read otherwise: it names the stories that have any. */
export const haveCorrections = (stories: PublishedStory[]): boolean =>
  stories.some(({ corrections }) => corrections.length > 0)

/** A tag as it may stand in a header, between others. */
export const asTag = (text: string): string => text.replace(/[^\w.-]/g, '_')
