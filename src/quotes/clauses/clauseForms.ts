/** Clauses that are not a plain subject and verb: `according to S`, `OUTLET quoted S as saying`, `dit-il`, `S zufolge`. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { readSpeaker } from '#src/quotes/names/nounPhrases.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { isAfterQuote } from './inversions.ts'
import { ownWords } from './ownWords.ts'
import { outletAt } from './relays.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import { findSubject } from './subjects.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

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

export type Place = { i: number; low: number; high: number; before: Clause[] }

export function forward(
  reading: Reading,
  at: number,
  high: number,
): { speaker: Speaker; end: number } | null {
  // `concludes that Cole had slept`: a clause follows, nobody who speaks.
  if (reading.language.code === 'en' && reading.tokens[at]?.lower === 'that') return null
  const found = readFullSpeaker(reading, at, false)
  const longer = found && unlistedHead(reading, at, Math.min(found.next, high))
  if (longer) return longer
  return found && at < high && !isOwner(reading, found.next)
    ? { speaker: found.speaker, end: Math.min(found.next, high) }
    : null
}

/** `said a Welsh smallholder`, `said one Labour canvasser`: an adjective was read as a name, and the noun after it is in no list. */
function unlistedHead(
  { tokens, language, text }: Reading,
  at: number,
  next: number,
): { speaker: Speaker; end: number } | null {
  const opener = tokens[at]?.lower ?? ''
  const isOpened =
    language.definite.has(opener) || language.indefinite.has(opener) || language.numbers.has(opener)
  if (language.code !== 'en' || !isOpened || tokens[next - 1]?.isPossessive) return null
  let end = next
  while (end < next + 3 && isPlainNoun(tokens[end], language)) end++
  const first = tokens[at + 1]
  const last = tokens[end - 1]
  if (end === next || !first || !last) return null
  const name = text.slice(first.start, last.end)
  return {
    speaker: {
      ...blankSpeaker('unnamed', name, first.start),
      role: name,
      noun: last.lower,
      count: language.numbers.get(opener) ?? null,
      isDefinite: language.definite.has(opener),
    },
    end,
  }
}

const isPlainNoun = (token: Token | undefined, language: Language): boolean =>
  token?.kind === 'word' &&
  /^\p{Ll}{3,}$/u.test(token.text) &&
  !token.isTime &&
  !/(?:ly|ing|ed)$|^(?:last|next|late|early|earlier|later)$/.test(token.lower) &&
  !language.stops.has(token.lower) &&
  !language.cues.has(token.lower) &&
  !language.fillers.has(token.lower) &&
  !language.pronouns.has(token.lower) &&
  !language.definite.has(token.lower) &&
  !language.indefinite.has(token.lower)

/** `Coyle’s butler`: whoever owns the noun after the name has not spoken. */
export const isOwner = ({ tokens }: Reading, next: number): boolean =>
  (tokens[next - 1]?.isPossessive ?? false) &&
  tokens[next]?.kind === 'word' &&
  !tokens[next].isCapital

export function accordingTo(reading: Reading, { i, high }: Place, length: number): Clause | null {
  const cue = reading.tokens
    .slice(i, i + length)
    .map((token) => token.lower)
    .join(' ')
  const own = ownWords(reading, i + length)
  if (own)
    return { ...own, cue, ruleId: 'according-to', start: i, verb: i, via: null, isShared: false }
  // `Pour les premiers, …`: `for` alone may say whom it is good for.
  const found =
    forward(reading, i + length, high) ??
    (isFor.has(cue) || cue === 'pour' ? null : unlistedSource(reading, { at: i + length, high }))
  if (!found) return null
  return { ...found, cue, ruleId: 'according-to', start: i, verb: i, via: null, isShared: false }
}

/** `Selon la direction, …`: whatever stands with its article after `according to` has the words, listed or not. */
function unlistedSource(
  { tokens, language, text }: Reading,
  { at, high }: { at: number; high: number },
): { speaker: Speaker; end: number } | null {
  if (!language.definite.has(tokens[at]?.lower ?? '')) return null
  let end = at + 1
  while (end < Math.min(high, at + 8) && isPlainWord(tokens[end], language)) end++
  const first = tokens[at + 1]
  const closer = tokens[end]
  const isClosed = end >= high || closer === undefined || /^[,.;:]$/.test(closer.text)
  if (!first || end === at + 1 || !isClosed || language.stops.has(first.lower)) return null
  const name = text.slice(first.start, (tokens[end - 1] as Token).end)
  return {
    speaker: {
      ...blankSpeaker('organisation', name, first.start),
      noun: first.lower,
      isDefinite: true,
    },
    end,
  }
}

const isPlainWord = (token: Token | undefined, language: Language): boolean =>
  token?.kind === 'word' && !language.cues.has(token.lower)

export const isFor = new Set('for per para'.split(' '))

/** `Per il sindaco X la piazza è «q»`: at the start of a sentence or of its second half, and of a named person alone. */
export function inTheEyesOf(reading: Reading, place: Place): Clause | null {
  const { i, low } = place
  if (i !== low && reading.tokens[i - 1]?.text !== ';') return null
  if ((reading.language.code === 'en') !== (reading.tokens[i]?.lower === 'for')) return null
  const clause = accordingTo(reading, place, 1)
  if (!clause?.speaker) return null
  const ahead = reading.tokens
    .slice(clause.end, clause.end + 3)
    .map(({ lower }) => lower)
    .join(' ')
  const isView = /^(?:si tratta d|se trata d|trata-se d|il s’agit d)/.test(ahead)
  const isJudge = clause.speaker.form === 'organisation' && isView
  return clause.speaker.form === 'person' || isJudge ? { ...clause, isShared: true } : null
}

export const phrasal: ReadonlyMap<string, RegExp> = new Map<string, RegExp>([
  ...['put', 'puts'].map((verb) => [verb, /^it$/] as const),
  ...['spoke', 'speaks', 'spoken', 'talked', 'talks', 'warning'].map(
    (verb) => [verb, /^of$/] as const,
  ),
  ...['referred', 'refers'].map((verb) => [verb, /^to$/] as const),
  ...['went', 'goes'].map((verb) => [verb, /^on$/] as const),
  ...['chimed', 'chipped', 'cut', 'broke'].map((verb) => [verb, /^in$/] as const),
  ...['pointed', 'points', 'called', 'cried', 'burst', 'spelled'].map(
    (verb) => [verb, /^out$/] as const,
  ),
  ...['shot', 'hit', 'fired', 'wrote', 'pushed', 'snapped'].map(
    (verb) => [verb, /^back$/] as const,
  ),
  ...['fa', 'fanno', 'fatto', 'fait', 'font'].map(
    (verb) => [verb, /^(?:sapere|savoir|valoir)$/] as const,
  ),
  ...['parle', 'parlé', 'parlait', 'parlent'].map((verb) => [verb, /^(?:de|d’?)$/] as const),
  ...['parla', 'parlato', 'parlava', 'parlano'].map((verb) => [verb, /^di$/] as const),
  ...['habla', 'habló', 'hablado', 'hablan', 'hablaron'].map((verb) => [verb, /^de$/] as const),
  ...['fala', 'falou', 'falado', 'falam', 'falaram'].map((verb) => [verb, /^(?:de|em)$/] as const),
])

/** `parla invece di «q»`: words that set the speaker against another may stand between. */
const contrasts = /^(?:invece|però|anzi|plutôt|donc|también|porém|antes)$/

/** Verbs that give words only with what follows: `as one survivor put it`, `spoke of “a dark day”`. */
export const isPhrasal = (tokens: Token[], at: number): boolean =>
  (contrasts.test(tokens[at + 1]?.lower ?? '') &&
    (phrasal.get(tokens[at]?.lower ?? '')?.test(tokens[at + 2]?.lower ?? '') ?? false)) ||
  ((phrasal.get(tokens[at]?.lower ?? '')?.test(tokens[at + 1]?.lower ?? '') ?? false) &&
    // `went on strike`, `cut in half`: the particle closes the clause, or the words follow.
    (!/^(?:on|in|out)$/.test(tokens[at + 1]?.lower ?? '') ||
      /^(?:chimed|pointed|points)$/.test(tokens[at]?.lower ?? '') ||
      tokens[at + 2]?.kind !== 'word' ||
      tokens[at + 2]?.lower === 'that'))

/** `Bürgermeister Ralf Stein zufolge`. */
export function postposed(reading: Reading, { i, low }: Place): Clause | null {
  const subject = findSubject(reading, i, low)
  return subject
    ? {
        speaker: subject.speaker,
        cue: 'zufolge',
        ruleId: 'according-to',
        start: subject.start,
        verb: i,
        end: i + 1,
        via: null,
        isShared: false,
      }
    : null
}

/** `OUTLET quoted S as saying`, `S was quoted by OUTLET as saying`. */
export function quotedByOutlet(reading: Reading, { i, low, high }: Place): Clause | null {
  const { tokens, language } = reading
  const isPassive = /^(?:was|were|been)$/.test(tokens[i - 1]?.lower ?? '')
  const subject = findSubject(reading, i, low)
  if (isPassive && subject) {
    const stop = Math.min(high, i + 12)
    let via: string | null = null
    let end = i + 1
    for (let k = i + 1; k < stop && tokens[k]?.kind === 'word'; k++) {
      if (tokens[k]?.lower === 'by' || tokens[k]?.lower === 'in') {
        const named = outletAt(reading, k + 1)
        if (named !== null) via = named
        const outlet = named === null ? readSpeaker(reading, k + 1)?.speaker : null
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
  const isSaying = quoted !== null && tokens[quoted.end]?.lower === 'as'
  if (!quoted || (!subject && !isSaying)) return null
  const outlet = subject?.speaker ?? readSpeaker(reading, low)?.speaker
  const via =
    outlet && /publication|organisation|surname|document/.test(outlet.form) ? outlet.name : null
  let end = quoted.end
  // `quoted a fisherman, Abel Norris, as saying`
  if (tokens[end]?.text === ',' && tokens[end + 1]?.lower === 'as') end++
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
    start: subject?.start ?? i,
    verb: i,
    end,
    via,
    isShared: subject === null,
  }
}

export function invertedPronoun(
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
    // `« Q », a-t-il fini par lâcher`: right after the words whatever was done was to say them.
    if (!language.cues.has(tokens[verbAt]?.lower ?? '')) {
      if (!isAfterQuote(tokens, i) || tokens[i + 1]?.kind !== 'word') return null
      verbAt = i
    }
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
