'use client'
import {
  isChanged,
  isOtherEvidence,
  isParaphrase,
  proofOf,
  type Proof,
} from '#src/admin/components/proof/proofOf.ts'
import { useQuoteForm } from '#src/admin/components/proof/useQuoteForm.ts'
import {
  useEvidenceFacts,
  useStored,
  type StoredState,
} from '#src/admin/components/proof/useStored.ts'
import { useTrial } from '#src/admin/components/proof/useTrial.ts'

/** The proof of the open quote: what is stored, and what the form would make of it. */
export const useProof = (api: string): StoredState | { is: 'ready'; proof: Proof } => {
  const state = useStored(api)
  const form = useQuoteForm()
  const evidence = useEvidenceFacts(api, form.evidence)
  const stored = state.is === 'here' ? state.stored : null
  const isKnown = state.is === 'here' || state.is === 'new'
  const isUnsaved = isKnown && isChanged(stored, form)
  const isEvidenceChanged = !isUnsaved && isOtherEvidence(stored, evidence)
  const mustAsk = (isUnsaved || isEvidenceChanged) && form.words !== '' && form.evidence !== null
  const asked = { words: form.words, isByEye: isParaphrase(form.kind) }
  const trial = useTrial(api, asked, mustAsk ? form.evidence : null, evidence?.sha256 ?? null)
  if (!isKnown) return state
  return {
    is: 'ready',
    proof: {
      ...proofOf(stored, form, mustAsk ? trial : null),
      evidence,
      isEvidenceChanged,
    },
  }
}
