/** A few quoted words without a verb of their own: the verb left out, the one they are true for, what somebody feels. */
import { judgingOf } from '#src/quotes/languages/judging.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { isSomebody, plainSubject } from './fewWordsOwners.ts'
import { findMainSubject, findSubject } from './subjects.ts'

/** `la défense y voit « p » ; le parquet, une « q »`, `spricht von „p“, die Händler von „q“`: the verb is left out the second time. */
export function gapped(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const { tokens, language } = reading
  if (previous === null || previous.touchesAfter || isTitle(reading, at)) return null
  let sign = at - 1
  while (sign > sentence.low && at - sign <= 8 && isPlainWord(tokens, sign)) sign--
  // `; le parquet, une « q »`: the comma stands for the verb.
  const comma = tokens[sign]?.text === ',' && at - sign <= 3 ? sign : -1
  if (comma > 0) {
    sign = comma - 1
    while (sign > sentence.low && comma - sign <= 7 && tokens[sign]?.kind === 'word') sign--
    if (tokens[sign]?.text !== ';') return null
  }
  const isJoined = joins.test(tokens[sign]?.lower ?? '') && tokens[sign - 1]?.kind === 'quote'
  if (!isJoined && !/^[,;]$/.test(tokens[sign]?.text ?? '')) return null
  const first = sign + 1 + Number(joins.test(tokens[sign + 1]?.lower ?? ''))
  let end = comma > 0 ? comma : at
  if (comma < 0) while (end > first && small(tokens[end - 1], reading)) end--
  const isBeside = tokens[sign - 1]?.kind === 'quote' && end === at
  const isPlaced =
    comma > 0 || isJoined || isBeside || (end < at && preposition.test(tokens[end]?.lower ?? ''))
  const isClause = tokens.slice(first, end).some(({ lower }) => isVerb(reading, lower))
  if (language.code === 'en' && comma < 0) return null
  if (!isPlaced || isClause || end <= first + 1) return null
  if (language.stops.has(tokens[first]?.lower ?? '')) return null
  const found = readFullSpeaker(reading, first, false)
  const speaker =
    found?.next === end
      ? found.speaker
      : found === null || found.next > end
        ? plainSubject(reading, first, end)
        : null
  return speaker && isSomebody(speaker)
    ? make(reading, sentence, at, speaker, { ruleId: 'few-again', isSure: false })
    : null
}

const joins = /^(?:and|et|und|y|e)$/

/** Not the conjunction right after a quotation either. */
const isPlainWord = (tokens: Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && !(joins.test(tokens[at].lower) && tokens[at - 1]?.kind === 'quote')

const isVerb = ({ language }: Reading, lower: string): boolean =>
  language.cues.has(lower) || judgingOf(language.code).verbs.has(lower)

/** Longer than what is put in passing, or set like a name. */
const isTitle = ({ tokens, language }: Reading, at: number): boolean =>
  (tokens[at] as Token).text.length > 70 ||
  (language.code !== 'de' && /^[^\p{L}]*\p{Lu}/u.test((tokens[at] as Token).text))

const preposition = /^(?:von|vom|vor|of|de|di|d’|em|als|comme|como|come)$/

const small = (token: Token | undefined, { language }: Reading): boolean =>
  token !== undefined &&
  (preposition.test(token.lower) ||
    language.indefinite.has(token.lower) ||
    /^(?:einem|einer)$/.test(token.lower))

const copulas =
  /^(?:is|are|was|were|est|sont|était|étaient|ist|sind|war|waren|es|son|era|eran|è|sono|erano|é|são|eram|foi|fue|trata|trata-se|tratta|agit|handelt|c’est|s’agit)$/

/** `Per i medici le sue condizioni sono «q»`: true for whom the sentence begins with. */
export function forWhom(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  if (!/^(?:for|per|pour|para|für)$/.test(tokens[sentence.low]?.lower ?? '')) return null
  const found = readFullSpeaker(reading, sentence.low + 1, false)
  if (!found || found.next >= at || at - found.next > 12) return null
  // `Para a Defesa Civil, o pior “ainda não passou”.`: the words have the verb.
  const isWhole =
    reading.language.code !== 'en' &&
    tokens[found.next]?.text === ',' &&
    /^(?:\.)?$/.test(tokens[at + 1]?.text ?? '') &&
    found.speaker.form !== 'surname'
  const isSaid = isWhole || tokens.slice(found.next, at).some(({ lower }) => copulas.test(lower))
  return isSaid && /person|surname|unnamed|organisation/.test(found.speaker.form)
    ? make(reading, sentence, at, found.speaker, { ruleId: 'according-to', isSure: false })
    : null
}

const becoming =
  /^(?:left|feel|feels|felt|being|been|be|became|remained|remains|resta|reste|rimane|bleibt|blieb|sigue|está|están|estaba|está|estão|estava|ficou|ficaram|quedó|dice)$/
const longestEnding = 3

/** `The widow was left “shaken”`: what somebody feels, only they can have said. */
export function felt(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const last = /\p{L}+(?=\P{L}*$)/u.exec((tokens[at] as Token).text)?.[0].toLowerCase() ?? ''
  const isFeeling = judgingOf(language.code).feelings.some(
    (stem) =>
      last.startsWith(stem) &&
      last.length - stem.length <= (language.code === 'en' ? 0 : longestEnding),
  )
  if (!isFeeling) return null
  let verb = at - 1
  while (
    verb > at - 4 &&
    verb > sentence.low &&
    tokens[verb]?.kind === 'word' &&
    !isState(tokens[verb])
  )
    verb--
  if (!isState(tokens[verb])) return null
  while (isState(tokens[verb - 1]) && verb - 1 > sentence.low) verb--
  const speaker =
    findSubject(reading, verb, sentence.low)?.speaker ??
    findMainSubject(reading, sentence.low, verb)?.speaker ??
    plainSubject(reading, sentence.low, verb)
  return speaker && /person|surname|pronoun|unnamed|organisation/.test(speaker.form)
    ? make(reading, sentence, at, speaker, { ruleId: 'few-felt', isSure: false })
    : null
}

const isState = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (copulas.test(token.lower) || becoming.test(token.lower))
