/** Marks put right before they are paired: closed by one of the other family, or no quotation marks at all. */
import type { Mark } from './marks.ts'
import type { Paragraph } from '#src/quotes/text/paragraphs.ts'

/**
 * `“Where is it?’ asked` and `‘We stay,” said`: a mark that closes after a comma or a full stop closes whatever was opened,
 * also when it is of the other family.
 */
export function mended(marks: Mark[], text: string): Mark[] {
  let double: number | null = null
  let single: number | null = null
  const result = [...marks]
  marks.forEach((mark, i) => {
    if (double !== null && closesReversed(mark, marks[double] as Mark, text)) {
      result[i] = { ...mark, char: '”', canOpen: false, canClose: true }
      double = null
      single = null
      return
    }
    const opens = mark.canOpen && (!mark.canClose || /^$|\s/.test(text[mark.at - 1] ?? ''))
    if (opens && !/[”»’]/.test(mark.char)) {
      if (mark.family === 'double') [double, single] = [i, null]
      else single = i
      return
    }
    const isSure =
      /[,.!?…]/.test(text[mark.at - 1] ?? '') && /^$|\s/.test(text[mark.at + mark.length] ?? '')
    if (mark.family === 'double') {
      const opener = single === null ? undefined : marks[single]
      const before = opener === undefined ? '' : (text[opener.at - 1] ?? '')
      if (double === null && opener && isSure && /^$|\s/.test(before) && /[”"]/.test(mark.char))
        result[single as number] = { ...opener, char: '“', family: 'double' }
      double = null
      single = null
    } else if (single !== null) single = null
    else if (double !== null && isSure && /[’']/.test(mark.char) && opensNext(marks, i)) {
      result[i] = { ...mark, char: marks[double]?.char === '"' ? '"' : '”', family: 'double' }
      double = null
    }
  })
  return result
}

/** `“The numbers are wrong,“ said Lee`: an opening mark typed where the words end closes what the one before it opened. */
const closesReversed = (mark: Mark, open: Mark, text: string): boolean =>
  mark.char === '“' &&
  open.char === '“' &&
  /[\p{L}\p{N}.,!?…%)’]/u.test(text[mark.at - 1] ?? '') &&
  /^$|[\s.,;:!?[\])—–]/.test(text[mark.at + 1] ?? '')

/** Whether the next double mark opens, so that what is open before it was closed already. */
function opensNext(marks: Mark[], i: number): boolean {
  for (let next = i + 1; next < marks.length && next < i + 40; next++) {
    const mark = marks[next] as Mark
    if (mark.family === 'double') return mark.canOpen && !mark.canClose
  }
  return true
}

/** Inches and feet: a straight mark after a digit that would leave the others without partners. */
export function withoutPrimes(marks: Mark[]): Mark[] {
  let straight = marks.filter((mark) => mark.char === '"').length
  return marks.filter((mark, i) => {
    if (mark.char === "'" && mark.afterDigit && /[\d"]/.test(marks[i + 1]?.char ?? '')) return false
    if (mark.char !== '"' || !mark.afterDigit || mark.canOpen || straight % 2 === 0) return true
    straight--
    return false
  })
}

/** `We never saw an invoice,” said Brendan Shaw.`: the mark at the start of the paragraph was lost. */
export function closesAlone(mark: Mark, text: string, paragraph: Paragraph): boolean {
  if (mark.family !== 'double' || mark.canOpen === mark.canClose || mark.canOpen) return false
  if (mark.at - paragraph.start > 600 || mark.char === '«') return false
  return (
    /^[\p{Lu}¿¡]/u.test(text.slice(paragraph.start, paragraph.start + 2)) &&
    (text[mark.at - 1] === ',' ||
      (/[!?]/.test(text[mark.at - 1] ?? '') &&
        /^.\s\p{Ll}/u.test(text.slice(mark.at, mark.at + 3))))
  )
}

/** `the officials’ view`: after an s and before a lower-case word a later, surer close wins. */
export function closesSingle(mark: Mark, marks: Mark[], i: number, text: string): boolean {
  if (mark.char === '›' || mark.char === '‹' || mark.char === '‘') return true
  const isPossessive =
    text[mark.at - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3))
  if (!isPossessive) return true
  for (let next = i + 1; next < marks.length && next < i + 20; next++) {
    const later = marks[next] as Mark
    if (later.family === 'double' || later.canOpen) return true
    if (later.char === mark.char && /[.,!?…]/.test(text[later.at - 1] ?? '')) return false
  }
  return true
}
