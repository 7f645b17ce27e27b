/**
 * What the clipboard holds when somebody copies from Word, Google Docs or a web page, brought to the few
 * elements a story knows: paragraphs, h2–h4, nested lists, quotations, dividers, links and plain emphasis.
 */
import { serialiseBlocks } from '#src/imports/pastedBlocks.ts'
import { listPasteDoubts } from '#src/imports/pastedDoubts.ts'
import { readPastedBody } from '#src/imports/pastedWalk.ts'
import type { Doubt } from '#src/imports/proposal.ts'

export type PasteOptions = {
  /** Parses a whole HTML document: the browser's `DOMParser`, or another's in tests. */
  parse: (html: string) => Document
}

export type CleanPaste = {
  /** Valid HTML of a few elements, or `''` when the clipboard held no text. One paragraph comes without its `<p>`. */
  html: string
  /** What was lost or left undecided, in an editor's words. */
  doubts: Doubt[]
}

/**
 * Cleans pasted HTML. Text is never lost: what has no place in a story stands as a paragraph, and what cannot
 * be taken over at all (pictures, deleted text, comments) is counted in the doubts.
 *
 * @param html the clipboard's `text/html`
 * @param options.parse see {@link PasteOptions}
 */
export const cleanPastedHtml = (html: string, { parse }: PasteOptions): CleanPaste => {
  const { body } = parse(asDocument(withoutConditionals(html)))
  const { blocks, losses } = readPastedBody(body)
  return { html: serialiseBlocks(blocks), doubts: listPasteDoubts(blocks, losses) }
}

/**
 * Word writes twice for old browsers: what stands between `<!--[if …]>` and `<![endif]-->` is a second copy.
 * The marks `<![if …]>` and `<!--[if …]-->` hide nothing and only go themselves.
 */
const withoutConditionals = (html: string): string =>
  html
    .replace(/<!--\[if[^\]]*\]>[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!(?:--)?\[(?:if[^\]]*|endif)\](?:--)?>/gi, '')
    .replace(/<\?xml[^>]*>/gi, '')

const asDocument = (html: string): string =>
  /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
