/** Subjects that no list knows, up to a verb that leads to the quotation: `The diocese said that it “q”`. At most likely. */
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { romanceAgent } from '#src/quotes/names/names.ts'
import { turns } from '#src/quotes/names/attachments.ts'
import { citationAt } from './citations.ts'
import { isPhrasal } from './clauseForms.ts'
import { isClitic } from '#src/quotes/languages/clitics.ts'
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
  let reach = low + 9 + (cited ? longestCitation : 0)
  let aside: number | null = null
  while (verb < at && verb < reach && !leads(verb)) {
    if (!isPlain(tokens[verb])) {
      const end = aside === null && verb > low + 1 ? afterInsertion(reading, verb, at) : null
      if (end === null) break
      aside = verb
      reach += end - verb
      verb = end
    } else verb++
  }
  if (verb < low + 2 || verb >= at || !leads(verb)) return null
  const isFar = at - verb > 14 || tokens.slice(verb, at).some(({ kind }) => kind === 'quote')
  // `La curatrice, Marta Pola, la considera`: the name stands between the commas.
  const named = aside === null ? null : readFullSpeaker(reading, low, true)
  if (named?.speaker.form === 'person' && named.next <= verb)
    return {
      ...make(reading, sentence, at, named.speaker, { ruleId: 'verb-before', isSure: false }),
      cue: tokens[verb]?.lower ?? null,
    }
  let end = cited?.at ?? aside ?? verb
  // `I commercianti di via Cavalli però protestano e la bollano`: what turns the sentence has a verb before it or behind.
  const turn =
    language.code === 'en'
      ? -1
      : tokens.slice(low + 1, end).findIndex(({ lower }) => turns.test(lower))
  if (turn > 0) end = low + 1 + turn
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

/** `Dans un communiqué, la direction évoque « q »`: the same after an opening, from its comma or its time on. */
export function unlistedLater(
  reading: Reading,
  sentence: Sentence,
  at: number,
): Attribution | null {
  const { tokens, language } = reading
  if (language.code === 'en' || language.code === 'de') return null
  for (let i = Math.max(sentence.low, at - longestWay); i < at - 2; i++) {
    if (tokens[i]?.text !== ',' && !tokens[i]?.isTime) continue
    const found = unlistedSubject(reading, sentence, at, i + 1)
    if (found) return found
  }
  return null
}

const relatives = /^(?:que|qui|che|quien|dont|cui)$/

/** `A oposição, que votou contra, fala em “q”`: the token after what is set off by two commas, and tells no appositive. */
function afterInsertion({ tokens, language }: Reading, at: number, high: number): number | null {
  if (language.code === 'en' || language.code === 'de' || tokens[at]?.text !== ',') return null
  const isRelative = relatives.test(tokens[at + 1]?.lower ?? '')
  for (let i = at + 2; i < Math.min(high, at + (isRelative ? 14 : 6)); i++) {
    if (tokens[i]?.text === ',') return i + 1
    if (tokens[i]?.kind !== 'word') return null
  }
  return null
}

const longestWay = 24
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
  fillers.has(token?.lower ?? '') || isClitic(code, token?.lower ?? '')

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
