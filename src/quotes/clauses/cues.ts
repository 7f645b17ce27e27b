/** Every clause of a sentence that gives words to somebody: verb, speaker, and how they stand to each other. */
import {
  accordingTo,
  type Clause,
  forward,
  inTheEyesOf,
  invertedPronoun,
  isFor,
  isPhrasal,
  phrasal,
  type Place,
  postposed,
  quotedByOutlet,
} from './clauseForms.ts'
import { gerund } from './gerunds.ts'
import {
  afterAdverbial,
  afterAside,
  afterHearer,
  afterTime,
  goesOnAfter,
  hasDroppedSubject,
  opensWithAdverbial,
  opensWithVerb,
  isAfterQuote,
  isObject,
  isReduced,
} from './inversions.ts'
import { timeBefore } from '#src/quotes/names/adverbials.ts'
import { phraseLength } from '#src/quotes/text/phrases.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import { antecedent, reportSubject } from './subordinates.ts'
import { findMainSubject, findSubject } from './subjects.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { cueOfInversion } from '#src/quotes/text/vocabulary.ts'

/** Finds the clauses between two token places of one sentence, in order. */
export function findClauses(reading: Reading, low: number, high: number): Clause[] {
  const clauses: Clause[] = []
  const openers = openersOf(reading.language)
  let i = low
  while (i < high) {
    const lower = reading.tokens[i]?.lower ?? ''
    if (!openers.has(lower) && !lower.includes('-')) {
      i++
      continue
    }
    const clause = clauseAt(reading, { i, low, high, before: clauses })
    if (clause) clauses.push(clause)
    i = clause
      ? Math.max(i + 1, clause.ruleId === 'quoted-by-outlet' ? clause.end : clause.verb + 1)
      : i + 1
  }
  return clauses
}

const known = new WeakMap<Language, ReadonlySet<string>>()

/** Every word a clause can be told by: most words of a text are none, and are passed over. */
function openersOf(language: Language): ReadonlySet<string> {
  let openers = known.get(language)
  if (!openers) {
    openers = new Set([
      ...language.cues,
      ...language.gerundCues,
      ...language.quotingVerbs,
      ...language.accordingTo.map((phrase) => phrase[0] as string),
      ...phrasal.keys(),
      ...isFor,
      'zufolge',
    ])
    known.set(language, openers)
  }
  return openers
}

function clauseAt(reading: Reading, place: Place): Clause | null {
  const { tokens, language } = reading
  const token = tokens[place.i] as Token
  if (token.kind !== 'word') return null
  const phrase = phraseLength(tokens, place.i, language.accordingTo)
  if (phrase > 0) return accordingTo(reading, place, phrase)
  if (isFor.has(token.lower)) return inTheEyesOf(reading, place)
  if (language.quotingVerbs.has(token.lower)) return quotedByOutlet(reading, place)
  if (token.lower === 'zufolge' && language.code === 'de') return postposed(reading, place)
  const inversion = cueOfInversion(token, language)
  if (inversion) return invertedPronoun(reading, place, inversion)
  if (language.gerundCues.has(token.lower)) return gerund(reading, place)
  if (
    !(language.cues.has(token.lower) || isPhrasal(tokens, place.i)) ||
    (token.isCapital && place.i > place.low && tokens[place.i - 1]?.kind !== 'quote')
  )
    return null
  return verb(reading, place)
}

/** Beyond how, when and where it was said. */
function farSubject(reading: Reading, at: number, high: number): ReturnType<typeof forward> {
  if (reading.language.code === 'en') return null
  const aside = afterAside(reading, at, high)
  const far = afterAdverbial(reading, aside, high)
  return (
    (far === null ? null : forward(reading, far, high)) ??
    (aside > at ? forward(reading, aside, high) : null)
  )
}

const agents = new Set('par von por da'.split(' '))
/** English forms that are passive after a form of be: `was told` gives nobody words. */
const passives = new Set(
  'told asked called described urged warned reported said quoted estimated denied praised condemned criticised criticized labelled branded assured found read'.split(
    ' ',
  ),
)
const auxiliaries = new Set(
  'was were been being be is are été wurde wurden fue sido stato foi'.split(' '),
)
/** What may stand before a verb that borrows the subject of its sentence. */
const joiners = new Set(
  'and but then et mais und aber y pero e ma mas to , who that which qui'.split(' '),
)

function verb(reading: Reading, { i, low, high, before }: Place): Clause | null {
  const { tokens, language } = reading
  const token = tokens[i] as Token
  if (isNegated(reading, i, low) || isNounOfCalling(reading, i)) return null
  const next = tokens[i + 1]
  if (
    next?.lower === 'by' ||
    (language.code !== 'en' && agents.has(next?.lower ?? '') && isPassive(tokens, i))
  ) {
    const agent = forward(reading, i + 2, high)
    if (agent) return clauseOf(token, i, agent, 'passive-by', i)
  }
  if (language.code === 'en' && passives.has(token.lower))
    if (isPassive(tokens, i) || isReduced(tokens, i)) return null
  const start = startOfVerb(reading, i, low)
  const report = reportSubject(reading, { start, verb: i, low, high })
  if (report) {
    const made = clauseOf(token, i, report, 'according-to', report.opener)
    return { ...made, start: report.opener + 1, isShared: report.opener === low }
  }
  const isInverted = opensInverted(reading, start, low, i)
  const own = isInverted && !isAfterQuote(tokens, start) ? findSubject(reading, i, low) : null
  if (isInverted && own?.speaker.form !== 'person') {
    const near = afterHearer(reading, afterTime(reading, i + 1, high))
    const inverted =
      forward(reading, near, high) ??
      (isAfterQuote(tokens, start) ? farSubject(reading, i + 1, high) : null)
    const isWritten = inverted?.speaker.form === 'document' && !isAfterQuote(tokens, start)
    if (inverted && !isWritten && !isObject(reading, { start, low, end: inverted.end }))
      return clauseOf(token, i, inverted, 'verb-after', start)
    if (
      (afterHearer(reading, i + 1) === i + 1 && hasDroppedSubject(reading, start, i)) ||
      (start === low && opensWithVerb(reading, i))
    )
      return clauseOf(
        token,
        i,
        { speaker: blankSpeaker('pronoun', '', token.start), end: i + 1 },
        'verb-after',
        start,
      )
  }
  const verbSecond = opensWithAdverbial(reading, low, i) ? forward(reading, i + 1, high) : null
  if (verbSecond) return clauseOf(token, i, verbSecond, 'verb-before', start)
  const subject = own ?? findSubject(reading, i, low)
  if (subject) {
    const ruleId =
      subject.speaker.medium !== null
        ? subject.speaker.form === 'document'
          ? 'document-says'
          : 'published-document'
        : 'verb-before'
    return clauseOf(token, i, { speaker: subject.speaker, end: i + 1 }, ruleId, subject.start)
  }
  if (language.code === 'de' && tokens[low]?.lower === 'wie') {
    // `Wie die Polizei am Montag mitteilte`: the verb closes the clause that its subject opens.
    const opener = forward(reading, low + 1, i)
    if (opener)
      return clauseOf(token, i, { speaker: opener.speaker, end: i + 1 }, 'verb-before', low)
  }
  // `and later whispered`: the joiner may be among what stands before the verb.
  const isJoined = tokens
    .slice(Math.max(low, start - 1), i)
    .some((token) => joiners.has(token.lower || token.text))
  const relative = antecedent(reading, start, low)
  if (relative) {
    const made = clauseOf(token, i, { ...relative, end: i + 1 }, 'verb-before', relative.start)
    return { ...made, isShared: !/person|surname/.test(relative.speaker.form) }
  }
  if (!isJoined) return null
  const shared = findMainSubject(reading, low, i)?.speaker ?? before.at(-1)?.speaker ?? null
  const clause = clauseOf(token, i, { speaker: shared, end: i + 1 }, 'verb-before-shared', start)
  return { ...clause, isShared: true }
}

/** `on a call`, `the conference call`: the same form as `shoppers call it “q”`. */
const isNounOfCalling = ({ tokens, language }: Reading, i: number): boolean => {
  if (tokens[i]?.lower !== 'call' || language.code !== 'en') return false
  const before = tokens[i - 1]
  return !(
    before?.kind === 'word' &&
    (before.lower === 'to' ||
      before.lower === 'people' ||
      language.pronouns.has(before.lower) ||
      (before.isCapital && (tokens[i + 1]?.isCapital ?? false)) ||
      (before.isCapital && language.pronouns.has(tokens[i + 1]?.lower ?? '')) ||
      (/..s$/.test(before.lower) && !before.isPossessive && !language.definite.has(before.lower)))
  )
}

const clauseOf = (
  verb: Token,
  at: number,
  { speaker, end }: { speaker: Speaker | null; end: number },
  ruleId: RuleId,
  start: number,
): Clause => ({
  speaker,
  cue: verb.lower,
  ruleId,
  start,
  verb: at,
  end,
  via: null,
  isShared: false,
})

const isPassive = (tokens: Token[], i: number): boolean =>
  auxiliaries.has(tokens[i - 1]?.lower ?? '')

function isNegated({ tokens, language }: Reading, i: number, low: number): boolean {
  for (let k = i - 1; k >= Math.max(low, i - 4); k--) {
    const token = tokens[k] as Token
    if (token.kind !== 'word') return false
    if (language.negations.has(token.lower) || token.lower.endsWith('n’t')) return true
    if (token.lower !== 'to' && !language.fillers.has(token.lower)) return false
  }
  return false
}

function startOfVerb(reading: Reading, i: number, low: number): number {
  const { tokens, language } = reading
  // `who in 2010 said`
  let start = i - timeBefore(reading, i, low)
  while (
    start > low &&
    tokens[start - 1]?.kind === 'word' &&
    language.fillers.has(tokens[start - 1]?.lower ?? '') &&
    // `“Q,” Will urged`: with a capital it is a name.
    !(language.code === 'en' && tokens[start - 1]?.isCapital && start - 1 > low)
  )
    start--
  return start
}

/** `It was a “mistake” in May, said Ann Lee.`: verbs that close a sentence with who says it. */
const closing =
  /^(?:said|says|wrote|writes|argued|argues|warned|warns|explained|explains|noted|notes)$/

const holdsQuote = (tokens: Token[], low: number, high: number): boolean =>
  tokens.slice(Math.max(low, high - 40), high).some(({ kind }) => kind === 'quote')

/** Whether a speaker may follow the verb: right after a quotation, at the start of a sentence, or in a language where that is usual. */
function opensInverted(
  { tokens, language }: Reading,
  start: number,
  low: number,
  i: number,
): boolean {
  const previous = tokens[start - 1]
  if (language.tellingVerbs.has(tokens[i]?.lower ?? '')) return false
  // `called it “q” and said members would walk out`: the verb goes on with the subject of the sentence.
  if (start < i && /^(?:and|et|und|y|e)$/.test(tokens[start]?.lower ?? '')) return false
  if (previous?.kind === 'quote') return !goesOnAfter(tokens, start, i, language)
  if (previous && /^[,—–-]$/.test(previous.text))
    return (
      tokens[start - 2]?.kind === 'quote' ||
      language.code !== 'en' ||
      (closing.test(tokens[i]?.lower ?? '') && holdsQuote(tokens, low, start))
    )
  return start === low && (language.code !== 'en' || start === i)
}
