/** The running text of a story as the reader of quotations takes it, with the places that are settled already. */
import type { CodePointSpan } from '#src/quotes/extractedQuote.ts'
import { quotedText } from '#src/story/plainText.ts'
import type {
  PublishedStory,
  StoryBlock,
  StoryInline,
  StoryListItem,
  StoryQuote,
} from '#src/story/publishedStory.ts'

export type BodyWords = {
  text: string
  /** The text by Unicode code points, in which all offsets count. */
  codePoints: string[]
  /** Headline, quotes on record, block quotations, embeds: nothing more is to be found in these. */
  settled: CodePointSpan[]
}

/** A piece of text, and whether it is settled. */
type Piece = { text: string; isSettled: boolean }

/**
 * Writes the body as plain text, paragraphs separated by an empty line and what stands as a block on lines
 * with `>`, so that a lead-in finds what it leads to.
 */
export const bodyWords = ({
  headline,
  body,
  quotes,
}: Pick<PublishedStory, 'headline' | 'body' | 'quotes'>): BodyWords => {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]))
  const paragraphs = [[settled(headline)], ...body.map((block) => piecesOf(block, byId))].filter(
    (pieces) => pieces.some(({ text }) => text.trim() !== ''),
  )
  const codePoints: string[] = []
  const places: CodePointSpan[] = []
  for (const pieces of paragraphs) {
    if (codePoints.length > 0) codePoints.push('\n', '\n')
    for (const { text, isSettled } of pieces) {
      const start = codePoints.length
      for (const codePoint of text) codePoints.push(codePoint)
      if (isSettled) places.push([start, codePoints.length])
    }
  }
  return { text: codePoints.join(''), codePoints, settled: places }
}

type Quotes = Map<string, StoryQuote>

const settled = (text: string): Piece => ({ text, isSettled: true })
const open = (text: string): Piece => ({ text, isSettled: false })

const piecesOf = (block: StoryBlock, quotes: Quotes): Piece[] => {
  switch (block.type) {
    case 'paragraph':
      return inlinePieces(block.children, quotes)
    case 'heading':
      return inlinePieces(block.children, quotes).map(({ text }) => settled(text))
    case 'list':
      return block.items.flatMap((item) => itemPieces(item, quotes))
    case 'blockquote':
      return [
        asBlock(
          inlinePieces(block.children, quotes)
            .map(({ text }) => text)
            .join(''),
        ),
      ]
    case 'quote':
      // A pull quote repeats the story; it answers no lead-in.
      return block.display === 'pull' ? [] : [asBlock(quotes.get(block.quoteId)?.text ?? '')]
    case 'embed':
      return [asBlock(block.title ?? block.provider)]
    case 'image':
    case 'divider':
      return []
  }
}

const asBlock = (text: string): Piece =>
  settled(text.trim() === '' ? '' : `> ${text.trim().replace(/\n+/g, '\n> ')}`)

const inlinePieces = (inlines: StoryInline[], quotes: Quotes): Piece[] =>
  inlines.flatMap((inline) => inlinePiece(inline, quotes))

const inlinePiece = (inline: StoryInline, quotes: Quotes): Piece[] => {
  switch (inline.type) {
    case 'text':
      return [open(inline.text)]
    case 'break':
      return [open('\n')]
    case 'link':
      return inlinePieces(inline.children, quotes)
    case 'citation':
      return [open(inline.label)]
    case 'quote':
      return [settled(quotedText(quotes.get(inline.quoteId)))]
  }
}

const itemPieces = ({ children, nested }: StoryListItem, quotes: Quotes): Piece[] => [
  open('\n• '),
  ...inlinePieces(children, quotes),
  ...(nested ? piecesOf(nested, quotes) : []),
]
