/** A story as plain text: for wires, screen readers, terminals and archives. */
import type { PublicationContext } from '#src/formats/context.ts'
import { formatDate, formatTime } from '#src/formats/dates.ts'
import { linkUrl, storyUrl, webUrl } from '#src/formats/urls.ts'
import { attributionLine } from '#src/story/attribution.ts'
import { notesAtEnd, notesBeside } from '#src/story/beside.ts'
import { plainText, quotedText } from '#src/story/plainText.ts'
import type {
  PublishedStory,
  StoryBlock,
  StoryCorrection,
  StoryImage,
  StoryInline,
  StoryQuote,
  StoryRelative,
} from '#src/story/publishedStory.ts'

type TextContext = {
  quotes: Map<string, StoryQuote>
  publicUrl: string
  /** Addresses met so far; the text refers to them by number. */
  links: string[]
}

/**
 * Renders a story as plain text: paragraphs without line breaks of their own, quotes in quotation marks with
 * their speaker, links as numbers that a list at the end resolves.
 * @param story what readers get
 * @param context where the story is published
 */
export const renderText = (
  story: PublishedStory,
  { publicUrl, publisher }: PublicationContext,
): string => {
  const context: TextContext = {
    quotes: new Map(story.quotes.map((quote) => [quote.id, quote])),
    publicUrl,
    links: [],
  }
  const notes = writtenBeside(story)
  const [first = '', ...rest] = story.body
    .flatMap((block, index) => [renderBlock(block, context), ...(notes.get(index) ?? [])])
    .filter((text) => text !== '')
  const corrections = notesAtEnd(story).map((note) => renderNote(note, story.language))
  const parts = [
    story.headline.toUpperCase(),
    story.standfirst,
    [story.byline, formatTime(story.firstPublishedAt, story.language)].filter(Boolean).join('\n'),
    story.replacedBy && `A newer story: ${renderRelative(story.replacedBy, publicUrl)}`,
    story.leadImage && renderPicture(story.leadImage),
    story.dateline && first ? `${story.dateline} — ${first}` : first,
    ...rest,
    ...corrections,
    ...renderRelated(story, publicUrl),
    context.links.map((url, index) => `[${index + 1}] ${url}`).join('\n'),
    `${publisher.name}\n${storyUrl(publicUrl, story.slug)}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const renderRelated = ({ replaces, related = [] }: PublishedStory, publicUrl: string): string[] => [
  ...(replaces ? [`This story updates: ${renderRelative(replaces, publicUrl)}`] : []),
  ...(related.length > 0
    ? [['RELATED STORIES', ...related.map((one) => renderRelative(one, publicUrl))].join('\n')]
    : []),
]

const renderRelative = ({ slug, headline }: StoryRelative, publicUrl: string): string =>
  `${headline} <${storyUrl(publicUrl, slug)}>`

/** The body as plain text, with the corrections that stand beside a paragraph after it. */
export const renderBodyText = (story: PublishedStory): string =>
  plainText(story, writtenBeside(story))

const writtenBeside = (story: PublishedStory): Map<number, string[]> =>
  new Map(
    [...notesBeside(story)].map(([block, notes]) => [
      block,
      notes.map((note) => `[${renderNote(note, story.language)}]`),
    ]),
  )

const renderNote = (note: StoryCorrection, language: string): string =>
  `${note.kind.toUpperCase()}, ${formatDate(note.at, language)}: ${note.text}`

const renderBlock = (block: StoryBlock, context: TextContext): string => {
  switch (block.type) {
    case 'paragraph':
      return renderInlines(block.children, context).trim()
    case 'heading':
      return renderInlines(block.children, context).trim().toUpperCase()
    case 'blockquote':
      return indent(renderInlines(block.children, context).trim())
    case 'list':
      return block.items
        .map((item, index) => {
          const nested = item.nested ? `\n${indent(renderBlock(item.nested, context))}` : ''
          const marker = block.isOrdered ? `${index + 1}.` : '-'
          return `${marker} ${renderInlines(item.children, context).trim()}${nested}`
        })
        .join('\n')
    case 'quote': {
      const quote = context.quotes.get(block.quoteId)
      return quote ? indent(`${quotedText(quote)}\n— ${attributionLine(quote)}`) : ''
    }
    case 'image':
      return renderPicture(block.image)
    case 'embed': {
      const url = webUrl(block.url, context.publicUrl)
      return url === null
        ? ''
        : `[${block.provider}: ${block.title ?? url}]${numbered(url, context)}`
    }
    case 'divider':
      return '* * *'
  }
}

const renderInlines = (inlines: StoryInline[], context: TextContext): string =>
  inlines.map((inline) => renderInline(inline, context)).join('')

const renderInline = (inline: StoryInline, context: TextContext): string => {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'break':
      return '\n'
    case 'link': {
      const inside = renderInlines(inline.children, context)
      return `${inside}${numbered(linkUrl(inline.url, context.publicUrl), context)}`
    }
    case 'quote':
      return quotedText(context.quotes.get(inline.quoteId))
    case 'citation': {
      const url = inline.url === null ? null : linkUrl(inline.url, context.publicUrl)
      return `${inline.label}${numbered(url, context)}`
    }
  }
}

const numbered = (url: string | null, { links }: TextContext): string => {
  if (url === null) return ''
  if (!links.includes(url)) links.push(url)
  return ` [${links.indexOf(url) + 1}]`
}

const renderPicture = (image: StoryImage): string => {
  const words = image.caption ?? image.alt
  return `[Picture: ${[words, image.credit].filter(Boolean).join(' / ')}]`
}

const indent = (text: string): string => text.replace(/^/gm, '    ')
