/**
 * What is kept on a quote of how its words differ: from the evidence, and from the words that were verified before
 * somebody changed them. The second is kept with the quote itself, so that whoever may read it sees the change,
 * not only who may read its versions.
 */
import type { WordChange } from './wordDiff.ts'

/** The words that were last verified, and when. */
export type VerifiedWords = { words: string; at: string | null }

export type KeptDifference = { evidence: WordChange[] | null; verified: VerifiedWords | null }

/** What is stored: `null` where there is nothing to keep. */
export const differenceToKeep = (kept: KeptDifference): KeptDifference | null =>
  kept.evidence === null && kept.verified === null ? null : kept

/** Reads what is stored; anything else says nothing. */
export const readDifference = (stored: unknown): KeptDifference => {
  if (typeof stored !== 'object' || stored === null) return { evidence: null, verified: null }
  // Quotes that were last checked by an earlier release.
  if (Array.isArray(stored)) return { evidence: stored as WordChange[], verified: null }
  const { evidence, verified } = stored as { [Key in keyof KeptDifference]?: unknown }
  return {
    evidence: Array.isArray(evidence) ? (evidence as WordChange[]) : null,
    verified: isVerifiedWords(verified) ? verified : null,
  }
}

const isVerifiedWords = (value: unknown): value is VerifiedWords =>
  typeof value === 'object' && value !== null && 'words' in value && typeof value.words === 'string'
