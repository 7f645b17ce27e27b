/** Sentences as CommonMark 0.31. Text is escaped by construction: it can never become markup. */
import { linkUrl } from '#src/formats/urls.ts'
import { quotedText } from '#src/story/plainText.ts'
import type { StoryInline, StoryQuote, TextMark } from '#src/story/publishedStory.ts'

export type MarkdownContext = { quotes: Map<string, StoryQuote>; publicUrl: string }

/** Text that means itself wherever it stands in a line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#~]/g, '\\$&')
    .replace(/&(?=[#\p{L}])/gu, '\\&')
    // Before a link, `!` would make an image of it.
    .replace(/!$/, '\\!')

/** What starts a line must not start a list, a heading underline or a rule. */
export const escapeLineStarts = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => line.trimStart())
    .map((line) => line.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2'))
    .join('\n')

/** Inline nodes as one paragraph's Markdown. */
export const renderInlines = (inlines: StoryInline[], context: MarkdownContext): string =>
  escapeLineStarts(joinInlines(inlines, context)).trim()

const joinInlines = (inlines: StoryInline[], context: MarkdownContext): string =>
  inlines.reduce((before, inline) => before + renderInline(inline, before, context), '')

const renderInline = (inline: StoryInline, before: string, context: MarkdownContext): string => {
  switch (inline.type) {
    case 'text':
      return renderMarks(inline.text, inline.marks, before)
    case 'break':
      // A hard break needs words on both sides; a second one in a row would end the paragraph.
      return /[^\s\\]$/.test(before) ? '\\\n' : ''
    case 'link':
      return renderLink(
        joinInlines(inline.children, context),
        linkUrl(inline.url, context.publicUrl),
      )
    case 'quote':
      return escapeMarkdown(quotedText(context.quotes.get(inline.quoteId)))
    case 'citation': {
      const url = inline.url === null ? null : linkUrl(inline.url, context.publicUrl)
      return renderLink(escapeMarkdown(inline.label), url)
    }
  }
}

const renderLink = (label: string, url: string | null): string =>
  url === null ? label : `[${label.trim()}](${escapeDestination(url)})`

/** A link destination, which CommonMark reads entities and backslashes in. */
export const escapeDestination = (url: string): string => {
  const safe = url
    .replaceAll('\\', '%5C')
    .replace(/[<>\s]/g, encodeURIComponent)
    .replace(/&(?=[#\w]+;)/g, '&amp;')
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

const TAGS: Record<TextMark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
}

const renderMarks = (text: string, marks: TextMark[], before: string): string => {
  // White space just inside emphasis would keep it from being emphasis.
  const [, leading = '', words = '', trailing = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '' || marks.length === 0) return escapeMarkdown(text)
  let marked = marks.includes('code') ? codeSpan(words) : escapeMarkdown(words)
  for (const mark of marks.filter((mark) => mark !== 'code').reverse()) {
    marked = wrap(marked, mark, leading === '' ? before : '')
  }
  return `${leading && ' '}${marked}${trailing && ' '}`
}

/** `**` and `*` only mark up between letters (CommonMark "flanking"); elsewhere the HTML tag does. */
const wrap = (marked: string, mark: TextMark, before: string): string => {
  const delimiter = mark === 'bold' ? '**' : mark === 'italic' ? '*' : null
  const isFlanked = /^[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(marked)
  if (delimiter !== null && isFlanked && !before.endsWith('*')) {
    return `${delimiter}${marked}${delimiter}`
  }
  return `<${TAGS[mark]}>${marked}</${TAGS[mark]}>`
}

const codeSpan = (text: string): string => {
  const oneLine = text.replace(/\s+/g, ' ')
  const runs = oneLine.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const padding = /^`|`$/.test(oneLine) ? ' ' : ''
  return `${fence}${padding}${oneLine}${padding}${fence}`
}
