/** What machines read at the top of a story's page: canonical address, Open Graph, JSON-LD. */
import { attributes } from '#src/formats/html/escapeHtml.ts'
import type { PageContext } from '#src/formats/html/pageShell.ts'
import { buildJsonLd } from '#src/formats/jsonLd.ts'
import { scriptJson } from '#src/formats/scriptJson.ts'
import { storyUrl, webUrl } from '#src/formats/urls.ts'
import type { PublishedStory, StoryImage } from '#src/story/publishedStory.ts'
import { summarise } from '#src/story/summary.ts'

/** The head elements of a story, as lines of HTML. */
export const renderStoryHead = (story: PublishedStory, context: PageContext): string[] => {
  const url = storyUrl(context.publicUrl, story.slug)
  const description = summarise(story)
  const properties: [string, string | number | null | undefined][] = [
    ['og:type', 'article'],
    ['og:title', story.headline],
    ['og:description', description],
    ['og:url', url],
    ['og:site_name', context.publisher.name],
    ['article:published_time', story.firstPublishedAt],
    ['article:modified_time', story.updatedAt],
    ['article:section', story.section?.name],
    ...story.topics.map(({ name }): [string, string] => ['article:tag', name]),
    ...(story.leadImage ? imageProperties(story.leadImage, context.publicUrl) : []),
  ]
  const writers = story.authors.filter(({ role }) => role === 'by').map(({ name }) => name)
  return [
    `<link${attributes({ rel: 'canonical', href: url })}>`,
    renderMeta('name', 'description', description),
    ...writers.map((name) => renderMeta('name', 'author', name)),
    ...properties.map(([name, content]) => renderMeta('property', name, content)),
    renderMeta('name', 'twitter:card', story.leadImage ? 'summary_large_image' : 'summary'),
    `<script${attributes({ type: 'application/ld+json', nonce: context.nonce })}>${scriptJson(buildJsonLd(story, context))}</script>`,
  ].filter((line) => line !== '')
}

/** A `<meta>` element, or nothing when there is nothing to say. */
export const renderMeta = (
  kind: 'name' | 'property',
  name: string,
  content: string | number | null | undefined,
): string =>
  content === null || content === undefined || content === ''
    ? ''
    : `<meta${attributes({ [kind]: name, content })}>`

const imageProperties = (
  image: StoryImage,
  publicUrl: string,
): [string, string | number | null][] => {
  const url = webUrl(image.url, publicUrl)
  if (url === null) return []
  return [
    ['og:image', url],
    ['og:image:width', image.width],
    ['og:image:height', image.height],
    ['og:image:alt', image.alt],
  ]
}
