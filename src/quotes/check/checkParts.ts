/**
 * The quote stands in the evidence in parts: cut at `…` and `[…]`, with words put in or replaced in `[brackets]`.
 * Its parts must stand there in order, in one passage, said by one person, and what was left out must not turn
 * the sentence round.
 */
import { findPlaces, otherCase } from './checkBounds.ts'
import { speakerNear, type CheckFlag, type Find, type ReadyEvidence } from './checkFind.ts'
import { countNegations, figuresIn } from './checkNegation.ts'
import { countWords } from './verbatimWords.ts'

/** How far apart two parts may lie: about 250 words. Farther, they are no longer one passage. */
const PASSAGE = 1500
/** Words in brackets stand for a few words, not for sentences. */
const BRACKET = 80
/** A part shorter than this stands everywhere, and proves nothing. */
const MIN_WORDS = 3

/** More edits than this, and nothing of the quote is left. */
const MAX_PARTS = 40

export type Part = {
  texts: string[]
  looseStart: boolean
  looseEnd: boolean
  /** What separates it from the part before: a cut, or words in brackets. */
  joint: { kind: 'cut' | 'bracket'; inside: string }
}

const JOINT = /(\[ ?\.{3,} ?\]|\( ?\.{3,} ?\)|\.{3,})|\[([^[\]]{0,300})\]/gu

/**
 * Cuts a quote at its marked edits.
 *
 * @param quote in normal form
 * @returns one part or more; `null` when a part between two cuts has fewer than three words
 */
export const partsOf = (quote: string): Part[] | null => {
  // `[T]he`: only the case of the letter was changed.
  const text = quote.replace(/\[(\p{L})\](?=[\p{L}\p{M}'])/gu, '$1')
  const parts: Part[] = []
  const stretches = [0]
  let joint: Part['joint'] = { kind: 'cut', inside: '' }
  let from = 0
  const take = (to: number): void => {
    const piece = text.slice(from, to)
    const bare = piece.replace(/^[\s"',;:.—]+/u, '').replace(/[\s"',;:.—]+$/u, '')
    if (bare === '') return
    const flipped = otherCase(bare)
    parts.push({
      texts: flipped ? [bare, flipped] : [bare],
      looseStart: joint.kind === 'bracket' && /^[\p{L}\p{M}]/u.test(piece),
      looseEnd: false,
      joint,
    })
    stretches[stretches.length - 1] = (stretches.at(-1) ?? 0) + countWords(bare)
    joint = { kind: 'bracket', inside: '' }
  }
  for (const match of text.matchAll(JOINT)) {
    const before = parts.length
    take(match.index)
    const last = parts.at(-1)
    const isCut = match[1] !== undefined
    if (last && parts.length > before) {
      last.looseEnd = !isCut && /[\p{L}\p{M}]$/u.test(text.slice(from, match.index))
    }
    from = match.index + match[0].length
    if (isCut) {
      joint = { kind: 'cut', inside: joint.inside }
      if ((stretches.at(-1) ?? 0) > 0) stretches.push(0)
    } else {
      const kind =
        joint.kind === 'cut' && parts.length === before && parts.length > 0 ? 'cut' : 'bracket'
      joint = { kind, inside: `${joint.inside} ${match[2] ?? ''}` }
    }
  }
  take(text.length)
  if (parts.length === 0 || parts.length > MAX_PARTS) return null
  const lengths = stretches.filter((words) => words > 0)
  return lengths.length > 1 && lengths.some((words) => words < MIN_WORDS) ? null : parts
}

type Place = { from: number; to: number; next: Place | null }

/** Looks for the parts; `null` when one of them does not stand there. */
export const findParts = (parts: Part[], evidence: ReadyEvidence): Find | null => {
  const places = parts.map((part) => placesOf(part, evidence))
  if (places.some((found) => found.length === 0)) return null
  const chains = linked(parts, [...places], evidence)
  if (chains.length > 0) {
    const judged = chains
      .slice(0, 50)
      .map((chain) => ({ chain, flags: judge(parts, chain, evidence) }))
    const best = judged.find(({ flags }) => flags.length === 0) ?? judged[0]
    if (!best) return null
    const isWhole = chains.length > 1 && parts.length > 0 ? (['ambiguous'] as const) : []
    return { tier: 'elided', ...spanOf(best.chain), flags: [...isWhole, ...best.flags] }
  }
  return outOfPlace(parts, places)
}

const placesOf = (part: Part, { normal }: ReadyEvidence): Place[] =>
  part.texts
    .flatMap((text) =>
      findPlaces(normal, text, part).map((from) => ({ from, to: from + text.length, next: null })),
    )
    .sort((one, other) => one.from - other.from)

/** From the last part to the first: which places can be followed by the next part, near enough, by one speaker. */
const linked = (parts: Part[], places: Place[][], evidence: ReadyEvidence): Place[] => {
  for (let index = parts.length - 2; index >= 0; index -= 1) {
    const joint = parts[index + 1]?.joint ?? { kind: 'cut', inside: '' }
    const reach = joint.kind === 'cut' ? PASSAGE : BRACKET + joint.inside.length
    const following = places[index + 1] ?? []
    let first = 0
    places[index] = (places[index] ?? []).filter((place) => {
      while (first < following.length && (following[first]?.from ?? 0) < place.to) first += 1
      const speaker = speakerNear(evidence, place.from)
      for (let k = first; k < following.length; k += 1) {
        const next = following[k]
        if (!next || next.from - place.to > reach) return false
        if (speakerNear(evidence, next.from) !== speaker) continue
        place.next = next
        return true
      }
      return false
    })
  }
  return places[0] ?? []
}

/** Whether what was left out or replaced changes what was said. */
const judge = (parts: Part[], chain: Place, { normal }: ReadyEvidence): CheckFlag[] => {
  const flags = new Set<CheckFlag>()
  let place = chain
  for (let index = 1; place.next; index += 1) {
    const gap = normal.text.slice(place.to, place.next.from)
    const inside = parts[index]?.joint.inside ?? ''
    if (countNegations(joinedBy(gap)) !== countNegations(inside)) flags.add('negation-cut')
    const figures = figuresIn(inside)
    if (figures.length > 0 && figuresIn(gap).length > 0 && figures.join() !== figuresIn(gap).join())
      flags.add('figure-changed')
    place = place.next
  }
  return [...flags]
}

/**
 * What was left of the two statements that a cut joins. A whole one between them keeps its “not” to itself.
 */
const joinedBy = (gap: string): string => {
  const ends = [...gap.matchAll(STATEMENT_END)]
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return gap
  return `${gap.slice(0, first.index)} ${gap.slice(last.index + last[0].length)}`
}

const STATEMENT_END =
  /[.!?]+(?=['"\s)]|$)|[,;] (?:and|but|so|yet|und|aber|et|mais|y|pero|e|ma|mas)(?= |$)/gu

const spanOf = (chain: Place): { from: number; to: number } => {
  let end = chain
  while (end.next) end = end.next
  return { from: chain.from, to: end.to }
}

/** All there, but not as one passage: put together from several, or in another order. */
const outOfPlace = (parts: Part[], places: Place[][]): Find | null => {
  if (parts.some(({ texts }) => countWords(texts[0] ?? '') < MIN_WORDS)) return null
  let end = 0
  let isInOrder = true
  for (const found of places) {
    const next = found.find(({ from }) => from >= end)
    if (!next) isInOrder = false
    else end = next.to
  }
  const first = places[0]?.[0]
  if (!first) return null
  return {
    tier: 'elided',
    from: first.from,
    to: first.to,
    flags: [isInOrder ? 'splice' : 'reordered'],
  }
}
