/**
 * Quotation marks of many scripts, and which of them really are marks: not apostrophes, inches, feet,
 * minutes or Hebrew abbreviations. Purely local: what opens and closes what is decided in `spans.ts`.
 */
export type MarkFamily = 'double' | 'single'

export type Mark = {
  at: number
  length: number
  char: string
  family: MarkFamily
  canOpen: boolean
  canClose: boolean
  /** A digit stands before it: may be inches or feet. */
  afterDigit: boolean
}

/** What each opening mark may be closed by. */
export const closersOf: Readonly<Record<string, string>> = {
  '“': '”"',
  '”': '”',
  '„': '“”‟"',
  '‟': '”',
  '"': '"”',
  '＂': '＂',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  "'": "'’",
  '「': '」',
  '『': '』',
  '〝': '〞〟',
  '``': '"',
}

const doubles = '“”„‟"＂«»「」『』〝〞〟'
const singles = "‘’‚'‹›"
const openOnly = '„「『〝‚'
const closeOnly = '」』〞〟'
const elisions = /^(?:\d0s|tis|twas|twill|em|til|till|cause|round|n|bout|s|t)(?![\p{L}])/iu

/** Finds the marks between two UTF-16 offsets, in order. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // Letters, digits and most signs: nothing to look up.
    if (code < 128 && code !== 34 && code !== 39 && code !== 96) continue
    const char = text[at] as string
    if (char === '`' && text[at + 1] === '`') {
      marks.push({
        at,
        length: 2,
        char: '``',
        family: 'double',
        canOpen: true,
        canClose: false,
        afterDigit: false,
      })
      at++
    } else if (char === "'" && text[at + 1] === "'" && at + 1 < end) {
      if (opensTwice(text, at, start, end)) {
        marks.push(twice(text, at, start, end))
        at++
      } else {
        // `,'''`: the inner mark closes before the outer one.
        const single =
          text[at + 2] === "'" && at + 2 < end ? markAt(text, at, start, end, char) : null
        if (single) marks.push({ ...single, canOpen: false, canClose: true })
        marks.push(twice(text, single ? at + 1 : at, start, end))
        at += single ? 2 : 1
      }
    } else if (doubles.includes(char) || singles.includes(char)) {
      const mark = markAt(text, at, start, end, char)
      if (mark) marks.push(mark)
    }
  }
  return marks
}

/** Wires without typographic marks set two apostrophes for a double mark: `''We stay,'' she said`. */
function twice(text: string, at: number, start: number, end: number): Mark {
  const canOpen = opensTwice(text, at, start, end)
  const base = { at, length: 2, char: '"', family: 'double' as const, afterDigit: false }
  return { ...base, canOpen, canClose: !canOpen }
}

const opensTwice = (text: string, at: number, start: number, end: number): boolean =>
  (at === start || /[\s([—–-]/.test(text[at - 1] as string)) &&
  at + 2 < end &&
  !isSpace(text[at + 2] as string)

function markAt(text: string, at: number, start: number, end: number, char: string): Mark | null {
  const before = at > start ? (text[at - 1] as string) : ' '
  const after = at + 1 < end ? (text[at + 1] as string) : ' '
  const family: MarkFamily = singles.includes(char) ? 'single' : 'double'
  const isInsideWord = isWordChar(before) && isWordChar(after)
  if (family === 'single' && isInsideWord && char !== '‹' && char !== '›') return null
  if (char === '"' && isInsideWord && /\p{Script=Hebrew}/u.test(before + after)) return null
  if ((char === '’' || char === "'" || char === '‘') && isElision(text, at, end, before))
    return null
  return {
    at,
    length: 1,
    char,
    family,
    canOpen: canOpen(char, before, after),
    // `Well, what does that mean? " he asked`: a straight mark between spaces can only close.
    canClose: canClose(char, before) || (char === '"' && isSpace(before) && isSpace(after)),
    afterDigit: /\d/.test(before),
  }
}

function canOpen(char: string, before: string, after: string): boolean {
  if (closeOnly.includes(char)) return false
  if (openOnly.includes(char) || char === '“' || char === '‘' || char === '«' || char === '‹')
    return true
  if (isSpace(after)) return false
  return isSpace(before) || /[([{—–\-/“‘"'«„:¿¡]/.test(before)
}

function canClose(char: string, before: string): boolean {
  if (openOnly.includes(char)) return false
  if (closeOnly.includes(char) || char === '”' || char === '»' || char === '›' || char === '«')
    return true
  return !isSpace(before)
}

/** `’tis`, `’90s`, `rock ’n’ roll`: an apostrophe at the start of a word. */
function isElision(text: string, at: number, end: number, before: string): boolean {
  if (isWordChar(before)) return false
  return elisions.test(text.slice(at + 1, Math.min(end, at + 8)))
}

const isSpace = (char: string): boolean => /\s/.test(char)
const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)
