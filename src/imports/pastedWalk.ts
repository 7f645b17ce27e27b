/** Reads a pasted document from top to bottom into blocks, and counts what a story has no place for. */
import {
  makeBlocks,
  type HeadingTag,
  type PastedBlock,
  type Shape,
} from '#src/imports/pastedBlocks.ts'
import { readPastedLink } from '#src/imports/pastedLinks.ts'
import { isNumbering, readWordList } from '#src/imports/pastedLists.ts'
import { marksInside, readStyle } from '#src/imports/pastedMarks.ts'
import type { PastedMark, PastedRun } from '#src/imports/pastedRuns.ts'

/** What was in the clipboard and is not in the blocks. */
export type Losses = {
  pictures: number
  tables: number
  embeds: number
  deletions: number
  comments: number
  /** The words of links whose address was refused. */
  links: string[]
}

type Context = {
  shape: Shape
  marks: readonly PastedMark[]
  href: string | null
  /** The list around: its identity, depth and kind. */
  list: { id: string; depth: number; isOrdered: boolean } | null
  isPre: boolean
}

type Reader = { blocks: PastedBlock[]; runs: PastedRun[]; losses: Losses; count: number }

const IGNORED = new Set(
  'style script head title meta link xml template noscript button select textarea input svg math object'.split(
    ' ',
  ),
)
const PICTURES = new Set(['img', 'picture', 'v:imagedata'])
const EMBEDS = new Set(['iframe', 'video', 'audio', 'embed'])
const BLOCKS = new Set(
  'p div section article header footer main aside nav figure figcaption address details summary dl dt dd form fieldset center pre caption'.split(
    ' ',
  ),
)
const HEADINGS: Record<string, HeadingTag> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
}

/** Reads the body of a pasted document. */
export const readPastedBody = (body: Element): { blocks: PastedBlock[]; losses: Losses } => {
  const losses: Losses = { pictures: 0, tables: 0, embeds: 0, deletions: 0, comments: 0, links: [] }
  const reader: Reader = { blocks: [], runs: [], losses, count: 0 }
  const context: Context = {
    shape: { type: 'paragraph' },
    marks: [],
    href: null,
    list: null,
    isPre: false,
  }
  readChildren(reader, body, context)
  finish(reader, context.shape)
  return { blocks: reader.blocks, losses }
}

const readChildren = (reader: Reader, element: Element, context: Context): void => {
  for (const child of element.childNodes) {
    if (child.nodeType === 3) addText(reader, child.textContent ?? '', context)
    else if (child.nodeType === 1) readElement(reader, child as Element, context)
  }
}

const addText = (reader: Reader, text: string, { marks, href, isPre }: Context): void => {
  // Line ends in the source are no line breaks: Word folds its lines at 80 characters.
  const collapsed = isPre ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ')
  // Emphasis on a link is what it says; its underline is only how links look.
  const own = href === null ? marks : marks.filter((mark) => mark !== 'underline')
  reader.runs.push({ text: collapsed, marks: own, href })
}

/** Ends the block that is being read. */
const finish = (reader: Reader, shape: Shape): void => {
  reader.blocks.push(...makeBlocks(shape, reader.runs))
  reader.runs = []
}

/** A block inside an item or a quotation is a new line of it; inside a table's row it is a space. */
const boundary = (reader: Reader, { shape }: Context): void => {
  if (shape.type === 'item' || shape.type === 'blockquote') push(reader, '\n')
  else if (shape.type === 'row') push(reader, ' ')
  else finish(reader, shape)
}

const push = (reader: Reader, text: string): void => {
  reader.runs.push({ text, marks: [], href: null })
}

const readElement = (reader: Reader, element: Element, outer: Context): void => {
  const tag = element.tagName.toLowerCase()
  const style = readStyle(element.getAttribute('style'))
  if (isLeftOut(reader, element, tag, style)) return
  const marks = marksInside(outer.marks, tag, style)
  const context = { ...outer, marks, isPre: outer.isPre || tag === 'pre' }
  if (tag === 'br') push(reader, '\n')
  else if (tag === 'hr') readDivider(reader, outer)
  else if (tag === 'a') readLink(reader, element, context)
  else if (tag === 'q') readMarked(reader, element, context)
  else if (tag === 'ul' || tag === 'ol') readList(reader, element, context, tag === 'ol')
  else if (tag === 'li') readItem(reader, element, context)
  else if (tag === 'table') readTable(reader, element, context)
  else if (tag in HEADINGS || tag === 'blockquote' || BLOCKS.has(tag)) {
    readBlock(reader, element, context, shapeOf(reader, element, tag, outer))
  } else readChildren(reader, element, context)
}

/** Whether the element stays behind; if an editor would miss it, it is counted. */
const isLeftOut = (
  reader: Reader,
  element: Element,
  tag: string,
  style: Map<string, string>,
): boolean => {
  const { losses } = reader
  const isWordComment =
    element.classList.contains('MsoCommentReference') ||
    style.get('mso-element') === 'comment' ||
    style.get('mso-special-character') === 'comment'
  if (isWordComment) losses.comments += 1
  else if (tag === 'del' && element.hasAttribute('datetime')) losses.deletions += 1
  else if (PICTURES.has(tag) && !isTracker(element)) losses.pictures += 1
  else if (EMBEDS.has(tag)) losses.embeds += 1
  else {
    const isHidden =
      style.get('display') === 'none' ||
      style.get('mso-hide') === 'all' ||
      style.get('mso-element') === 'comment-list' ||
      style.get('mso-list') === 'ignore' ||
      element.hasAttribute('hidden')
    return isHidden || IGNORED.has(tag) || PICTURES.has(tag)
  }
  return true
}

const isTracker = (image: Element): boolean =>
  ['0', '1'].includes(image.getAttribute('width') ?? '') ||
  ['0', '1'].includes(image.getAttribute('height') ?? '')

const readDivider = (reader: Reader, context: Context): void => {
  finish(reader, context.shape)
  if (context.shape.type !== 'row') reader.blocks.push({ shape: 'divider' })
}

const readLink = (reader: Reader, element: Element, context: Context): void => {
  const link = readPastedLink(element.getAttribute('href'))
  const words = (element.textContent ?? '').trim()
  if (link.kind === 'refused' && words !== '') reader.losses.links.push(words)
  readChildren(reader, element, { ...context, href: link.kind === 'link' ? link.href : null })
}

/** `<q>` shows its marks only while it is an element. */
const readMarked = (reader: Reader, element: Element, context: Context): void => {
  addText(reader, '“', context)
  readChildren(reader, element, context)
  addText(reader, '”', context)
}

const shapeOf = (reader: Reader, element: Element, tag: string, { shape }: Context): Shape => {
  const isInside = shape.type === 'item' || shape.type === 'blockquote' || shape.type === 'row'
  const word = readWordList(element.getAttribute('style'))
  const heading = HEADINGS[tag] ?? headingByRole(element)
  if (isInside) return shape
  if (heading) return { type: 'heading', tag: heading }
  if (element.classList.contains('MsoTitle')) return { type: 'heading', tag: 'h2' }
  if (word) {
    const isOrdered = isNumbering(wordMark(element))
    return { type: 'item', level: word.level, isOrdered, list: word.list }
  }
  if (/\bMso(?:Intense)?Quote/.test(element.className)) return { type: 'blockquote', group: 'word' }
  if (tag === 'blockquote') return { type: 'blockquote', group: String((reader.count += 1)) }
  return shape
}

/** Word for the web writes headings as paragraphs with a role. */
const headingByRole = (element: Element): HeadingTag | undefined =>
  element.getAttribute('role') === 'heading'
    ? HEADINGS[`h${element.getAttribute('aria-level') ?? 2}`]
    : undefined

/** The bullet or number that Word wrote out before the text of an item. */
const wordMark = (element: Element): string =>
  [...element.querySelectorAll('[style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )?.textContent ?? ''

const readBlock = (reader: Reader, element: Element, context: Context, shape: Shape): void => {
  boundary(reader, context)
  readChildren(reader, element, { ...context, shape })
  if (shape === context.shape) boundary(reader, context)
  else finish(reader, shape)
}

const readList = (reader: Reader, element: Element, context: Context, isOrdered: boolean): void => {
  const { list, shape } = context
  if (shape.type === 'row') return readChildren(reader, element, context)
  finish(reader, shape)
  const id = list?.id ?? `list ${(reader.count += 1)}`
  const inside = { id, depth: (list?.depth ?? 0) + 1, isOrdered }
  readChildren(reader, element, { ...context, shape: { type: 'paragraph' }, list: inside })
  finish(reader, { type: 'paragraph' })
}

const readItem = (reader: Reader, element: Element, context: Context): void => {
  const { list, shape } = context
  if (shape.type === 'row') return readBlock(reader, element, context, shape)
  finish(reader, shape)
  const word = readWordList(element.getAttribute('style'))
  // Word for the web and Google Docs say the level; others only nest.
  const said = Number(element.getAttribute('data-aria-level') ?? element.getAttribute('aria-level'))
  const item: Shape = {
    type: 'item',
    level: said >= 1 && said <= 9 ? said : (word?.level ?? list?.depth ?? 1),
    isOrdered: list?.isOrdered ?? false,
    list: element.getAttribute('data-listid') ?? list?.id ?? 'stray',
  }
  readChildren(reader, element, { ...context, shape: item })
  finish(reader, item)
}

/** A table of one column is layout: its cells are read as they are. Any other becomes a paragraph for each row. */
const readTable = (reader: Reader, table: Element, context: Context): void => {
  if (context.shape.type === 'row') return readChildren(reader, table, context)
  finish(reader, context.shape)
  const rows = [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => [...row.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName)))
  const isData = rows.some((cells) => cells.filter(hasText).length > 1)
  const bare: Context = { ...context, shape: { type: 'paragraph' }, list: null }
  if (!isData) {
    readChildren(reader, table, bare)
    return finish(reader, bare.shape)
  }
  reader.losses.tables += 1
  const row: Context = { ...bare, shape: { type: 'row' } }
  for (const cells of rows) {
    cells.forEach((cell, index) => {
      if (index > 0) push(reader, ' | ')
      readChildren(reader, cell, row)
    })
    if (cells.some(hasText)) finish(reader, row.shape)
    reader.runs = []
  }
}

const hasText = (element: Element): boolean => (element.textContent ?? '').trim() !== ''
