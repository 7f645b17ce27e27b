import { Badge, type Tone } from '#src/admin/components/badges/Badge.tsx'
import { states, type State } from '#src/workflow/states.ts'

const tones: Record<State, Tone> = {
  draft: 'quiet',
  'in review': 'waiting',
  'changes requested': 'alert',
  approved: 'good',
  scheduled: 'timed',
  published: 'live',
  correcting: 'waiting',
  retracted: 'alert',
  archived: 'quiet',
}

/** Where a story stands. */
export const StateBadge = ({ state }: { state: unknown }) => {
  const known = states.find((one) => one === state)
  if (!known) return null
  return <Badge tone={tones[known]}>{`${known[0]?.toUpperCase()}${known.slice(1)}`}</Badge>
}
