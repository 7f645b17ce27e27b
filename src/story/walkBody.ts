/** Questions asked of a whole body, however deep it nests. */
import type { StoryBlock, StoryImage, StoryInline } from '#src/story/publishedStory.ts'

/** Every inline node of the blocks, in reading order, those inside links and nested lists too. */
export function* inlinesOf(blocks: StoryBlock[]): Generator<StoryInline> {
  for (const block of blocks) {
    if ('children' in block) yield* flatten(block.children)
    if (block.type !== 'list') continue
    for (const item of block.items) {
      yield* flatten(item.children)
      if (item.nested) yield* inlinesOf([item.nested])
    }
  }
}

function* flatten(inlines: StoryInline[]): Generator<StoryInline> {
  for (const inline of inlines) {
    yield inline
    if (inline.type === 'link') yield* flatten(inline.children)
  }
}

/** Ids of the quotes the running text carries. A pull quote of one of them only repeats it. */
export const quotesInText = (blocks: StoryBlock[]): Set<string> => {
  const blockQuotes = blocks.flatMap((block) =>
    block.type === 'quote' && block.display === 'block' ? [block.quoteId] : [],
  )
  const inlineQuotes = [...inlinesOf(blocks)].flatMap((inline) =>
    inline.type === 'quote' ? [inline.quoteId] : [],
  )
  return new Set([...blockQuotes, ...inlineQuotes])
}

/** The images in the body, in order. */
export const imagesInBody = (blocks: StoryBlock[]): StoryImage[] =>
  blocks.flatMap((block) => (block.type === 'image' ? [block.image] : []))
