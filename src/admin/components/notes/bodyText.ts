/** The story's own words in the stored form of its body: what the editor shows of them, also while it is not open. Pure. */

type Node = { type?: unknown; text?: unknown; children?: unknown }

const inline = ['text', 'link', 'autolink', 'block', 'inlineBlock']

/**
 * Reads the words. Cards in the text hold words of other records and count for nothing, as for the editor.
 *
 * @param body Lexical's JSON
 */
export const bodyText = (body: unknown): string => {
  const { root } = (body ?? {}) as { root?: Node }
  return root ? wordsOf(root).replace(/\s+/gu, ' ') : ''
}

const wordsOf = ({ type, text, children }: Node): string => {
  if (typeof text === 'string') return text
  const words = Array.isArray(children) ? (children as Node[]).map(wordsOf).join('') : ''
  return inline.includes(String(type)) ? words : ` ${words} `
}
