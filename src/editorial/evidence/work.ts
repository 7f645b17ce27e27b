/** What takes long enough to be done beside the server: reading originals, checking quotes, looking for copies. */
import { readEvidence, type EvidenceInput, type EvidenceText } from '#src/imports/evidenceText.ts'
import { evidenceChecker, type QuoteCheck, type Selectors } from '#src/quotes/check/checkQuote.ts'
import { comparedByEye, type ByEye } from '#src/quotes/check/nearestPassage.ts'
import { findCopied, type CopiedRequest, type CopiedSpan } from '#src/quotes/check/copiedText.ts'

export type CheckRequest = {
  text: string
  isTranscript: boolean
  quotes: { words: string; before: Partial<Selectors> | null; isParaphrase?: boolean }[]
}

export type Work =
  | { kind: 'check'; input: CheckRequest }
  | { kind: 'read'; input: EvidenceInput }
  | { kind: 'copied'; input: CopiedRequest }

export type Done = { check: (QuoteCheck | ByEye)[]; read: EvidenceText; copied: CopiedSpan[] }

/**
 * Does one piece of work, wherever it is called.
 *
 * @throws AppError for an original that cannot be read
 */
export const doWork = async (work: Work): Promise<Done[Work['kind']]> => {
  switch (work.kind) {
    case 'check': {
      const { text, quotes } = work.input
      const check = evidenceChecker(text, work.input)
      return quotes.map(({ words, before, isParaphrase }) =>
        isParaphrase ? comparedByEye(words, text) : check(words, before),
      )
    }
    case 'read':
      return readEvidence(work.input)
    case 'copied':
      return findCopied(work.input)
  }
}

/** Whether the work is done sooner than it is handed over. */
export const isSmall = (work: Work): boolean => {
  switch (work.kind) {
    case 'check':
      return work.input.text.length * Math.max(1, work.input.quotes.length) < 100_000
    case 'read':
      return (
        work.input.bytes.length < 20_000 && !/pdf/i.test(work.input.mimeType + work.input.filename)
      )
    case 'copied':
      return work.input.evidence.reduce((sum, { text }) => sum + text.length, 0) < 50_000
  }
}
