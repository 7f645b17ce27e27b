/** Who else may have the words when a clause seems to give them to its subject: agents, spokespeople, second names. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import type { Clause } from './clauseForms.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** `The union answered through its secretary, Ann Lee: “q”`: the person named right before the colon has the words. */
export function throughWhom(reading: Reading, clause: Clause, at: number): Speaker | null {
  const { tokens } = reading
  if (tokens[at - 1]?.text !== ':' || clause.verb > at) return null
  const low = Math.max(clause.end, at - 16)
  const joint = tokens
    .slice(low, at)
    .findIndex(({ lower }) => /^(?:through|via|par|durch|mediante|através|tramite)$/.test(lower))
  if (joint < 0) return null
  for (let i = low + joint + 1; i < at - 1; i++) {
    const found = readFullSpeaker(reading, i, false)
    if (found?.next === at - 1 && found.speaker.form === 'person') return found.speaker
  }
  return null
}

/** `said the bridge, which her predecessor called “q”`: the verb at the quotation has a subject nobody could read. */
export const hasOtherVerb = (
  { tokens, language }: Reading,
  { clauses }: Sentence,
  clause: Clause,
  at: number,
): boolean => {
  const verb = tokens[at - 1]?.lower === 'as' ? at - 2 : at - 1
  const token = tokens[verb]
  return (
    token?.kind === 'word' &&
    verb > clause.end &&
    language.cues.has(token.lower) &&
    !clauses.some((other) => other.verb === verb) &&
    /^(?:which|that|who|whom|what|as)$/.test(
      tokens
        .slice(clause.end, verb)
        .map(({ lower }) => lower)
        .findLast((lower) => /^(?:which|that|who|whom|what|as)$/.test(lower)) ?? '',
    )
  )
}

const agents: Readonly<Record<string, RegExp>> = {
  en: /^by$/,
  fr: /^par$/,
  de: /^von$/,
  es: /^por$/,
  it: /^(?:da|dal|dalla|dai)$/,
  pt: /^(?:por|pelo|pela)$/,
}
const being = /^(?:was|were|been|being|is|are|be|été|sido|stato|stata|wurde|wird)$/

/** `was called “q” by S`, `described as “q” by S`: after a passive the agent has the words. At most likely. */
export function agentAfter(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (!agents[language.code]?.test(tokens[at + 1]?.lower ?? '')) return null
  let verb = at - 1
  while (verb > sentence.low && verb > at - 12 && !being.test(tokens[verb]?.lower ?? '')) verb--
  const isPassive =
    being.test(tokens[verb]?.lower ?? '') &&
    tokens.slice(verb + 1, Math.min(verb + 4, at)).some(({ lower }) => language.cues.has(lower))
  const found = isPassive ? readFullSpeaker(reading, at + 2, false) : null
  return found
    ? make(reading, sentence, at, found.speaker, { ruleId: 'passive-by', isSure: false })
    : null
}

/** `Police Chief Ron Tully and Mayor Edie Stroud called it “q”`: a role with a name in it is another speaker. */
export const holdsName = ({ role, form }: Speaker): boolean =>
  form === 'person' &&
  role !== null &&
  role.includes(' and ') &&
  /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ and \p{Lu}/u.test(role)

/** `Ann Lee and Bob Ray said`: the name before the verb is not the only one. */
export const isSecondOfTwo = ({ tokens }: Reading, { start, verb }: Clause): boolean =>
  start < verb &&
  /^(?:and|et|und|y|e)$/.test(tokens[start - 1]?.lower ?? '') &&
  (tokens[start - 2]?.isCapital === true || tokens[start - 2]?.text === ',')

/** `guests will call it “q”`: what somebody may say has not been said. */
export const isSupposed = ({ tokens }: Reading, { start, verb }: Clause): boolean =>
  tokens.slice(start, verb).some(({ lower, isCapital }) => !isCapital && supposing.test(lower))

const supposing = /^(?:will|would|should|could|may|might|must|can)$/

/**
 * Whether somebody else may have come in between a verb and the quotation: `explained that Moss asked and “q”` beside another
 * speaker, `which Moss called “p,” Lee expressed “q”` after a quotation that closed the clause.
 */
export function hasOtherSubject(
  { tokens, language }: Reading,
  { clauses }: Sentence,
  clause: Clause,
  at: number,
): boolean {
  if (language.code !== 'en' || clause.verb > at) return false
  const isJoined = /^(?:and|or|but)$/.test(tokens[at - 1]?.lower ?? '')
  const isNested = clauses.some(
    (other) =>
      other.verb < clause.verb &&
      other.speaker !== null &&
      clause.speaker !== null &&
      other.speaker.at !== clause.speaker.at,
  )
  // `told a woman who suggested that “q”`: whoever is told something is not who says it.
  if (language.tellingVerbs.has(tokens[clause.start - 1]?.lower ?? '')) return true
  const last = tokens.slice(clause.verb, at).findLastIndex(({ kind }) => kind === 'quote')
  if (last < 0) return isJoined && isNested
  const quote = tokens[clause.verb + last]
  return (
    /,[”"’»'\s]*$/.test(quote?.text ?? '') && tokens[clause.verb + last + 1]?.isCapital === true
  )
}

/** `«p», il sindaco si dice «q»`, `die als „p“ bekannte Gaststätte`: no verb of what stands before. */
export const isOfItself = (tokens: Token[], { verb }: Clause, at: number): boolean =>
  (tokens[verb + 1]?.kind === 'quote' && /^(?:se|si|s’)$/.test(tokens[verb - 1]?.lower ?? '')) ||
  (tokens[at - 1]?.lower === 'als' && /^bekannte/.test(tokens[at + 1]?.lower ?? ''))
