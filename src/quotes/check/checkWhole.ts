/** The quote stands in the evidence whole: letter by letter, in another typography, or but for its edges. */
import { findPlaces, otherCase } from './checkBounds.ts'
import type { Find, ReadyEvidence } from './checkFind.ts'
import { followsNegation } from './checkNegation.ts'
import { originalOf } from './verbatimText.ts'

/**
 * @param quote in normal form
 * @param raw the quote as typed, for the tier `exact`
 * @param hint where it stood before, to choose among several places
 */
export const findWhole = (
  quote: string,
  raw: string,
  evidence: ReadyEvidence,
  hint: number | null,
): Find | null => {
  const { normal } = evidence
  const asIs = findPlaces(normal, quote)
  if (asIs.length > 0) {
    const exact = asIs.filter((at) => originalOf(normal, at, at + quote.length) === raw)
    const places = exact.length > 0 ? exact : asIs
    return found(evidence, exact.length > 0 ? 'exact' : 'normalised', asIs, places, quote, hint)
  }
  const bare = withoutEdges(quote)
  if (bare.text === '') return null
  for (const text of [bare.text, otherCase(bare.text)]) {
    if (text === null) continue
    const places = findPlaces(normal, text).filter(
      (at) => !(bare.lostItsEnd && asksThere(normal.text, at + text.length)),
    )
    if (places.length > 0) return found(evidence, 'edge', places, places, text, hint)
  }
  return null
}

const found = (
  { normal }: ReadyEvidence,
  tier: Find['tier'],
  all: number[],
  places: number[],
  text: string,
  hint: number | null,
): Find => {
  const first = places[0] ?? 0
  const from =
    hint === null
      ? first
      : places.reduce((best, at) => (Math.abs(at - hint) < Math.abs(best - hint) ? at : best))
  const flags: Find['flags'] = all.length > 1 ? ['ambiguous'] : []
  if (followsNegation(normal.text, from)) flags.push('after-negation')
  return { tier, from, to: from + text.length, flags }
}

/**
 * Takes off what house style adds at the edges: marks around it, a bracket around the first letter, the comma
 * or full stop that moves inside the marks. A question mark stays: it makes another sentence.
 */
export const withoutEdges = (quote: string): { text: string; lostItsEnd: boolean } => {
  const opened = quote.replace(/^["' ]+/, '').replace(/^\[(\p{L})\](?=[\p{L}\p{M}' ])/u, '$1')
  const closed = opened.replace(/["' ]+$/, '')
  // Three points mark a cut, and that is an edit.
  const isOpen = closed.endsWith('...')
  const text = (isOpen ? closed : closed.replace(/[.,;:—-]+$/, '')).replace(/["' ]+$/, '')
  return { text, lostItsEnd: text !== closed }
}

/** The statement would have been a question. */
const asksThere = (text: string, at: number): boolean => text.charAt(at) === '?'
