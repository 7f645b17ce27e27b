/** Nouns that give words to somebody: `a remark by S`, `S’s answer`, `was the verdict of S`. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import { findMainSubject } from './subjects.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { documentMedium } from '#src/quotes/text/vocabulary.ts'

const nounsOfSpeech = new Set(
  'remark remarks comment comments statement words word reply answer response retort quip joke line message text tweet post warning promise pledge vow claim complaint plea appeal cry shout call question verdict explanation advice assessment conclusion judgment judgement reaction observation toast note greeting remarque phrase mot réponse question avertissement promesse cri mots satz bemerkung worte antwort warnung frage frase comentario respuesta advertencia promesa grito palabras pregunta battuta replica réplique réplica replik risposta commento avvertimento promessa parole domanda comentário resposta aviso palavras pergunta'.split(
    ' ',
  ),
)

/** `A remark by S, “q,” drew laughter.` and `S’s reply, “q,” came late.` */
export function fromNoun(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  const sign = tokens[at - 1]?.text ?? ''
  const subject = sign === ':' ? speechSubject(reading, sentence.low, at) : null
  if (subject)
    return make(reading, sentence, at, subject, { ruleId: 'noun-of-speech', isSure: false })
  for (let i = at - 1; i >= Math.max(sentence.low, at - 16); i--) {
    const token = tokens[i] as Token
    if (!nounsOfSpeech.has(token.lower)) continue
    const joint = tokens[i + 1]?.lower ?? ''
    const owner = /^(?:by|from|of|de|du|d’|von|des|der|del|di|da|do)$/.test(joint)
      ? readFullSpeaker(reading, i + 2, false)
      : null
    if (owner && owner.next >= at - 2 && owner.next <= at && owner.speaker.form !== 'document')
      return make(reading, sentence, at, owner.speaker, { ruleId: 'noun-of-speech', isSure: false })
    const isBeside = i >= at - 2 && /^[,:—–]$/.test(sign)
    const possessor = isBeside ? possessorBefore(reading, sentence.low, i) : null
    if (possessor)
      return make(reading, sentence, at, possessor, { ruleId: 'noun-of-speech', isSure: false })
  }
  return null
}

/** `his claim that it was “q”`. */
export function pronounBefore({ tokens }: Reading, noun: number): Speaker | null {
  const owner = tokens[noun - 1]
  const pronoun = new Map([
    ['his', 'he'],
    ['her', 'she'],
    ['their', 'they'],
  ]).get(owner?.lower ?? '')
  const gender = ({ he: 'm', she: 'f', they: 'p' } as const)[pronoun as 'he' | 'she' | 'they']
  return owner && pronoun ? { ...blankSpeaker('pronoun', pronoun, owner.start), gender } : null
}

const claims =
  /^(?:claims?|assertions?|statements?|comments?|remarks?|suggestions?|promises?|pledges?|descriptions?|characteri[sz]ations?|contentions?|allegations?|calls?|insistence|admission|declaration|warnings?|arguments?|accusations?|criticisms?|proposals?|vows?)$/
const longestClaim = 10

/** `called Lee’s assertion of a “q” absurd`, `out of Lee’s claim that it “q”`: the words are those of who made the claim. */
export function fromClaim(
  reading: Reading,
  sentence: Sentence,
  at: number,
  verb: number,
): Attribution | null {
  const { tokens, language } = reading
  if (language.code !== 'en') return null
  for (let i = at - 1; i > Math.max(verb + 1, at - longestClaim); i--) {
    if (tokens[i]?.kind === 'quote' || /^[,;:]$/.test(tokens[i]?.text ?? '')) return null
    if (!claims.test(tokens[i]?.lower ?? '')) continue
    const joint = tokens[i + 1]?.lower ?? ''
    const isNear = /^(?:of|to|for)$/.test(joint) && at - i <= 4
    if (tokens[at - 1]?.lower === 'as' || !(joint === 'that' || isNear)) return null
    const owner = possessorBefore(reading, verb + 1, i) ?? pronounBefore(reading, i)
    return owner
      ? make(reading, sentence, at, owner, { ruleId: 'noun-of-speech', isSure: false })
      : null
  }
  return null
}

/** `The verdict of S was brisk: “q”`, `S’s answer was short: “q”`, `The memo from S could not be clearer: “q”`. */
export function speechSubject(reading: Reading, low: number, high: number): Speaker | null {
  const { tokens, language } = reading
  for (let i = low; i < Math.min(high, low + 8) && tokens[i]?.kind === 'word'; i++) {
    const noun = tokens[i] as Token
    const isSpeech = nounsOfSpeech.has(noun.lower)
    if (!isSpeech && documentMedium(noun, language) === null) continue
    const joint = isSpeech ? ofSomebody : fromSomebody
    const owner = joint.test(tokens[i + 1]?.lower ?? '')
      ? readFullSpeaker(reading, i + 2, false)?.speaker
      : isSpeech
        ? possessorBefore(reading, low, i)
        : null
    const sent = owner ?? senderOf(reading, i + 1)
    if (sent && /person|surname/.test(sent.form)) return sent
    return null
  }
  return null
}

/** `the message that Superintendent Angela Fry sent to parents`. */
function senderOf(reading: Reading, at: number): Speaker | null {
  const { tokens, language } = reading
  const start = /^(?:that|which)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  const found = readFullSpeaker(reading, start, false)
  const verb = found ? tokens[found.next] : undefined
  return found && verb?.kind === 'word' && !verb.isCapital && !language.stops.has(verb.lower)
    ? found.speaker
    : null
}

const ofSomebody = /^(?:by|from|of|de|du|d’|von|des|der|del|di|da|do|della|dell’)$/
const fromSomebody = /^(?:by|from|von|par)$/

/** `“Q” was the verdict of S.` */
export function fromNounAfter(
  reading: Reading,
  sentence: Sentence,
  at: number,
): Attribution | null {
  const { tokens } = reading
  const from = tokens[at + 1]?.text === ',' ? at + 2 : at + 1
  if (
    !/^(?:is|was|were|est|fut|était|ist|war|es|fue|era|è|fu|é|foi)$/.test(tokens[from]?.lower ?? '')
  )
    return null
  // `“Unacceptable” was how Theo Brandt described it.`
  if (/^(?:how|what)$/.test(tokens[from + 1]?.lower ?? '')) {
    const who = readFullSpeaker(reading, from + 2, true)
    const verb = who ? (tokens[who.next]?.lower ?? '') : ''
    if (who && reading.language.cues.has(verb))
      return make(reading, sentence, at, who.speaker, { ruleId: 'words-of', isSure: false })
  }
  for (let i = from + 1; i < Math.min(sentence.high, from + 5); i++) {
    if (!nounsOfSpeech.has(tokens[i]?.lower ?? '')) continue
    const isJoined = /^(?:by|from|of|de|du|d’|von|des|der|del|di|da|do|della|dell’)$/.test(
      tokens[i + 1]?.lower ?? '',
    )
    const owner = isJoined
      ? readFullSpeaker(reading, i + 2, false)?.speaker
      : possessorBefore(reading, from + 1, i)
    if (owner && owner.form !== 'document')
      return make(reading, sentence, at, owner, { ruleId: 'noun-of-speech', isSure: false })
  }
  return null
}

/** `Dans un communiqué, l’entreprise « regrette » l’accident`: after a document, the quoted words are what its author does. */
export function predicateOf(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const comma = tokens.slice(sentence.low, Math.min(at, sentence.low + 9)).findIndex(isComma)
  if (comma < 0) return null
  const opening = tokens.slice(sentence.low, sentence.low + comma)
  const isWritten =
    language.stops.has(opening[0]?.lower ?? '') &&
    opening.some((token) => documentMedium(token, language) !== null)
  const subject = isWritten ? readFullSpeaker(reading, sentence.low + comma + 1, false) : null
  return subject?.next === at
    ? make(reading, sentence, at, subject.speaker, { ruleId: 'noun-of-speech', isSure: false })
    : null
}

const isComma = ({ text }: Token): boolean => text === ','

/** `Ann Lee’s final answer`: the name before the noun. */
function possessorBefore(reading: Reading, low: number, noun: number): Speaker | null {
  const { tokens } = reading
  let last = noun - 1
  while (last > low && last > noun - 4 && !tokens[last]?.isPossessive) last--
  if (!tokens[last]?.isPossessive) return null
  for (let start = Math.max(low, last - 8); start <= last; start++) {
    if (tokens[start]?.kind !== 'word') continue
    const found = readFullSpeaker(reading, start, false)
    if (found?.next !== last + 1 || found.speaker.form === 'document') continue
    return { ...found.speaker, name: found.speaker.name.replace(/[’']s?$/, '') }
  }
  return null
}

const longestJudgement = 14

/** `Ames introduces Trask as a “q”`, `admires the bishop as “q”`: what somebody is shown as by the subject of the sentence. */
export function judgedAs(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (language.code !== 'en') return null
  const as = /^(?:an?|the|some)$/.test(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1
  const object = tokens[as - 1]
  const isSomebody =
    object?.kind === 'word' && (object.isCapital || /^(?:him|her|them|it)$/.test(object.lower))
  if (tokens[as]?.lower !== 'as' || !isSomebody) return null
  const subject = findMainSubject(reading, sentence.low, as)
  const isNear = subject !== null && at - subject.start <= longestJudgement + 6
  return isNear && /person|surname|pronoun|organisation/.test(subject.speaker.form)
    ? make(reading, sentence, at, subject.speaker, { ruleId: 'verb-before', isSure: false })
    : null
}

/** `The agreement obliges both sides to “refrain”`: what stands in marks after a document is the document’s. */
export function writtenSubject(
  reading: Reading,
  sentence: Sentence,
  at: number,
): Attribution | null {
  const before = reading.tokens[at - 1]
  if (before?.kind !== 'word' || sentence.clauses.length > 0) return null
  const subject = findMainSubject(reading, sentence.low, at)
  return subject?.start === sentence.low && subject.speaker.form === 'document'
    ? make(reading, sentence, at, subject.speaker, { ruleId: 'document-says', isSure: false })
    : null
}
