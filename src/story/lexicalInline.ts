/** What stands inside a sentence: text, links, inline quotes and citations. */
import { MAX_DEPTH, report, type BodyReader } from '#src/story/bodyReader.ts'
import { findId, findText, isRecord, marksOf, type JsonRecord } from '#src/story/lexicalNodes.ts'
import type { StoryInline } from '#src/story/publishedStory.ts'
import { safeLinkUrl } from '#src/story/safeUrl.ts'

/**
 * Converts the children of a paragraph, heading, list item or plain quotation.
 * @param children the `children` of a Lexical element, unchecked
 * @param path dotted path of that element, for problems
 * @param depth how deep the element is nested
 * @returns inline nodes; neighbours with the same marks are joined, so that equal text has one form
 */
export const readInlines = (
  reader: BodyReader,
  children: unknown,
  path: string,
  depth: number,
): StoryInline[] => {
  if (!Array.isArray(children) || depth > MAX_DEPTH) {
    report(reader, 'body-malformed', path)
    return []
  }
  return joinText(
    children.flatMap((child: unknown, index) =>
      readInline(reader, child, `${path}.children.${index}`, depth + 1),
    ),
  )
}

/** Whether a node can stand inside a sentence. */
export const isInlineNode = (node: JsonRecord): boolean =>
  ['text', 'tab', 'linebreak', 'link', 'autolink', 'inlineBlock'].includes(String(node.type))

const readInline = (
  reader: BodyReader,
  node: unknown,
  path: string,
  depth: number,
): StoryInline[] => {
  if (!isRecord(node)) {
    report(reader, 'body-malformed', path)
    return []
  }
  switch (node.type) {
    case 'text':
    case 'tab':
      return readText(reader, node, path)
    case 'linebreak':
      return [{ type: 'break' }]
    case 'link':
    case 'autolink':
      return readLink(reader, node, path, depth)
    case 'inlineBlock':
      return readInlineBlock(reader, node, path)
    default:
      report(reader, 'body-unknown-node', path, String(node.type))
      // Words are never lost: whatever the element was, its text stays in the sentence.
      return Array.isArray(node.children) ? readInlines(reader, node.children, path, depth) : []
  }
}

const readText = (reader: BodyReader, node: JsonRecord, path: string): StoryInline[] => {
  const text = node.type === 'tab' ? '\t' : node.text
  if (typeof text !== 'string') {
    report(reader, 'body-malformed', path)
    return []
  }
  return text === '' ? [] : [{ type: 'text', text, marks: marksOf(node.format) }]
}

const readLink = (
  reader: BodyReader,
  node: JsonRecord,
  path: string,
  depth: number,
): StoryInline[] => {
  // A link inside a link has no meaning in any format: the outer one wins.
  const children = readInlines(reader, node.children, path, depth).flatMap((child) =>
    child.type === 'link' ? child.children : [child],
  )
  const url = findLinkUrl(reader, isRecord(node.fields) ? node.fields : {}, path)
  if (url === null || children.length === 0) return children
  return [{ type: 'link', url, children: joinText(children) }]
}

const findLinkUrl = (reader: BodyReader, fields: JsonRecord, path: string): string | null => {
  if (fields.linkType === 'internal') {
    const id = findId(isRecord(fields.doc) ? fields.doc.value : null)
    if (id !== null) reader.articleIds.add(id)
    const url = id === null ? null : (reader.resolve.articleUrl?.(id) ?? null)
    if (url === null) report(reader, 'link-missing', path)
    return url
  }
  const given = findText(fields, 'url')
  const url = given === null ? null : safeLinkUrl(given)
  if (url === null) report(reader, 'link-unsafe', path, given)
  return url
}

const readInlineBlock = (reader: BodyReader, node: JsonRecord, path: string): StoryInline[] => {
  const fields = isRecord(node.fields) ? node.fields : {}
  if (fields.blockType === 'inlineQuote') {
    const quoteId = findId(fields.quote)
    if (quoteId === null) {
      report(reader, 'quote-missing', path)
      return []
    }
    reader.quoteIds.add(quoteId)
    return [{ type: 'quote', quoteId }]
  }
  if (fields.blockType === 'citation') return readCitation(reader, fields, path)
  report(reader, 'body-unknown-node', path, String(fields.blockType))
  return []
}

const readCitation = (reader: BodyReader, fields: JsonRecord, path: string): StoryInline[] => {
  const sourceId = findId(fields.source)
  const name = sourceId === null ? null : reader.resolve.sourceName(sourceId)
  // The label carries the sentence: spaces around it were written on purpose elsewhere, so trim here.
  const label = findText(fields, 'label') ?? name
  if (sourceId !== null) reader.sourceIds.add(sourceId)
  if (sourceId === null || name === null || label === null) {
    report(reader, 'source-missing', path, label)
    return label === null ? [] : [{ type: 'text', text: label, marks: [] }]
  }
  const given = findText(fields, 'url')
  const url = given === null ? null : safeLinkUrl(given)
  if (given !== null && url === null) report(reader, 'link-unsafe', path, given)
  return [{ type: 'citation', sourceId, label, url }]
}

const joinText = (inlines: StoryInline[]): StoryInline[] => {
  const joined: StoryInline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    const isSameText =
      inline.type === 'text' && last?.type === 'text' && last.marks.join() === inline.marks.join()
    if (isSameText) joined[joined.length - 1] = { ...last, text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}
