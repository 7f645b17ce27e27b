/** The corrections as a feed: JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import type { PublicationContext } from '#src/formats/context.ts'
import { storyUrl, webUrl } from '#src/formats/urls.ts'
import type { CorrectionKind, StoryCorrection } from '#src/story/publishedStory.ts'

/** A correction, and the story it is about as it is called now. */
export type ListedCorrection = StoryCorrection & {
  article: { id: string; slug: string; headline: string; language: string }
}

/** Where the page and the feed are. */
export const CORRECTIONS_PATH = '/corrections'
export const CORRECTIONS_FEED_PATH = '/corrections.json'

const LABELS: Record<CorrectionKind, string> = {
  clarification: 'Clarification',
  correction: 'Correction',
  retraction: 'Retraction',
}

/**
 * Renders the feed. Ids are URNs: they stay when a story moves to another address.
 * @param corrections newest first
 */
export const renderCorrectionsFeed = (
  corrections: ListedCorrection[],
  { publisher, publicUrl }: PublicationContext,
): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Corrections | ${publisher.name}`,
    home_page_url: webUrl(CORRECTIONS_PATH, publicUrl),
    feed_url: webUrl(CORRECTIONS_FEED_PATH, publicUrl),
    description: `What ${publisher.name} has put right in its stories.`,
    items: corrections.map(({ article, id, kind, at, text, before, after }) => ({
      id: `urn:verbatim:correction:${encodeURIComponent(article.id)}:${encodeURIComponent(id)}`,
      url: storyUrl(publicUrl, article.slug),
      title: `${LABELS[kind]}: ${article.headline}`,
      content_text: [text, ...changeLines(before, after)].join('\n\n'),
      date_published: at,
      language: article.language,
      tags: [kind],
    })),
  })

const changeLines = (before: string | null, after: string | null): string[] =>
  before === null || after === null ? [] : [`Before: ${before}\nNow: ${after}`]
