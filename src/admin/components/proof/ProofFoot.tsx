'use client'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import type { Proof } from '#src/admin/components/proof/proofOf.ts'

/** What the verdict rests on: the evidence, its hash, the time of the check. */
export const ProofFoot = ({ admin, proof }: { admin: string; proof: Proof }) => {
  const { checkedAt, evidence, isEvidenceChanged, isUnsaved, saved } = proof
  if (evidence === undefined) return null
  if (evidence === null) {
    return (
      <p className="vb-proof__problem" role="alert">
        The evidence is gone, or not for you to read. Choose another.
      </p>
    )
  }
  const isChecked = !isUnsaved && saved !== null && checkedAt !== null
  return (
    <p className="vb-proof__foot">
      <span>
        {isChecked ? 'Checked ' : 'To be checked '}
        {isChecked && <LocalTime at={checkedAt} />} against{' '}
        <a href={`${admin}/collections/evidence/${evidence.id}`}>{evidence.title}</a>
      </span>
      {isChecked && !isEvidenceChanged && evidence.sha256 && (
        <span title={evidence.sha256}>
          text unchanged since, SHA-256 <code>{evidence.sha256.slice(0, 12)}</code>
        </span>
      )}
    </p>
  )
}
