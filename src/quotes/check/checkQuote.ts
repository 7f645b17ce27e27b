/**
 * Whether a quote's words stand in its evidence, in tiers.
 *
 * `exact`, `normalised` (other typography) and `edge` (first letter, closing punctuation) are verbatim. `elided`
 * is verbatim between edits that are marked. `near` is like it and not it: the difference is shown. Everything
 * else is `absent`. Nothing that changes a negation or a figure is ever verified.
 */
import type { VerificationStatus } from '#src/story/publishedStory.ts'
import type { CheckFlag, CheckTier, Find, ReadyEvidence } from './checkFind.ts'
import { findNear } from './checkNear.ts'
import { findParts, partsOf, type Part } from './checkParts.ts'
import { findTurns } from './checkTurns.ts'
import { findWhole, withoutEdges } from './checkWhole.ts'
import { anchorIn, selectorsFor, type Selectors } from './selectors.ts'
import {
  endOf,
  hasBrokenWords,
  hyphenatedWords,
  normalText,
  originalOf,
  startOf,
} from './verbatimText.ts'
import { countWords, wordsIn, type TextWords } from './verbatimWords.ts'
import { wordDiff, type WordChange } from './wordDiff.ts'
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

export type { CheckFlag, CheckTier, Selectors, WordChange }

type Nowhere = { [Key in keyof Selectors]: null }

export type QuoteCheck = {
  status: Exclude<VerificationStatus, 'no-evidence' | 'by-eye'>
  tier: CheckTier
  flags: CheckFlag[]
  /** Evidence to quote: what the quote adds and leaves out. Only where it differs. */
  diff: WordChange[] | null
} & (Selectors | Nowhere)

export type CheckOptions = {
  /** A record of who said what: words of two speakers are never one quote. */
  isTranscript?: boolean
}

/** Checks one quote. `before`: where it stood at the last check, to find the same place again. */
export type EvidenceChecker = (quote: string, before?: Partial<Selectors> | null) => QuoteCheck

/**
 * Makes evidence ready once, to check many quotes against it.
 *
 * @param text of the evidence
 */
export const evidenceChecker = (text: string, options: CheckOptions = {}): EvidenceChecker => {
  const turns = findTurns(text, options.isTranscript ?? false)
  const isBroken = hasBrokenWords(text)
  const ready = (quote: string): ReadyEvidence => {
    const normal = normalText(text, isBroken ? hyphenatedWords(quote) : undefined)
    let words: TextWords | undefined
    return { normal, turns, words: () => (words ??= wordsIn(normal.text)) }
  }
  let kept: ReadyEvidence | undefined
  return (quote, before = null) => {
    const raw = quote.trim()
    const normal = normalText(raw, isBroken ? hyphenatedWords(raw) : undefined).text
    if (countWords(normal) === 0 || text.trim() === '') return absent
    const evidence = isBroken ? ready(raw) : (kept ??= ready(raw))
    const hint = anchorIn(text, before)
    return judge(findQuote(normal, raw, evidence, hint), evidence)
  }
}

/**
 * @param quote the words as quoted, without the quotation marks
 * @param evidence the text they are said to come from
 */
export const checkVerbatim = (
  quote: string,
  evidence: string,
  options?: CheckOptions,
): QuoteCheck => evidenceChecker(evidence, options)(quote)

/** The same for who needs the status alone. */
export const checkQuote = (quote: string, evidence: string): VerificationStatus =>
  checkVerbatim(quote, evidence).status

type Found = Find & { diff?: WordChange[] }

const findQuote = (
  quote: string,
  raw: string,
  evidence: ReadyEvidence,
  hint: number | null,
): Found | null => {
  const hintAt = hint === null ? null : normalOffset(evidence, hint)
  const whole = findWhole(quote, raw, evidence, hintAt)
  if (whole) return whole
  const parts = partsOf(quote)
  const isMarked = /\[|\.{3}/.test(quote)
  const inParts = isMarked && parts ? findParts(parts, evidence) : null
  if (inParts) return inParts
  return findSentences(quote, raw, evidence) ?? findNear(withoutEdges(quote).text, raw, evidence)
}

/** Whole sentences that stand there, but apart, in another order or in another's mouth, with nothing to mark it. */
const findSentences = (quote: string, raw: string, evidence: ReadyEvidence): Found | null => {
  const sentences = quote.split(/(?<=[.!?]['"]?) (?=["']?\p{Lu})/u)
  if (sentences.length < 2) return null
  const parts = sentences.map((sentence): Part => {
    const text = withoutEdges(sentence).text
    const joint = { kind: 'cut' as const, inside: '' }
    return { texts: [text], looseStart: false, looseEnd: false, joint }
  })
  const found = findParts(parts, evidence)
  if (!found || found.flags.some((flag) => flag === 'splice' || flag === 'reordered')) return found
  const { from, to } = found
  return {
    tier: 'near',
    from,
    to,
    flags: [],
    diff: wordDiff(originalOf(evidence.normal, from, to), raw),
  }
}

/** Offsets of the normal form ascend with those of the original. */
const normalOffset = ({ normal }: ReadyEvidence, offset: number): number =>
  firstFrom(normal.text.length, (at) => startOf(normal, at) >= offset)

const absent: QuoteCheck = {
  status: 'not-found',
  tier: 'absent',
  flags: [],
  diff: null,
  start: null,
  end: null,
  exact: null,
  prefix: null,
  suffix: null,
}

const spoilt: CheckFlag[] = ['splice', 'reordered', 'negation-cut', 'figure-changed']

const statusOf = ({ tier, flags }: Find): QuoteCheck['status'] => {
  if (tier === 'near' || flags.some((flag) => spoilt.includes(flag))) return 'differs'
  return tier === 'elided' ? 'verified-with-edits' : 'verified'
}

const judge = (found: Found | null, { normal }: ReadyEvidence): QuoteCheck => {
  if (!found) return absent
  const { tier, flags, from, to, diff } = found
  const selectors = selectorsFor(normal.original, startOf(normal, from), endOf(normal, to))
  return { status: statusOf(found), tier, flags, diff: diff ?? null, ...selectors }
}
