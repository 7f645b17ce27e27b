import { $isBlockNode, $isInlineBlockNode } from '@payloadcms/richtext-lexical/client'
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  PASTE_TAG,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html'
import { cleanPastedHtml } from '#src/imports/pastedHtml.ts'
import type { Doubt } from '#src/imports/proposal.ts'

const QUOTE_BLOCKS = ['quoteBlock', 'pullQuote', 'inlineQuote']

export type PasteOutcome = {
  /** Whether the clean text was inserted; otherwise the editor's own pasting goes on. */
  isPasted: boolean
  doubts: Doubt[]
  /** Quotes that stood in the selection which the paste takes the place of. */
  replacedQuotes: number
}

/** Inserts the clipboard's HTML, cleaned. `null` when the event is none of the body's business. */
export const $pasteClean = (editor: LexicalEditor, event: unknown): PasteOutcome | null => {
  const selection = $getSelection()
  if (!(event instanceof ClipboardEvent) || !event.clipboardData || !selection) return null
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
    return null
  }
  const replacedQuotes = selection.getNodes().filter(isQuote).length
  const html = event.clipboardData.getData('text/html')
  const text = event.clipboardData.getData('text/plain')
  const isOurs = isFromThisEditor(editor, event.clipboardData)
  // Without HTML of its own, or as an address for the selected words, the paste needs no cleaning.
  if (isOurs || html === '' || html === text || isAddressForSelection(selection, text)) {
    return { isPasted: false, doubts: [], replacedQuotes }
  }
  const clean = cleanPastedHtml(html, { parse: parseHtml })
  if (clean.html === '') return { isPasted: false, doubts: [], replacedQuotes }
  event.preventDefault()
  $addUpdateTag(PASTE_TAG)
  selection.insertNodes($generateNodesFromDOM(editor, parseHtml(clean.html)))
  return { isPasted: true, doubts: clean.doubts, replacedQuotes }
}

const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

const isQuote = (node: LexicalNode): boolean =>
  ($isBlockNode(node) || $isInlineBlockNode(node)) &&
  QUOTE_BLOCKS.includes(node.getFields().blockType)

/** What was copied in a body carries its blocks with it; cleaning would lose them. */
const isFromThisEditor = (editor: LexicalEditor, clipboard: DataTransfer): boolean => {
  const own = clipboard.getData('application/x-lexical-editor')
  return own.includes(JSON.stringify({ namespace: editor._config.namespace }).slice(1, -1))
}

const isAddressForSelection = (selection: BaseSelection, text: string): boolean =>
  $isRangeSelection(selection) && !selection.isCollapsed() && /^https?:\/\/\S+$/.test(text.trim())
