/** Questions about one word, answered from the language's lists. German compounds are told by their ending. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Token } from './tokens.ts'

const hasEnding = (set: ReadonlySet<string>, lower: string, language: Language): boolean => {
  if (set.has(lower)) return true
  const tail = lower.includes('-') ? lower.slice(lower.lastIndexOf('-') + 1) : ''
  if (tail !== '' && set.has(tail)) return true
  if (language.code !== 'de' || lower.length < 7) return false
  for (let cut = 2; cut <= lower.length - 4; cut++) if (set.has(lower.slice(cut))) return true
  return false
}

/** `les syndicats`, `as prefeituras`: where the plural is made with an s, the list holds the singular alone. */
const isPluralOf = (set: ReadonlySet<string>, lower: string, { code }: Language): boolean =>
  lower.endsWith('s') &&
  (code === 'fr' || code === 'es' || code === 'pt') &&
  set.has(lower.slice(0, -1))

export const isOffice = (token: Token, language: Language): boolean =>
  hasEnding(language.offices, token.lower, language) ||
  (language.code === 'en' &&
    (token.lower.length > 8
      ? englishOffice.test(token.lower)
      : token.isCapital && token.text.length < 8 && shortened.test(token.text))) ||
  // `exalcalde`: Spanish writes former offices in one word.
  (language.code === 'es' &&
    token.lower.startsWith('ex') &&
    language.offices.has(token.lower.slice(2))) ||
  // `Kapitänin`: the list may hold the office of a man alone.
  (language.code === 'de' &&
    token.lower.endsWith('in') &&
    hasEnding(language.offices, token.lower.slice(0, -2), language)) ||
  (language.code === 'de' &&
    token.lower.endsWith('s') &&
    hasEnding(language.offices, token.lower.slice(0, -1), language))

/** British papers set shortened titles without the dot: `Cllr Sian Rhys`, `Sgt Tia Wolfe`. */
const shortened =
  /^(?:Cllr|Sgt|Supt|Insp|Lt|Col|Gen|Capt|Revd?|Prof|Sen|Rep|Gov|Det|Adm|Maj|Cpl|Brig|Hon|PCSO|DCC|ACC|Father|Sister|Brother|Mother|Canon)\.?$/

/** `Assemblywoman`, `Harbourmaster`, `Glaciologist`: English offices told by their ending, so that no name is one. */
const englishOffice =
  /(?:woman|person|ologist|ographer|iatrist|iatrician|keeper|(?:assembly|committee|states|anchor|business|police|clergy)man|(?:harbou?r|head|post|station|quarter)master|headmistress)$/
export const isUnnamedNoun = (token: Token, language: Language): boolean =>
  hasEnding(language.unnamed, token.lower, language) ||
  isPluralOf(language.unnamed, token.lower, language) ||
  (isPluralOf(language.offices, token.lower, language) &&
    !/^(?:premi|primer|primeir|gén|gen)/.test(token.lower)) ||
  isAge(token.lower)

/** `the 61-year-old`, `der 47-Jährige`, `la 32enne`, `le quadragénaire`. */
export const isAge = (lower: string): boolean => lower.endsWith('-year-old') || ages.test(lower)

const ages =
  /^(?:\d{1,3}(?:-?jährige[rn]?|enne)|(?:trent|quarant|cinquant|sessant|settant|ottant)enne|trentenaire|(?:quadra|quinqua|sexa|septua|octo)g[eé]n[aá](?:ire|ri[oa]))$/
export const isInstitutionWord = (token: Token, language: Language): boolean =>
  hasEnding(language.institutions, token.lower, language) ||
  isPluralOf(language.institutions, token.lower, language)

export const documentMedium = (token: Token, language: Language): string | null => {
  const found = language.documents.get(token.lower)
  if (found === undefined && language.code !== 'de') return null
  // `Nachbarn beschreiben`: a German noun has a capital.
  if (language.code === 'de' && !token.isCapital) return null
  if (found) return found
  for (const [noun, medium] of language.documents) if (token.lower.endsWith(noun)) return medium
  return null
}

/** French `dit-il`, `explique-t-elle`, `a-t-il`: the pronoun inside a verb, or `null`. */
export function cueOfInversion(
  token: Token,
  language: Language,
): { verb: string; pronoun: string } | null {
  if (language.code !== 'fr' || !token.lower.includes('-')) return null
  const found = /^(.{1,30}?)-(?:t-)?(il|elle|ils|elles|on)$/.exec(token.lower)
  if (!found || !(language.cues.has(found[1] as string) || found[1] === 'a' || found[1] === 'ont'))
    return null
  return { verb: found[1] as string, pronoun: found[2] as string }
}

const acronym = /^(?:\p{Lu}{2,}|\p{Lu}+&\p{Lu}+|(?:\p{Lu}\.){2,})$/u
export const isAcronym = (token: Token): boolean => acronym.test(token.text)

const particles = new Set(
  'al el bin ibn bint ben de del della da das do dos di du la le van von der den ter zu zur af av y e'.split(
    ' ',
  ),
)
export const isParticle = (token: Token): boolean => particles.has(token.lower)

export const isHonorific = (lower: string): boolean =>
  /^(?:mr|ms|mrs|mx|m|mme|me|herr|frau|sr|sra|sig|dona|doña|don|dom)\.?$/.test(lower)

/** Gender that a title or office tells, for matching pronouns. */
export function genderOfWords(lower: string): 'm' | 'f' | 'any' {
  if (
    /(?:^|\s)(?:mr\.?|sir|lord|king|prince|herr|m\.|sr\.|pope|imam|chairman|congressman|councilman|\S*spokesman|actor|father|brother|son|bishop)(?:\s|$)/.test(
      lower,
    )
  )
    return 'm'
  if (
    /(?:^|\s)(?:mrs\.?|ms\.?|lady|dame|queen|princess|frau|mme|sra\.?|chairwoman|congresswoman|councilwoman|\S*spokeswoman|actress|mother|sister|daughter|\S+minister(?:in)|ministra|présidente|presidenta|sprecherin|kanzlerin|directrice|direttrice|sindaca|alcaldesa)(?:\s|$)/.test(
      lower,
    )
  )
    return 'f'
  return 'any'
}
