/** Who passed words on: `told Reuters`, `as reported by`, `, according to Le Monde`, `told NOW’s correspondent`. */
import type { Clause } from './clauseForms.ts'
import { phraseLength } from '#src/quotes/text/phrases.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { findOutlet, readsLikeOutlet } from '#src/quotes/names/outlets.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/**
 * Finds the outlet that relays the words a clause gives to its speaker.
 * @returns the outlet’s name, or `null` when the words came first-hand as far as the sentence says.
 */
export function findRelay(
  reading: Reading,
  clause: Clause,
  clauses: Clause[],
  low: number,
  high: number,
): string | null {
  if (clause.via !== null) return clause.via
  return (
    toldOutlet(reading, clause) ??
    relayPhrase(reading, clause, low, high) ??
    reportingOutlet(clause, clauses) ??
    toOutlet(reading, clause) ??
    toOutletFirst(reading, low) ??
    (clause.ruleId === 'published-document' && clause.speaker?.form === 'publication'
      ? clause.speaker.name
      : null)
  )
}

function toldOutlet(reading: Reading, clause: Clause): string | null {
  const { tokens, language } = reading
  const verb = tokens[clause.verb]
  if (!verb || !language.tellingVerbs.has(verb.lower)) return null
  return (
    outletAt(reading, clause.verb + 1) ??
    interviewer(reading, clause.verb + 1) ??
    withArticle(reading, clause.verb + 1) ??
    sameOutlet(reading, clause.verb + 1)
  )
}

/** `told Le Soir de Mons in an interview`: whoever is told in an interview prints it, known or not. */
function interviewer(reading: Reading, at: number): string | null {
  const { tokens } = reading
  const name = nameFrom(reading, at)
  if (name === null || !name.includes(' ')) return null
  const ahead = tokens.slice(at, at + 16).map((token) => token.lower)
  return ahead.some(
    (word, i) => word === 'interview' && /^(?:in|an?|\p{L}+)$/u.test(ahead[i - 1] ?? ''),
  )
    ? name
    : null
}

/** `told The Grocer`: nothing but papers keep a capital article in the middle of a sentence. */
function withArticle(reading: Reading, at: number): string | null {
  const { tokens, language } = reading
  if (tokens[at]?.text !== 'The' || !tokens[at + 1]?.isCapital) return null
  const name = nameFrom(reading, at)
  const last = name?.split(' ').at(-1)?.toLowerCase() ?? ''
  return language.institutions.has(last) ? null : name
}

/** `a assuré X au Courrier de la Baie`, `sagte X dem Hafenkurier`: the outlet the speaker spoke to, after the name. */
function toOutlet(reading: Reading, clause: Clause): string | null {
  const { tokens, language } = reading
  if (language.code === 'en' || clause.speaker?.form === 'publication') return null
  const at = tokens[clause.end]?.text === ',' ? clause.end + 1 : clause.end
  for (let i = at; i < at + 3; i++)
    if (toward.has(tokens[i]?.lower ?? '')) return outletAt(reading, i + 1)
  return null
}

/** `Ao jornal Correio do Vale, o técnico admitiu …`: the outlet opens the sentence. */
function toOutletFirst(reading: Reading, low: number): string | null {
  const isOpening = reading.language.code !== 'en' && toward.has(reading.tokens[low]?.lower ?? '')
  const comma = isOpening
    ? reading.tokens.slice(low, low + 9).findIndex(({ text }) => text === ',')
    : -1
  return comma > 1 ? outletAt(reading, low + 1) : null
}

/** Prepositions and articles before whom the words were said to. */
export const toward: ReadonlySet<string> = new Set(
  'au à a al alla all’ allo ao à dem der den gegenüber'.split(' '),
)

/** `told the station`: the outlet the paragraph has named before. */
function sameOutlet(reading: Reading, at: number): string | null {
  const { tokens, language } = reading
  if (tokens[at]?.lower !== 'the' || !kinds.has(tokens[at + 1]?.lower ?? '')) return null
  for (let i = at - 1; i >= Math.max(0, at - 80); i--) {
    const length = phraseLength(tokens, i, language.relayedBy)
    const outlet = length > 0 ? outletAt(reading, i + length) : null
    if (outlet) return outlet
    // `the daily Morgenposten reported`
    const isNamed = kinds.has(tokens[i]?.lower ?? '') && tokens[i + 1]?.isCapital
    if (isNamed) return outletAt(reading, i)
  }
  return null
}

/** The outlet named at a token: known, of an outlet’s form, or the employer of a correspondent. */
export function outletAt(reading: Reading, at: number): string | null {
  const { tokens, text, language } = reading
  const named = nameFrom(reading, at)
  if (named && findOutlet(named)) return findOutlet(named)?.name ?? null
  const kind = afterKind(tokens, at, language.code === 'de')
  if (kind > at) {
    const told = nameFrom(reading, kind)
    if (told !== null) return findOutlet(told)?.name ?? told
    const small = findOutlet(tokens[kind]?.text ?? '')
    if (small) return small.name
  }
  let from = at
  while (
    from < at + 2 &&
    /^(?:the|le|la|il|el|o|a|l’|an|der|dem|die)$/.test(tokens[from]?.lower ?? '')
  )
    from++
  // `der dpa`: some agencies are set in small letters.
  const small = tokens[from]
  if (small?.kind === 'word' && /^\p{Ll}{3,}$/u.test(small.text) && findOutlet(small.text))
    return findOutlet(small.text)?.name ?? null
  let end = from
  while (end < tokens.length && end < from + 6 && isNamePart(tokens, end)) {
    end++
    if (tokens[end - 1]?.isPossessive) break
  }
  if (end === from) return null
  // `told Le Soir de Mons`: a foreign article with a capital belongs to the name.
  const article = from > at ? tokens[from - 1] : undefined
  const isForeign = language.code === 'en' && article?.isCapital && article.lower !== 'the'
  const first = (isForeign ? article : tokens[from]) as Token
  const last = tokens[end - 1] as Token
  const name = text.slice(first.start, last.end).replace(/[’']s?$/, '')
  const hasArticle = tokens[from - 1]?.lower === 'the' && from > at
  const known =
    findOutlet(hasArticle ? `The ${name}` : name) ??
    findOutlet(name) ??
    // `au Parisien`: the article is in the preposition.
    (language.code === 'fr' && tokens[from - 1]?.lower === 'au' ? findOutlet(`Le ${name}`) : null)
  if (known) return known.name
  // `told Sky Harbour’s Beth Lomax`: a name owned by a longer name works for it.
  const isOfReporter =
    name.includes(' ') && !!tokens[end]?.isCapital && !!tokens[end + 1]?.isCapital
  const isEmployer =
    last.isPossessive &&
    (isOfReporter ||
      /^(?:correspondents?|reporters?|journalists?|newspaper|programme|program|website)$/.test(
        tokens[end]?.lower ?? '',
      ))
  // `in der Zeitung`: the noun alone is no name.
  if (language.code === 'de' && kinds.has(name.toLowerCase())) return null
  if (isEmployer || readsLikeOutlet(name))
    return hasArticle && first.text !== 'The' && readsLikeOutlet(name) ? `The ${name}` : name
  return /^(?:newspaper|magazine|website|radio|television|news|broadcaster|programme|podcast|weekly|daily)$/.test(
    tokens[end]?.lower ?? '',
  )
    ? name
    : null
}

/** `the weekly`, `al periódico`, `dem Magazin`: the token after a noun that says that the next name is an outlet’s. */
function afterKind(tokens: Token[], at: number, isGerman: boolean): number {
  for (let i = at; i < at + 4; i++)
    if ((isGerman || !tokens[i]?.isCapital) && kinds.has(tokens[i]?.lower ?? '')) return i + 1
  return at
}

const kinds = new Set(
  'newspaper daily weekly magazine website broadcaster station network outlet paper journal newsletter agency podcast quotidien hebdomadaire mensuel journal magazine site chaîne station agence periódico diario semanario revista cadena emisora agencia portal giornale quotidiano settimanale rivista emittente agenzia sito jornal semanário revista emissora agência portal zeitung wochenzeitung tageszeitung zeitschrift magazin sender nachrichtenagentur nachrichtenmagazin onlineportal'.split(
    ' ',
  ),
)

/** `quotidiano`, `agencia`: a noun that says that the next name is an outlet’s. */
export const isKindOfOutlet = (lower: string): boolean => kinds.has(lower)

/** The capitalised words from a token on, articles included: `Le Monde`. */
function nameFrom({ tokens, text }: Reading, at: number): string | null {
  let end = at
  while (end < tokens.length && end < at + 6 && isNamePart(tokens, end)) end++
  return end > at
    ? text.slice((tokens[at] as Token).start, (tokens[end - 1] as Token).end).replace(/[’']s?$/, '')
    : null
}

const isNamePart = (tokens: Token[], at: number): boolean => {
  const token = tokens[at] as Token
  return (
    token.kind === 'word' &&
    (token.isCapital ||
      /^\d+$/.test(token.text) ||
      (/^(?:of|della|delle|dei|del|di|de|das|do|da|du|des|la)$/.test(token.lower) &&
        (!!tokens[at + 1]?.isCapital || /^(?:la|las|los|les)$/.test(tokens[at + 1]?.lower ?? ''))))
  )
}

function relayPhrase(reading: Reading, clause: Clause, low: number, high: number): string | null {
  const { tokens, language } = reading
  for (let i = low; i < high; i++) {
    if (i === clause.verb && clause.ruleId === 'according-to') continue
    const length = phraseLength(tokens, i, language.relayedBy)
    if (length === 0) continue
    const outlet = outletAt(reading, i + length) ?? sameOutlet(reading, i + length)
    if (outlet && outlet !== clause.speaker?.name) return outlet
  }
  return clause.ruleId === 'according-to' && clause.speaker?.form === 'document'
    ? insideReport(reading, clause)
    : null
}

/** `according to a report in the Financial Times`: the report’s outlet. */
export function insideReport(reading: Reading, clause: Clause): string | null {
  for (let i = clause.verb; i < clause.end; i++) {
    if (/^(?:in|by|dans|en|su)$/.test(reading.tokens[i]?.lower ?? '')) {
      const outlet = outletAt(reading, i + 1) ?? sameOutlet(reading, i + 1)
      if (outlet) return outlet
    }
  }
  return null
}

/** `“Q,” S said, the Times reported.` and `The Times reported that S said “q”.` */
function reportingOutlet(clause: Clause, clauses: Clause[]): string | null {
  const isOutlet = (speaker: Speaker | null): boolean =>
    speaker?.form === 'publication' && speaker.medium === null
  if (!clause.speaker || isOutlet(clause.speaker)) return null
  const other = clauses.find(
    (candidate) =>
      candidate !== clause &&
      isOutlet(candidate.speaker) &&
      !candidate.isShared &&
      candidate.speaker?.at !== clause.speaker?.at,
  )
  return other?.speaker?.name ?? null
}
