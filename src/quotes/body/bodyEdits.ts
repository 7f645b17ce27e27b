/** Puts quote records in the place of the words they hold. Everything else of the body stays letter for letter. */
import type { BlockPlace, InlinePlace } from './bodyFindings.ts'
import { childrenOf, inlineText, type KnownQuotes } from './storyText.ts'
import { isRecord, type JsonRecord } from '#src/story/lexicalNodes.ts'

export type Placement =
  | { display: 'inline'; place: InlinePlace; quoteId: string }
  | { display: 'block'; place: BlockPlace; quoteId: string }

type Editing = { known: KnownQuotes; newId: () => string }

/**
 * A copy of the body with the records in it.
 * @param body Lexical's state, the one the places were found in
 * @param placements in any order; they must not overlap
 * @param editing.known the records that were in the body already, as they were when the places were found
 * @param editing.newId an id for each new node
 */
export function setQuotes<Body>(body: Body, placements: Placement[], editing: Editing): Body {
  const copy = structuredClone(body)
  const root = (copy as { root: JsonRecord }).root
  // From the end, so that the places before stay where they are.
  for (const placement of [...placements].sort((a, b) => comparePlaces(pointOf(b), pointOf(a)))) {
    if (placement.display === 'inline') setInline(root, placement, editing)
    else setBlock(root, placement, editing)
  }
  return copy
}

type Point = { path: number[]; from: number }
const pointOf = ({ display, place }: Placement): Point =>
  display === 'inline' ? place : place.first

function comparePlaces(a: Point, b: Point): number {
  const depth = Math.max(a.path.length, b.path.length)
  for (let i = 0; i < depth; i++) {
    const difference = (a.path[i] ?? -1) - (b.path[i] ?? -1)
    if (difference !== 0) return difference
  }
  return a.from - b.from
}

function setInline(
  root: JsonRecord,
  { place, quoteId }: Extract<Placement, { display: 'inline' }>,
  editing: Editing,
): void {
  const leaf = nodeAt(root, place.path)
  const fields = { id: editing.newId(), blockType: 'inlineQuote', quote: quoteId }
  const node = { type: 'inlineBlock', version: 1, fields }
  leaf.children = replace(childrenOf(leaf), place, node, editing)
}

function setBlock(
  root: JsonRecord,
  { place: { first, last }, quoteId }: Extract<Placement, { display: 'block' }>,
  editing: Editing,
): void {
  const parent = nodeAt(root, first.path.slice(0, -1))
  const [from, to] = [first.path.at(-1) ?? 0, last.path.at(-1) ?? 0]
  const before = nodeAt(root, first.path)
  const after = nodeAt(root, last.path)
  const [left] = splitAt(childrenOf(before), first.from, 'left', editing)
  const [, right] = splitAt(childrenOf(after), last.to, 'right', editing)
  const fields = { id: editing.newId(), blockName: '', blockType: 'quoteBlock', quote: quoteId }
  const siblings = childrenOf(parent)
  parent.children = [
    ...siblings.slice(0, from),
    ...leftOver(before, left, editing),
    { type: 'block', version: 2, format: '', fields },
    ...leftOver(after, right, editing),
    ...siblings.slice(to + 1),
  ]
}

/** What stood beside the words in their paragraph, as a paragraph of its own. */
function leftOver(leaf: JsonRecord, children: JsonRecord[], { known }: Editing): JsonRecord[] {
  const isText = (node: JsonRecord): boolean => inlineText(node, known).trim() !== ''
  const first = children.findIndex((node) => node.type !== 'linebreak')
  const last = children.findLastIndex((node) => node.type !== 'linebreak')
  if (!children.some(isText)) return []
  const kept = children.slice(first, last + 1)
  // A line under a quotation is the newsroom's own, not somebody's words.
  const asParagraph =
    leaf.type === 'quote' ? { type: 'paragraph', textFormat: 0, textStyle: '' } : {}
  return [{ ...leaf, ...asParagraph, children: kept }]
}

/** Sets a node in the place of a stretch; inside a link when the whole stretch is. */
function replace(
  nodes: JsonRecord[],
  { from, to }: { from: number; to: number },
  node: JsonRecord,
  editing: Editing,
): JsonRecord[] {
  let start = 0
  for (const [i, child] of nodes.entries()) {
    const end = start + inlineText(child, editing.known).length
    if (Array.isArray(child.children) && child.type !== 'list' && start <= from && to <= end) {
      const inside = { from: from - start, to: to - start }
      const children = replace(childrenOf(child), inside, node, editing)
      return [...nodes.slice(0, i), { ...child, children }, ...nodes.slice(i + 1)]
    }
    start = end
  }
  const [left] = splitAt(nodes, from, 'left', editing)
  const [, right] = splitAt(nodes, to, 'right', editing)
  return [...left, node, ...right]
}

/**
 * The nodes before and after an offset; a text or a link that reaches over it is divided.
 * @param side where a node without text of its own goes that stands at the offset
 */
function splitAt(
  nodes: JsonRecord[],
  offset: number,
  side: 'left' | 'right',
  editing: Editing,
): [left: JsonRecord[], right: JsonRecord[]] {
  const left: JsonRecord[] = []
  const right: JsonRecord[] = []
  let start = 0
  for (const node of nodes) {
    const end = start + inlineText(node, editing.known).length
    const isAtOffset = start === offset && end === offset
    if (isAtOffset) (side === 'left' ? left : right).push(node)
    else if (end <= offset) left.push(node)
    else if (start >= offset) right.push(node)
    else if (node.type === 'text') {
      const text = String(node.text)
      left.push({ ...node, text: text.slice(0, offset - start) })
      right.push({ ...node, text: text.slice(offset - start) })
    } else if (Array.isArray(node.children)) {
      const [inLeft, inRight] = splitAt(childrenOf(node), offset - start, side, editing)
      left.push({ ...node, children: inLeft })
      right.push({ ...node, ...('id' in node ? { id: editing.newId() } : {}), children: inRight })
    } else left.push(node)
    start = end
  }
  return [left, right]
}

function nodeAt(root: JsonRecord, path: number[]): JsonRecord {
  return path.reduce<JsonRecord>((node, index) => {
    const child = childrenOf(node)[index]
    if (!isRecord(child)) throw new Error(`There is no node at ${path.join('.')} of the body.`)
    return child
  }, root)
}
