/** People who tell a reporter a name: `a volunteer who gave his name only as Kerem`, `a woman who asked to be identified as Rosa`. */
import type { Found, Reading } from '#src/quotes/text/reading.ts'

const itself = '(?:his|her|their)'
const word = "\\p{Lu}(?:[\\p{L}’'-]+|\\.)"
const naming = new RegExp(
  `^,?\\s*who\\s+(?:${[
    `(?:only\\s+)?(?:gave|provided|offered|would\\s+give|wanted\\s+to\\s+give)\\s+(?:only\\s+)?${itself}\\s+(?:first\\s+|given\\s+|last\\s+)?(?:sur)?names?(?:\\s+only)?(?:\\s+as|,)`,
    '(?:identified|introduced)\\s+(?:himself|herself|themselves)\\s+(?:only\\s+)?as',
    `(?:asked|wanted|agreed)\\s+to\\s+be\\s+(?:identified|named|called|known)\\s+(?:only\\s+)?(?:as|by\\s+${itself}\\s+(?:first|given|last)\\s+name(?:\\s+only)?,)`,
  ].join('|')})\\s+(${word}(?:\\s${word}){0,2})`,
  'u',
)
const longest = 120

/** The described person with the name that a relative clause right after the description tells, or `null`. */
export function nameGiven({ tokens, text, language }: Reading, found: Found): Found | null {
  const next = tokens[found.next]
  const who = next?.text === ',' ? tokens[found.next + 1] : next
  if (language.code !== 'en' || who?.lower !== 'who' || found.speaker.form !== 'unnamed')
    return null
  if ((found.speaker.count ?? 1) > 1 || !next) return null
  const told = naming.exec(text.slice(next.start, next.start + longest))
  const name = told?.[1]
  if (!told || name === undefined) return null
  const end = next.start + told[0].length
  let after = found.next
  while (after < tokens.length && (tokens[after]?.start ?? end) < end) after++
  return {
    speaker: { ...found.speaker, form: 'person', name },
    next: after,
  }
}
