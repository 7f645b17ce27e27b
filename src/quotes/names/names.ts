/** Names with what stands before them: titles, offices, nationality; and what is a person, what an institution. */
import type { Opening, Reading } from '#src/quotes/text/reading.ts'
import { genderOfArticle, standsForName } from './describedAgain.ts'
import { opensAsParticiple } from './participles.ts'
import { opensWithPeople } from './nationalities.ts'
import { isGermanTrade } from './germanTrades.ts'
import { titleLength } from './titles.ts'
import { findOutlet, readsLikeOutlet } from './outlets.ts'
import { blankSpeaker, type Speaker } from './speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import {
  genderOfWords,
  isAcronym,
  isHonorific,
  isInstitutionWord,
  isOffice,
  isParticle,
  isUnnamedNoun,
} from '#src/quotes/text/vocabulary.ts'

/**
 * Reads a phrase that ends in a name. @returns the speaker and how many words of the phrase it took, or `null`
 * when the words before the name are no title, so that the phrase must start later.
 */
export function readNamed(
  core: Token[],
  opening: Opening,
  reading: Reading,
): { speaker: Speaker; used: number } | null {
  const possessive = core.findIndex((token, i) => token.isPossessive && i < core.length - 1)
  const lowStart = core.length - trailingNameLength(core)
  if (lowStart === core.length) return null
  const before = core.slice(0, lowStart)
  const run = core.slice(lowStart)
  if (before.length > 0 && !isTitleLike(before, reading, opening, run)) return null
  // `Asked for a date, Lamb bristled`: a verb that opens a sentence is no name.
  if (
    run.length === 1 &&
    before.length === 0 &&
    (isVerbForm(run[0] as Token, reading) || isParticiple(reading, opening))
  )
    return null
  if (before.length === 0 && !opening.hasDeterminer && opensNoNameHere(run, reading, opening))
    return null
  const split = opensWithPeople(run, opening, reading)
    ? 1
    : possessive >= lowStart
      ? possessive - lowStart + 1
      : titleLength(run, reading) || tradeLength(run, reading, opening)
  const role = roleText([...before, ...run.slice(0, split)], reading)
  const name = withoutHonours(run.slice(split))
  if (name.length === 0 || name.length > 7) return null
  const speaker = classifyName(name, {
    role,
    titles: [...before, ...run.slice(0, split)],
    opening,
    reading,
  })
  return speaker ? { speaker, used: core.length } : null
}

/** `Theo Marr KC`: honours after a name of two words or more are no part of it. */
function withoutHonours(name: Token[]): Token[] {
  const isHonoured =
    name.length > 2 &&
    /^(?:KC|QC|SC|MP|MSP|MEP|MLA|TD|OBE|MBE|CBE|FRS|MD|PhD|JP)$/.test((name.at(-1) as Token).text)
  return isHonoured ? name.slice(0, -1) : name
}

const nameJoiners = new Set('of and for et und y e'.split(' '))

function trailingNameLength(core: Token[]): number {
  let length = 0
  for (let i = core.length - 1; i >= 0; i--) {
    const token = core[i] as Token
    const joins = isParticle(token) || token.kind === 'sign' || nameJoiners.has(token.lower)
    const isNamePart =
      token.isCapital ||
      (token.text.includes('-') && /^(?:al|el|as|ul|ad|an)-\p{Lu}/u.test(token.text)) ||
      (length > 0 && i === 0 && /^(?:van|von|de|den|ter|di|da|du|bin)$/.test(token.text)) ||
      (length > 0 && joins && i > 0 && (core[i - 1]?.isCapital || isParticle(core[i - 1] as Token)))
    if (!isNamePart) break
    length++
  }
  return length
}

const isVerbForm = (token: Token, { language }: Reading): boolean =>
  language.code === 'en' &&
  (language.cues.has(token.lower) || language.gerundCues.has(token.lower)) &&
  /(?:ed|ing)$/.test(token.lower)

/** `Neither Cole nor Marsh`, `Telling supporters`: the capital is the sentence’s, and the name starts later. */
const opensNoNameHere = (run: Token[], { language, tokens }: Reading, { at }: Opening): boolean =>
  (at === 0 || !/word|link/.test(tokens[at - 1]?.kind ?? '')) &&
  (language.openers.has((run[0] as Token).lower) ||
    (language.code !== 'en' && /.{4}mente?$/.test((run[0] as Token).lower)) ||
    isShortened((run[0] as Token).text) ||
    (run.length > 1 && language.gerundCues.has((run[0] as Token).lower)))

const isShortened = (word: string): boolean =>
  /[’']/.test(word) && /^\p{L}+[’'](?:m|ll|ve|re|d)$/u.test(word)

/** `According to the vicar, …`, `Interrogé sur son avenir, …`: a participle that opens a sentence before a preposition. */
const isParticiple = ({ tokens, language }: Reading, { next }: Opening): boolean =>
  (next === 0 ||
    /^[.!?…;]$/.test(tokens[next - 1]?.text ?? '') ||
    tokens[next - 1]?.kind === 'quote') &&
  opensAsParticiple(language, tokens[next]?.lower ?? '', tokens[next + 1]?.lower ?? '')

/** `der Bergretter Sepp Aigner`: German trades have capitals; with an article, or by their ending, they are told from names. */
function tradeLength(run: Token[], { language }: Reading, opening: Opening): number {
  if (language.code !== 'de' || run.length < 3 || run.length > 5) return 0
  const first = run[0] as Token
  const isTrade = opening.hasDeterminer || isGermanTrade(first.lower)
  const isOther = run.some(
    (token, i) =>
      (i > 0 && isInstitutionWord(token, language)) || token.kind === 'sign' || isAcronym(token),
  )
  if (!isTrade || isOther || isInstitutionWord(first, language)) return 0
  return isParticle(run[1] as Token) ? 0 : run.length - nameSize(run)
}

/** Two words, and a particle between them: `Sepp Aigner`, `Ursula von Berg`. */
const nameSize = (run: Token[]): number => {
  let size = 2
  while (size < run.length - 1 && isParticle(run[run.length - size] as Token)) size++
  return size
}

function isTitleLike(before: Token[], reading: Reading, opening: Opening, run: Token[]): boolean {
  const { language } = reading
  const last = before.at(-1) as Token
  if (before.length > 8 || things.test(last.lower)) return false
  return (
    isOffice(last, language) ||
    isUnnamedNoun(last, language) ||
    isHonorific(last.lower) ||
    (language.code === 'en' && !last.isCapital && isLikelyTrade(before)) ||
    isRomanceTrade(before, reading, opening, run)
  )
}

/** `the first thing Ann Lee does`: what a relative clause without its pronoun belongs to. */
const things = /^(?:things?|time|times|day|way|ways|place|reason|moment|question|word|words|part)$/

/** `la pensionata Ersilia Monti`: an article and words in lower case before two capitals are a trade and a name. */
const isRomanceTrade = (
  before: Token[],
  { tokens, language }: Reading,
  opening: Opening,
  run: Token[],
): boolean =>
  /^(?:fr|es|it|pt)$/.test(language.code) &&
  (opening.hasDeterminer || isSetOff(before, tokens[opening.at - 1])) &&
  before.length <= 3 &&
  run.length >= 2 &&
  run.length <= 5 &&
  !run.some((token) => isInstitutionWord(token, language) || isAcronym(token)) &&
  before.every(
    (token) =>
      !token.isCapital &&
      !isInstitutionWord(token, language) &&
      !language.documents.has(token.lower),
  )

/** Endings of what people do for a living, in French, Spanish, Italian and Portuguese. */
export const romanceAgent =
  /..(?:[dtsx]or|[dts]ora|trice|[td]eur|euse|ista|iste|log[oae]|logue|eir[oa]|ári[oa]|ario|aria|iere|iera|ière|ien|ienne|ante|ente)$/

/** `O relator, desembargador Otávio Brandão,`: after a comma the trade needs no article, when its ending tells it. */
const isSetOff = (before: Token[], previous: Token | undefined): boolean =>
  previous?.text === ',' && before.length === 1 && romanceAgent.test((before[0] as Token).lower)

/** `drummer Al Dorsey`: one word before a name that is no verb form is taken for a trade. */
const isLikelyTrade = (before: Token[]): boolean =>
  /(?:er|or|ist|ian|ant|ent|man|woman|surgeon)$/.test((before.at(-1) as Token).lower) ||
  (before.length <= 2 &&
    before.every(
      (token) => /^\p{Ll}{3,}$/u.test(token.text) && !/(?:ed|ing|s|ly)$/.test(token.text),
    ))

function roleText(tokens: Token[], { text }: Reading): string | null {
  const kept = tokens.filter((token) => !isHonorific(token.lower))
  const first = kept[0]
  return first ? text.slice(first.start, (kept.at(-1) as Token).end) : null
}

/** `van Aalst`, `Van Aalst`: a surname with what belongs to it, for somebody named before. */
const isPrefixed = (name: Token[], { language }: Reading): boolean =>
  language.code === 'en' &&
  name.length === 2 &&
  /^(?:van|von|de|der|den|ter|di|da|du|bin)$/.test((name[0] as Token).lower)

type Context = { role: string | null; titles: Token[]; opening: Opening; reading: Reading }

function classifyName(name: Token[], { role, titles, opening, reading }: Context): Speaker | null {
  const { language, text } = reading
  const first = name[0] as Token
  const words = text.slice(first.start, (name.at(-1) as Token).end).replace(/[’']s?$/, '')
  const article = language.code === 'en' && opening.isDefinite ? 'The ' : ''
  // `Le Monde`, `El País`: the article has a capital because it belongs to the name.
  const opener = reading.tokens[opening.at]
  const own = language.code !== 'en' && opening.hasDeterminer && opener?.isCapital
  const outlet =
    (article === '' ? null : findOutlet(article + words)) ??
    findOutlet(words) ??
    (own ? findOutlet(`${opener.text} ${words}`) : null)
  const gender = genderOfWords(titles.map((token) => token.lower).join(' '))
  const base = { ...blankSpeaker('person', words, first.start), role, gender }
  if (titles.length > 0) return { ...base, form: name.length > 1 ? 'person' : 'surname' }
  if (outlet) return { ...base, form: 'publication', name: outlet.name, role: outlet.role }
  const isInstitution =
    name.some(
      (token) => isInstitutionWord(token, language) && (name.length > 1 || language.code === 'en'),
    ) ||
    (name.length === 1 && isAcronym(first)) ||
    name.some((token) => /^(?:of|for|&)$/.test(token.lower))
  if (isInstitution || (opening.hasDeterminer && language.code === 'en')) {
    const isPaper = readsLikeOutlet(words)
    return {
      ...base,
      form: isPaper ? 'publication' : 'organisation',
      name: isPaper && opening.isDefinite ? `${article}${words}` : words,
      isDefinite: opening.isDefinite,
    }
  }
  if (name.length === 1 && language.code === 'de' && opening.hasDeterminer)
    return germanNoun(base, opening, reading)
  if (name.length === 1 || isPrefixed(name, reading)) return { ...base, form: 'surname' }
  return opening.hasDeterminer && language.code !== 'en' ? { ...base, form: 'organisation' } : base
}

/** `die Malerin`, `der Wirt`: with an article a single noun is nobody’s name, in no list as it may be. */
function germanNoun(base: Speaker, { at, count }: Opening, { tokens, language }: Reading): Speaker {
  const noun = base.name.toLowerCase()
  const article = tokens[at]?.lower ?? ''
  const isPerson =
    isGermanTrade(noun.replace(/n$/, '')) ||
    /..(?:in|innen|er|ern|or|oren|ist|isten|ent|enten|ant|anten|eur|eure|loge|logen|mann|frau|wirt|leute|jährige[rn]?)$/.test(
      noun,
    )
  return {
    ...base,
    form: isPerson ? 'unnamed' : 'organisation',
    role: isPerson ? base.name : null,
    noun,
    count,
    isDefinite: language.definite.has(article),
    gender: isPerson ? (genderOfArticle(language, article) ?? 'any') : 'any',
    standsForName: standsForName(language, article, noun),
  }
}
