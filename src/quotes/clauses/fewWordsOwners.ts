/** Whose a few quoted words are: the subject of the verb that governs them, or the owner of the noun before them. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isUnnamedNoun } from '#src/quotes/text/vocabulary.ts'
import type { Attribution, Sentence } from './attributionRecord.ts'
import { antecedent } from './subordinates.ts'
import { findMainSubject, findSubject, type Subject } from './subjects.ts'

export const isSomebody = ({ form }: Speaker): boolean =>
  /person|surname|pronoun|unnamed|organisation|publication|document/.test(form)

/** Who the verb at `verb` is about: its clause’s subject, one before or after it, or that of the sentence. */
export function subjectOf(
  reading: Reading,
  { low, clauses }: Sentence,
  verb: number,
  at: number,
  previous: Attribution | null,
): Speaker | null {
  const { tokens, language } = reading
  const clause = clauses.findLast((one) => one.verb === verb && one.speaker !== null)
  if (clause?.speaker) return clause.speaker
  const isInverted = language.code === 'de' && language.stops.has(tokens[low]?.lower ?? '')
  const own = isInverted
    ? null
    : (findSubject(reading, verb, low) ??
      beforeClitic(reading, verb, low) ??
      antecedent(reading, verb, low, true))
  if (own && !isGenitive(reading, own.start)) return own.speaker
  const opening = language.code === 'de' && !isInverted ? plainSubject(reading, low, verb) : null
  if (opening) return opening
  if (language.code !== 'en') {
    const after = readFullSpeaker(
      reading,
      verb + 1 + Number(tokens[verb + 1]?.lower === 'sich'),
      false,
    )
    // `accusa il governo di «q»`: whom a preposition follows is accused.
    const isObject = /^(?:di|de|d’|als|come|como|comme)$/.test(
      tokens[after?.next ?? 0]?.lower ?? '',
    )
    if (after && after.next <= at && !isObject && !isObjectForm(after.speaker)) return after.speaker
  }
  const second = clauseStart(reading, low, verb)
  const fresh = second > low ? plainSubject(reading, second, verb) : null
  if (fresh) return fresh
  if (
    previous?.speaker &&
    tokens.slice(Math.max(low, verb - 40), verb).some(({ kind }) => kind === 'quote')
  )
    return previous.speaker
  const plain = plainSubject(reading, low, verb)
  const main = findMainSubject(reading, low, verb)
  // `Water bosses have dismissed`: the first word alone was read as a name.
  return plain && (!main || main.speaker.form === 'surname' || !isSomebody(main.speaker))
    ? plain
    : (main?.speaker ?? null)
}

const agents = /^(?:by|par|von|vom|por|pelo|pela|pelos|pelas|da|dal|dalla|dai|dalle|dagli|dallo)$/

/** `seen by Lee as “q”`, `jugée « q » par les éleveurs`: whoever the participle at `verb` says it was done by. */
export function agentOf(reading: Reading, verb: number, at: number): Speaker | null {
  const { tokens } = reading
  const places = isParticiple(reading, verb) ? [at + 1, verb + 1] : [verb + 1]
  for (const by of places) {
    if (!agents.test(tokens[by]?.lower ?? '')) continue
    const found = readFullSpeaker(reading, by + 1, false)
    const isOwner = tokens[found?.next ?? 0]?.text === '’'
    if (found && !isOwner && isSomebody(found.speaker)) return found.speaker
    let end = by + 1
    while (end < by + 6 && isInPhrase(reading, end)) end++
    const plain = plainSubject(reading, by + 1, end)
    if (plain) return plain
  }
  return null
}

const isInPhrase = ({ tokens, language }: Reading, at: number): boolean =>
  tokens[at]?.text === '’' || (tokens[at]?.kind === 'word' && !language.stops.has(tokens[at].lower))

/** `calificado`, `jugée`, `dismissed` without an auxiliary of the active voice. */
const isParticiple = ({ tokens }: Reading, verb: number): boolean =>
  /(?:ed|ad[oa]s?|id[oa]s?|[aiu]t[oaie]|ée?s?|ie?s?|ue?s?|is)$/.test(tokens[verb]?.lower ?? '') &&
  !/^(?:a|ont|avait|ha|han|hanno|tem|has|have|had|tinha)$/.test(tokens[verb - 1]?.lower ?? '')

const clitics = /^(?:y|en|l’|s’|se|si|le|la|les|lo|li|o|a|ne|ci|vi)$/

/** `Der Bund der Steuerzahler hält`: what belongs to a noun before it is not the subject. */
const isGenitive = ({ tokens, language }: Reading, start: number): boolean =>
  language.code === 'de' &&
  ((tokens[start - 2]?.isCapital === true &&
    /^(?:der|des)$/.test(tokens[start - 1]?.lower ?? '')) ||
    (tokens[start - 1]?.isCapital === true && /^(?:der|des)$/.test(tokens[start]?.lower ?? '')))

/** `l’opposition y voit`, `il sindaco si dice`: small words before the verb. */
const beforeClitic = (reading: Reading, verb: number, low: number): Subject | null =>
  clitics.test(reading.tokens[verb - 1]?.lower ?? '') && verb - 1 > low
    ? findSubject(reading, verb - 1, low)
    : null

/** `Mehr wolle er „q“ sagen`: a German `er` is a subject wherever it stands. */
const isObjectForm = ({ form, name }: Speaker): boolean =>
  form === 'document' || (form === 'pronoun' && name !== 'er')

const conjunctions =
  /^(?:that|but|while|whereas|que|qu’|mais|dass|aber|während|pero|mientras|che|ma|mentre|mas|enquanto|and|et|und|y|e|;)$/

/** Where the clause of the verb begins: after the last conjunction before it. */
function clauseStart({ tokens }: Reading, low: number, verb: number): number {
  const last = clitics.test(tokens[verb - 1]?.lower ?? '') ? verb - 2 : verb - 1
  for (let i = last; i >= Math.max(low, verb - 12); i--)
    if (tokens[i]?.kind === 'quote') return low
    else if (tokens[i]?.text === ',' && tokens[i - 1]?.kind === 'quote') return i + 1
    else if (conjunctions.test(tokens[i]?.lower ?? '')) return i + 1
  return low
}

/** Articles of several people. */
const severals: Readonly<Record<string, RegExp>> = {
  fr: /^(?:les|des)$/,
  es: /^(?:los|las)$/,
  it: /^(?:i|gli)$/,
  pt: /^(?:os|as)$/,
}

/** `Water bosses have dismissed`: words no list knows, up to the verb. */
export function plainSubject(reading: Reading, low: number, verb: number): Speaker | null {
  const { tokens, language, text } = reading
  // `O diretório reagiu chamando-a de “q”`: a verb stands before a gerund.
  const isGerund =
    language.code !== 'en' && /[aei]ndo(?:-\p{L}+)?$/u.test(tokens[verb]?.lower ?? '')
  let end = isGerund && verb > low + 3 ? verb - 1 : verb
  while (
    end > low + 1 &&
    (language.fillers.has(tokens[end - 1]?.lower ?? '') ||
      clitics.test(tokens[end - 1]?.lower ?? ''))
  )
    end--
  const isOpened =
    language.definite.has(tokens[low]?.lower ?? '') ||
    language.indefinite.has(tokens[low]?.lower ?? '')
  const start = isOpened ? low + 1 : low
  const whole = tokens.slice(start, Math.min(end, start + 12))
  // `engineers at the firm behind it`: what they are called ends before the preposition.
  const joint = whole.findIndex(({ lower }, i) => i > 0 && language.attachments.has(lower))
  const isTailPlain = joint > 0 && whole.every(({ kind }) => kind === 'word') && end - start <= 12
  const phrase =
    isTailPlain && language.code === 'en'
      ? whole.slice(0, joint)
      : tokens.slice(start, Math.min(end, start + 6))
  const last = phrase.at(-1)
  if (
    !last ||
    phrase.length > 5 ||
    phrase.some(
      (token) =>
        (token.kind !== 'word' && token.text !== '’') ||
        language.stops.has(token.lower) ||
        language.pronouns.has(token.lower),
    )
  )
    return null
  const isMany =
    (language.code === 'en' && /[^s]s$/.test(last.lower)) ||
    (language.code === 'de' && /(?:er|ler|in|innen|te|ter|ten)$/.test(last.lower)) ||
    severals[language.code]?.test(tokens[low]?.lower ?? '') === true
  if (!isOpened && !isMany) return null
  const from = phrase[0] as Token
  return {
    ...blankSpeaker(
      isMany || isUnnamedNoun(last, language) ? 'unnamed' : 'organisation',
      text.slice(from.start, last.end),
      from.start,
    ),
    noun: last.lower,
  }
}

/** `Lee’s criticism of`: whoever the noun at `noun` belongs to. */
export function ownerOf(reading: Reading, low: number, noun: number): Speaker | null {
  const { tokens, language } = reading
  const isBare = tokens[noun - 1]?.text === '’'
  const last = isBare ? noun - 2 : noun - 1
  const opener = tokens[last - 1]
  const owner = tokens[last]
  for (let start = Math.max(low, noun - 8); start < noun; start++) {
    const found = readFullSpeaker(reading, start, false)
    if (
      found &&
      found.next <= noun &&
      noun - found.next <= 3 &&
      tokens[found.next - 1]?.isPossessive
    )
      return { ...found.speaker, name: found.speaker.name.replace(/[’']s?$/, '') }
  }
  // `The inspectors’ criticism`: an article and a noun no list knows.
  return opener && owner?.isPossessive && language.definite.has(opener.lower)
    ? {
        ...blankSpeaker(
          /s$/.test(owner.lower) ? 'unnamed' : 'organisation',
          owner.text.replace(/[’']$/, ''),
          owner.start,
        ),
        noun: owner.lower,
      }
    : null
}
