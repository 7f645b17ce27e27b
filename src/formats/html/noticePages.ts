/** Pages that say something instead of telling a story: a retraction, a wrong address. */
import { formatDate } from '#src/formats/dates.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage } from '#src/formats/html/language.ts'
import { renderPage, type PageContext } from '#src/formats/html/pageShell.ts'
import { linkUrl } from '#src/formats/urls.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/**
 * The page at the address of a retracted story: it says that the story is gone and why, never what it said.
 * @param story the retracted story; only its headline, language and dates are shown
 * @param reason the notice, for readers
 */
export const renderRetractedPage = (
  story: PublishedStory,
  reason: string,
  context: PageContext,
): string => {
  const english = labelLanguage(story.language)
  const retraction = story.corrections.findLast((note) => note.kind === 'retraction')
  const main = `<article class="notice">
<p class="kicker"${english}>Retracted</p>
<h1>${escapeHtml(story.headline)}</h1>
<p class="standfirst">${escapeHtml(reason)}</p>
<p class="credits"${english}>First published ${renderDay(story.firstPublishedAt)}. ${retraction ? `Retracted ${renderDay(retraction.at)}. ` : ''}The text is no longer available here. This notice stays at the address of the story, so that whoever was sent here learns what became of it.</p>
</article>`
  return renderPage(
    {
      title: `Retracted: ${story.headline} | ${context.publisher.name}`,
      language: story.language,
      head: [],
      main,
      isIndexed: false,
    },
    context,
  )
}

/** A page with a title and a sentence: what a reader sees at an address where nothing is. */
export const renderMessagePage = ({
  title,
  message,
  context,
}: {
  title: string
  message: string
  context: PageContext
}): string => {
  const { publisher, publicUrl } = context
  const home = linkUrl(publisher.url, publicUrl) ?? '/'
  return renderPage(
    {
      title: `${title} | ${publisher.name}`,
      language: 'en',
      head: [],
      main: `<div class="notice">
<h1>${escapeHtml(title)}</h1>
<p class="standfirst">${escapeHtml(message)}</p>
<p class="action"><a${attributes({ href: home })}>Go to the front page</a></p>
</div>`,
      isIndexed: false,
    },
    context,
  )
}

const renderDay = (iso: string): string =>
  `<time${attributes({ datetime: iso })}>${escapeHtml(formatDate(iso))}</time>`
