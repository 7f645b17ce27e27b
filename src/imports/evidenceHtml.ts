import { convert, type HtmlToTextOptions } from 'html-to-text'
import { AppError } from '#src/errors.ts'

/** Larger pages are not pages. */
const MAX_HTML = 10 * 1024 * 1024
/** Deeper trees, and longer lists, are made to harm. */
const MAX_DEPTH = 400
/** Stands where the converter left something out; no page holds it. */
const LEFT_OUT = '\uE000left-out\uE000'

const skipped = [
  'title',
  ...['img', 'svg', 'script', 'style', 'noscript', 'template', 'nav', 'iframe', 'object', 'canvas'],
  ...['button', 'select', 'input', 'textarea', 'audio', 'video'],
]

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML + 1, maxDepth: MAX_DEPTH, ellipsis: LEFT_OUT },
  selectors: [
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'blockquote', options: { trimEmptyLines: true }, format: 'block' },
    { selector: 'ul', options: { itemPrefix: ' ' } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
}

/**
 * The words of a page, in order. Scripts, styles and menus are left out.
 *
 * @throws AppError `too-large` for a page of more than 10 MB, `unprocessable` for one nested too deep
 */
export const pageText = (
  html: string,
  filename: string,
): { text: string; title: string | null } => {
  if (html.length > MAX_HTML) {
    throw new AppError(
      'too-large',
      `“${filename}” is a page of more than 10 MB. Save it as plain text, or paste the words.`,
    )
  }
  const text = convert(html, options)
  if (text.includes(LEFT_OUT)) {
    throw new AppError(
      'unprocessable',
      `“${filename}” is nested deeper than ${MAX_DEPTH} levels and cannot be read whole. Paste the words as text.`,
    )
  }
  return { text: text.replace(/\n{3,}/g, '\n\n'), title: titleOf(html) }
}

const titleOf = (html: string): string | null => {
  const head = html.slice(0, 200_000)
  const tag = /<title[^>]*>([^<]{1,1000})<\/title/i.exec(head)?.[1]
  return tag ? convert(`<body>${tag}</body>`, { wordwrap: false }) : null
}
