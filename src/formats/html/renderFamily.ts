/** The stories that a story names: the newer one at the top, the others at the end. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage } from '#src/formats/html/language.ts'
import { storyUrl } from '#src/formats/urls.ts'
import type { PublishedStory, StoryRelative } from '#src/story/publishedStory.ts'

/** The line under the byline of a story whose place another one took. Empty for one that stands. */
export const renderNewer = ({ replacedBy, language }: PublishedStory, publicUrl: string): string =>
  replacedBy
    ? `<p class="newer-story"><span${labelLanguage(language)}>A newer story:</span> ${link(replacedBy, publicUrl)}</p>`
    : ''

/** The section at the end. Empty where there are none. */
export const renderRelated = (
  { replaces, related = [], language }: PublishedStory,
  publicUrl: string,
): string => {
  const english = labelLanguage(language)
  const items = [
    ...(replaces
      ? [
          `<li><span class="what"${english}>This story updates</span> ${link(replaces, publicUrl)}</li>`,
        ]
      : []),
    ...related.map((story) => `<li>${link(story, publicUrl)}</li>`),
  ]
  if (items.length === 0) return ''
  return `<section class="related" aria-labelledby="related-title">
<h2 id="related-title"${english}>Related stories</h2>
<ul>${items.join('\n')}</ul>
</section>`
}

const link = ({ slug, headline }: StoryRelative, publicUrl: string): string =>
  `<a${attributes({ href: storyUrl(publicUrl, slug) })}>${escapeHtml(headline)}</a>`
