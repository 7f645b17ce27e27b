/** The home page: the newest stories, the first one large. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage, languageAttributes } from '#src/formats/html/language.ts'
import { renderMeta } from '#src/formats/html/pageHead.ts'
import { renderPage, type PageContext } from '#src/formats/html/pageShell.ts'
import { renderKicker, renderTime } from '#src/formats/html/renderArticlePage.ts'
import { renderImage } from '#src/formats/html/renderImage.ts'
import { linkUrl, storyUrl } from '#src/formats/urls.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/**
 * Renders the home page.
 * @param stories newest first
 * @param context who publishes them, and where
 */
export const renderFrontPage = (stories: PublishedStory[], context: PageContext): string => {
  const { publisher, publicUrl } = context
  const docs = linkUrl(context.docsUrl ?? '/docs', publicUrl)
  const list = stories.map((story, index) => renderStory(story, index === 0, context))
  const empty = '<p class="standfirst">No stories have been published yet.</p>'
  return renderPage(
    {
      title: publisher.name,
      language: 'en',
      head: [
        `<link${attributes({ rel: 'canonical', href: publisher.url })}>`,
        renderMeta('name', 'description', `The newest stories from ${publisher.name}.`),
        renderMeta('property', 'og:type', 'website'),
        renderMeta('property', 'og:title', publisher.name),
        renderMeta('property', 'og:url', publisher.url),
      ],
      main: `<div class="front">${stories.length > 0 ? `<ul class="stories">\n${list.join('\n')}\n</ul>` : empty}</div>`,
      footer: [
        `<p><a${attributes({ href: linkUrl('/corrections', publicUrl) })}>Corrections</a></p>`,
        ...(docs === null
          ? []
          : [`<p>For developers: <a${attributes({ href: docs })}>the API documentation</a></p>`]),
      ],
      isIndexed: true,
      isFrontPage: true,
    },
    context,
  )
}

const renderStory = (story: PublishedStory, isTop: boolean, context: PageContext): string => {
  const href = storyUrl(context.publicUrl, story.slug)
  const picture =
    isTop && story.leadImage
      ? renderImage(story.leadImage, {
          baseUrl: context.publicUrl,
          layout: '(min-width: 62rem) 34rem, 100vw',
          isLead: true,
        })
      : ''
  const standfirst = story.standfirst
    ? `<p class="standfirst">${escapeHtml(story.standfirst)}</p>`
    : ''
  const words = `<div${languageAttributes(story.language, 'en')}>${renderKicker(story)}
<h2><a${attributes({ href })}>${escapeHtml(story.headline)}</a></h2>
${standfirst}
<p class="times"${labelLanguage(story.language)}>${renderTime(story.firstPublishedAt)}</p></div>`
  const className = isTop ? (picture ? 'top pictured' : 'top') : null
  return `<li${attributes({ class: className })}>${picture}${words}</li>`
}
