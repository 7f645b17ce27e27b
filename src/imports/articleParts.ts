/** What stands around the body of an article: headline, standfirst, byline, dateline, credit lines. */
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'
import { isCreditLine } from '#src/rights/credit.ts'

export type ArticleParts = {
  headline: string | null
  standfirst: string | null
  authors: string[]
  dateline: string | null
  /** News agency in the dateline: `AP`. */
  agency: string | null
  creditLines: string[]
  /** Places of the body in the text, in order. */
  body: Paragraph[]
}

const byline =
  /^(?:by|par|von|por|di)\s+((?:\p{Lu}[\p{L}.’'-]*)(?:(?:\s+|,\s*|\s+(?:and|et|und|y|e|&)\s+)\p{L}[\p{L}.’'-]*){0,14})\s*$/iu
const dateline =
  /^((?:\p{Lu}{2}[\p{Lu}.’' -]{0,40}|\p{Lu}{3,})(?:,\s*\p{Lu}[\p{L}. ]{1,25})?(?:\s*\/\s*\p{Lu}[\p{Lu} ]{1,30})?)\s*(?:\(([^)]{1,30})\))?\s*(?:—|–|--|-)\s+/u

/** Tells the parts of an article apart; whatever is not evidently something else is body. */
export function findArticleParts(text: string, paragraphs: Paragraph[]): ArticleParts {
  const parts: ArticleParts = {
    headline: null,
    standfirst: null,
    authors: [],
    dateline: null,
    agency: null,
    creditLines: [],
    body: [],
  }
  const rest = paragraphs.filter((paragraph) => {
    const words = text.slice(paragraph.start, paragraph.end)
    if (paragraph.kind === 'block' || !isCreditLine(words)) return true
    parts.creditLines.push(words)
    return false
  })
  takeHeadline(text, rest, parts)
  takeByline(text, rest, parts)
  parts.body = takeDateline(text, rest, parts)
  return parts
}

function takeHeadline(text: string, rest: Paragraph[], parts: ArticleParts): void {
  const first = rest[0]
  if (!first || first.kind === 'block' || first.kind === 'item') return
  const words = text.slice(first.start, first.end)
  const isHeadline =
    first.kind === 'headline' ||
    (rest.length > 1 &&
      words.length <= 140 &&
      !words.includes('\n') &&
      !/[.:;,]["”’»]?$/.test(words))
  if (!isHeadline) return
  parts.headline = words.replace(/^#+\s*/, '')
  rest.shift()
}

/** The byline is among the first paragraphs; what stands between it and the headline is the standfirst. */
function takeByline(text: string, rest: Paragraph[], parts: ArticleParts): void {
  const at = rest
    .slice(0, 3)
    .findIndex((paragraph) => byline.test(text.slice(paragraph.start, paragraph.end)))
  const words = at < 0 ? '' : text.slice(rest[at]?.start, rest[at]?.end)
  if (at >= 0) {
    parts.authors = namesIn(byline.exec(words)?.[1] ?? '')
    rest.splice(at, 1)
  }
  const first = rest[0]
  const candidate = first ? text.slice(first.start, first.end) : ''
  const isEvident =
    at === 1 ||
    (rest.length > 1 &&
      candidate.length <= 220 &&
      first?.kind === 'text' &&
      !/[.:;!?,]["”’»]?$/.test(candidate))
  if (
    parts.headline !== null &&
    first &&
    isEvident &&
    candidate.length <= 400 &&
    !dateline.test(candidate)
  ) {
    parts.standfirst = candidate
    rest.shift()
  }
}

const namesIn = (words: string): string[] =>
  words
    .split(/\s*,\s*|\s+(?:and|et|und|y|e|&)\s+/i)
    .map((name) => name.replace(/^and\s+/i, '').trim())
    .filter(
      (name) =>
        /^\p{Lu}/u.test(name) && !/^(?:associated press|staff|reuters|afp|ap)\b/i.test(name),
    )

function takeDateline(text: string, rest: Paragraph[], parts: ArticleParts): Paragraph[] {
  const first = rest[0]
  const found = first?.kind === 'text' ? dateline.exec(text.slice(first.start, first.end)) : null
  if (!first || !found) return rest
  parts.dateline = (found[1] ?? '').trim()
  parts.agency = found[2]?.trim() ?? null
  return [{ ...first, start: first.start + found[0].length }, ...rest.slice(1)]
}
