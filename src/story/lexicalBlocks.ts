/** What stands on its own: paragraphs, headings, lists, quotations, and the blocks editors insert. */
import { MAX_DEPTH, report, type BodyReader } from '#src/story/bodyReader.ts'
import { isInlineNode, readInlines } from '#src/story/lexicalInline.ts'
import { findId, findText, isRecord, type JsonRecord } from '#src/story/lexicalNodes.ts'
import type { StoryBlock, StoryInline, StoryListItem } from '#src/story/publishedStory.ts'
import { safeWebUrl } from '#src/story/safeUrl.ts'

/**
 * Converts the top-level nodes of a body.
 * @param children the root's `children`
 * @param path dotted path of the root, for problems
 * @returns blocks in order; empty paragraphs, which editors leave behind, are dropped
 */
export const readBlocks = (reader: BodyReader, children: unknown[], path: string): StoryBlock[] =>
  children.flatMap((child, index) => readBlock(reader, child, `${path}.children.${index}`))

const HEADING_LEVELS: Record<string, 2 | 3 | 4> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

const readBlock = (reader: BodyReader, node: unknown, path: string): StoryBlock[] => {
  if (!isRecord(node)) {
    report(reader, 'body-malformed', path)
    return []
  }
  switch (node.type) {
    case 'paragraph':
    case 'quote': {
      const type = node.type === 'quote' ? 'blockquote' : 'paragraph'
      const children = readInlines(reader, node.children, path, 1)
      return isBlank(children) ? [] : [{ type, children }]
    }
    case 'heading': {
      const level = HEADING_LEVELS[String(node.tag)]
      if (level === undefined) report(reader, 'body-malformed', path, String(node.tag))
      const children = readInlines(reader, node.children, path, 1)
      return isBlank(children) ? [] : [{ type: 'heading', level: level ?? 2, children }]
    }
    case 'list':
      return readList(reader, node, path, 1)
    case 'horizontalrule':
      return [{ type: 'divider' }]
    case 'upload':
    case 'relationship':
      return readRecordNode(reader, node, path)
    case 'block':
      return readInsertedBlock(reader, isRecord(node.fields) ? node.fields : {}, path)
    default:
      return readStray(reader, node, path)
  }
}

/** Unknown elements are reported, but their words are kept as a paragraph. */
const readStray = (reader: BodyReader, node: JsonRecord, path: string): StoryBlock[] => {
  const isInline = isInlineNode(node)
  if (isInline) report(reader, 'body-malformed', path)
  else report(reader, 'body-unknown-node', path, String(node.type))
  const inside = isInline ? [node] : node.children
  const children = Array.isArray(inside) ? readInlines(reader, inside, path, 1) : []
  return isBlank(children) ? [] : [{ type: 'paragraph', children }]
}

const readList = (
  reader: BodyReader,
  node: JsonRecord,
  path: string,
  depth: number,
): StoryBlock[] => {
  if (!Array.isArray(node.children) || depth > MAX_DEPTH) {
    report(reader, 'body-malformed', path)
    return []
  }
  const items: StoryListItem[] = []
  node.children.forEach((child: unknown, index) => {
    const item = readListItem(reader, child, `${path}.children.${index}`, depth)
    const last = items.at(-1)
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    if (item?.children.length === 0 && item.nested && last && !last.nested)
      last.nested = item.nested
    else if (item) items.push(item)
  })
  const isOrdered = node.listType === 'number' || node.tag === 'ol'
  return items.length === 0 ? [] : [{ type: 'list', isOrdered, items }]
}

const readListItem = (
  reader: BodyReader,
  node: unknown,
  path: string,
  depth: number,
): StoryListItem | null => {
  if (!isRecord(node) || node.type !== 'listitem' || !Array.isArray(node.children)) {
    report(reader, 'body-malformed', path)
    return null
  }
  const isList = (child: unknown): boolean => isRecord(child) && child.type === 'list'
  const text: unknown[] = node.children.filter((child: unknown) => !isList(child))
  const [nested] = node.children.flatMap((child: unknown, index) =>
    isRecord(child) && isList(child)
      ? readList(reader, child, `${path}.children.${index}`, depth + 1)
      : [],
  )
  return { children: readInlines(reader, text, path, depth), nested: nested ?? null }
}

const readRecordNode = (reader: BodyReader, node: JsonRecord, path: string): StoryBlock[] => {
  if (node.relationTo === 'quotes') return readQuote(reader, node.value, 'block', path)
  if (node.relationTo === 'images') return readImage(reader, node.value, null, path)
  report(reader, 'body-unknown-node', path, String(node.relationTo ?? node.type))
  return []
}

const readInsertedBlock = (reader: BodyReader, fields: JsonRecord, path: string): StoryBlock[] => {
  switch (fields.blockType) {
    case 'quoteBlock':
      return readQuote(reader, fields.quote, 'block', path)
    case 'pullQuote':
      return readQuote(reader, fields.quote, 'pull', path)
    case 'imageBlock':
      return readImage(reader, fields.image, findText(fields, 'captionOverride'), path)
    case 'embed':
      return readEmbed(reader, fields, path)
    default:
      report(reader, 'body-unknown-node', path, String(fields.blockType))
      return []
  }
}

const readQuote = (
  reader: BodyReader,
  value: unknown,
  display: 'block' | 'pull',
  path: string,
): StoryBlock[] => {
  const quoteId = findId(value)
  if (quoteId === null) {
    report(reader, 'quote-missing', path)
    return []
  }
  reader.quoteIds.add(quoteId)
  return [{ type: 'quote', display, quoteId }]
}

const readImage = (
  reader: BodyReader,
  value: unknown,
  captionOverride: string | null,
  path: string,
): StoryBlock[] => {
  const id = findId(value)
  if (id !== null) reader.imageIds.add(id)
  const image = id === null ? null : reader.resolve.image(id)
  if (image === null) {
    report(reader, 'image-missing', path)
    return []
  }
  return [{ type: 'image', image: { ...image, caption: captionOverride ?? image.caption } }]
}

const readEmbed = (reader: BodyReader, fields: JsonRecord, path: string): StoryBlock[] => {
  const given = findText(fields, 'url')
  const url = given === null ? null : safeWebUrl(given)
  if (url === null || !URL.canParse(url)) {
    report(reader, 'embed-unsafe', path, given)
    return []
  }
  const provider = findText(fields, 'provider') ?? new URL(url).hostname.replace(/^www\./, '')
  return [{ type: 'embed', url, provider, title: findText(fields, 'title') }]
}

const isBlank = (inlines: StoryInline[]): boolean =>
  inlines.every(
    (inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''),
  )
