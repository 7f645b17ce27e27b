/** What the tiers of the check hand each other. */
import { speakerAt, type Turns } from './checkTurns.ts'
import { startOf, type NormalText } from './verbatimText.ts'
import type { TextWords } from './verbatimWords.ts'

export type CheckTier = 'exact' | 'normalised' | 'edge' | 'elided' | 'near' | 'absent'

/**
 * `ambiguous`: found several times. `splice`: its parts lie too far apart, or different people said them.
 * `reordered`: its parts stand there in another order. `negation-cut` and `figure-changed`: a marked edit that
 * changes what was said. `after-negation`: found, but the words before it turn it round (“not …”).
 */
export type CheckFlag =
  'ambiguous' | 'splice' | 'reordered' | 'negation-cut' | 'figure-changed' | 'after-negation'

/** The evidence, made ready to be searched many times. */
export type ReadyEvidence = {
  normal: NormalText
  turns: Turns
  /** Made when it is first wanted: most quotes are found without. */
  words: () => TextWords
}

/** A stretch of the evidence, in offsets of its normal form. */
export type Find = { tier: CheckTier; from: number; to: number; flags: CheckFlag[] }

/** Who speaks at an offset of the normal form. */
export const speakerNear = ({ normal, turns }: ReadyEvidence, at: number): string =>
  turns.starts.length === 0 ? '' : speakerAt(turns, startOf(normal, at))
