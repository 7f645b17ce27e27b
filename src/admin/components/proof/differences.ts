/** Which differences the proof of a quote shows, and what they are between. */
import type { CheckTier, QuoteCheck, WordChange } from '#src/quotes/check/checkQuote.ts'
import { wordDiff } from '#src/quotes/check/wordDiff.ts'
import type { Verdict } from '#src/quotes/check/verdict.ts'

/** `altered`: from the words that were verified. `evidence`: from the evidence. `edits`: marked, and accepted. */
export type Difference = { of: 'altered' | 'evidence' | 'edits'; changes: WordChange[] }

/** A check as far as its differences are concerned: one that is kept, or one that was only tried. */
export type Compared = {
  status: Verdict
  words: string
  check: Partial<Pick<QuoteCheck, 'diff' | 'exact' | 'flags'> & { tier: CheckTier | null }> | null
  /** The words that were last verified, where they are known. */
  verified: string | null
}

/**
 * What differs between a quote, its evidence and the words that were last verified. A quote that is verified
 * was never altered, whatever it said before; the same difference is not shown twice. A paraphrase differs by nature.
 */
export const differencesOf = ({ status, words, check, verified }: Compared): Difference[] => {
  if (status === 'no-evidence' || status === 'by-eye') return []
  const shown: Difference[] = []
  const isProved = status === 'verified' || status === 'verified-with-edits'
  if (!isProved && verified !== null && verified !== words) {
    shown.push({ of: 'altered', changes: wordDiff(verified, words) })
  }
  if (check?.tier === 'near' && check.diff)
    shown.push({ of: 'evidence', changes: withoutEdges(check.diff) })
  if (check?.tier === 'elided' && check.exact && !isScattered(check.flags)) {
    const changes = withoutEdges(wordDiff(check.exact, words))
    shown.push({ of: isProved ? 'edits' : 'evidence', changes })
  }
  return shown.filter(
    ({ changes }, index) => hasChange(changes) && !shown.slice(0, index).some(isLike(changes)),
  )
}

/** Its parts stand there, but not as one passage: only the first has a place, and a comparison would mislead. */
export const isScattered = (flags: readonly string[] | null | undefined): boolean =>
  (flags ?? []).some((flag) => flag === 'splice' || flag === 'reordered')

/** The full stop or the marks that house style puts at the ends are no difference from the evidence. */
const withoutEdges = (changes: WordChange[]): WordChange[] =>
  changes.filter(
    ({ op, text }, index) =>
      !(op === 'add' && (index === 0 || index === changes.length - 1) && EDGE.test(text)),
  )

const EDGE = /^[\s.,;:'"’”»“„«—-]+$/u

const hasChange = (changes: WordChange[]): boolean => changes.some(({ op }) => op !== 'same')

const isLike =
  (changes: WordChange[]) =>
  (other: Difference): boolean =>
    changed(other.changes) === changed(changes)

/** The words of a difference, without the marks and spaces at their edges. */
const changed = (changes: WordChange[]): string =>
  changes
    .filter(({ op }) => op !== 'same')
    .map(({ op, text }) => `${op} ${text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')}`)
    .filter((change) => change.length > 4)
    .join('|')
