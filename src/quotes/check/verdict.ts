import type { QuoteCheck } from './checkQuote.ts'

/** The verdict on a quote's words, or that a paraphrase has none. */
export type Verdict = QuoteCheck['status'] | 'no-evidence' | 'by-eye'

type Judged = { kind?: unknown; verification?: Exclude<Verdict, 'by-eye'> | null | undefined }

/**
 * The verdict on a quote as it is stored. A paraphrase is never verified and never differs: its words are its
 * own, and beside its evidence it is compared by eye.
 */
export const verdictOf = ({ kind, verification }: Judged): Verdict => {
  if (verification === 'no-evidence' || verification === undefined) return 'no-evidence'
  return kind === 'paraphrase' || verification === null ? 'by-eye' : verification
}
