/** Bodies as the editor keeps them, short enough to read in a test. */
export type Node = {
  type: string
  text?: string
  format?: number
  url?: string
  fields?: Record<string, unknown>
  children?: Node[]
}
export type Body = { root: Node & { children: Node[] } }

export const text = (words: string, format = 0): Node => ({ type: 'text', text: words, format })
const inlines = (parts: (string | Node)[]): Node[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const paragraph = (...parts: (string | Node)[]): Node => ({
  type: 'paragraph',
  children: inlines(parts),
})
export const quotation = (...parts: (string | Node)[]): Node => ({
  type: 'quote',
  children: inlines(parts),
})
export const heading = (words: string): Node => ({ type: 'heading', children: [text(words)] })
export const list = (...items: string[]): Node => ({
  type: 'list',
  children: items.map((words) => ({ type: 'listitem', children: [text(words)] })),
})
export const link = (url: string, ...parts: (string | Node)[]): Node => ({
  type: 'link',
  fields: { linkType: 'custom', url },
  children: inlines(parts),
})
export const lineBreak: Node = { type: 'linebreak' }
export const quoteBlock = (quote: string): Node => ({
  type: 'block',
  fields: { blockType: 'quoteBlock', quote },
})
export const inlineQuote = (quote: string): Node => ({
  type: 'inlineBlock',
  fields: { blockType: 'inlineQuote', quote },
})
export const citation = (label: string): Node => ({
  type: 'inlineBlock',
  fields: { blockType: 'citation', source: 's1', label },
})
export const body = (...children: Node[]): Body => ({ root: { type: 'root', children } })

/** Every word of a body in reading order; `words` are what the records say. */
export const wordsIn = (node: Node, words: ReadonlyMap<string, string> = new Map()): string => {
  const record = String(node.fields?.['quote'] ?? '')
  const own = node.text ?? words.get(record) ?? String(node.fields?.['label'] ?? '')
  return own + (node.children ?? []).map((child) => wordsIn(child, words)).join('')
}
