/** One appositive: where it opens, where it closes, and what only looks like one. */
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isOffice, isUnnamedNoun } from '#src/quotes/text/vocabulary.ts'

export const partyState = /^(?:R|D|I|DFL|L)(?:-\p{Lu}[\p{L}.]*)?$/u
const longest = 32

/** `insiste l’avocate Margaux Delrieu, mais personne …`: the sentence goes on, nothing is set off. */
const conjunctions = new Set(
  'but and or so mais et ou car aber und oder denn pero y o ma e mas'.split(' '),
)

const asides = new Set(
  'all both of from also then now then- formerly himself herself who whose jr. sr. speaking qui der che age aged'.split(
    ' ',
  ),
)

export function readSegment(
  { tokens, language }: Reading,
  at: number,
  mustClose: boolean,
): { tokens: Token[]; next: number } | null {
  if (tokens[at]?.text !== ',' && tokens[at]?.text !== '(') return null
  const isBracket = tokens[at]?.text === '('
  const first = tokens[at + 1]
  if (!first || first.kind !== 'word' || conjunctions.has(first.lower)) return null
  const second = tokens[at + 2]
  const opens =
    isOwnedOffice(tokens, at + 1, language) ||
    partyState.test(first.text) ||
    asides.has(first.lower) ||
    /^\d{2,3}$/.test(first.lower) ||
    language.definite.has(first.lower) ||
    language.indefinite.has(first.lower) ||
    language.numbers.has(first.lower) ||
    isParticiple(first, language.code) ||
    (language.code === 'fr' && frenchTrade.test(first.lower)) ||
    (!first.isCapital &&
      [first, second, tokens[at + 3]].some(
        (token) =>
          token?.kind === 'word' &&
          !language.stops.has(token.lower) &&
          (isOffice(token, language) || isUnnamedNoun(token, language)),
      )) ||
    (first.isCapital && isOffice(first, language) && !mustClose) ||
    isBracket
  if (!opens || (language.cues.has(first.lower) && !language.offices.has(first.lower))) return null
  let end = at + 1
  while (end < tokens.length && end < at + longest && !isEnd(tokens[end] as Token, isBracket))
    end = isBracket || tokens[end]?.text !== '(' ? end + 1 : afterBracket(tokens, end)
  const closer = tokens[end]
  const isClosed = closer?.text === (isBracket ? ')' : ',')
  if (mustClose && !isClosed) return null
  // `Selon un proche, l’accord est « mort »`: words that run into a quotation are the sentence, no appositive.
  if (!isClosed && (end - at > 20 || closer?.kind === 'quote')) return null
  return { tokens: tokens.slice(at + 1, end), next: isBracket && isClosed ? end + 1 : end }
}

const longestBracket = 8

/** `, chair of the Harbour Trust (a charity),`: the token after a short bracket. */
function afterBracket(tokens: Token[], at: number): number {
  for (let i = at + 1; i < at + longestBracket; i++) if (tokens[i]?.text === ')') return i + 1
  return at + 1
}

/** `, dated 3 February,`, `, published on Monday,`: what was done to a document, no role. */
export const isParticiple = ({ lower, isCapital }: Token, code: string): boolean =>
  code === 'en' &&
  !isCapital &&
  /^(?:dated|published|signed|released|obtained|seen|written|sent|issued|leaked|filed|posted|based|born|elected|appointed|dressed|flanked)$/.test(
    lower,
  )

/** French trades that no list knows, by their ending: `bergère`, `pisciculteur`. */
const frenchTrade = /..(?:teur|trice|euse|ère|ière|iste|ienne|logue)$/

const isEnd = (token: Token, isBracket: boolean): boolean =>
  token.kind === 'quote' ||
  (token.kind === 'sign' && (isBracket ? /[)]/ : /[,.;:!?)—–]/).test(token.text))

/** `, Ames’ campaign manager,`: somebody’s office, with its owner first. */
function isOwnedOffice(tokens: Token[], at: number, language: Language): boolean {
  const owner = [at, at + 1, at + 2].find((place) => tokens[place]?.isPossessive)
  if (owner === undefined || !tokens[at]?.isCapital) return false
  for (let i = owner + 1; i < owner + 5 && tokens[i]?.kind === 'word'; i++)
    if (isOffice(tokens[i] as Token, language) || isUnnamedNoun(tokens[i] as Token, language))
      return true
  return false
}
