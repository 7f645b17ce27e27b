/** The body of a story as semantic HTML, without styles or scripts: for our pages, feeds, e-mail, e-books. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { renderNotesBeside } from '#src/formats/html/renderCorrections.ts'
import { renderFigure } from '#src/formats/html/renderImage.ts'
import { renderInlineQuote, renderQuoteBlock } from '#src/formats/html/renderQuote.ts'
import { linkUrl, webUrl } from '#src/formats/urls.ts'
import type {
  PublishedStory,
  StoryBlock,
  StoryInline,
  StoryQuote,
  TextMark,
} from '#src/story/publishedStory.ts'
import { quotesInText } from '#src/story/walkBody.ts'

export type BodyOptions = {
  /** Makes addresses that start with `/` absolute, for readers away from our pages. */
  baseUrl?: string
}

type BodyContext = BodyOptions & {
  language: string
  quotes: Map<string, StoryQuote>
  /** Quotes that the running text carries, besides any pull quote of them. */
  inText: Set<string>
  /** Quotes whose id is on the page already. */
  anchored: Set<string>
  isInLink: boolean
}

/**
 * Renders the body. Every text is escaped, unsafe addresses are left out, embeds are links (never frames),
 * a quote or image that the story does not carry gives nothing. Each quote's first place in the text
 * has `id="quote-ID"`. Corrections that stand beside a paragraph follow it.
 * @param story what readers get
 * @param options what paths are relative to
 */
export const renderBody = (story: PublishedStory, options: BodyOptions = {}): string => {
  const context: BodyContext = {
    ...options,
    language: story.language,
    quotes: new Map(story.quotes.map((quote) => [quote.id, quote])),
    inText: quotesInText(story.body),
    anchored: new Set(),
    isInLink: false,
  }
  const notes = renderNotesBeside(story)
  const blocks = story.body.flatMap((block, index) => [
    renderBlock(block, context, index === 0 ? renderDateline(story.dateline) : ''),
    notes.get(index) ?? '',
  ])
  return blocks.filter((html) => html !== '').join('\n')
}

const renderDateline = (dateline: string | null): string =>
  dateline ? `<span class="dateline">${escapeHtml(dateline)}</span> — ` : ''

const renderBlock = (block: StoryBlock, context: BodyContext, dateline: string): string => {
  if (dateline !== '' && block.type !== 'paragraph') {
    return `<p class="filed">${dateline.replace(/ — $/, '')}</p>\n${renderBlock(block, context, '')}`
  }
  switch (block.type) {
    case 'paragraph':
      return `<p>${dateline}${renderInlines(block.children, context)}</p>`
    case 'heading':
      return `<h${block.level}>${renderInlines(block.children, context)}</h${block.level}>`
    case 'list':
      return renderList(block, context)
    case 'blockquote':
      return `<blockquote><p>${renderInlines(block.children, context)}</p></blockquote>`
    case 'quote': {
      const quote = context.quotes.get(block.quoteId)
      return quote
        ? renderQuoteBlock(quote, block.display, quoteOptions(quote, context, block.display))
        : ''
    }
    case 'image':
      return renderFigure(block.image, {
        className: 'image',
        baseUrl: context.baseUrl,
        layout: '(min-width: 46rem) 42rem, 100vw',
      })
    case 'embed':
      return renderEmbed(block, context)
    case 'divider':
      return '<hr>'
  }
}

const renderList = (list: Extract<StoryBlock, { type: 'list' }>, context: BodyContext): string => {
  const tag = list.isOrdered ? 'ol' : 'ul'
  const items = list.items.map(({ children, nested }) => {
    const inside = nested ? renderBlock(nested, context, '') : ''
    return `<li>${renderInlines(children, context)}${inside}</li>`
  })
  return `<${tag}>${items.join('')}</${tag}>`
}

/** A card that links out: another site's frame would track readers and outlive our control of the page. */
const renderEmbed = (
  embed: Extract<StoryBlock, { type: 'embed' }>,
  context: BodyContext,
): string => {
  const href = webUrl(embed.url, context.baseUrl)
  if (href === null) return ''
  const title = escapeHtml(embed.title ?? href)
  const provider = `<span class="provider">${escapeHtml(embed.provider)}</span>`
  return `<p class="embed"><a${attributes({ href, rel: 'external' })}>${provider} ${title}</a></p>`
}

/** Inline nodes as HTML. */
const renderInlines = (inlines: StoryInline[], context: BodyContext): string =>
  inlines.map((inline) => renderInline(inline, context)).join('')

const renderInline = (inline: StoryInline, context: BodyContext): string => {
  switch (inline.type) {
    case 'text':
      return renderMarks(escapeHtml(inline.text), inline.marks)
    case 'break':
      return '<br>'
    case 'link': {
      const href = linkUrl(inline.url, context.baseUrl)
      const inside = renderInlines(inline.children, { ...context, isInLink: true })
      return href === null || context.isInLink ? inside : `<a${attributes({ href })}>${inside}</a>`
    }
    case 'quote': {
      const quote = context.quotes.get(inline.quoteId)
      return quote ? renderInlineQuote(quote, quoteOptions(quote, context, 'inline')) : ''
    }
    case 'citation': {
      const href = inline.url === null ? null : linkUrl(inline.url, context.baseUrl)
      const tag = href === null || context.isInLink ? 'span' : 'a'
      const values = {
        class: 'citation',
        href: tag === 'a' ? href : null,
        'data-source': inline.sourceId,
      }
      return `<${tag}${attributes(values)}>${escapeHtml(inline.label)}</${tag}>`
    }
  }
}

/** An id stands on a page once: at the quote's first place in the text, or else at its pull quote. */
const quoteOptions = (quote: StoryQuote, context: BodyContext, display: string) => {
  const isElsewhere = display === 'pull' && context.inText.has(quote.id)
  const isAnchor = !isElsewhere && !context.anchored.has(quote.id)
  if (isAnchor) context.anchored.add(quote.id)
  return { language: context.language, baseUrl: context.baseUrl, isAnchor }
}

const MARK_TAGS: Record<TextMark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

const renderMarks = (html: string, marks: TextMark[]): string =>
  marks.reduceRight((inside, mark) => `<${MARK_TAGS[mark]}>${inside}</${MARK_TAGS[mark]}>`, html)
