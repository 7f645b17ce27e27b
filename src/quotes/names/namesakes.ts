/** Whether two names in one story are the same person’s, and words that open a sentence and look like part of a name. */

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

/** `Neither Cole`, `Then Cole`, `Even Cole`: with a capital because they open the sentence. */
export const opensNoName: ReadonlySet<string> = new Set(
  `neither then maybe perhaps even now first more only still both yet however meanwhile instead also like unlike plus again once never always
  here there see just not nor none or so thus hence therefore meantime later earlier soon today yesterday tonight finally recently actually
  apparently clearly sadly notably specifically certainly surely ironically hopefully reportedly allegedly possibly previously initially
  eventually additionally unfortunately similarly obviously seriously suddenly importantly interestingly surprisingly famously privately
  publicly hastily lately likewise indeed otherwise nevertheless nonetheless moreover furthermore support endorse mister back you your fueled facing outside inside shortly
  hoping seeking armed dressed flanked surrounded joined backed buoyed stung known born based citing pressed beyond throughout alongside
  aside nearly roughly almost contrary due thanks prior given regardless`
    .trim()
    .split(/\s+/),
)
