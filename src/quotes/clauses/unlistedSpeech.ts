/** Verbs and speakers that no list knows, told by where they stand: right after a quotation that waits for them. At most likely. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { genderOfArticle, standsForName } from '#src/quotes/names/describedAgain.ts'
import { romanceAgent } from '#src/quotes/names/names.ts'
import { citationAt } from './citations.ts'
import { afterHearer } from './inversions.ts'
import { isPhrasal } from './clauseForms.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import {
  documentMedium,
  isInstitutionWord,
  isOffice,
  isUnnamedNoun,
} from '#src/quotes/text/vocabulary.ts'

/** `sold as “moon dust”, has killed`: words inside the newsroom’s sentence wait for nobody. */
const opens = ({ tokens }: Reading, { low }: Sentence, at: number): boolean =>
  at === low || tokens[at - 1]?.kind !== 'word'

/**
 * `“Q,” shrugged Bill Tanner.` / `„Q“, stöhnte Feuerwehrchef Hans Brück.`: right after a quotation that waits for it, a
 * word in lower case before a name is a verb of speech, listed or not.
 */
export function unlistedVerb(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const quote = tokens[at] as Token
  if (!opens(reading, sentence, at)) return null
  const hasComma = /^[,–—]$/.test(tokens[at + 1]?.text ?? '')
  if (!hasComma && !/[,!?…–—][”"’»“']*$/.test(quote.text)) return null
  const first = hasComma ? at + 2 : at + 1
  let verb = first
  while (verb < first + 3 && language.fillers.has(tokens[verb]?.lower ?? '')) verb++
  const token = tokens[verb]
  if (token?.kind !== 'word' || token.isCapital || verb >= sentence.high) return null
  const isForm =
    language.code === 'en'
      ? /..ed$/.test(token.lower)
      : token.lower.length > 2 && !language.stops.has(token.lower)
  const isNoun =
    language.offices.has(token.lower) ||
    language.unnamed.has(token.lower) ||
    language.titleWords.has(token.lower)
  if (!isForm || isNoun) return null
  const found = readFullSpeaker(reading, verb + 1, false)
  if (!found || !/person|surname|unnamed/.test(found.speaker.form)) return null
  return {
    ...make(reading, sentence, at, found.speaker, { ruleId: 'verb-after', isSure: false }),
    cue: token.lower,
    touchesAfter: true,
  }
}

/** `“Q,” Capt. Lou Ferro, the ship’s master, radioed ashore.`: the same with the name first. English alone, by its ending. */
export function unlistedAfterName(
  reading: Reading,
  sentence: Sentence,
  at: number,
): Attribution | null {
  const { tokens, language } = reading
  if (
    language.code !== 'en' ||
    !opens(reading, sentence, at) ||
    !/[,!?…–—][”"’»“']*$/.test((tokens[at] as Token).text)
  )
    return null
  const found = readFullSpeaker(reading, at + 1, true)
  if (!found || !/person|surname/.test(found.speaker.form)) return null
  const verb = tokens[found.next]?.text === ',' ? found.next + 1 : found.next
  const token = tokens[verb]
  const isVerb = token?.kind === 'word' && /^\p{Ll}{3,}ed$/u.test(token.text)
  if (!token || !isVerb || verb >= sentence.high) return null
  return {
    ...make(reading, sentence, at, found.speaker, { ruleId: 'verb-after', isSure: false }),
    cue: token.lower,
    touchesAfter: true,
  }
}

/** `“Q,” a boy in the front row asked.` / `“Q,” said a shopper in the queue.`: an article and words before or after the verb. */
export function unlistedNoun(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language, text } = reading
  if (!opens(reading, sentence, at)) return null
  const first = /^[,–—]$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
  if (!/[,!?…–—][”"’»“']*$/.test((tokens[at] as Token).text) && first === at + 1) return null
  const said = verbBeforeNoun(reading, first)
  const isInverted = said !== null
  const opener = isInverted ? afterHearer(reading, said + 1) : first
  const isDefinite = language.definite.has(tokens[opener]?.lower ?? '')
  const isOpened =
    isDefinite ||
    language.indefinite.has(tokens[opener]?.lower ?? '') ||
    language.numbers.has(tokens[opener]?.lower ?? '')
  if (!isOpened) return null
  let end = opener + 1
  while (
    end < Math.min(sentence.high, opener + 9) &&
    tokens[end]?.kind === 'word' &&
    !tokens[end]?.isCapital &&
    !language.cues.has(tokens[end]?.lower ?? '') &&
    // `disse o cineasta ao telefone`: how it was said is no part of who said it.
    (language.code === 'en' ||
      !language.stops.has(tokens[end]?.lower ?? '') ||
      isGenitive(tokens[end]))
  )
    end++
  const isVerb = language.cues.has(tokens[end]?.lower ?? '')
  if (end === opener + 1 || (!isInverted && !isVerb)) return null
  const name = text.slice((tokens[opener + 1] as Token).start, (tokens[end - 1] as Token).end)
  // `“Keep off,” the rule reads.`: what reads so is written somewhere.
  const noun = tokens[isDefinite && language.code === 'en' ? end - 1 : opener + 1]?.lower ?? ''
  const isText = /^reads?$/.test(tokens[end]?.lower ?? '') && language.code === 'en'
  const speaker = {
    ...blankSpeaker(isText ? 'document' : 'unnamed', name, (tokens[opener] as Token).start),
    role: isText ? null : name,
    medium: isText ? 'document' : null,
    isDefinite,
    noun,
    gender: genderOfArticle(language, tokens[opener]?.lower ?? '') ?? 'any',
    standsForName: standsForName(language, tokens[opener]?.lower ?? '', noun),
  }
  return {
    ...make(reading, sentence, at, speaker, { ruleId: 'verb-after', isSure: false }),
    cue: tokens[said ?? end]?.lower ?? null,
    touchesAfter: true,
  }
}

/** `racconta la`, `ha detto la`, `rit la`: the verb that stands before a noun; outside English a word before an article is one. */
function verbBeforeNoun({ tokens, language }: Reading, first: number): number | null {
  if (language.cues.has(tokens[first]?.lower ?? '')) return first
  if (language.code === 'en') return null
  let verb = first
  while (verb < first + 2 && language.fillers.has(tokens[verb]?.lower ?? '')) verb++
  const token = tokens[verb]
  const opener = tokens[verb + 1]?.lower ?? ''
  const isArticle = language.definite.has(opener) || language.indefinite.has(opener)
  return token?.kind === 'word' &&
    /^\p{Ll}{3,}$/u.test(token.text) &&
    isArticle &&
    !language.stops.has(token.lower) &&
    !language.definite.has(token.lower) &&
    !language.indefinite.has(token.lower)
    ? verb
    : null
}

const isGenitive = (token: Token | undefined): boolean =>
  /^(?:de|du|d’|del|di|della|dello|dell’|dei|degli|delle|do|da|dos|das|des|von|vom)$/.test(
    token?.lower ?? '',
  )

/** `The diocese said that it “q”`, `La relazione parla di «q»`: an article and a noun no list knows, up to a verb that leads to the quotation. */
export function unlistedSubject(
  reading: Reading,
  sentence: Sentence,
  at: number,
  low = sentence.low,
): Attribution | null {
  const { tokens, language, text } = reading
  const first = tokens[low]
  const isOpened =
    first !== undefined &&
    (language.definite.has(first.lower) || language.indefinite.has(first.lower))
  if (!isOpened) return null
  const leads = (place: number): boolean => isVerb(reading, place) || isJudging(tokens, place, at)
  const cited = citationNear(reading, low + 2)
  let verb = cited?.end ?? low + 1
  while (
    verb < at &&
    verb < low + 9 + (cited ? longestCitation : 0) &&
    isPlain(tokens[verb]) &&
    !leads(verb)
  )
    verb++
  if (verb < low + 2 || verb >= at || !leads(verb)) return null
  const isFar = at - verb > 14 || tokens.slice(verb, at).some(({ kind }) => kind === 'quote')
  let end = cited?.at ?? verb
  while (end > low + 1 && isBeforeVerb(language, tokens[end - 1])) end--
  const last = tokens[end - 1] as Token
  if (isFar || end < low + 2 || language.stops.has(last.lower)) return null
  const start = (tokens[low + 1] as Token).start
  const written = documentIn(reading, low + 1, end)
  if (written)
    return make(reading, sentence, at, written, { ruleId: 'document-says', isSure: false })
  const isPerson =
    isUnnamedNoun(last, language) ||
    (isOffice(last, language) && !isInstitutionWord(last, language)) ||
    (language.code === 'en'
      ? /(?:er|or|ist|ian|man|woman|ant|ent)s?$/.test(last.lower)
      : /^(?:fr|es|it|pt)$/.test(language.code) &&
        romanceAgent.test((tokens[low + 1] as Token).lower) &&
        !isInstitutionWord(tokens[low + 1] as Token, language))
  const form = isPerson ? ('unnamed' as const) : ('organisation' as const)
  const speaker = { ...blankSpeaker(form, text.slice(start, last.end), start), noun: last.lower }
  return {
    ...make(reading, sentence, at, speaker, { ruleId: 'verb-before', isSure: false }),
    cue: tokens[verb]?.lower ?? null,
  }
}

const longestCitation = 10

/** `une enquêtrice citée par …`: the citation that follows the description at once, or after one more word. */
function citationNear(reading: Reading, from: number): { at: number; end: number } | null {
  for (let at = from; at < from + 3; at++) {
    const found = citationAt(reading, at)
    if (found) return { at, end: found.end }
  }
  return null
}

/** `la défense y voit`: adverbs and small words belong to the verb. */
const isBeforeVerb = ({ fillers, code }: Language, token: Token | undefined): boolean =>
  fillers.has(token?.lower ?? '') || (code === 'fr' && /^(?:y|en)$/.test(token?.lower ?? ''))

/** `A sign taped to the door reads`: what is written speaks, whatever was done to it. */
function documentIn(
  { tokens, text, language }: Reading,
  from: number,
  end: number,
): Speaker | null {
  for (let i = from; i < Math.min(end, from + 3); i++) {
    const token = tokens[i] as Token
    const medium = token.isPossessive ? null : documentMedium(token, language)
    const start = (tokens[from] as Token).start
    // `La relazione della commissione`: what belongs to the name is read with it.
    if (medium && !language.attachments.has(tokens[i + 1]?.lower ?? ''))
      return { ...blankSpeaker('document', text.slice(start, token.end), start), medium }
  }
  return null
}

/**
 * `…; a oposição vê “q”`, `…, die Ministerin sieht dagegen „q“`: after what somebody else is quoted with, a clause of
 * its own brings its own subject.
 */
export function ownSubject(
  reading: Reading,
  sentence: Sentence,
  at: number,
  verbBefore: number,
): Attribution | null {
  const { tokens } = reading
  if (!tokens.slice(sentence.low, at).some(({ kind }) => kind === 'quote')) return null
  for (let i = at - 2; i > Math.max(verbBefore, at - 14); i--) {
    const sign = tokens[i - 1]
    if (sign?.kind === 'quote') return null
    if (!/^[,;]$/.test(sign?.text ?? '') && !joins.test(sign?.lower ?? '')) continue
    const found = unlistedSubject(reading, sentence, at, i)
    if (found) return found
  }
  return null
}

const joins =
  /^(?:and|but|while|whereas|et|mais|tandis|und|aber|während|y|pero|mientras|e|ma|mentre|mas|enquanto)$/

/** `sees “q”`: verbs that give words only when these follow at once. */
const judging =
  /^(?:sees?|voit|voient|sieht|sehen|ven?|vede|vedono|vê|veem|considera|consideran|giudica|juge|jugent|hält|halten)$/

const isJudging = (tokens: Token[], place: number, at: number): boolean =>
  at - place <= 3 &&
  judging.test(tokens[place]?.lower ?? '') &&
  tokens.slice(place + 1, at).every(({ kind, isCapital }) => kind === 'word' && !isCapital)

const isPlain = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !/^(?:who|which|that|qui|que|che|der|die|das|whose|where)$/.test(token.lower)

const isVerb = ({ tokens, language }: Reading, at: number): boolean =>
  (language.cues.has(tokens[at]?.lower ?? '') && !tokens[at]?.isCapital) || isPhrasal(tokens, at)
