'use client'
import { useId } from 'react'
import { useMeter } from '#src/admin/components/meter/useMeter.ts'
import type { MeteredStory } from '#src/quotes/body/attributionMeter.ts'

/** How well the story is attributed, live; each number says on pointing or focus what it counts. */
export const Meter = ({ api }: { api: string }) => {
  const meter = useMeter(api)
  if (!meter) return <p className="vb-meter">Counting quotes…</p>
  if (meter.all.length === 0 && meter.outlets.length === 0)
    return (
      <p aria-label={`Attribution: ${meter.text}`} className="vb-meter">
        {meter.text}
      </p>
    )
  return (
    <div aria-label={`Attribution: ${meter.text}`} className="vb-meter" role="group">
      {countsOf(meter).map((one) => (
        <Count key={one.label} {...one} names={meter.names} />
      ))}
    </div>
  )
}

type One = {
  count: number
  label: string
  ids: string[]
  /** What is wanting: said in the same place. */
  missing?: string[]
  isUrgent?: boolean
}

const countsOf = (meter: MeteredStory): One[] => {
  const { all, anonymous, attributed, outlets, verified, withoutLink } = meter
  const without = (ids: string[]): string[] => all.filter((id) => !ids.includes(id))
  const quotes: One[] = [
    { count: all.length, label: all.length === 1 ? 'quote' : 'quotes', ids: all },
    {
      count: attributed.length,
      label: 'attributed',
      ids: attributed,
      missing: without(attributed),
      isUrgent: attributed.length < all.length,
    },
    { count: verified.length, label: 'verified', ids: verified, missing: without(verified) },
    { count: anonymous.length, label: 'anonymous', ids: anonymous },
  ]
  const cited: One[] = [
    { count: outlets.length, label: outlets.length === 1 ? 'outlet' : 'outlets', ids: outlets },
    {
      count: withoutLink.length,
      label: 'without a link',
      ids: withoutLink,
      isUrgent: withoutLink.length > 0,
    },
  ]
  return [...(all.length > 0 ? quotes : quotes.slice(0, 1)), ...(outlets.length > 0 ? cited : [])]
}

const Count = ({ count, ids, isUrgent, label, missing = [], names }: One & { names: Names }) => {
  const id = useId()
  const hasMore = ids.length > 0 || missing.length > 0
  return (
    <span className={isUrgent ? 'vb-count vb-count--urgent' : 'vb-count'}>
      <button
        aria-describedby={hasMore ? id : undefined}
        className="vb-count__number"
        type="button"
      >
        <strong>{count}</strong> {label}
      </button>
      {hasMore && (
        <span className="vb-count__names" id={id} role="tooltip">
          {missing.length > 0 && <Named heading={`Not ${label}`} ids={missing} names={names} />}
          {ids.length > 0 && (
            <Named heading={missing.length > 0 ? capital(label) : null} ids={ids} names={names} />
          )}
        </span>
      )}
    </span>
  )
}

type Names = Record<string, string>

const Named = ({
  heading,
  ids,
  names,
}: {
  heading: string | null
  ids: string[]
  names: Names
}) => (
  <>
    {heading && <span className="vb-count__heading">{heading}</span>}
    {ids.map((id) => (
      <span className="vb-count__name" key={id}>
        {names[id] ?? 'a record that is gone'}
      </span>
    ))}
  </>
)

const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`
