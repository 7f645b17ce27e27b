/** The check of a quote record against its evidence, at each save. */
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '#src/editorial/storyParts.ts'
import type { Quote } from '#src/payload-types.ts'
import type { QuoteCheck, Selectors } from '#src/quotes/checkQuote.ts'
import { wordDiff, type WordChange } from '#src/quotes/wordDiff.ts'
import { inWorker } from './inWorker.ts'

/** What is kept on the quote, in the fields of its group `check`. */
type Kept = NonNullable<Quote['check']>

/** The evidence as far as a check needs it. */
export type CheckedEvidence = { text: string; kind?: string | null; sha256?: string | null }

/** The words that are checked: what was said, not its translation. */
export const wordsOf = (quote: Partial<Quote>): string =>
  (quote.original?.text || quote.text || '').trim()

/**
 * Fills `check` and `verification`. A quote that was verified and whose words were changed loses its mark, and
 * keeps what differs from the words that were verified.
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
  const checked = evidence && words ? await checkNow(req, evidence, words, before) : null
  if (!checked) return { ...data, verification: 'no-evidence', check: nothing }
  const { result, sha256 } = checked
  const { status, tier, start, end, exact, prefix, suffix, flags } = result
  const diff = result.diff ?? differenceFrom(before, words, result)
  const check: Kept = {
    ...{ tier, start, end, exact, prefix, suffix, flags, diff, words },
    evidenceSha256: sha256 ?? null,
    checkedAt: new Date().toISOString(),
  }
  return { ...data, verification: status, check }
}

const nothing: Kept = {
  ...{ tier: null, start: null, end: null, exact: null, prefix: null, suffix: null },
  ...{ flags: [], diff: null, words: null, evidenceSha256: null, checkedAt: null },
}

/** Checks made for several quotes at once, on their way to the saves of each. */
export type ChecksAhead = Map<string, { words: string; result: QuoteCheck; sha256: string | null }>
export const AHEAD = 'quoteChecksAhead'

const checkNow = async (
  req: PayloadRequest,
  evidence: string,
  words: string,
  before: Partial<Quote> | undefined,
): Promise<{ result: QuoteCheck; sha256: string | null } | null> => {
  const ahead = (req.context[AHEAD] as ChecksAhead | undefined)?.get(before?.id ?? '')
  if (ahead?.words === words) return ahead
  const found = await loadEvidence(req, evidence)
  if (!found) return null
  const place = idOf(before?.evidence) === evidence ? placeOf(before) : null
  const [result] = await checkAll(req, found, [{ words, before: place }])
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

/** Checks quotes against one piece of evidence, beside the server when it is long. */
export const checkAll = (
  req: PayloadRequest,
  { text, kind }: CheckedEvidence,
  quotes: { words: string; before: Partial<Selectors> | null }[],
): Promise<QuoteCheck[]> =>
  inWorker(
    { kind: 'check', input: { text, isTranscript: kind === 'transcript', quotes } },
    req.payload.logger,
  )

/**
 * What was changed since the words were last verified. Kept over later saves until the words are found again.
 */
const differenceFrom = (
  before: Partial<Quote> | undefined,
  words: string,
  { status }: QuoteCheck,
): WordChange[] | null => {
  if (status === 'verified' || status === 'verified-with-edits') return null
  const verified = lastVerified(before)
  return verified === null || verified === words ? null : wordDiff(verified, words)
}

const lastVerified = (before: Partial<Quote> | undefined): string | null => {
  const { verification, check } = before ?? {}
  if (verification === 'verified' || verification === 'verified-with-edits')
    return check?.words ?? null
  // Not found at all, and yet a difference: it is the one from the words that were verified.
  const changes = check?.diff as WordChange[] | null | undefined
  if (check?.tier !== 'absent' || !Array.isArray(changes)) return null
  return changes
    .filter(({ op }) => op !== 'add')
    .map(({ text }) => text)
    .join('')
    .trim()
}
