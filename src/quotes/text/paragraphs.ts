/** Paragraphs of plain text, with their place in it. Offsets are UTF-16 units. */
export type Paragraph = {
  start: number
  end: number
  /**
   * `block`: every line starts with `>`, or it is set in by four spaces or a tab. `turn` (`SMITH: words`) and `dialogue`
   * (`— Words, dit Paul.`) are set by the quote reader alone, which knows the language.
   */
  kind: 'text' | 'block' | 'item' | 'headline' | 'credit' | 'attribution' | 'turn' | 'dialogue'
  /** The words of each line without its prefix: one entry, but for a `block`, and for a `dialogue` its spoken parts. */
  lines: { start: number; end: number }[]
}

type Line = { start: number; end: number; text: string }

/**
 * Splits text at blank lines. Where there are none, or where lines are too long to be wrapped ones, every
 * line is a paragraph. A line that opens with a dash and a name, a turn of a transcript or an item of a list starts its own.
 */
export function findParagraphs(text: string): Paragraph[] {
  const lines = linesOf(text)
  const isOnePerLine =
    !/\n[^\S\n]*\n/.test(text.trim()) || lines.some((line) => line.text.length > 200)
  const found: Paragraph[] = []
  let open: Line[] = []
  const close = (): void => {
    if (open.length > 0) found.push(paragraphOf(open))
    open = []
  }
  for (const line of lines) {
    if (line.text.trim() === '') close()
    else {
      const isNew =
        isOnePerLine && !(isQuoted(line) && open.length > 0 && isQuoted(open[0] as Line))
      if (isNew || startsOwn(line.text) || (open[0] && isQuoted(open[0]) !== isQuoted(line)))
        close()
      open.push(line)
    }
  }
  close()
  return withHeadline(text, found)
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

const isQuoted = (line: Line): boolean => /^\s{0,3}>/.test(line.text)
const isSetIn = (line: Line): boolean => /^(?: {4,}|\t)\S/.test(line.text) && !startsOwn(line.text)
const isItem = (text: string): boolean => /^\s*(?:[•◦▪‣*]|-(?!-)|\d{1,3}[.)])\s+\S/.test(text)
const isAttribution = (text: string): boolean =>
  /^\s*(?:—|–|―|--)\s*[\p{Lu}]/u.test(text) &&
  text.trim().length < 120 &&
  !/[“”"«»]|[—–-]\.?\s*$/.test(text)
const startsOwn = (text: string): boolean =>
  isItem(text) ||
  isAttribution(text) ||
  /^\s*[\p{Lu}][\p{Lu}.’' -]{0,40}:\s/u.test(text) ||
  /^\s*(?:[QA][.:]|—)\s?[\p{Lu}¿¡]/u.test(text)

function paragraphOf(lines: Line[]): Paragraph {
  const first = lines[0] as Line
  const isBlock = isQuoted(first) || lines.every(isSetIn)
  const trimmed = isBlock
    ? lines.map(withoutPrefix)
    : [trim({ start: first.start, end: (lines.at(-1) as Line).end }, lines)]
  const kind = isBlock ? 'block' : kindOfLine(first.text)
  const start = (trimmed[0] as { start: number }).start
  const end = (trimmed.at(-1) as { end: number }).end
  return { start, end, kind, lines: trimmed.filter((line) => line.end > line.start) }
}

function kindOfLine(text: string): Paragraph['kind'] {
  if (isAttribution(text)) return 'attribution'
  if (isItem(text)) return 'item'
  return /^\s*\[[^\]]{1,200}\]\s*$/.test(text) ? 'credit' : 'text'
}

function withoutPrefix(line: Line): { start: number; end: number } {
  const prefix = /^\s*>*\s*/.exec(line.text)?.[0].length ?? 0
  return {
    start: line.start + prefix,
    end: line.start + Math.max(prefix, line.text.trimEnd().length),
  }
}

function trim(
  range: { start: number; end: number },
  lines: Line[],
): { start: number; end: number } {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  return {
    start: range.start + (first.text.length - first.text.trimStart().length),
    end: range.end - (last.text.length - last.text.trimEnd().length),
  }
}

/** The first paragraph is a headline when it is short, does not end as a sentence does, and prose follows it. */
function withHeadline(text: string, paragraphs: Paragraph[]): Paragraph[] {
  const at = paragraphs.findIndex((paragraph) => paragraph.kind !== 'item')
  const candidate = paragraphs[at]
  const next = paragraphs[at + 1]
  if (!candidate || !next || candidate.kind !== 'text' || next.kind === 'block') return paragraphs
  const words = text.slice(candidate.start, candidate.end)
  const isShort = words.length <= 160 && !words.includes('\n')
  const endsAsHeadline = !/[.:;,…!]["”’»“)]*$|[?]["”’»“]$/.test(words) && !/^["“«„]/.test(words)
  const isFollowed =
    next.end - next.start > words.length || /[.:]["”’»]?$/.test(text.slice(next.start, next.end))
  if (isShort && endsAsHeadline && isFollowed) paragraphs[at] = { ...candidate, kind: 'headline' }
  return paragraphs
}
