/** Paragraphs to blocks: quotations become references to quote records, everything else stays letter for letter. */
import { withMarks } from '#src/quotes/spans/marksAround.ts'
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'
import type { StoryBlock, StoryInline, StoryListItem } from '#src/story/publishedStory.ts'

/** One stretch of quoted words in the text, in UTF-16 offsets, and the record it becomes; inline with its marks. */
export type PlacedQuote = {
  key: string
  start: number
  end: number
  display: 'inline' | 'block'
  /** End of the last paragraph of a block. */ until: number
}

/** Builds the body. `quotes` are sorted and do not overlap. */
export function buildBody(
  text: string,
  paragraphs: Paragraph[],
  quotes: PlacedQuote[],
): StoryBlock[] {
  const blocks: StoryBlock[] = []
  let covered = -1
  let next = 0
  for (const paragraph of paragraphs) {
    const from = Math.max(paragraph.start, covered)
    if (from >= paragraph.end) continue
    while (next < quotes.length && (quotes[next] as PlacedQuote).end <= from) next++
    let last = next
    while (last < quotes.length && (quotes[last] as PlacedQuote).start < paragraph.end) last++
    const inside = quotes.slice(next, last)
    const block = inside.find((quote) => quote.display === 'block')
    if (!block) addBlock(blocks, text, paragraph, inlines(text, from, paragraph.end, inside))
    else {
      addBlock(
        blocks,
        text,
        paragraph,
        inlines(
          text,
          from,
          withMarks(text, block).start,
          inside.filter((quote) => quote.end <= block.start),
        ),
      )
      blocks.push({ type: 'quote', display: 'block', quoteId: block.key })
      const after = withMarks(text, block).end
      covered = block.until
      const isSameParagraph = after < paragraph.end
      if (isSameParagraph)
        addBlock(
          blocks,
          text,
          paragraph,
          inlines(
            text,
            after,
            paragraph.end,
            inside.filter((quote) => quote.start >= block.end),
          ),
        )
      else if (after < covered) {
        // The last paragraph of a long quotation goes on in the newsroom's words: `…,” she said.`
        const rest = paragraphs.find(
          (other) => other.start < after && other.end >= after && other.end >= covered,
        )
        if (rest)
          addBlock(
            blocks,
            text,
            rest,
            inlines(
              text,
              after,
              rest.end,
              quotes.filter((quote) => quote.start >= after && quote.end <= rest.end),
            ),
          )
      }
    }
  }
  return blocks
}

function addBlock(
  blocks: StoryBlock[],
  text: string,
  paragraph: Paragraph,
  children: StoryInline[],
): void {
  if (!children.some((child) => child.type !== 'text' || child.text.trim() !== '')) return
  if (paragraph.kind === 'item') {
    addItem(blocks, text, paragraph, children)
    return
  }
  blocks.push(
    paragraph.kind === 'block' ? { type: 'blockquote', children } : { type: 'paragraph', children },
  )
}

function addItem(
  blocks: StoryBlock[],
  text: string,
  paragraph: Paragraph,
  children: StoryInline[],
): void {
  const bullet =
    /^(?:[•◦▪‣*-]|\d{1,3}[.)])\s+/.exec(text.slice(paragraph.start, paragraph.start + 12))?.[0] ??
    ''
  const isOrdered = /^\d/.test(bullet)
  const first = children[0]
  const item: StoryListItem = {
    children:
      first?.type === 'text'
        ? [{ ...first, text: first.text.slice(bullet.length) }, ...children.slice(1)]
        : children,
    nested: null,
  }
  const last = blocks.at(-1)
  if (last?.type === 'list' && last.isOrdered === isOrdered) last.items.push(item)
  else blocks.push({ type: 'list', isOrdered, items: [item] })
}

function inlines(text: string, from: number, to: number, quotes: PlacedQuote[]): StoryInline[] {
  const children: StoryInline[] = []
  let at = from
  for (const quote of quotes) {
    const { start, end } = quote
    if (start > at) children.push(plain(text.slice(at, start)))
    children.push({ type: 'quote', quoteId: quote.key })
    at = end
  }
  if (at < to) children.push(plain(text.slice(at, to)))
  return children
}

const plain = (text: string): StoryInline => ({ type: 'text', text, marks: [] })
