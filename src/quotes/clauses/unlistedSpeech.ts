/** Verbs and speakers that no list knows, told by where they stand: right after a quotation that waits for them. At most likely. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { genderOfArticle, standsForName } from '#src/quotes/names/describedAgain.ts'
import { afterAdverbial, afterAside, afterHearer } from './inversions.ts'
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** `sold as “moon dust”, has killed`: words inside the newsroom’s sentence wait for nobody. */
const opens = ({ tokens, language }: Reading, { low }: Sentence, at: number): boolean =>
  at === low ||
  tokens[at - 1]?.kind !== 'word' ||
  // `Die Vorlage sei «ein Kompromiss», monierte X`: the German mood tells that somebody says it.
  (language.code === 'de' &&
    /^(?:sei|seien|habe|hätten|werde|wäre|würden?|könne|müsse)$/.test(tokens[at - 1]?.lower ?? ''))

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
  const infinitive = infinitiveAfter(reading, first)
  // `erinnert sich S`, `taglia corto S`, `reagiu nas redes sociais S`
  const isSelf = /^(?:sich|se|si)$/.test(tokens[verb + 1]?.lower ?? '')
  const near = infinitive ?? (isSelf ? verb + 2 : verb + 1)
  const far = language.code === 'en' ? null : afterAdverbial(reading, near, sentence.high)
  const found =
    readFullSpeaker(reading, near, false) ??
    (language.code !== 'en' && isAdverb(reading, near)
      ? readFullSpeaker(reading, near + 1, false)
      : null) ??
    (far === null ? null : readFullSpeaker(reading, far, false))
  if (!found || !/person|surname|unnamed/.test(found.speaker.form)) return null
  return {
    ...make(reading, sentence, at, found.speaker, { ruleId: 'verb-after', isSure: false }),
    cue: token.lower,
    touchesAfter: true,
  }
}

const longestInfinitive = 6

/** `si è limitato a dire S`, `s’est contenté de répondre S`: the token after an infinitive that a preposition brings. */
function infinitiveAfter({ tokens, language }: Reading, first: number): number | null {
  if (!/^(?:fr|es|it|pt)$/.test(language.code)) return null
  for (let i = first + 2; i < first + longestInfinitive; i++) {
    if (tokens[i]?.kind !== 'word' || tokens[i]?.isCapital) return null
    const isBrought = /^(?:a|à|de|di|d’|por|par)$/.test(tokens[i - 1]?.lower ?? '')
    if (isBrought && /.(?:[aei]re?|[aeiê]r)$/.test(tokens[i]?.lower ?? '')) return i + 1
  }
  return null
}

/** One plain word between the verb and a name. */
const isAdverb = ({ tokens, language }: Reading, at: number): boolean =>
  /^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') &&
  !language.stops.has(tokens[at]?.lower ?? '') &&
  tokens[at + 1]?.isCapital === true

/** `“Q”, justifica.`: in languages that leave the pronoun out a verb of judgement alone speaks for who was last spoken of. */
export function unlistedAlone(
  reading: Reading,
  sentence: Sentence,
  at: number,
): Attribution | null {
  const { tokens, language } = reading
  if (!/^(?:es|it|pt)$/.test(language.code) || tokens[at + 1]?.text !== ',') return null
  if (!opens(reading, sentence, at)) return null
  let verb = at + 2
  while (verb < at + 5 && language.fillers.has(tokens[verb]?.lower ?? '')) verb++
  const token = tokens[verb]
  const closer = tokens[verb + 1]
  if (token?.kind !== 'word' || !judgingOf(language.code).verbs.has(token.lower)) return null
  if (closer !== undefined && !/^[.,;]$/.test(closer.text)) return null
  const speaker = blankSpeaker('pronoun', '', token.start)
  return {
    ...make(reading, sentence, at, speaker, { ruleId: 'verb-after', isSure: false }),
    cue: token.lower,
    touchesAfter: true,
  }
}

/** `«Q»: così il capogruppo X ha bollato il testo`: who had it so stands right behind. */
export function thus(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (language.code === 'en' || !/^[:,]$/.test(tokens[at + 1]?.text ?? '')) return null
  if (!/^(?:così|así|assim|ainsi)$/.test(tokens[at + 2]?.lower ?? '')) return null
  const found = readFullSpeaker(reading, at + 3, false)
  return found && /person|surname|unnamed|organisation/.test(found.speaker.form)
    ? {
        ...make(reading, sentence, at, found.speaker, { ruleId: 'verb-after', isSure: false }),
        touchesAfter: true,
      }
    : null
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
  const opener = isInverted ? openerAfter(reading, said + 1, sentence.high) : first
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
    (!tokens[end]?.isCapital || isPlace(language, tokens[end - 1], end - opener)) &&
    !language.cues.has(tokens[end]?.lower ?? '') &&
    // `disse o cineasta ao telefone`: how it was said is no part of who said it.
    (language.code === 'en' ||
      !language.stops.has(tokens[end]?.lower ?? '') ||
      isGenitive(tokens[end]))
  )
    end++
  const isVerb = language.cues.has(tokens[end]?.lower ?? '')
  if (end === opener + 1 || (!isInverted && !isVerb)) return null
  const given = isInverted ? nameAfterNoun(reading, opener, end) : null
  if (given)
    return {
      ...make(reading, sentence, at, given, { ruleId: 'verb-after', isSure: false }),
      cue: tokens[said ?? end]?.lower ?? null,
      touchesAfter: true,
    }
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

/** `sospira il vecchio Attilio`: a single name behind a word that no list knows. */
function nameAfterNoun({ tokens, language }: Reading, opener: number, end: number): Speaker | null {
  const name = tokens[end]
  const isOne =
    /^(?:fr|es|it|pt)$/.test(language.code) &&
    end === opener + 2 &&
    name?.kind === 'word' &&
    name.isCapital &&
    !name.isTime &&
    tokens[end + 1]?.isCapital !== true
  return isOne
    ? { ...blankSpeaker('surname', name.text, name.start), role: tokens[opener + 1]?.text ?? null }
    : null
}

/** Where the article stands: right after the verb, or after whom, when and where it was said. */
function openerAfter(reading: Reading, at: number, high: number): number {
  const { definite, indefinite } = reading.language
  const near = afterHearer(reading, at)
  const lower = reading.tokens[near]?.lower ?? ''
  if ((definite.has(lower) || indefinite.has(lower)) && !reading.tokens[near + 1]?.isTime)
    return near
  const aside = afterAside(reading, at, high)
  return afterAdverbial(reading, aside, high) ?? aside
}

/** `una residente di via dei Mille`: a capital after a genitive is where somebody lives. */
const isPlace = ({ code }: Language, before: Token | undefined, length: number): boolean =>
  code !== 'en' && length > 1 && (isGenitive(before) || before?.isCapital === true)

/** `racconta la`, `ha detto la`, `rit la`: the verb that stands before a noun; outside English a word before an article is one. */
function verbBeforeNoun({ tokens, language }: Reading, first: number): number | null {
  if (language.cues.has(tokens[first]?.lower ?? '')) return first
  if (language.code === 'en') return null
  const infinitive = infinitiveAfter({ tokens, language } as Reading, first)
  if (infinitive !== null) return infinitive - 1
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
