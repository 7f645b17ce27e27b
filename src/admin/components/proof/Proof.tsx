'use client'
import { useConfig } from '@payloadcms/ui'
import { useRef } from 'react'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'
import { ProofFinding } from '#src/admin/components/proof/ProofFinding.tsx'
import { ProofFoot } from '#src/admin/components/proof/ProofFoot.tsx'
import type { Finding, Proof as ProofOfQuote } from '#src/admin/components/proof/proofOf.ts'
import { useProof } from '#src/admin/components/proof/useProof.ts'

/** On the page of a quote: whether its words stand in the evidence, where, and what differs; live while it is edited. */
export const Proof = () => {
  const { config } = useConfig()
  const asked = useProof(`${config.serverURL}${config.routes.api}`)
  return (
    <section aria-labelledby="vb-proof-title" className="vb-proof">
      <h2 className="vb-proof__title" id="vb-proof-title">
        Proof
      </h2>
      {asked.is === 'reading' && <p className="vb-proof__note">Reading the check…</p>}
      {asked.is === 'failed' && (
        <p className="vb-proof__problem" role="alert">
          The check could not be read. Load the page again.
        </p>
      )}
      {asked.is === 'ready' && <Body admin={config.routes.admin} proof={asked.proof} />}
    </section>
  )
}

const Body = ({ admin, proof }: { admin: string; proof: ProofOfQuote }) => {
  const { finding, isEvidenceChanged, isUnsaved, problem, saved } = proof
  // While an answer is on its way the last one stays, so that the page does not jump at each key.
  const last = useRef<Finding | null>(null)
  if (finding) last.current = finding
  const shown = finding ?? (problem ? null : last.current)
  const isTrial = finding !== null && (isUnsaved || isEvidenceChanged)
  return (
    <div aria-busy={!finding && !problem} className="vb-proof__body">
      <p className="vb-proof__verdict" role="status">
        {saved && <VerificationBadge status={saved} />}
        {isTrial && wouldBe(proof, finding) && (
          <span className="vb-proof__would">{wouldBe(proof, finding)}</span>
        )}
        {isTrial && <VerificationBadge status={finding.status} />}
        {!finding && !problem && <span className="vb-proof__would">Checking…</span>}
      </p>
      {isEvidenceChanged && (
        <p className="vb-proof__problem" role="alert">
          The evidence has changed since this check: its text has another hash now. Save the quote
          to check it again.
        </p>
      )}
      {problem && (
        <p className="vb-proof__problem" role="alert">
          These words could not be checked. {problem}
        </p>
      )}
      {shown && <ProofFinding finding={shown} proof={proof} />}
      {proof.hasEvidence && <ProofFoot admin={admin} proof={proof} />}
    </div>
  )
}

/** What stands between the verdict that is stored and the one that would be. */
const wouldBe = ({ isUnsaved, saved }: ProofOfQuote, { status }: Finding): string | null => {
  if (saved === null) return status === 'no-evidence' ? null : 'When saved, it would be:'
  if (!isUnsaved) return 'now it would be:'
  return saved === status ? 'when saved, it would still be:' : 'when saved, it would be:'
}
