/** Runs of pasted text: their emphasis and link, their spaces, their HTML. A line break is `\n`. */

/** In the order in which elements are nested, outermost first. */
const ELEMENTS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['subscript', 'sub'],
  ['superscript', 'sup'],
  ['code', 'code'],
] as const

export type PastedMark = (typeof ELEMENTS)[number][0]

export type PastedRun = { text: string; marks: readonly PastedMark[]; href: string | null }

const NBSP = '\u00A0'
/** Zero-width spaces and soft hyphens: left over from layout, in the way of search and quote checks. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g
/** Beside these a no-break space is typography: « mot », 10 km, 5 %. Elsewhere it is only a space. */
const HOLDS_SPACE = /[«»‹›:;!?%€$£§\d]/

/**
 * Brings spaces to one form: one space for each gap, at most one empty line, nothing at either end. Runs that
 * look alike become one.
 */
export const normaliseRuns = (runs: readonly PastedRun[]): PastedRun[] => {
  const text = runs.map((run) => run.text.replace(INVISIBLE, '')).join('')
  const gaps = [...text.matchAll(/[ \u00A0\n]+/g)]
  let at = 0
  const done: PastedRun[] = []
  for (const run of runs) {
    const own = run.text.replace(INVISIBLE, '')
    const start = at
    at += own.length
    done.push({ ...run, text: fillGaps({ text, start, end: at, gaps }) })
  }
  return trimEnds(mergeAlike(done))
}

type Stretch = { text: string; start: number; end: number; gaps: RegExpExecArray[] }

/** The text from `start` to `end`; a gap that reaches over several runs belongs to the one it begins in. */
const fillGaps = ({ text, start, end, gaps }: Stretch): string => {
  let out = ''
  let from = start
  for (const gap of gaps) {
    const gapEnd = gap.index + gap[0].length
    if (gapEnd <= start || gap.index >= end) continue
    out += text.slice(from, Math.max(from, gap.index))
    if (gap.index >= start) out += oneGap(gap[0], text[gap.index - 1], text[gapEnd])
    from = Math.min(end, gapEnd)
  }
  return out + text.slice(from, end)
}

const oneGap = (gap: string, before = '', after = ''): string => {
  const breaks = gap.split('\n').length - 1
  if (breaks > 0) return breaks > 1 ? '\n\n' : '\n'
  return gap === NBSP && (HOLDS_SPACE.test(before) || HOLDS_SPACE.test(after)) ? NBSP : ' '
}

const mergeAlike = (runs: PastedRun[]): PastedRun[] => {
  const merged: PastedRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (run.text === '') continue
    if (last && looksLike(last, run))
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

const looksLike = (one: PastedRun, other: PastedRun): boolean =>
  one.href === other.href &&
  one.marks.length === other.marks.length &&
  one.marks.every((mark) => other.marks.includes(mark))

const trimEnds = (runs: PastedRun[]): PastedRun[] => {
  const kept = [...runs]
  while (kept[0] && kept[0].text.trim() === '') kept.shift()
  while (kept.at(-1)?.text.trim() === '') kept.pop()
  const [first] = kept
  if (first) kept[0] = { ...first, text: first.text.trimStart() }
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() }
  return kept
}

/** Cuts where an empty line stands: two line breaks on a web page begin a paragraph. */
export const splitAtGaps = (runs: PastedRun[]): PastedRun[][] => {
  const parts: PastedRun[][] = [[]]
  for (const run of runs) {
    run.text.split('\n\n').forEach((text, index) => {
      if (index > 0) parts.push([])
      parts.at(-1)?.push({ ...run, text })
    })
  }
  return parts.map((part) => trimEnds(mergeAlike(part))).filter((part) => part.length > 0)
}

export const withoutBreaks = (runs: PastedRun[]): PastedRun[] =>
  runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n+\s*/g, ' ') }))

/** The words alone. */
export const plainText = (runs: readonly PastedRun[]): string =>
  runs.map((run) => run.text).join('')

/** The HTML of a stretch of text; neighbours with one address share one link. */
export const serialiseRuns = (runs: readonly PastedRun[]): string => {
  let html = ''
  let open: string | null = null
  for (const run of runs) {
    if (run.href !== open) {
      if (open !== null) html += '</a>'
      if (run.href !== null) html += `<a href="${escapeHtml(run.href)}">`
      open = run.href
    }
    html += serialiseRun(run)
  }
  return open === null ? html : `${html}</a>`
}

const serialiseRun = ({ text, marks }: PastedRun): string => {
  const tags = ELEMENTS.filter(([mark]) => marks.includes(mark)).map(([, tag]) => tag)
  const inside = escapeHtml(text).replaceAll('\n', '<br>')
  return tags.reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, inside)
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(NBSP, '&nbsp;')
