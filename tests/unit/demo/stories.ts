/** What the demo tests need to walk a story: its references and its words. */
import type { StoryInline } from '#src/story/publishedStory.ts'
import { demoNewsroom } from '#src/demo/content/newsroom.ts'
import type { DemoBlock, DemoStory } from '#src/demo/content/types.ts'

export type References = { quotes: string[]; sources: string[]; images: string[]; links: string[] }

const inlinesOf = (block: DemoBlock): StoryInline[] => {
  if (block.type === 'list') return block.items.flatMap((item) => item.children)
  return 'children' in block ? block.children : []
}

export function referencesOf(body: DemoBlock[]): References {
  const found: References = { quotes: [], sources: [], images: [], links: [] }
  for (const block of body) {
    if (block.type === 'quote') found.quotes.push(block.quoteId)
    if (block.type === 'image') found.images.push(block.image)
    if (block.type === 'embed') found.links.push(block.url)
    for (const inline of inlinesOf(block)) {
      if (inline.type === 'quote') found.quotes.push(inline.quoteId)
      if (inline.type === 'citation') found.sources.push(inline.sourceId)
      if (inline.type === 'citation' && inline.url) found.links.push(inline.url)
      if (inline.type === 'link') found.links.push(inline.url)
    }
  }
  return found
}

/** Words a reader reads: the text and the quotes in it, each once; pull quotes repeat and do not count. */
export function wordsOf(story: DemoStory): string[] {
  const quoteText = (key: string): string =>
    demoNewsroom.quotes.find((quote) => quote.key === key)?.text ?? ''
  const textOf = (inline: StoryInline): string => {
    if (inline.type === 'text') return inline.text
    if (inline.type === 'citation') return inline.label
    if (inline.type === 'quote') return quoteText(inline.quoteId)
    return inline.type === 'link' ? inline.children.map(textOf).join('') : ' '
  }
  const parts = story.body.map((block) =>
    block.type === 'quote'
      ? block.display === 'block'
        ? quoteText(block.quoteId)
        : ''
      : block.type === 'list'
        ? block.items.map((item) => item.children.map(textOf).join('')).join(' ')
        : inlinesOf(block).map(textOf).join(''),
  )
  return parts.join(' ').split(/\s+/).filter(Boolean)
}
