import { Badge, type Tone } from '#src/admin/components/badges/Badge.tsx'
import type { VerificationStatus } from '#src/story/publishedStory.ts'

const words: Record<VerificationStatus, { tone: Tone; text: string }> = {
  verified: { tone: 'good', text: 'Verified' },
  'verified-with-edits': { tone: 'good', text: 'Verified, with edits' },
  differs: { tone: 'alert', text: 'Differs from evidence' },
  'not-found': { tone: 'alert', text: 'Not found in evidence' },
  'no-evidence': { tone: 'quiet', text: 'No evidence' },
}

/** Whether the words of a quote stand in their evidence. */
export const VerificationBadge = ({ status }: { status: unknown }) => {
  const known = words[status as VerificationStatus] ?? words['no-evidence']
  return <Badge tone={known.tone}>{known.text}</Badge>
}
