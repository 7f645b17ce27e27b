/** Whether two names in one story are the same person’s. */

const particles = /^(?:al|el|bin|ibn|de|del|della|da|do|dos|di|du|la|le|van|von|der|den|ter)$/i

/**
 * Tells which of two names with the same surname a story means when both can only be one person’s: `Walt Cole` inside
 * `Lakeside Liberal Walt Cole`, `Paul Lind` beside `Paul J. Lind`, `Le Brun` beside `Anne Le Brun`.
 * @returns the name to keep, or `null` when they may be two people’s.
 */
export function sameName(one: string, other: string): string | null {
  if (one === other) return one
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one]
  const parts = longer.split(/\s+/)
  const rest = shorter.split(/\s+/)
  if (longer.endsWith(` ${shorter}`) && rest.length > 1)
    return particles.test(rest[0] as string) ? longer : shorter
  const isInitialled =
    parts.length === 3 &&
    rest.length === 2 &&
    /^\p{Lu}\.?$/u.test(parts[1] as string) &&
    parts[0] === rest[0] &&
    parts[2] === rest[1]
  return isInitialled ? shorter : null
}
