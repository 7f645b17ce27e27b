/** The proof of a quote as it is shown, put together from what is stored, the form and the trial. */
import {
  differencesOf,
  isScattered,
  type Difference,
} from '#src/admin/components/proof/differences.ts'
import { passageOf, type Passage } from '#src/admin/components/proof/passage.ts'
import type { EvidenceFacts } from '#src/admin/components/proof/requests.ts'
import type { QuoteForm } from '#src/admin/components/proof/checkedWords.ts'
import type { Stored } from '#src/admin/components/proof/useStored.ts'
import type { Trial } from '#src/admin/components/proof/useTrial.ts'
import { sayFlags, sayVerdict } from '#src/admin/components/proof/verdict.ts'
import type { CheckTier, QuoteCheck } from '#src/quotes/check/checkQuote.ts'
import { readDifference } from '#src/quotes/check/keptDifference.ts'
import { verdictOf, type Verdict } from '#src/quotes/check/verdict.ts'

/** One verdict and what it rests on. */
export type Finding = {
  status: Verdict
  saying: string
  flags: string[]
  passage: Passage | null
  /** Its parts lie apart: the passage is that of the first. */
  isScattered: boolean
  differences: Difference[]
}

export type Proof = {
  /** The verdict that is stored; `null` on a new quote. */
  saved: Verdict | null
  /** What is shown: what was found, or would be found if the form were saved. `null` while it is not known. */
  finding: Finding | null
  /** The form is not what was checked. */
  isUnsaved: boolean
  /** Why nobody can say what would be found. */
  problem: string | null
  checkedAt: string | null
  verifiedAt: string | null
  evidence: EvidenceFacts | null | undefined
  hasEvidence: boolean
  /** The text of the evidence is not the one that was checked. */
  isEvidenceChanged: boolean
}

/** Whether the form is not what is stored. */
export const isChanged = (stored: Stored | null, form: QuoteForm): boolean =>
  stored === null ||
  sameLines(stored.words) !== sameLines(form.words) ||
  isParaphrase(stored.quote.kind) !== isParaphrase(form.kind) ||
  (stored.quote.evidence ?? null) !== form.evidence

/** Whether the words are compared by eye; all other kinds are checked alike. */
export const isParaphrase = (kind: unknown): boolean => kind === 'paraphrase'

/** Whether the text of the evidence is not the one that was checked: its hash is another. */
export const isOtherEvidence = (
  stored: Stored | null,
  evidence: EvidenceFacts | null | undefined,
): boolean => {
  const checked = stored?.quote.check?.evidenceSha256
  return Boolean(checked && evidence?.sha256) && checked !== evidence?.sha256
}

/** The words are those that were verified, and yet they are not verified any more. */
const isProofGone = (status: Verdict, words: string, verified: string | undefined): boolean =>
  (status === 'differs' || status === 'not-found') && verified === words

const PROOF_GONE =
  'These words were verified. They are the same, but the evidence is not: its text was changed, or other evidence was chosen.'

const sameLines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Put together from what is stored, the form and the trial: no more than those three decide. */
export const proofOf = (
  stored: Stored | null,
  form: QuoteForm,
  trial: Trial,
): Omit<Proof, 'evidence' | 'isEvidenceChanged'> => {
  const isUnsaved = isChanged(stored, form)
  const verified = stored?.verified ?? null
  const common = {
    saved: stored ? verdictOf(stored.quote) : null,
    isUnsaved,
    problem: trial && 'problem' in trial ? trial.problem : null,
    checkedAt: stored?.quote.check?.checkedAt ?? null,
    verifiedAt: verified?.at || null,
    hasEvidence: form.evidence !== null,
  }
  const find = (status: Verdict, check: Checked | null): Finding => ({
    status,
    saying: sayVerdict(status, check?.tier ?? null, Boolean(check?.exact)),
    flags: [
      ...(isProofGone(status, form.words, verified?.words) ? [PROOF_GONE] : []),
      ...sayFlags(check?.flags ?? []),
    ],
    passage: passageOf(check),
    isScattered: isScattered(check?.flags),
    differences: differencesOf({
      status,
      words: form.words,
      check,
      verified: verified?.words ?? null,
    }),
  })
  if (form.evidence === null || form.words === '') {
    return { ...common, finding: find('no-evidence', null) }
  }
  if (trial && 'check' in trial) {
    return { ...common, finding: find(trial.check.status, trial.check) }
  }
  if (isUnsaved || !stored) return { ...common, finding: null }
  return { ...common, finding: find(common.saved ?? 'no-evidence', keptCheck(stored)) }
}

type Checked = Partial<Pick<QuoteCheck, 'flags' | 'diff' | 'exact' | 'start'>> & {
  tier?: CheckTier | null
}

const keptCheck = ({ quote: { check } }: Stored): Checked | null =>
  check ? { ...(check as unknown as Checked), diff: readDifference(check.diff).evidence } : null
