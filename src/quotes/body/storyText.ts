/**
 * The plain text of a story's body for the quote reader, and the way back: which part of the body each
 * character stands for. Quote records in the body are read as text but cannot be found again.
 */
import { findId, findText, isRecord, type JsonRecord } from '#src/story/lexicalNodes.ts'
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

/** A quote record that the body carries already. */
export type KnownQuote = { text: string; speaker: string | null }
export type KnownQuotes = ReadonlyMap<string, KnownQuote>

/** What holds running text: a paragraph, heading, quotation or item of a list. Offsets are UTF-16 units of `text`. */
export type Leaf = {
  /** Indexes of `children` from the root. */
  path: number[]
  kind: 'paragraph' | 'heading' | 'quotation' | 'item'
  text: string
  /** Records inside a sentence; their words are not the text's own. */
  records: { start: number; end: number; kind: 'quote' | 'citation' }[]
  links: { start: number; end: number; url: string }[]
}

export type LeafPoint = { leaf: number; at: number }

export type StoryText = {
  text: string
  leaves: Leaf[]
  /** Stretches of `text` that are records or stand for an embed: nothing in them can be found. */
  records: { start: number; end: number }[]
  /** Where a character of the text stands in the body, or `null` for what was only added for reading. */
  pointAt: (offset: number) => LeafPoint | null
}

/** Nesting deeper than any editor makes; hostile JSON must not exhaust the stack. */
const MAX_DEPTH = 40

type Segment = { start: number; end: number; leaf: number; at: number }
type Writing = Omit<StoryText, 'pointAt'> & { segments: Segment[]; known: KnownQuotes }

/**
 * Writes a body (Lexical's state as Payload keeps it) as text: a blank line between paragraphs, `>` before
 * quotations and block quote records, `•` before items. Never throws; what is malformed is left out.
 */
export function storyText(body: unknown, known: KnownQuotes = new Map()): StoryText {
  const root = isRecord(body) && isRecord(body.root) ? body.root : {}
  const writing: Writing = { text: '', leaves: [], records: [], segments: [], known }
  writeBlocks(writing, childrenOf(root), [])
  const { text, leaves, records, segments } = writing
  return { text, leaves, records, pointAt: (offset) => pointIn(segments, offset) }
}

export const childrenOf = (node: JsonRecord): JsonRecord[] =>
  Array.isArray(node.children) ? node.children.filter(isRecord) : []

function writeBlocks(writing: Writing, nodes: JsonRecord[], path: number[]): void {
  if (path.length > MAX_DEPTH) return
  nodes.forEach((node, i) => writeBlock(writing, node, [...path, i], nodes[i - 1]))
}

function writeBlock(
  writing: Writing,
  node: JsonRecord,
  path: number[],
  before: JsonRecord | undefined,
): void {
  switch (node.type) {
    case 'paragraph':
      return writeLeaf(writing, node, path, { kind: 'paragraph' })
    case 'heading':
      return writeLeaf(writing, node, path, { kind: 'heading' })
    case 'quote': {
      const goesOn = before?.type === 'quote' && !isSigned(before, writing.known)
      return writeLeaf(writing, node, path, { kind: 'quotation', prefix: '> ', goesOn })
    }
    case 'listitem':
      writeLeaf(writing, node, path, { kind: 'item', prefix: '• ' })
      return writeBlocks(writing, childrenOf(node), path)
    case 'block':
    case 'relationship':
      return writeRecord(writing, node)
    case 'list':
    default:
      // Paragraphs were written by themselves; running text outside of one is no place for a quote.
      return isInline(node) ? undefined : writeBlocks(writing, childrenOf(node), path)
  }
}

type Shape = { kind: Leaf['kind']; prefix?: string; goesOn?: boolean }

function writeLeaf(
  writing: Writing,
  node: JsonRecord,
  path: number[],
  { kind, prefix = '', goesOn = false }: Shape,
): void {
  const leaf: Leaf = { path, kind, text: '', records: [], links: [] }
  readInline(leaf, childrenOf(node), writing.known, 0)
  if (leaf.text.trim() === '') return
  separate(writing, goesOn ? '\n' : '\n\n')
  const index = writing.leaves.push(leaf) - 1
  // In a quotation every line is marked, so each is a stretch of its own.
  const lines = kind === 'quotation' ? leaf.text.split('\n') : [leaf.text]
  let at = 0
  lines.forEach((line, i) => {
    writing.text += (i > 0 ? '\n' : '') + prefix
    const from = writing.text.length
    writing.text += line
    writing.segments.push({ start: from, end: writing.text.length, leaf: index, at })
    at += line.length + 1
  })
  for (const { kind: of, start, end } of leaf.records) {
    const segment = lastSegments(writing, lines.length).find(
      (one) => start >= one.at && start <= one.at + one.end - one.start,
    )
    if (of !== 'quote' || !segment) continue
    const from = segment.start + start - segment.at
    writing.records.push({ start: from, end: from + end - start })
  }
}

const lastSegments = ({ segments }: Writing, count: number): Segment[] => segments.slice(-count)

function readInline(leaf: Leaf, nodes: JsonRecord[], known: KnownQuotes, depth: number): void {
  if (depth > MAX_DEPTH) return
  for (const node of nodes) {
    const start = leaf.text.length
    if (node.type === 'link' || node.type === 'autolink') {
      readInline(leaf, childrenOf(node), known, depth + 1)
      const url = isRecord(node.fields) ? findText(node.fields, 'url') : null
      if (url !== null) leaf.links.push({ start, end: leaf.text.length, url })
    } else if (Array.isArray(node.children)) {
      if (node.type !== 'list') readInline(leaf, childrenOf(node), known, depth + 1)
    } else {
      leaf.text += wordsOfInline(node, known)
      const isQuote = isRecord(node.fields) && node.fields.blockType === 'inlineQuote'
      if (node.type === 'inlineBlock')
        leaf.records.push({ start, end: leaf.text.length, kind: isQuote ? 'quote' : 'citation' })
    }
  }
}

/** The characters an inline node takes in its leaf. */
export function inlineText(node: JsonRecord, known: KnownQuotes): string {
  if (node.type === 'list') return ''
  if (!Array.isArray(node.children)) return wordsOfInline(node, known)
  const leaf: Leaf = { path: [], kind: 'paragraph', text: '', records: [], links: [] }
  readInline(leaf, childrenOf(node), known, 1)
  return leaf.text
}

function wordsOfInline(node: JsonRecord, known: KnownQuotes): string {
  if (node.type === 'tab') return '\t'
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : ''
  if (node.type !== 'inlineBlock' || !isRecord(node.fields)) return ''
  if (node.fields.blockType === 'citation') return findText(node.fields, 'label') ?? ''
  if (node.fields.blockType !== 'inlineQuote') return ''
  const words = known.get(findId(node.fields.quote) ?? '')?.text ?? '…'
  return `“${words.replace(/\s+/g, ' ')}”`
}

/** A block quote record keeps its lead-in from looking lost, and names its speaker for later mentions. */
function writeRecord(writing: Writing, node: JsonRecord): void {
  const fields = isRecord(node.fields) ? node.fields : {}
  const isEmbed = fields.blockType === 'embed'
  const isQuote = fields.blockType === 'quoteBlock' || node.relationTo === 'quotes'
  if (!isEmbed && !isQuote) return
  const id = findId(node.type === 'block' ? fields.quote : node.value) ?? ''
  const quote = isQuote ? writing.known.get(id) : undefined
  separate(writing, '\n\n')
  const start = writing.text.length
  const lines = (quote?.text ?? '…').split('\n').filter((line) => line.trim() !== '')
  if (quote?.speaker) lines.push(`— ${quote.speaker}`)
  writing.text += lines.map((line) => `> ${line}`).join('\n')
  writing.records.push({ start, end: writing.text.length })
}

const separate = (writing: Writing, mark: string): void => {
  if (writing.text !== '') writing.text += mark
}

const isInline = (node: JsonRecord): boolean =>
  ['text', 'tab', 'linebreak', 'link', 'autolink', 'inlineBlock'].includes(String(node.type))

/** `— Name` as its last line: the quotation after it is another one. */
const isSigned = (node: JsonRecord, known: KnownQuotes): boolean =>
  /(?:^|\n)\s*(?:—|–|--)\s*\p{Lu}[^\n]*$/u.test(inlineText(node, known))

function pointIn(segments: Segment[], offset: number): LeafPoint | null {
  const found = segments[firstFrom(segments.length, (at) => (segments[at] as Segment).end > offset)]
  if (!found || offset < found.start) return null
  return { leaf: found.leaf, at: found.at + offset - found.start }
}
