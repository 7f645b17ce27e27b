import { Badge, type Tone } from '#src/admin/components/badges/Badge.tsx'
import { verdictOf, type Verdict } from '#src/quotes/check/verdict.ts'

const words: Record<Verdict, { tone: Tone; text: string }> = {
  verified: { tone: 'good', text: 'Verified' },
  'verified-with-edits': { tone: 'good', text: 'Verified, with edits' },
  differs: { tone: 'alert', text: 'Differs from evidence' },
  'not-found': { tone: 'alert', text: 'Not found in evidence' },
  'no-evidence': { tone: 'quiet', text: 'No evidence' },
  'by-eye': { tone: 'quiet', text: 'Paraphrase: compare by eye' },
}

/** Whether the words of a quote stand in their evidence. `kind` where the status is the one that is stored. */
export const VerificationBadge = ({ kind, status }: { status: unknown; kind?: unknown }) => {
  const isKnown = typeof status === 'string' && status in words
  const verdict = isKnown || status === null ? (status as Verdict | null) : undefined
  const shown = words[verdict === 'by-eye' ? verdict : verdictOf({ kind, verification: verdict })]
  return <Badge tone={shown.tone}>{shown.text}</Badge>
}
