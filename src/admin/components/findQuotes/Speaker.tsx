'use client'
import { Badge } from '#src/admin/components/badges/Badge.tsx'
import type { FoundQuote, GivenSource, QuoteChanges } from '#src/quotes/body/foundQuote.ts'

type Props = { finding: FoundQuote; changes: QuoteChanges | null }

/** Who is said to have spoken, how sure that is and why, and who passed it on. */
export const Speaker = ({ finding, changes }: Props) => {
  const { speakerSource, chain } = finding.suggestion
  const isChanged = changes?.speaker !== undefined
  const name = isChanged ? nameOf(changes.speaker) : finding.speaker
  const role = changes?.role ?? (isChanged ? null : finding.speakerRole)
  const passedOn = chain.filter(({ mode, source }) => mode === 'relayed' && source)
  return (
    <div className="vb-finding__by">
      <p>
        {name ? (
          <strong>{name}</strong>
        ) : (
          <strong className="vb-card__missing">Nobody named</strong>
        )}
        {role && role !== name && <span>, {role}</span>}
        {finding.affiliation && !isChanged && !role?.includes(finding.affiliation) && (
          <span>, {finding.affiliation}</span>
        )}
      </p>
      <p className="vb-finding__why">
        {isChanged ? (
          <Badge tone="good">As you say</Badge>
        ) : (
          <Badge tone={tones[finding.confidence]}>{names[finding.confidence]}</Badge>
        )}
        {!isChanged && <span>{finding.reason}</span>}
        {!isChanged && speakerSource && (
          <span>{speakerSource.id ? 'In your sources.' : 'Becomes a new source.'}</span>
        )}
        {finding.anonymous && !isChanged && (
          <span>Not named: needs a chief’s approval before it goes out.</span>
        )}
      </p>
      {!changes?.chain && passedOn.length > 0 && (
        <p className="vb-finding__why">
          Passed on by {passedOn.map(({ source }) => source?.name).join(', ')}
          {passedOn.every(({ source }) => source?.id) ? '' : ' (new source)'}
        </p>
      )}
      {changes?.chain && (
        <p className="vb-finding__why">
          {changes.chain.length > 0
            ? `Passed on by ${changes.chain.map(({ source }) => nameOf(source)).join(', ')}`
            : 'Said to us'}
        </p>
      )}
    </div>
  )
}

const tones = { certain: 'good', likely: 'waiting', unknown: 'alert' } as const
const names = { certain: 'Certain', likely: 'Likely', unknown: 'Not found' } as const

const nameOf = (source: GivenSource | null | undefined): string | null =>
  typeof source === 'object' && source ? source.name : (source ?? null)
