/** From story blocks to what the editor stores: for importers, and for the sample newsroom. */
import { formatOf } from '#src/story/lexicalNodes.ts'
import type { StoryBlock, StoryInline, StoryListItem } from '#src/story/publishedStory.ts'

export type LexicalNode = { type: string; version: number; [key: string]: unknown }
export type LexicalElement = LexicalNode & { children: LexicalNode[] }
export type LexicalState = { root: LexicalElement }

type Options = {
  /** Gives each inserted block and link its id; must not repeat. */
  newId: () => string
  /** The caption in the image's own record; another caption in the story becomes an override. */
  recordCaption?: (imageId: string) => string | null
}

/**
 * Writes story blocks as Lexical JSON that Payload 3.90 accepts as a rich text value.
 * `lexicalToStory` reads it back to the same blocks. A record (quote, image, source) is written as its id.
 * @param blocks a story's body
 * @param options where ids come from, and which captions the image records have
 */
export const storyToLexical = (blocks: StoryBlock[], options: Options): LexicalState => {
  const children = blocks.flatMap((block) => writeBlock(block, options, 0))
  // The editor cannot open a root without a line to put the cursor on.
  return { root: element('root', children.length > 0 ? children : [paragraph([])]) }
}

const element = (
  type: string,
  children: LexicalNode[],
  more: Record<string, unknown> = {},
): LexicalElement => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  ...more,
  children,
})

const paragraph = (children: LexicalNode[]): LexicalElement =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })

const inserted = (
  blockType: string,
  fields: Record<string, unknown>,
  newId: () => string,
): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: newId(), blockName: '', blockType, ...fields },
})

const insertedInline = (
  blockType: string,
  fields: Record<string, unknown>,
  newId: () => string,
): LexicalNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: newId(), blockType, ...fields },
})

const writeBlock = (block: StoryBlock, options: Options, depth: number): LexicalNode[] => {
  const { newId } = options
  switch (block.type) {
    case 'paragraph':
      return [paragraph(writeInlines(block.children, newId))]
    case 'heading':
      return [element('heading', writeInlines(block.children, newId), { tag: `h${block.level}` })]
    case 'blockquote':
      return [element('quote', writeInlines(block.children, newId))]
    case 'list':
      return writeList(block, options, depth)
    case 'quote': {
      const blockType = block.display === 'pull' ? 'pullQuote' : 'quoteBlock'
      return [inserted(blockType, { quote: block.quoteId }, newId)]
    }
    case 'image': {
      const { id, caption } = block.image
      const isOverridden = options.recordCaption && options.recordCaption(id) !== caption
      const override = isOverridden && caption ? { captionOverride: caption } : {}
      return [inserted('imageBlock', { image: id, ...override }, newId)]
    }
    case 'embed': {
      const { url, provider, title } = block
      return [inserted('embed', { url, provider, ...(title ? { title } : {}) }, newId)]
    }
    case 'divider':
      return [{ type: 'horizontalrule', version: 1 }]
  }
}

const writeList = (
  list: Extract<StoryBlock, { type: 'list' }>,
  options: Options,
  depth: number,
): LexicalNode[] => {
  let value = 1
  // What Lexical cannot hold inside a list follows it.
  const after: LexicalNode[] = []
  const item = (children: LexicalNode[]): LexicalElement =>
    element('listitem', children, { value, indent: depth })
  const writeItem = ({ children, nested }: StoryListItem): LexicalNode[] => {
    const items: LexicalNode[] = []
    if (children.length > 0 || nested === null) {
      items.push(item(writeInlines(children, options.newId)))
      value += 1
    }
    if (nested === null) return items
    const inside = writeBlock(nested, options, depth + 1)
    const lists = inside.filter((node) => node.type === 'list')
    after.push(...inside.filter((node) => node.type !== 'list'))
    // The item that only holds a nested list has no number: the next one takes it.
    return lists.length > 0 ? [...items, item(lists)] : items
  }
  const items = list.items.flatMap(writeItem)
  const [listType, tag] = list.isOrdered ? ['number', 'ol'] : ['bullet', 'ul']
  return [element('list', items, { listType, tag, start: 1 }), ...after]
}

const writeInlines = (inlines: StoryInline[], newId: () => string): LexicalNode[] =>
  inlines.flatMap((inline) => writeInline(inline, newId))

const writeInline = (inline: StoryInline, newId: () => string): LexicalNode[] => {
  switch (inline.type) {
    case 'text':
      return writeText(inline.text, formatOf(inline.marks))
    case 'break':
      return [{ type: 'linebreak', version: 1 }]
    case 'link': {
      const fields = { linkType: 'custom', newTab: false, url: inline.url }
      const children = writeInlines(inline.children, newId)
      return [{ ...element('link', children), version: 3, id: newId(), fields }]
    }
    case 'quote':
      return [insertedInline('inlineQuote', { quote: inline.quoteId }, newId)]
    case 'citation': {
      const { sourceId, label, url } = inline
      const fields = { source: sourceId, label, ...(url ? { url } : {}) }
      return [insertedInline('citation', fields, newId)]
    }
  }
}

/** Tabs are nodes of their own in Lexical. */
const writeText = (text: string, format: number): LexicalNode[] =>
  text
    .split(/(\t)/)
    .filter((part) => part !== '')
    .map((part) => ({
      type: part === '\t' ? 'tab' : 'text',
      version: 1,
      text: part,
      format,
      style: '',
      mode: 'normal',
      detail: part === '\t' ? 2 : 0,
    }))
