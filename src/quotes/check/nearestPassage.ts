/**
 * A paraphrase has words of its own: whether it says what was said, only a reader can tell. What can be found is
 * the passage that speaks of the same things, so that the two can be read side by side.
 */
import { selectorsFor, type Selectors } from './selectors.ts'
import { wordsIn } from './verbatimWords.ts'

type Nowhere = { [Key in keyof Selectors]: null }

/** What a paraphrase gets in the place of a verdict. It is never verified, and never differs. */
export type ByEye = {
  status: 'by-eye'
  tier: null
  flags: never[]
  diff: null
} & (Selectors | Nowhere)

/** Letters in which words of one stem agree: `decided`, `decision`. */
const STEM = 5
/** `ships` and `ship` are one word, whatever the language does to its end. */
const ENDING = /(?<=^.{3,})[sne]$/u
/** Shorter words join others and mean little by themselves; figures mean something at any length. */
const SHORTEST = 4
/** How far from the words a sentence may begin or end. */
const REACH = 300

const nowhere: Nowhere = { start: null, end: null, exact: null, prefix: null, suffix: null }

/**
 * The passage of the evidence that shares most of the telling words of a paraphrase, in whole sentences.
 *
 * @param words of the paraphrase
 * @param evidence the text they are said to come from
 * @returns no place when fewer than two words, or half of them, stand together anywhere
 */
export const comparedByEye = (words: string, evidence: string): ByEye => {
  const place = nearestPassage(words, evidence)
  const at = place ? selectorsFor(evidence, place.from, place.to) : nowhere
  return { status: 'by-eye', tier: null, flags: [], diff: null, ...at }
}

type Stretch = { from: number; to: number }

const nearestPassage = (words: string, evidence: string): Stretch | null => {
  const wanted = new Set(stemsOf(words).map(({ stem }) => stem))
  const hits = stemsOf(evidence, wanted)
  const seen = new Map<string, number>()
  for (const { stem } of hits) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  const reach = Math.ceil(wordsIn(words).count * 1.5) + 6
  const have = new Map<string, number>()
  let score = 0
  let oldest = 0
  let best = { score: 0, stems: 0, from: 0, to: 0 }
  // What stands everywhere tells little of where.
  const weight = (stem: string): number => 1 / (1 + Math.log(seen.get(stem) ?? 1))
  const count = (stem: string, step: 1 | -1): void => {
    const before = have.get(stem) ?? 0
    const now = before + step
    if (now === 0) have.delete(stem)
    else have.set(stem, now)
    if ((before === 0) !== (now === 0)) score += step * weight(stem)
  }
  for (const hit of hits) {
    count(hit.stem, 1)
    for (let first = hits[oldest]; first && first !== hit; first = hits[oldest]) {
      // A word that stands there once more further on only draws the window back.
      if ((have.get(first.stem) ?? 0) < 2 && hit.index - first.index <= reach) break
      count(first.stem, -1)
      oldest += 1
    }
    if (score <= best.score + 1e-9) continue
    best = { score, stems: have.size, from: hits[oldest]?.from ?? hit.from, to: hit.to }
  }
  const enough = Math.min(2, Math.ceil(wanted.size / 2))
  return best.stems === 0 || best.stems < enough ? null : inSentences(evidence, best)
}

type Stem = { stem: string; index: number; from: number; to: number }

const stemsOf = (text: string, wanted?: ReadonlySet<string>): Stem[] => {
  const lower = text.toLowerCase()
  // A few letters change their length with their case; then the case stays.
  const read = lower.length === text.length ? lower : text
  const { starts, ends, count } = wordsIn(read)
  const stems: Stem[] = []
  for (let index = 0; index < count; index += 1) {
    const from = starts[index] ?? 0
    const to = ends[index] ?? 0
    const stem = read.slice(from, Math.min(to, from + STEM)).replace(ENDING, '')
    const isTelling = to - from >= SHORTEST || /^\d/.test(stem)
    if (isTelling && (wanted?.has(stem) ?? true)) stems.push({ stem, index, from, to })
  }
  return stems
}

/** The whole sentences around a stretch: half of one says less than it seems. */
const inSentences = (text: string, { from, to }: Stretch): Stretch => {
  const before = text.slice(Math.max(0, from - REACH), from)
  const after = text.slice(to, to + REACH)
  const opening = [...before.matchAll(/[.!?…][”"’»]?\s+|\n\s*/gu)].at(-1)
  const closing = /[.!?…][”"’»]?(?=\s|$)|\n/u.exec(after)
  const isWhole = from <= REACH
  const left = opening ? before.length - opening.index - opening[0].length : isWhole ? from : 0
  const right = closing ? closing.index + closing[0].trimEnd().length : 0
  return { from: from - left, to: to + (closing || after.length === REACH ? right : after.length) }
}
