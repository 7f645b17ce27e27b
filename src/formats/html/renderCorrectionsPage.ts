/** The page of corrections: everything that was put right in any story, newest first. */
import {
  CORRECTIONS_FEED_PATH,
  CORRECTIONS_PATH,
  type ListedCorrection,
} from '#src/formats/correctionsFeed.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { languageAttributes } from '#src/formats/html/language.ts'
import { renderMeta } from '#src/formats/html/pageHead.ts'
import { renderPage, type PageContext } from '#src/formats/html/pageShell.ts'
import { renderNote } from '#src/formats/html/renderCorrections.ts'
import { storyUrl, webUrl } from '#src/formats/urls.ts'

/**
 * Renders the page.
 * @param corrections newest first
 * @param context who publishes them, and where
 */
export const renderCorrectionsPage = (
  corrections: ListedCorrection[],
  context: PageContext,
): string => {
  const { publisher, publicUrl } = context
  const title = `Corrections | ${publisher.name}`
  const page = webUrl(CORRECTIONS_PATH, publicUrl)
  const feed = webUrl(CORRECTIONS_FEED_PATH, publicUrl)
  const items = corrections.map((correction) => renderItem(correction, publicUrl))
  const list =
    items.length > 0
      ? `<ul>\n${items.join('\n')}\n</ul>`
      : '<p>Nothing has had to be corrected so far.</p>'
  return renderPage(
    {
      title,
      language: 'en',
      head: [
        `<link${attributes({ rel: 'canonical', href: page })}>`,
        `<link${attributes({ rel: 'alternate', type: 'application/feed+json', title, href: feed })}>`,
        renderMeta('name', 'description', `What ${publisher.name} has put right in its stories.`),
        renderMeta('property', 'og:title', title),
      ],
      main: `<article>
<header><h1>Corrections</h1>
<p class="standfirst">What we have put right in our stories, newest first. A story that was withdrawn stays here with the reason.</p></header>
<section class="corrections" aria-label="Corrections, newest first">
${list}
</section>
</article>`,
      footer: [`<p><a${attributes({ href: feed })}>Corrections as a feed</a></p>`],
      isIndexed: true,
    },
    context,
  )
}

const renderItem = (correction: ListedCorrection, publicUrl: string): string => {
  const { slug, headline, language } = correction.article
  const href = storyUrl(publicUrl, slug)
  const link = `<a${attributes({ href })}${languageAttributes(language, 'en')}>${escapeHtml(headline)}</a>`
  return `<li><strong>${link}</strong><br>${renderNote(correction, language)}</li>`
}
