/** Every clause of a sentence that gives words to somebody: verb, speaker, and how they stand to each other. */
import { readFullSpeaker } from '#src/quotes/appositives.ts'
import { readSpeaker } from '#src/quotes/nounPhrases.ts'
import type { Reading } from '#src/quotes/reading.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/speaker.ts'
import { findMainSubject, findSubject } from '#src/quotes/subjects.ts'
import type { Token } from '#src/quotes/tokens.ts'
import { cueOfInversion } from '#src/quotes/vocabulary.ts'

export type Clause = {
  speaker: Speaker | null
  cue: string
  ruleId: RuleId
  /** Token places: where the clause starts, its verb, and the token after it. */
  start: number
  verb: number
  end: number
  /** Name of the outlet that quoted the speaker, when the clause says so. */
  via: string | null
  /** The subject is borrowed from the sentence. */
  isShared: boolean
}

/** Finds the clauses between two token places of one sentence, in order. */
export function findClauses(reading: Reading, low: number, high: number): Clause[] {
  const clauses: Clause[] = []
  let i = low
  while (i < high) {
    const clause = clauseAt(reading, { i, low, high, before: clauses })
    if (clause) clauses.push(clause)
    i = clause
      ? Math.max(i + 1, clause.ruleId === 'quoted-by-outlet' ? clause.end : clause.verb + 1)
      : i + 1
  }
  return clauses
}

type Place = { i: number; low: number; high: number; before: Clause[] }

function clauseAt(reading: Reading, place: Place): Clause | null {
  const { tokens, language } = reading
  const token = tokens[place.i] as Token
  if (token.kind !== 'word') return null
  const phrase = phraseLength(tokens, place.i, language.accordingTo)
  if (phrase > 0) return accordingTo(reading, place, phrase)
  if (language.quotingVerbs.has(token.lower)) return quotedByOutlet(reading, place)
  const inversion = cueOfInversion(token, language)
  if (inversion) return invertedPronoun(reading, place, inversion)
  if (language.gerundCues.has(token.lower)) return gerund(reading, place)
  if (
    !language.cues.has(token.lower) ||
    (token.isCapital && place.i > place.low && tokens[place.i - 1]?.kind !== 'quote')
  )
    return null
  return verb(reading, place)
}

/** How many words of any of the phrases start here; 0 for none. */
export function phraseLength(tokens: Token[], at: number, phrases: readonly string[][]): number {
  for (const phrase of phrases)
    if (phrase.every((word, k) => tokens[at + k]?.lower === word)) return phrase.length
  return 0
}

function accordingTo(reading: Reading, { i, high }: Place, length: number): Clause | null {
  const found = forward(reading, i + length, high)
  if (!found) return null
  const cue = reading.tokens
    .slice(i, i + length)
    .map((token) => token.lower)
    .join(' ')
  return { ...found, cue, ruleId: 'according-to', start: i, verb: i, via: null, isShared: false }
}

function forward(
  reading: Reading,
  at: number,
  high: number,
): { speaker: Speaker; end: number } | null {
  const found = readFullSpeaker(reading, at, false)
  return found && at < high ? { speaker: found.speaker, end: Math.min(found.next, high) } : null
}

/** `OUTLET quoted S as saying`, `S was quoted by OUTLET as saying`. */
function quotedByOutlet(reading: Reading, { i, low, high }: Place): Clause | null {
  const { tokens, language } = reading
  const isPassive = /^(?:was|were|been)$/.test(tokens[i - 1]?.lower ?? '')
  const subject = findSubject(reading, i, low)
  if (isPassive && subject) {
    const stop = Math.min(high, i + 12)
    let via: string | null = null
    let end = i + 1
    for (let k = i + 1; k < stop && tokens[k]?.kind === 'word'; k++) {
      if (tokens[k]?.lower === 'by' || tokens[k]?.lower === 'in') {
        const outlet = readSpeaker(reading, k + 1)?.speaker
        if (outlet && /publication|organisation|surname/.test(outlet.form)) via = outlet.name
      }
      end = k + 1
    }
    return {
      speaker: subject.speaker,
      cue: 'quoted',
      ruleId: 'quoted-by-outlet',
      start: subject.start,
      verb: i,
      end,
      via,
      isShared: false,
    }
  }
  const quoted = forward(reading, i + 1, high)
  if (!subject || !quoted) return null
  const via = /publication|organisation|surname|document/.test(subject.speaker.form)
    ? subject.speaker.name
    : null
  let end = quoted.end
  while (
    end < high &&
    end < quoted.end + 3 &&
    (tokens[end]?.lower === 'as' || language.gerundCues.has(tokens[end]?.lower ?? ''))
  )
    end++
  const verbToken = tokens[end - 1] as Token
  const cue = language.gerundCues.has(verbToken.lower)
    ? verbToken.lower
    : (tokens[i] as Token).lower
  return {
    speaker: quoted.speaker,
    cue,
    ruleId: 'quoted-by-outlet',
    start: subject.start,
    verb: i,
    end,
    via,
    isShared: false,
  }
}

function invertedPronoun(
  reading: Reading,
  { i, high }: Place,
  inversion: { verb: string; pronoun: string },
): Clause | null {
  const { tokens, language } = reading
  const isAuxiliary = inversion.verb === 'a' || inversion.verb === 'ont'
  let verbAt = i
  if (isAuxiliary) {
    verbAt = i + 1
    while (verbAt < high && language.fillers.has(tokens[verbAt]?.lower ?? '')) verbAt++
    if (!language.cues.has(tokens[verbAt]?.lower ?? '')) return null
  }
  const gender = language.pronouns.get(inversion.pronoun) ?? 'any'
  const speaker: Speaker = {
    ...blankSpeaker('pronoun', inversion.pronoun, (tokens[i] as Token).start),
    gender,
  }
  const cue = isAuxiliary ? (tokens[verbAt] as Token).lower : inversion.verb
  return {
    speaker,
    cue,
    ruleId: 'verb-after',
    start: i,
    verb: verbAt,
    end: verbAt + 1,
    via: null,
    isShared: false,
  }
}

function gerund(reading: Reading, { i, low, high, before }: Place): Clause | null {
  const { tokens } = reading
  const cue = (tokens[i] as Token).lower
  const base = { cue, start: i, verb: i, end: i + 1, via: null }
  const isAfterComma =
    tokens[i - 1]?.text === ',' ||
    tokens[i - 1]?.lower === 'and' ||
    tokens[i - 1]?.kind === 'quote' ||
    i === low
  const own = isAfterComma || tokens[i - 1]?.lower === 'as' ? null : findSubject(reading, i, low)
  if (own)
    return {
      ...base,
      speaker: own.speaker,
      start: own.start,
      ruleId: 'verb-before',
      isShared: false,
    }
  const shared =
    before.at(-1)?.speaker ??
    findMainSubject(reading, low, i)?.speaker ??
    (i === low ? afterOpening(reading, i, high) : null)
  return { ...base, speaker: shared, ruleId: 'verb-before-shared', isShared: true }
}

const afterOpening = (reading: Reading, i: number, high: number): Speaker | null => {
  const comma = reading.tokens.findIndex((token, k) => k > i && k < high && token.text === ',')
  return comma < 0 ? null : (readSpeaker(reading, comma + 1)?.speaker ?? null)
}

function verb(reading: Reading, { i, low, high, before }: Place): Clause | null {
  const { tokens, language } = reading
  const token = tokens[i] as Token
  if (isNegated(reading, i, low)) return null
  const base = { cue: token.lower, verb: i, via: null, isShared: false }
  const next = tokens[i + 1]
  if (
    next?.lower === 'by' ||
    (language.code !== 'en' &&
      /^(?:par|von|por|da)$/.test(next?.lower ?? '') &&
      isPassive(tokens, i))
  ) {
    const agent = forward(reading, i + 2, high)
    if (agent) return { ...base, ...agent, ruleId: 'passive-by', start: i }
  }
  if (
    isPassive(tokens, i) &&
    language.code === 'en' &&
    /^(?:told|asked|called|described|urged|warned|reported|said|quoted|estimated|denied|praised|condemned|criticised|criticized|labelled|branded|assured|found|read)$/.test(
      token.lower,
    )
  )
    return null
  const start = startOfVerb(reading, i, low)
  if (opensInverted(reading, start, low, i)) {
    const inverted = forward(reading, i + 1, high)
    if (inverted) return { ...base, ...inverted, ruleId: 'verb-after', start }
  }
  const subject = findSubject(reading, i, low)
  if (subject) {
    const ruleId =
      subject.speaker.medium !== null
        ? subject.speaker.form === 'document'
          ? 'document-says'
          : 'published-document'
        : 'verb-before'
    return { ...base, speaker: subject.speaker, ruleId, start: subject.start, end: i + 1 }
  }
  const previous = tokens[start - 1]
  const isJoined =
    previous &&
    /^(?:and|but|then|et|mais|und|aber|y|pero|e|ma|mas|to|,|who|that|which|qui)$/.test(
      previous.lower || previous.text,
    )
  if (!isJoined) return null
  const shared = findMainSubject(reading, low, i)?.speaker ?? before.at(-1)?.speaker ?? null
  return {
    ...base,
    speaker: shared,
    ruleId: 'verb-before-shared',
    start,
    end: i + 1,
    isShared: true,
  }
}

const isPassive = (tokens: Token[], i: number): boolean =>
  /^(?:was|were|been|being|be|is|are|été|wurde|wurden|fue|sido|stato|foi|sido)$/.test(
    tokens[i - 1]?.lower ?? '',
  )

function isNegated({ tokens, language }: Reading, i: number, low: number): boolean {
  for (let k = i - 1; k >= Math.max(low, i - 4); k--) {
    const token = tokens[k] as Token
    if (token.kind !== 'word') return false
    if (language.negations.has(token.lower) || token.lower.endsWith('n’t')) return true
    if (token.lower !== 'to' && !language.fillers.has(token.lower)) return false
  }
  return false
}

function startOfVerb({ tokens, language }: Reading, i: number, low: number): number {
  let start = i
  while (
    start > low &&
    tokens[start - 1]?.kind === 'word' &&
    language.fillers.has(tokens[start - 1]?.lower ?? '')
  )
    start--
  return start
}

/** Whether a speaker may follow the verb: right after a quotation, at the start of a sentence, or in a language where that is usual. */
function opensInverted(
  { tokens, language }: Reading,
  start: number,
  low: number,
  i: number,
): boolean {
  const previous = tokens[start - 1]
  if (language.tellingVerbs.has(tokens[i]?.lower ?? '')) return false
  if (previous?.kind === 'quote') return true
  if (previous && /^[,—–-]$/.test(previous.text))
    return tokens[start - 2]?.kind === 'quote' || language.code !== 'en'
  return start === low && (language.code !== 'en' || start === i)
}
