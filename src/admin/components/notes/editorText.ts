/** The text of the story as the editor shows it, and the words that are selected in it. */
import { findTextQuote, textQuoteOf, type TextQuote } from '#src/story/textQuote.ts'

type Place = { node: Text; offset: number }

type EditorText = {
  /** White space collapsed, a space between blocks. */
  text: string
  /** Where each character stands. */
  places: Place[]
}

const MAX_WORDS = 2000

/** The form that holds an element. */
export const formOf = (near: Element | null): Element | null => near?.closest('form') ?? null

/** The editor of the body; `null` while its tab is not open. */
export const editorIn = (form: Element | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>('[data-lexical-editor="true"]') ?? null

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, div, tr'

/** Cards and labels in the text show words of other records: notes are about the story's own. */
const decorator = '[data-lexical-decorator="true"]'

/** Reads the text of the editor, with the place of each character. */
export const textIn = (editor: HTMLElement): EditorText => {
  const places: Place[] = []
  let text = ''
  let lastBlock: Element | null = null
  const add = (char: string, node: Text, offset: number): void => {
    text += char
    places.push({ node, offset })
  }
  let isBroken = false
  const walker = document.createTreeWalker(
    editor,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches(decorator)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text)) {
      isBroken ||= node instanceof HTMLBRElement
      continue
    }
    const raw = node.data
    if (raw.length === 0) continue
    const block = node.parentElement?.closest(blocks) ?? null
    const isApart = isBroken || (lastBlock !== null && block !== lastBlock)
    if (isApart && !text.endsWith(' ')) add(' ', node, 0)
    for (let offset = 0; offset < raw.length; offset += 1) {
      const char = raw[offset] ?? ''
      if (!/\s/u.test(char)) add(char, node, offset)
      else if (!text.endsWith(' ')) add(' ', node, offset)
    }
    lastBlock = block
    isBroken = false
  }
  return { text, places }
}

/** The selected words with what stands around them; `null` when none of the editor's words are selected. */
export const selectedQuote = (
  editor: HTMLElement,
  selection: Selection | null,
): TextQuote | null => {
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!range || range.collapsed || !editor.contains(range.commonAncestorContainer)) return null
  const { text, places } = textIn(editor)
  const isIn = ({ node, offset }: Place): boolean =>
    range.comparePoint(node, offset) >= 0 && range.comparePoint(node, offset + 1) <= 0
  const start = places.findIndex(isIn)
  if (start < 0) return null
  const end = places.findLastIndex(isIn) + 1
  const quote = textQuoteOf(text, start, end)
  return quote.exact === '' || quote.exact.length > MAX_WORDS ? null : quote
}

/** Selects the words in the editor and brings them into view. `false` when they are gone. */
export const showWords = (editor: HTMLElement, quote: TextQuote): boolean => {
  const { text, places } = textIn(editor)
  const found = findTextQuote(text, quote)
  const from = found && places[found.start]
  const to = found && places[found.end - 1]
  if (!from || !to) return false
  from.node.parentElement?.scrollIntoView({ block: 'center' })
  editor.focus({ preventScroll: true })
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset + 1)
  return true
}

/** Opens a tab of the form by its name. */
export const openTab = (form: Element | null, name: string): boolean => {
  const buttons = [...(form?.querySelectorAll<HTMLElement>('.tabs-field__tab-button') ?? [])]
  const tab = buttons.find(({ textContent }) => textContent.trim() === name)
  tab?.click()
  return tab !== undefined
}
