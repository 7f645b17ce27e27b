/** A story as bare words: for counting, searching and summaries. */
import type {
  PublishedStory,
  StoryBlock,
  StoryInline,
  StoryListItem,
  StoryQuote,
} from '#src/story/publishedStory.ts'
import { quotesInText } from '#src/story/walkBody.ts'

type Words = Pick<PublishedStory, 'body' | 'quotes'>

/**
 * The body as plain text, paragraphs separated by an empty line. Quotes are given in full, with
 * quotation marks unless they are paraphrases; a pull quote that repeats the text is left out, as are
 * image captions and embeds. A quote without a record gives nothing.
 *
 * @param notes what stands beside a block, by its number
 */
export const plainText = ({ body, quotes }: Words, notes?: Map<number, string[]>): string => {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]))
  const inText = quotesInText(body)
  const isRepeated = (block: StoryBlock): boolean =>
    block.type === 'quote' && block.display === 'pull' && inText.has(block.quoteId)
  return body
    .flatMap((block, index) => [
      isRepeated(block) ? '' : blockText(block, byId),
      ...(notes?.get(index) ?? []),
    ])
    .filter((text) => text !== '')
    .join('\n\n')
}

/** How many words a reader reads in the body. Scripts without spaces are segmented by dictionary. */
export const wordCount = (words: Words): number => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
  // Hyphenated and apostrophised words count once, as newsrooms count them.
  const text = plainText(words).replace(/(?<=[\p{L}\p{N}])[-‐‑'’.,/](?=[\p{L}\p{N}])/gu, '')
  let count = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count += 1
  return count
}

/** Inline nodes as plain text; quotes are looked up in `quotes`. */
export const inlineText = (inlines: StoryInline[], quotes: Map<string, StoryQuote>): string =>
  inlines.map((inline) => wordsOf(inline, quotes)).join('')

const wordsOf = (inline: StoryInline, quotes: Map<string, StoryQuote>): string => {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'break':
      return '\n'
    case 'link':
      return inlineText(inline.children, quotes)
    case 'citation':
      return inline.label
    case 'quote':
      return quotedText(quotes.get(inline.quoteId))
  }
}

/** A quote's words as they stand in a sentence: in quotation marks, unless it is a paraphrase. */
export const quotedText = (quote: StoryQuote | undefined): string => {
  if (!quote) return ''
  return quote.kind === 'paraphrase' ? quote.text : `“${quote.text}”`
}

/** One block as plain text; empty for pictures, embeds and dividers. */
export const blockText = (block: StoryBlock, quotes: Map<string, StoryQuote>): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'blockquote':
      return inlineText(block.children, quotes).trim()
    case 'list':
      return block.items.map((item) => itemText(item, quotes)).join('\n')
    case 'quote':
      return quotedText(quotes.get(block.quoteId))
    case 'image':
    case 'embed':
    case 'divider':
      return ''
  }
}

const itemText = (item: StoryListItem, quotes: Map<string, StoryQuote>): string => {
  const nested = item.nested ? blockText(item.nested, quotes) : ''
  return [inlineText(item.children, quotes).trim(), nested].filter((text) => text !== '').join('\n')
}
