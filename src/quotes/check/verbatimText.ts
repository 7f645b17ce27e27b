/**
 * One form for two texts that say the same: Unicode NFKC (UAX #15), straight marks, one hyphen, one dash,
 * single spaces, no invisible characters. Each unit of it knows where it stood in the original, so that a
 * find can be shown there. Letter case and every digit stay: they change what was said.
 */
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

export type NormalText = {
  original: string
  text: string
  /** Stretches of `text`, ascending: where each begins, here and in the original, and -1 or where it ends there. */
  runs: { at: number[]; from: number[]; to: number[] }
}

const kindOf = {
  unknown: 0,
  itself: 1,
  mark: 2,
  space: 3,
  nothing: 4,
  single: 5,
  double: 6,
  hyphen: 7,
  dash: 8,
  dot: 9,
  ellipsis: 10,
  other: 11,
  softHyphen: 12,
  joiner: 13,
} as const

/** By code unit, filled as they are met: a text has few different ones. */
const kinds = new Uint8Array(0x10000)

const kind = (code: number): number => {
  const known = kinds[code] ?? 0
  if (known !== kindOf.unknown) return known
  const found = classify(code)
  kinds[code] = found
  return found
}

const classify = (code: number): number => {
  const char = String.fromCharCode(code)
  if (code === 0xad) return kindOf.softHyphen
  if (/[\s\u0085\u180E]/.test(char) && code !== 0xfeff) return kindOf.space
  if (code === 0x200d || code === 0x200c) return kindOf.joiner
  if (/[\u061C\u180B-\u180D\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/.test(char))
    return kindOf.nothing
  if (/[\u0000-\u001F\uFE00-\uFE0F\uFEFF]/.test(char)) return kindOf.nothing
  if (/['`´‘’‚‛′ʼʹ‹›＇]/.test(char)) return kindOf.single
  if (/["“”„‟«»″＂〝〞]/.test(char)) return kindOf.double
  if (/[-‐‑‒–−﹣－]/.test(char)) return kindOf.hyphen
  if (/[—―⸺﹘]/.test(char)) return kindOf.dash
  if (char === '.') return kindOf.dot
  if (char === '…') return kindOf.ellipsis
  if (/\p{M}/u.test(char) || (code >= 0x1160 && code <= 0x11ff)) return kindOf.mark
  if (code >= 0xd800 && code <= 0xdfff) return kindOf.other
  return compatible(char) === char ? kindOf.itself : kindOf.other
}

/** What is raised, lowered, a fraction or in a circle is another number: `10²` is not `102`. */
const NOT_THE_SAME =
  /[¨¯´¸ªº²³¹¼½¾\u2070-\u209C\u2150-\u215F\u2189\u2460-\u24FF\u2776-\u2793\u3200-\u33FF]/

const compatible = (cluster: string): string =>
  cluster.normalize(NOT_THE_SAME.test(cluster) ? 'NFC' : 'NFKC')

const SPACE = 0x20
const HYPHEN = 0x2d
const DOT = 0x2e
const DASH = 0x2014

/**
 * Brings a text to the form in which texts are compared.
 *
 * @param hyphenated words that keep a hyphen found at a line's end (`well-known`); all others are joined,
 *   because the hyphen came from setting the line
 */
export const normalText = (
  original: string,
  hyphenated: ReadonlySet<string> = new Set(),
): NormalText => {
  const length = original.length
  const pieces: string[] = []
  const runs: NormalText['runs'] = { at: [], from: [], to: [] }
  let size = 0
  let last = 0

  /** `to` is -1 for a stretch that is copied letter by letter. */
  const put = (piece: string, from: number, to: number): void => {
    if (piece === '') return
    pieces.push(piece)
    runs.at.push(size)
    runs.from.push(from)
    runs.to.push(to)
    size += piece.length
    last = piece.charCodeAt(piece.length - 1)
  }
  const dropSpace = (): void => {
    if (last !== SPACE) return
    const shorter = (pieces.pop() ?? '').slice(0, -1)
    size -= 1
    last = 0
    if (shorter !== '') pieces.push(shorter)
    else for (const list of [runs.at, runs.from, runs.to]) list.pop()
  }
  const kindAt = (at: number): number => (at < length ? kind(original.charCodeAt(at)) : 0)
  const skipSpaces = (at: number): number => {
    let next = at
    while (kindAt(next) === kindOf.space) next += 1
    return next
  }
  const putDash = (from: number, to: number): number => {
    dropSpace()
    put('—', from, to)
    return skipSpaces(to)
  }
  const putHyphen = (at: number): number => {
    const broken = brokenWord(original, at)
    if (broken) {
      if (hyphenated.has(broken.word)) put('-', at, at + 1)
      return broken.end
    }
    let next = at + 1
    const isPlain = original.charCodeAt(at) === HYPHEN
    while (isPlain && next < length && original.charCodeAt(next) === HYPHEN) next += 1
    const isSpaced = last === SPACE && kindAt(next) === kindOf.space
    if (next > at + 1 || isSpaced) return putDash(at, next)
    put('-', at, next)
    return next
  }
  const putSpace = (at: number): number => {
    const next = skipSpaces(at)
    if (size > 0 && last !== SPACE && last !== DASH) put(' ', at, next)
    return next
  }
  const putDots = (at: number): number => {
    const isSpaced = /^\.[ \u00A0]\.[ \u00A0]\./.test(original.slice(at, at + 5))
    put(isSpaced ? '...' : '.', at, at + (isSpaced ? 5 : 1))
    return at + (isSpaced ? 5 : 1)
  }
  const putCluster = (at: number): number => {
    const next = clusterEnd(original, at, kindAt)
    // A joiner means something inside a pictograph only.
    const isSilent = kindAt(at) === kindOf.joiner && !isPictographAt(original, at + 1)
    if (!isSilent) put(compatible(original.slice(at, next)), at, next)
    return next
  }
  const putOne = (piece: string, at: number): number => {
    put(piece, at, at + 1)
    return at + 1
  }
  const putSpecial = (at: number): number => {
    switch (kindAt(at)) {
      case kindOf.space:
        return putSpace(at)
      case kindOf.nothing:
        return at + 1
      case kindOf.softHyphen:
        return lineBreakEnd(original, at + 1) ?? at + 1
      case kindOf.single:
        return putOne("'", at)
      case kindOf.double:
        // Marks within a quotation change with house style; feet and inches do not.
        return putOne(isDigit(last) ? '"' : "'", at)
      case kindOf.hyphen:
        return putHyphen(at)
      case kindOf.dash:
        return putDash(at, at + 1)
      case kindOf.dot:
        return putDots(at)
      case kindOf.ellipsis:
        return putOne('...', at)
      default:
        return putCluster(at)
    }
  }

  let at = 0
  while (at < length) {
    const end = plainEnd(original, at, last)
    if (end > at) put(original.slice(at, end), at, -1)
    at = end > at ? end : putSpecial(at)
  }
  dropSpace()
  return { original, text: pieces.join(''), runs }
}

/**
 * How far the text can be copied as it is: letters, digits and marks that are their own normal form, and single
 * spaces between them. Most of a text is nothing else.
 */
const plainEnd = (text: string, at: number, last: number): number => {
  const length = text.length
  let end = at
  let before = last
  while (end < length) {
    const code = text.charCodeAt(end)
    const is = kinds[code] ?? 0
    if (is === kindOf.unknown) kind(code)
    else if (is === kindOf.itself) {
      before = code
      end += 1
    } else if (code === SPACE && before !== SPACE && before !== DASH && before !== 0) {
      before = SPACE
      end += 1
    } else if (code === DOT && text.charCodeAt(end + 1) !== SPACE) {
      before = DOT
      end += 1
    } else break
  }
  // A mark belongs to the letter before it.
  const isMarked = end > at && end < length && kinds[text.charCodeAt(end)] === kindOf.mark
  return isMarked ? end - 1 : end
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** A code point with the marks that belong to it. */
const clusterEnd = (text: string, at: number, kindAt: (at: number) => number): number => {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  while (kindAt(end) === kindOf.mark) end += 1
  return end
}

const isPictographAt = (text: string, at: number): boolean =>
  /^\p{Extended_Pictographic}/u.test(text.slice(at, at + 2))

/** After a hyphen, soft or not: where the next line's word begins, when a line ends here. */
const lineBreakEnd = (text: string, at: number): number | null => {
  const found = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(at, at + 40))
  return found ? at + found[0].length : null
}

/** A word set over two lines with a hyphen: what it would be with the hyphen, and where its second half begins. */
const brokenWord = (text: string, at: number): { word: string; end: number } | null => {
  const next = text.charCodeAt(at + 1)
  if (next !== 0x0a && next !== 0x0d && next !== 0x20 && next !== 0x09) return null
  const end = lineBreakEnd(text, at + 1)
  if (end === null) return null
  const left = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0]
  const right = /^\p{Ll}[\p{L}\p{M}]*/u.exec(text.slice(end, end + 40))?.[0]
  return left && right ? { word: `${left}-${right}`.toLowerCase(), end } : null
}

/** Where in the original the unit at this offset of the normal form begins. */
export const startOf = ({ original, runs }: NormalText, at: number): number => {
  const run = runBefore(runs.at, at)
  if (run < 0) return at <= 0 ? 0 : original.length
  const from = runs.from[run] ?? 0
  return (runs.to[run] ?? -1) >= 0 ? from : from + at - (runs.at[run] ?? 0)
}

/** Where in the original the unit before this offset of the normal form ends. */
export const endOf = ({ runs }: NormalText, at: number): number => {
  const run = runBefore(runs.at, at - 1)
  if (run < 0) return 0
  const to = runs.to[run] ?? -1
  return to >= 0 ? to : (runs.from[run] ?? 0) + at - (runs.at[run] ?? 0)
}

/** The last run that begins at the offset or before it; -1 for none. */
const runBefore = (begins: number[], at: number): number =>
  firstFrom(begins.length, (run) => (begins[run] ?? 0) > at) - 1

/** What stands in the original between two offsets of the normal form. */
export const originalOf = (normal: NormalText, from: number, to: number): string =>
  normal.original.slice(startOf(normal, from), endOf(normal, to))

/** The hyphenated words of a text, for `normalText` of the text it is compared with. */
export const hyphenatedWords = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/(?<!\p{L})\p{L}+(?:[-‐‑]\p{L}+)+/gu)].flatMap(([word]) => {
      const parts = word.toLowerCase().split(/[-‐‑]/)
      return parts.slice(1).map((part, index) => `${parts[index]}-${part}`)
    }),
  )

/** Whether some word of the text may be set over two lines: only then does its form depend on the quote. */
export const hasBrokenWords = (text: string): boolean => /[-‐][ \t]*\r?\n/.test(text)
