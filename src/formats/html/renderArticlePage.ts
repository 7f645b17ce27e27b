/** The reading page of a story. */
import { formatTime } from '#src/formats/dates.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage } from '#src/formats/html/language.ts'
import { renderStoryHead } from '#src/formats/html/pageHead.ts'
import { renderPage, type PageContext } from '#src/formats/html/pageShell.ts'
import { renderBody } from '#src/formats/html/renderBody.ts'
import { renderCorrectionFlag, renderCorrections } from '#src/formats/html/renderCorrections.ts'
import { renderNewer, renderRelated } from '#src/formats/html/renderFamily.ts'
import { renderFigure } from '#src/formats/html/renderImage.ts'
import { renderProvenance } from '#src/formats/html/renderProvenance.ts'
import { historyUrl } from '#src/formats/urls.ts'
import type { PublishedStory, StoryKind } from '#src/story/publishedStory.ts'

/**
 * Renders a story as a complete page: accessible (WCAG 2.2 AA), printable, dark when the reader's screen is,
 * without scripts. Corrections and provenance are part of the page, not an extra.
 * @param story what readers get
 * @param context who publishes it, where, and whether this is a preview
 */
export const renderArticlePage = (story: PublishedStory, context: PageContext): string => {
  const lead = story.leadImage
    ? renderFigure(story.leadImage, {
        className: 'lead-image',
        baseUrl: context.publicUrl,
        layout: '(min-width: 62rem) 60rem, 100vw',
        isLead: true,
      })
    : ''
  const footer = [
    renderCorrections(story),
    renderProvenance(story, context.publicUrl),
    renderRelated(story, context.publicUrl),
    renderTopics(story),
  ].filter((part) => part !== '')
  const parts = [
    renderHeader(story, context),
    lead,
    `<div class="story-body">\n${renderBody(story, { baseUrl: context.publicUrl })}\n</div>`,
    footer.length > 0 ? `<footer class="story-footer">\n${footer.join('\n')}\n</footer>` : '',
  ].filter((part) => part !== '')
  return renderPage(
    {
      title: `${story.headline} | ${context.publisher.name}`,
      language: story.language,
      head: renderStoryHead(story, context),
      main: `<article>\n${parts.join('\n')}\n</article>`,
      isIndexed: true,
    },
    context,
  )
}

const renderHeader = (story: PublishedStory, context: PageContext): string => {
  const standfirst = story.standfirst
    ? `<p class="standfirst">${escapeHtml(story.standfirst)}</p>`
    : ''
  const byline = story.byline ? `<p class="byline">${escapeHtml(story.byline)}</p>` : ''
  return `<header class="story-header">
${renderKicker(story)}
<h1>${escapeHtml(story.headline)}</h1>
${standfirst}
<div class="credits">${byline}
${renderTimes(story, context)}</div>
${renderNewer(story, context.publicUrl)}
${renderCorrectionFlag(story)}
</header>`.replace(/\n+/g, '\n')
}

/** Opinion and analysis say so before the headline: readers must know what they are about to read. */
const KINDS: Record<StoryKind, string | null> = {
  brief: null,
  report: null,
  analysis: 'Analysis',
  opinion: 'Opinion',
  live: 'Live',
}

/** The section and, where it matters, the kind of story; nothing when there is neither. */
export const renderKicker = (story: PublishedStory): string => {
  const kind = KINDS[story.kind]
  const parts = [
    story.section ? escapeHtml(story.section.name) : '',
    kind ? `<span class="kind"${labelLanguage(story.language)}>${kind}</span>` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<p class="kicker">${parts.join(' / ')}</p>`
}

const renderTimes = (story: PublishedStory, { publicUrl, isPreview }: PageContext): string => {
  const english = labelLanguage(story.language)
  const published = `<span>Published ${renderTime(story.firstPublishedAt)}</span>`
  const isUpdated = story.updatedAt !== story.firstPublishedAt
  const updated = isUpdated ? ` <span>Updated ${renderTime(story.updatedAt)}</span>` : ''
  const href = historyUrl(publicUrl, story.slug)
  const history =
    story.isHistoryPublic && !isPreview
      ? ` <span><a${attributes({ href })}>All changes</a></span>`
      : ''
  return `<p class="times"${english}>${published}${updated}${history}</p>`
}

/** A moment as printed, with its exact value for machines. */
export const renderTime = (iso: string): string =>
  `<time${attributes({ datetime: iso })}>${escapeHtml(formatTime(iso))}</time>`

const renderTopics = ({ topics, language }: PublishedStory): string => {
  if (topics.length === 0) return ''
  const items = topics.map(({ name }) => `<li>${escapeHtml(name)}</li>`)
  return `<section class="topics" aria-labelledby="topics-title">
<h2 id="topics-title"${labelLanguage(language)}>Topics</h2>
<ul>${items.join('')}</ul>
</section>`
}
