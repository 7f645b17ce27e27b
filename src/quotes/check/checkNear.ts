/** The quote does not stand in the evidence, but something like it does. */
import search from 'approx-string-match'
import type { Find, ReadyEvidence } from './checkFind.ts'
import { endOf, originalOf, startOf, type NormalText } from './verbatimText.ts'
import { wordsIn, type TextWords } from './verbatimWords.ts'
import { sharedWords, wordDiff, type WordChange } from './wordDiff.ts'

export type NearFind = Find & { diff: WordChange[] }

/** Letters that may differ: a tenth of the quote. */
const errorsIn = (length: number): number => Math.min(Math.ceil(length * 0.1), 32)
/** Longer patterns make the search slow; such quotes are compared by their words. */
const MAX_PATTERN = 1000
/** How much text around seeds is searched at most: enough for dozens of candidates. */
const MAX_SEARCHED = 60_000
/** A seed that stands everywhere leads nowhere. */
const MAX_SEEDS = 60
/** The share of the quote's words that must stand there in order. */
const ENOUGH = 0.6

/**
 * Looks for the likest passage.
 *
 * @param quote in normal form, without its edges
 * @param raw the quote as typed, for the diff
 * @returns `null` for a quote of one or two words: its likeness proves nothing
 */
export const findNear = (quote: string, raw: string, evidence: ReadyEvidence): NearFind | null => {
  const words = wordsIn(quote)
  if (words.count < 3) return null
  const { normal } = evidence
  const byLetters = quote.length <= MAX_PATTERN ? nearByLetters(quote, normal.text) : null
  const byWords = byLetters ?? nearByWords(words, evidence.words())
  if (!byWords) return null
  const near = wholeWords(normal, byWords)
  const diff = wordDiff(originalOf(normal, near.from, near.to), raw)
  if (!byLetters && sharedWords(diff) < enoughOf(words.count)) return null
  return { tier: 'near', ...trimmed(near, diff, normal), flags: [], diff }
}

/** Two words of three stand together everywhere. */
const enoughOf = (words: number): number => Math.max(3, words * ENOUGH)

type Stretch = { from: number; to: number }

/**
 * Approximate search (Myers) around seeds. With k errors, cut into k + 1 pieces, one piece stands there
 * unchanged: only its surroundings need to be searched.
 */
const nearByLetters = (quote: string, text: string): Stretch | null => {
  const errors = errorsIn(quote.length)
  const size = Math.floor(quote.length / (errors + 1))
  const around: Stretch[] = []
  for (let piece = 0; piece <= errors; piece += 1) {
    const offset = piece * size
    const seed = quote.slice(offset, offset + size)
    let seeds = 0
    const found: Stretch[] = []
    for (let at = text.indexOf(seed); at >= 0; at = text.indexOf(seed, at + 1)) {
      seeds += 1
      if (seeds > MAX_SEEDS) break
      const start = at - offset - errors
      found.push({
        from: Math.max(0, start),
        to: Math.min(text.length, start + quote.length + errors * 2),
      })
    }
    if (seeds <= MAX_SEEDS) around.push(...found)
  }
  let best: (Stretch & { errors: number }) | null = null
  let searched = 0
  for (const { from, to } of merged(around)) {
    searched += to - from
    if (searched > MAX_SEARCHED) break
    for (const match of search(text.slice(from, to), quote, errors)) {
      if (best && best.errors <= match.errors) continue
      best = { from: from + match.start, to: from + match.end, errors: match.errors }
    }
  }
  return best
}

const merged = (stretches: Stretch[]): Stretch[] => {
  const result: Stretch[] = []
  for (const { from, to } of stretches.sort((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** The window in which most of the quote's words stand, counted in one pass. */
const nearByWords = (quote: TextWords, words: TextWords): Stretch | null => {
  const wanted = new Map<number, number>()
  for (const hash of quote.hashes.subarray(0, quote.count)) {
    wanted.set(hash, (wanted.get(hash) ?? 0) + 1)
  }
  const reach = Math.ceil(quote.count * 1.5) + 4
  const hits: number[] = []
  const have = new Map<number, number>()
  let score = 0
  let best = { score: 0, first: 0, last: 0 }
  let oldest = 0
  const count = (hash: number, step: 1 | -1): void => {
    const limit = wanted.get(hash) ?? 0
    const before = Math.min(limit, have.get(hash) ?? 0)
    have.set(hash, (have.get(hash) ?? 0) + step)
    score += Math.min(limit, have.get(hash) ?? 0) - before
  }
  for (let index = 0; index < words.count; index += 1) {
    const hash = words.hashes[index] ?? 0
    if (!wanted.has(hash)) continue
    hits.push(index)
    count(hash, 1)
    for (;;) {
      const first = hits[oldest] ?? index
      const firstHash = words.hashes[first] ?? 0
      // A word that stands there once more further on only draws the window back.
      const isSpare = first < index && (have.get(firstHash) ?? 0) > (wanted.get(firstHash) ?? 0)
      if (!isSpare && index - first <= reach) break
      count(firstHash, -1)
      oldest += 1
    }
    if (score > best.score) best = { score, first: hits[oldest] ?? 0, last: index }
  }
  if (best.score < enoughOf(quote.count)) return null
  return { from: words.starts[best.first] ?? 0, to: words.ends[best.last] ?? 0 }
}

/** An approximate find may begin inside a word. */
const wholeWords = ({ text }: NormalText, { from, to }: Stretch): Stretch => {
  const isInside = (at: number): boolean => /^[\p{L}\p{N}']{2}$/u.test(text.slice(at - 1, at + 1))
  let [start, end] = [from, to]
  while (start > 0 && isInside(start)) start -= 1
  while (end < text.length && isInside(end)) end += 1
  return { from: start, to: end }
}

/** What stands before and after the likeness and was never quoted belongs to the evidence alone. */
const trimmed = (near: Stretch, diff: WordChange[], normal: NormalText): Stretch => {
  if (diff.every(({ op }) => op !== 'same')) return near
  const begin = startOf(normal, near.from) + lengthDeleted(diff[0])
  const finish = endOf(normal, near.to) - lengthDeleted(diff.at(-1))
  if (diff[0]?.op === 'del') diff.shift()
  if (diff.at(-1)?.op === 'del') diff.pop()
  let { from, to } = near
  while (from < to - 1 && startOf(normal, from) < begin) from += 1
  while (to > from + 1 && endOf(normal, to) > finish) to -= 1
  return { from, to }
}

const lengthDeleted = (change: WordChange | undefined): number =>
  change?.op === 'del' ? change.text.length : 0
