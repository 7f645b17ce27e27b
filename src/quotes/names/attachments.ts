/** What follows the noun of a description: `for the ministry`, `close to Hezbollah`, `obtained by the Evening Post`. */
import { isClitic } from '#src/quotes/languages/clitics.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import { opensPaper } from './nounCore.ts'
import { findOutlet } from './outlets.ts'
import { citationAt } from '#src/quotes/clauses/citations.ts'
import { isKindOfOutlet, outletAt, toward } from '#src/quotes/clauses/relays.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { documentMedium } from '#src/quotes/text/vocabulary.ts'

const longestAttachment = 16
const titled = /^(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Prof|Lt|Col|Gen|Adm|Capt|Sgt|Maj)\.$/

/** `for the ministry`, `close to Hezbollah`, `familiar with the talks`, up to a verb of speech, a sign or a time. */
export function readAttachments(reading: Reading, at: number, noun: Token): number {
  const { tokens, language } = reading
  let i = at
  const isPassedOn =
    documentMedium(noun, language) !== null &&
    passedOn.has(tokens[i]?.lower ?? '') &&
    tokens[i + 1]?.lower === 'by'
  const isAttached = (token: Token | undefined): boolean =>
    !!token &&
    token.kind === 'word' &&
    !noun.isPossessive &&
    (isPassedOn ||
      (language.attachments.has(token.lower) && token.lower !== 'who') ||
      language.afterNoun.has(token.lower))
  if (!isAttached(tokens[i])) return i
  // `die Vorsitzende in der mündlichen Begründung`: where it was said, not who said it.
  if (language.code === 'de' && tokens[i]?.lower === 'in' && !tokens[i + 1]?.isCapital) return i
  while (i < tokens.length && i < at + longestAttachment) {
    const token = tokens[i] as Token
    if (opensPaper(token, tokens[i + 1])) {
      i += 2
      continue
    }
    // `at Greave & Co.`
    if (token.text === '&' && tokens[i - 1]?.isCapital && tokens[i + 1]?.isCapital) {
      i += 2
      continue
    }
    if (token.kind !== 'word' || isEndOfAttachment(token, language, i === at)) break
    if (i > at && opensNext(tokens, i, language)) break
    if (citationAt(reading, i) || opensCondition(reading, i) || opensHearer(reading, i, at)) break
    // `Speaker of the House Rep. Ann Lee`: a title opens the name of who holds the office.
    if (i > at && token.isCapital && tokens[i + 1]?.isCapital && titled.test(token.text)) break
    if (language.attachments.has(token.lower) && startsTime(tokens, i + 1, language)) break
    i++
  }
  // `swimmers by adding`: a preposition with nothing after it belongs to what follows.
  while (i > at && bare.has(tokens[i - 1]?.lower ?? '')) i--
  // `Los analistas de Bankoa lo ven`: what stands right before the verb is its object.
  while (i > at + 1 && isClitic(language.code, tokens[i - 1]?.lower ?? '')) i--
  // `um comunicado em que lamenta`: a preposition before a relative.
  while (language.code !== 'en' && i > at && isStop(tokens[i - 1], language)) i--
  return i
}

const isStop = (token: Token | undefined, { stops, attachments }: Language): boolean =>
  token?.kind === 'word' &&
  !token.isCapital &&
  (stops.has(token.lower) || attachments.has(token.lower))

/** `gli esperti dell’Arpa la portata`: an article behind a name opens the next phrase. */
function opensNext(
  tokens: Token[],
  i: number,
  { code, definite, indefinite, stops }: Language,
): boolean {
  const token = tokens[i] as Token
  if (!/^(?:fr|es|it|pt)$/.test(code) || token.isCapital) return false
  const before = tokens[i - 1] as Token
  return (
    before.isCapital &&
    (definite.has(token.lower) || indefinite.has(token.lower)) &&
    !stops.has(token.lower) &&
    !stops.has(before.lower)
  )
}

const bare = new Set('of for at in from with to on by'.split(' '))
/** Outside English a phrase ends where the sentence turns, or its verb begins. */
export const turns =
  /^(?:però|invece|tuttavia|comunque|pero|embargo|también|porém|contudo|também|cependant|toutefois|pourtant|quant|aussi|également|jedoch|dagegen|hingegen|mais|ma|mas)$/
/** `un communiqué de la présidence lu à la télévision`: what was done to a document is no part of it. */
const madePublic =
  /^(?:lue?s?|publiée?s?|diffusée?s?|rendue?s?|adressée?s?|signée?s?|datée?s?|transmise?s?|(?:leíd|difundid|publicad|emitid|remitid|firmad|lid|divulgad|enviad|assinad)[oa]s?|(?:lett|diffus|pubblicat|inviat|firmat)[oaie])$/
const copulas =
  /^(?:es|era|fue|fueron|è|erano|sono|é|foi|foram|eram|est|était|étaient|sont|fut|ist|war|wird|wurde)$/

/** `une source proche du dossier à l’agence Littoral`: the outlet that was told is no part of who told it. */
function opensHearer(reading: Reading, i: number, at: number): boolean {
  const { tokens, language } = reading
  if (language.code === 'en' || !toward.has(tokens[i]?.lower ?? '')) return false
  const outlet = outletAt(reading, i + 1)
  return (
    outlet !== null &&
    // `sagte die Ministerin der Deutschen Presse-Agentur`: a genitive looks the same.
    (i > at ||
      language.code === 'de' ||
      isKindOfOutlet(tokens[i + 1]?.lower ?? '') ||
      findOutlet(outlet) !== null)
  )
}

/** `sous couvert d’anonymat`, `on condition of anonymity`: how somebody spoke is no part of who it was. */
export function opensCondition({ tokens, text, language }: Reading, at: number): string | null {
  const start = tokens[at]?.start
  if (start === undefined) return null
  const ahead = text.slice(start, start + 50).toLowerCase()
  const phrase = language.conditions.find((candidate) => ahead.startsWith(candidate))
  return phrase === undefined ? null : text.slice(start, start + phrase.length)
}

/** What is done to a document by who passes it on. */
export const passedOn: ReadonlySet<string> = new Set(
  'obtained seen reviewed published released leaked commissioned issued written signed sent filed'.split(
    ' ',
  ),
)

const clauseOpeners = new Set(
  'he she they we i who that which but while when as is was were are has have had also later after before since until because despite amid qui que che a ha hat'.split(
    ' ',
  ),
)

const isEndOfAttachment = (token: Token, language: Language, isFirst: boolean): boolean =>
  !isFirst &&
  ((!token.isCapital &&
    (language.cues.has(token.lower) ||
      language.gerundCues.has(token.lower) ||
      language.quotingVerbs.has(token.lower))) ||
    (language.code !== 'en' &&
      (turns.test(token.lower) ||
        token.lower === 'y' ||
        copulas.test(token.lower) ||
        madePublic.test(token.lower))) ||
    // `opõe-se`: a verb with its pronoun.
    (language.code === 'pt' && /^\p{Ll}+-(?:se|lhes?|[nl]?[oa]s?)$/u.test(token.text)) ||
    (clauseOpeners.has(token.lower) && !(token.lower === 'a' && language.code !== 'fr')) ||
    token.isTime)

function startsTime(tokens: Token[], at: number, language: Language): boolean {
  const next = tokens[at]
  const after = tokens[at + 1]
  if (!next) return false
  if (opensPaper(next, after) || (after && opensPaper(after, tokens[at + 2]))) return false
  if (next.isTime || after?.isTime) return true
  return /^(?:statement|statements|interview|speech|tweet|letter|email|telephone|phone|twitter|x)$/.test(
    (language.indefinite.has(next.lower) ? after?.lower : next.lower) ?? '',
  )
}

/** The capitalised name in `for the Ministry of Defence`, with what belongs to it. */
export function affiliationIn(tokens: Token[], text: string): string | null {
  const run = capitalRun(tokens)
  if (run.length === 0) return null
  return text.slice((run[0] as Token).start, (run.at(-1) as Token).end).replace(/[’']s?$/, '')
}

export function capitalRun(tokens: Token[]): Token[] {
  const start = tokens.findIndex((token) => token.isCapital)
  if (start < 0) return []
  let end = start
  while (
    end < tokens.length &&
    ((tokens[end] as Token).isCapital ||
      (/^(?:of|and|for|de|du|des|di|del|della|da|do|dos|das)$/.test((tokens[end] as Token).lower) &&
        tokens[end + 1]?.isCapital))
  )
    end++
  return tokens.slice(start, end)
}
