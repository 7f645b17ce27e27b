/** The blocks of a paste, and the HTML they become. */
import { serialiseList, type ListItem } from '#src/imports/pastedLists.ts'
import {
  normaliseRuns,
  plainText,
  serialiseRuns,
  splitAtGaps,
  withoutBreaks,
  type PastedRun,
} from '#src/imports/pastedRuns.ts'

export type HeadingTag = 'h2' | 'h3' | 'h4'

/** What a stretch of text is, as far as a story can say it. */
export type Shape =
  | { type: 'paragraph' }
  | { type: 'heading'; tag: HeadingTag }
  /** `group` is the same for paragraphs of one quotation. */
  | { type: 'blockquote'; group: string }
  /** `list` is the same for items of one list; `level` counts from 1. */
  | { type: 'item'; level: number; isOrdered: boolean; list: string }
  /** A row of a table, which becomes a paragraph. */
  | { type: 'row' }

export type PastedBlock = { shape: Shape; runs: PastedRun[] } | { shape: 'divider' }

/** Makes of the text gathered for one shape the blocks it holds: none when there is no text. */
export const makeBlocks = (shape: Shape, raw: PastedRun[]): PastedBlock[] => {
  const runs = normaliseRuns(raw)
  if (runs.length === 0) return []
  switch (shape.type) {
    case 'paragraph':
      return splitAtGaps(runs).map((part) => ({ shape, runs: part }))
    case 'heading':
      // Headings are bold by their look, not by emphasis.
      return [{ shape, runs: normaliseRuns(withoutBreaks(runs).map(withoutBold)) }]
    case 'row':
      return [{ shape, runs: normaliseRuns(withoutBreaks(runs)) }]
    case 'blockquote':
    case 'item':
      return [{ shape, runs: splitAtGaps(runs).flatMap(joinWithBreak) }]
  }
}

/** The HTML of the blocks; a single paragraph stands bare, so that it joins the sentence at the caret. */
export const serialiseBlocks = (blocks: PastedBlock[]): string => {
  const [only, ...others] = blocks
  if (only && others.length === 0 && only.shape !== 'divider' && isText(only.shape)) {
    return serialiseRuns(only.runs)
  }
  let html = ''
  let at = 0
  while (at < blocks.length) {
    const taken = takeTogether(blocks, at)
    html += serialiseTogether(taken)
    at += taken.length
  }
  return html
}

const isText = (shape: Shape): boolean => shape.type === 'paragraph' || shape.type === 'row'

/** Neighbouring items make lists, neighbouring paragraphs of one quotation make one quotation. */
const takeTogether = (blocks: PastedBlock[], start: number): PastedBlock[] => {
  const kind = kindOf(blocks[start])
  let end = start + 1
  while (kind && end < blocks.length && kindOf(blocks[end]) === kind) end += 1
  return blocks.slice(start, end)
}

const kindOf = (block: PastedBlock | undefined): string | null => {
  if (!block || block.shape === 'divider') return null
  if (block.shape.type === 'item') return 'item'
  return block.shape.type === 'blockquote' ? `quote ${block.shape.group}` : null
}

const serialiseTogether = (blocks: PastedBlock[]): string => {
  const [first] = blocks
  if (!first || first.shape === 'divider') return '<hr>'
  const texts = blocks.flatMap((block) => (block.shape === 'divider' ? [] : [block.runs]))
  switch (first.shape.type) {
    case 'item':
      return serialiseList(blocks.flatMap(asItem))
    case 'blockquote':
      return `<blockquote>${texts.map(serialiseRuns).join('<br>')}</blockquote>`
    case 'heading':
      return `<${first.shape.tag}>${serialiseRuns(first.runs)}</${first.shape.tag}>`
    default:
      return `<p>${serialiseRuns(first.runs)}</p>`
  }
}

const asItem = (block: PastedBlock): ListItem[] =>
  block.shape !== 'divider' && block.shape.type === 'item'
    ? [{ ...block.shape, html: serialiseRuns(block.runs) }]
    : []

const withoutBold = (run: PastedRun): PastedRun => ({
  ...run,
  marks: run.marks.filter((mark) => mark !== 'bold'),
})

const joinWithBreak = (part: PastedRun[], index: number): PastedRun[] =>
  index === 0 ? part : [{ text: '\n', marks: [], href: null }, ...part]

/** The words of a block, for excerpts. */
export const textOf = (block: PastedBlock): string =>
  block.shape === 'divider' ? '' : plainText(block.runs)
