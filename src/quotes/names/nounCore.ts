/** The words a noun phrase is made of: its determiners, and everything up to the first word that cannot belong to it. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Opening, Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import {
  isAcronym,
  isInstitutionWord,
  isOffice,
  isParticle,
  isUnnamedNoun,
} from '#src/quotes/text/vocabulary.ts'

const longestCore = 14

/** Reads the determiners from a token on, at most three. */
export function readDeterminers({ tokens, language }: Reading, at: number): Opening {
  const opening: Opening = {
    at,
    next: at,
    isDefinite: false,
    hasDeterminer: false,
    count: null,
    isVague: false,
  }
  for (let i = at; i < at + 3; i++) {
    const token = tokens[i]
    if (!token || token.kind !== 'word') break
    const isArticle = language.definite.has(token.lower) || language.indefinite.has(token.lower)
    const count = language.numbers.get(token.lower) ?? null
    if (!isArticle && count === null) break
    if (language.code !== 'en' && i > at && token.isCapital) break
    opening.hasDeterminer = true
    opening.isDefinite ||= language.definite.has(token.lower)
    opening.isVague ||= language.vague.has(token.lower)
    if (count !== null) opening.count = count
    opening.next = i + 1
  }
  return opening
}

/** The words up to the first preposition, verb of speech or sign; `of` and the like stay inside capitalised names. */
export function readCore({ tokens, language }: Reading, at: number): Token[] {
  const core: Token[] = []
  for (let i = at; i < tokens.length && core.length < longestCore; i++) {
    const token = tokens[i] as Token
    if (token.kind === 'sign' && token.text === '&' && core.length > 0) {
      core.push(token)
      continue
    }
    if (token.kind !== 'word') break
    // `a study last year by`: when it was is no part of what it is.
    if (tokens[i + 1]?.isTime && language.code === 'en' && opensTime.test(token.lower)) break
    if (joinsName({ tokens, language, core, i }) || joinsKinds(tokens, i)) core.push(token)
    else if (
      isBoundary(token, language, core.length) &&
      !opensPaper(token, tokens[i + 1]) &&
      // `une note interne`: a verb as well.
      !(
        core.length === 0 &&
        language.documents.has(token.lower) &&
        language.indefinite.has(tokens[i - 1]?.lower ?? '')
      )
    )
      break
    else core.push(token)
  }
  while (core.length > 0 && (core.at(-1) as Token).kind === 'sign') core.pop()
  return core
}

/** `the Evening Post`, `the Sunday Times`: a word of time that starts a title. */
export const opensPaper = (token: Token, next: Token | undefined): boolean =>
  token.isCapital &&
  /^(?:evening|morning|sunday|monday|saturday)$/.test(token.lower) &&
  /^(?:Times|Post|News|Star|Herald|Mail|Telegraph|Express|Mirror|Chronicle|Standard|Courier|Gazette)$/.test(
    next?.text ?? '',
  )

const opensTime = /^(?:last|this|next|earlier|late|early|that)$/

const kinds =
  /^(?:current|former|past|present|retired|serving|senior|junior|male|female|local|foreign|young|old|civil|military)$/

/** `current and former staff members`. */
const joinsKinds = (tokens: Token[], i: number): boolean =>
  /^(?:and|or)$/.test((tokens[i] as Token).lower) &&
  kinds.test(tokens[i - 1]?.lower ?? '') &&
  kinds.test(tokens[i + 1]?.lower ?? '')

const opensName = ({ isCapital, lower }: Token): boolean =>
  isCapital || lower.startsWith('al-') || lower.startsWith('el-')

function joinsName(input: {
  tokens: Token[]
  language: Language
  core: Token[]
  i: number
}): boolean {
  const { tokens, language, core, i } = input
  const token = tokens[i] as Token
  const last = core.at(-1)
  const next = tokens[i + 1]
  if (!last || !next || next.kind !== 'word' || !opensName(next))
    return (
      isParticle(token) &&
      !!last?.isCapital &&
      !!next &&
      isParticle(next) &&
      !!tokens[i + 2]?.isCapital
    )
  if (next.isTime) return false
  if (/^(?:and|&|et|und|y|e)$/.test(token.lower))
    return (
      core.some((word) => isInstitutionWord(word, language)) ||
      core.some((word) => word.lower === 'of')
    )
  if (language.code === 'en' && /^(?:of|for)$/.test(token.lower))
    return last.isCapital && (isInstitutionWord(last, language) || isOffice(last, language))
  // `Piet van der Aa`
  if (language.code === 'de' && /^(?:der|den)$/.test(token.text) && /^v[ao]n$/.test(last.lower))
    return true
  // `nannte der Wachmann den Einbruch`: in German an article opens the next phrase.
  if (language.code === 'de' && token.text === 'den' && !isParticle(last)) return false
  if (language.code === 'de' && /^(?:der|des|von)$/.test(token.lower))
    return token.lower === 'von' && last.isCapital && !isUnnamedNoun(last, language)
  if (
    language.code !== 'en' &&
    /^(?:de|du|des|d’|di|del|della|dei|degli|delle|da|do|dos|das|la)$/.test(token.lower)
  )
    return last.isCapital
  // `Ersilia Monti al Corriere`: in these languages `al` is a preposition, no part of a name.
  if (/^(?:fr|es|it|pt)$/.test(language.code) && /^(?:al|zu|zur)$/.test(token.lower)) return false
  return isParticle(token) && last.isCapital
}

const isBoundary = (token: Token, language: Language, length: number): boolean =>
  (language.stops.has(token.lower) &&
    !(token.isCapital && length > 0 && isAcronym(token)) &&
    // `Will urged`: a given name and a surname as well.
    !(token.text === 'Will' && language.code === 'en')) ||
  (!token.isCapital &&
    (language.cues.has(token.lower) ||
      language.gerundCues.has(token.lower) ||
      language.quotingVerbs.has(token.lower))) ||
  (!token.isCapital && language.fillers.has(token.lower) && length > 0) ||
  (token.isTime && token.isCapital) ||
  // `The Telegraph published an opinion`: an article starts the next phrase.
  (length > 0 &&
    !token.isCapital &&
    (language.definite.has(token.lower) || language.indefinite.has(token.lower))) ||
  token.isTime
