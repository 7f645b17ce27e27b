'use client'
import { useEffect, useState } from 'react'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Within this distance “in 20 min” says more than the clock. */
const NEAR = 12 * HOUR

type Props = {
  at: string
  /** The clock's time however near it is. */
  isExact?: boolean
  /** With the zone, where somebody might think of another. */
  hasZone?: boolean
}

/** A time as its reader's clock shows it. The server, which does not know their zone, writes UTC. */
export const LocalTime = ({ at, isExact = false, hasZone = false }: Props) => {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return null
  const absolute = format(time, now === null ? 'UTC' : undefined, hasZone)
  const isNear = now !== null && !isExact && Math.abs(time.getTime() - now) < NEAR
  return (
    <time className="vb-time" dateTime={at} title={absolute}>
      {isNear ? distance(time.getTime() - now) : absolute}
    </time>
  )
}

const format = (time: Date, timeZone: string | undefined, hasZone: boolean): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
    ...(hasZone ? { timeZoneName: 'short' } : {}),
  }).format(time)

const distance = (ms: number): string => {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  if (Math.abs(ms) < MINUTE) return 'just now'
  if (Math.abs(ms) < HOUR) return words.format(Math.round(ms / MINUTE), 'minute')
  return words.format(Math.round(ms / HOUR), 'hour')
}
