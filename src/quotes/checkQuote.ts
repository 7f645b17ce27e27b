/**
 * Whether a quote's words stand in its evidence.
 *
 * Both sides are brought to one form first (Unicode NFKC, straight marks, one kind of dash, single spaces).
 * The whole quote found: verified. Cut at its ellipses and brackets, and every part found in order:
 * verified with marked edits. Most words found close together in order: differs. Otherwise: not found.
 */
import type { VerificationStatus } from '#src/story/publishedStory.ts'

/**
 * @param quote the words as quoted, without the quotation marks
 * @param evidence the text they are said to come from
 */
export const checkQuote = (quote: string, evidence: string): VerificationStatus => {
  const words = trimEdges(normalise(quote))
  const text = normalise(evidence)
  if (words === '' || text === '') return 'not-found'
  if (text.includes(words) || text.includes(otherCase(words))) return 'verified'
  if (standsInOrder(partsOf(words), text)) return 'verified-with-edits'
  return shareFoundInOrder(words, text) >= 0.7 ? 'differs' : 'not-found'
}

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim()

/** Closing punctuation moves inside the marks by house style; it proves nothing. */
const trimEdges = (text: string): string => text.replace(/^["' ]+|[.,;:!?"' ]+$/g, '')

/** `[T]he` and a sentence that begins inside another: only the first letter may change its case. */
const otherCase = (text: string): string => {
  const first = text[0] ?? ''
  const flipped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()
  return flipped + text.slice(1)
}

/** The stretches between `...`, `[...]` and `[words put in]`. */
const partsOf = (text: string): string[] =>
  text
    .split(/\s*(?:\[[^\]]*\]|\.{3,})\s*/)
    .map(trimEdges)
    .filter((part) => part !== '')

const standsInOrder = (parts: string[], text: string): boolean => {
  if (parts.length < 2) return false
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

/** The greatest share of the quote's words that stand in order in any window twice its length. */
const shareFoundInOrder = (quote: string, text: string): number => {
  const wanted = wordsOf(quote)
  const has = wordsOf(text)
  const reach = wanted.length * 2
  let best = 0
  has.forEach((word, start) => {
    if (word !== wanted[0] && word !== wanted[1]) return
    let found = 0
    for (const next of has.slice(start, start + reach)) {
      if (wanted.indexOf(next, found) === found || wanted[found + 1] === next) found += 1
    }
    best = Math.max(best, found / wanted.length)
  })
  return best
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
