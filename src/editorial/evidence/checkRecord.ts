/** The check of a quote record against its evidence, at each save. */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '#src/editorial/stories/storyParts.ts'
import type { Quote } from '#src/payload-types.ts'
import type { QuoteCheck, Selectors } from '#src/quotes/check/checkQuote.ts'
import {
  differenceToKeep,
  readDifference,
  type VerifiedWords,
} from '#src/quotes/check/keptDifference.ts'
import type { ByEye } from '#src/quotes/check/nearestPassage.ts'
import { inWorker } from './inWorker.ts'

/** What is kept on the quote, in the fields of its group `check`. */
type Kept = NonNullable<Quote['check']>

/** The evidence as far as a check needs it. */
export type CheckedEvidence = { text: string; kind?: string | null; sha256?: string | null }

/** A verdict on exact words, or the passage to compare a paraphrase with. */
export type CheckResult = QuoteCheck | ByEye

/** A paraphrase has words of its own: they are compared by eye, never letter by letter. */
export const isParaphrase = ({ kind }: { kind?: unknown }): boolean => kind === 'paraphrase'

/** The words that are checked: what was said, not its translation. */
export const wordsOf = (quote: Partial<Quote>): string =>
  (quote.original?.text || quote.text || '').trim()

/**
 * Fills `check` and `verification`. A quote that was verified and whose words were changed loses its mark, and
 * keeps the words that were verified. A paraphrase has no verdict (`verification` is empty): its check holds the
 * passage it is to be compared with.
 */
export const keepCheck: CollectionBeforeChangeHook<Quote> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? (originalDoc as Partial<Quote> | undefined) : undefined
  const words = wordsOf(data)
  const evidence = idOf(data.evidence)
  const isByEye = isParaphrase({ kind: data.kind ?? before?.kind })
  const asked = { evidence, words, isParaphrase: isByEye }
  const checked = evidence && words ? await checkNow(req, { ...asked, evidence }, before) : null
  if (!checked) return { ...data, verification: 'no-evidence', check: nothing }
  const { result, sha256 } = checked
  const { status, tier, start, end, exact, prefix, suffix, flags } = result
  const diff = differenceToKeep({
    evidence: result.diff,
    verified: isProof(status) || status === 'by-eye' ? null : lastVerified(before),
  })
  const check: Kept = {
    ...{ tier, start, end, exact, prefix, suffix, flags, diff, words },
    evidenceSha256: sha256 ?? null,
    checkedAt: new Date().toISOString(),
  }
  return { ...data, verification: status === 'by-eye' ? null : status, check }
}

const isProof = (status: unknown): boolean =>
  status === 'verified' || status === 'verified-with-edits'

const nothing: Kept = {
  ...{ tier: null, start: null, end: null, exact: null, prefix: null, suffix: null },
  ...{ flags: [], diff: null, words: null, evidenceSha256: null, checkedAt: null },
}

/** Checks made for several quotes at once, on their way to the saves of each. */
export type ChecksAhead = Map<string, { words: string; result: CheckResult; sha256: string | null }>
export const AHEAD = 'quoteChecksAhead'

type Asked = { evidence: string; words: string; isParaphrase: boolean }

const checkNow = async (
  req: PayloadRequest,
  { evidence, words, isParaphrase: isByEye }: Asked,
  before: Partial<Quote> | undefined,
): Promise<{ result: CheckResult; sha256: string | null } | null> => {
  const ahead = (req.context[AHEAD] as ChecksAhead | undefined)?.get(before?.id ?? '')
  if (ahead?.words === words) return ahead
  const found = await loadEvidence(req, evidence)
  if (!found) return null
  const place = idOf(before?.evidence) === evidence ? placeOf(before) : null
  const [result] = await checkAll(req, found, [{ words, before: place, isParaphrase: isByEye }])
  return result ? { result, sha256: found.sha256 ?? null } : null
}

export const loadEvidence = async (
  req: PayloadRequest,
  id: string,
): Promise<CheckedEvidence | null> =>
  req.payload.findByID({
    collection: 'evidence',
    id,
    depth: 0,
    select: { text: true, kind: true, sha256: true },
    overrideAccess: true,
    disableErrors: true,
    req,
  })

/** Where it stood at its last check. */
export const placeOf = (quote: Partial<Quote> | undefined): Partial<Selectors> | null => {
  const { start, end, exact, prefix, suffix } = quote?.check ?? {}
  if (typeof start !== 'number' || typeof end !== 'number') return null
  return { start, end, exact: exact ?? '', prefix: prefix ?? '', suffix: suffix ?? '' }
}

/** What is checked: the words, and where they stood at their last check. */
export type CheckedWords = {
  words: string
  before: Partial<Selectors> | null
  isParaphrase: boolean
}

/** Checks quotes against one piece of evidence, beside the server when it is long. */
export const checkAll = (
  req: PayloadRequest,
  { text, kind }: CheckedEvidence,
  quotes: CheckedWords[],
): Promise<CheckResult[]> =>
  inWorker(
    { kind: 'check', input: { text, isTranscript: kind === 'transcript', quotes } },
    req.payload.logger,
  )

/** The words that were verified before somebody changed them, or their evidence. Kept until words are found again. */
const lastVerified = (before: Partial<Quote> | undefined): VerifiedWords | null => {
  const { verification, check } = before ?? {}
  if (!isProof(verification)) return readDifference(check?.diff).verified
  return check?.words ? { words: check.words, at: check.checkedAt ?? null } : null
}
