/** Institutions a story has named in full: `the service` is the National Weather Service of two lines before. */
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import type { Speaker } from './speaker.ts'

/** Full names by the noun in them, in lower case, and where they begin; the last one named counts. */
export type Institutions = Map<string, { name: string; at: number }>

/** Too many of them are in every story, and `police said` needs no name. */
const general = new Set(['police', 'government', 'state', 'house', 'party', 'city', 'united'])

/** Notes the institutions of a paragraph whose noun has more of a name beside it: `the Diocese of Larkin`. */
export function noteInstitutions(institutions: Institutions, reading: Reading): void {
  const { tokens, language } = reading
  if (language.code !== 'en') return
  tokens.forEach(({ lower, isCapital }, at) => {
    if (!isCapital || !language.institutions.has(lower) || general.has(lower)) return
    const name = nameAround(reading, at)
    if (name) institutions.set(lower, name)
  })
}

/** Capitals before and after the noun, and what follows `of` and `for`. */
function nameAround(
  { tokens, text, language }: Reading,
  noun: number,
): { name: string; at: number } | null {
  let first = noun
  while (isNameWord(tokens[first - 1])) first--
  if (first < noun && language.definite.has(tokens[first]?.lower ?? '')) first++
  let last = noun
  while (isNameWord(tokens[last + 1])) last++
  if (/^(?:of|for)$/.test(tokens[last + 1]?.lower ?? '')) {
    let end = last + 1
    while (tokens[end + 1]?.lower === 'the' || isNameWord(tokens[end + 1])) end++
    if (tokens[end]?.isCapital) last = end
  }
  const at = (tokens[first] as Token).start
  return last > first ? { name: text.slice(at, (tokens[last] as Token).end), at } : null
}

const isNameWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.isCapital && !token.isPossessive

/** The full name that `the service` stands for, or `null`. */
export function institutionNamed(speaker: Speaker, institutions: Institutions): string | null {
  const isShort =
    speaker.form === 'organisation' &&
    speaker.isDefinite &&
    (speaker.role === null || speaker.role === speaker.name) &&
    /^\p{Ll}+$/u.test(speaker.name)
  const known = isShort ? institutions.get(speaker.name) : undefined
  return known && known.at < speaker.at ? known.name.replace(/[’']s?$/, '') : null
}
