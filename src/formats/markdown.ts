/** A story as Markdown: YAML front matter, then CommonMark. */
import type { PublicationContext } from '#src/formats/context.ts'
import { formatDate } from '#src/formats/dates.ts'
import {
  escapeDestination,
  escapeLineStarts,
  escapeMarkdown,
  renderInlines,
  type MarkdownContext,
} from '#src/formats/markdownInline.ts'
import { storyUrl, webUrl } from '#src/formats/urls.ts'
import { attributionLine } from '#src/story/attribution.ts'
import { notesAtEnd, notesBeside } from '#src/story/beside.ts'
import { quotedText } from '#src/story/plainText.ts'
import type {
  PublishedStory,
  StoryBlock,
  StoryCorrection,
  StoryImage,
  StoryRelative,
} from '#src/story/publishedStory.ts'

/**
 * Renders a story as Markdown. The headline is in the front matter and is the first heading; quotes are
 * `>` blocks that end in their attribution; corrections and sources come last.
 * @param story what readers get
 * @param context where the story is published
 */
export const renderMarkdown = (story: PublishedStory, context: PublicationContext): string => {
  const markdown: MarkdownContext = {
    quotes: new Map(story.quotes.map((quote) => [quote.id, quote])),
    publicUrl: context.publicUrl,
  }
  const parts = [
    renderFrontMatter(story, context),
    `# ${plain(story.headline)}`,
    story.standfirst &&
      renderInlines([{ type: 'text', text: story.standfirst, marks: ['bold'] }], markdown),
    story.replacedBy && `A newer story: ${renderRelative(story.replacedBy, markdown)}`,
    story.leadImage && renderImage(story.leadImage, markdown),
    ...renderBody(story, markdown),
    ...renderCorrections(story),
    ...renderSources(story, markdown),
    ...renderRelated(story, markdown),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const plain = (text: string): string => escapeLineStarts(escapeMarkdown(text)).trim()

const renderFrontMatter = (story: PublishedStory, { publicUrl }: PublicationContext): string => {
  const fields: Record<string, unknown> = {
    title: story.headline,
    slug: story.slug,
    url: storyUrl(publicUrl, story.slug),
    kind: story.kind,
    language: story.language,
    byline: story.byline,
    authors: story.authors.map(({ name }) => name),
    section: story.section?.name ?? null,
    topics: story.topics.map(({ name }) => name),
    published: story.firstPublishedAt,
    updated: story.updatedAt,
    sources: story.sources.map(({ name }) => name),
    words: story.wordCount,
  }
  // JSON is YAML: quoting every value as JSON leaves nothing for YAML to reinterpret.
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}: ${yamlValue(value)}`)
  return ['---', ...lines, '---'].join('\n')
}

const yamlValue = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const renderBody = (story: PublishedStory, context: MarkdownContext): string[] => {
  const parts: string[] = []
  const notes = notesBeside(story)
  story.body.forEach((block, index) => {
    const text = renderBlock(block, context)
    // Two lists in a row would be read as one.
    if (block.type === 'list' && story.body[index - 1]?.type === 'list') parts.push('<!-- -->')
    if (text !== '') parts.push(text)
    for (const note of notes.get(index) ?? []) parts.push(renderNote(note, story.language))
  })
  const [first, ...rest] = parts
  if (!story.dateline || first === undefined) return parts
  const dateline = plain(story.dateline)
  return story.body[0]?.type === 'paragraph'
    ? [`${dateline} — ${first}`, ...rest]
    : [dateline, ...parts]
}

const renderBlock = (block: StoryBlock, context: MarkdownContext): string => {
  switch (block.type) {
    case 'paragraph':
      return renderInlines(block.children, context)
    case 'heading': {
      const oneLine = renderInlines(block.children, context).replace(/\\?\n/g, ' ')
      return oneLine === '' ? '' : `${'#'.repeat(block.level)} ${oneLine}`
    }
    case 'blockquote':
      return quoted(renderInlines(block.children, context))
    case 'list':
      return renderList(block, context)
    case 'quote': {
      const quote = context.quotes.get(block.quoteId)
      return quote
        ? quoted(`${plain(quotedText(quote))}\n\n— ${plain(attributionLine(quote))}`)
        : ''
    }
    case 'image':
      return renderImage(block.image, context)
    case 'embed': {
      const url = webUrl(block.url, context.publicUrl)
      const label = plain(`${block.provider}: ${block.title ?? block.url}`)
      return url === null ? '' : `[${label}](${escapeDestination(url)})`
    }
    case 'divider':
      return '***'
  }
}

const renderList = (
  list: Extract<StoryBlock, { type: 'list' }>,
  context: MarkdownContext,
): string =>
  list.items
    .map((item, index) => {
      const marker = list.isOrdered ? `${index + 1}. ` : '- '
      const nested = item.nested ? `\n${renderBlock(item.nested, context)}` : ''
      const text = `${renderInlines(item.children, context)}${nested}`
      return `${marker}${text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)}`
    })
    .join('\n')

const quoted = (markdown: string): string => markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>')

const renderImage = (image: StoryImage, { publicUrl }: MarkdownContext): string => {
  const url = webUrl(image.url, publicUrl)
  if (url === null) return ''
  const words = [image.caption, image.credit].filter((part) => part !== null && part !== '')
  const caption = words.length > 0 ? `\n\n${plain(words.join(' / '))}` : ''
  return `![${plain(image.alt)}](${escapeDestination(url)})${caption}`
}

const renderCorrections = (story: PublishedStory): string[] => {
  const notes = notesAtEnd(story)
  return notes.length === 0
    ? []
    : ['## Corrections', ...notes.map((note) => renderNote(note, story.language))]
}

const renderNote = (note: StoryCorrection, language: string): string =>
  `**${formatDate(note.at, language)}** (${note.kind}): ${plain(note.text)}`

const renderSources = (story: PublishedStory, { publicUrl }: MarkdownContext): string[] => {
  if (story.sources.length === 0) return []
  const items = story.sources.map((source) => {
    const url = source.url === null ? null : webUrl(source.url, publicUrl)
    const name = plain(source.name)
    return url === null ? `- ${name}` : `- [${name}](${escapeDestination(url)})`
  })
  return ['## Sources', items.join('\n')]
}

const renderRelated = (story: PublishedStory, context: MarkdownContext): string[] => {
  const { replaces, related = [] } = story
  const items = [
    ...(replaces ? [`- This story updates ${renderRelative(replaces, context)}`] : []),
    ...related.map((one) => `- ${renderRelative(one, context)}`),
  ]
  return items.length === 0 ? [] : ['## Related stories', items.join('\n')]
}

const renderRelative = (
  { slug, headline }: StoryRelative,
  { publicUrl }: MarkdownContext,
): string => `[${plain(headline)}](${escapeDestination(storyUrl(publicUrl, slug))})`
