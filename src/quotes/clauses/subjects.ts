/** Who does the saying when the verb comes after: walks left from the verb to the phrase that is its subject. */
import { namesRegion, timeBefore } from '#src/quotes/names/adverbials.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { afterCitation, citedBefore } from './citations.ts'
import {
  asideBefore,
  betweenDashes,
  isAsideUpTo,
  isOfficeUpTo,
  isPlacedAndRelated,
} from './asides.ts'
import { isDocumentPlace, isInsidePhrase } from './insidePhrase.ts'
import { publisherOf, publishingVerb } from './publishers.ts'
import { opensAsVerb } from '#src/quotes/names/participles.ts'
import { readSpeaker } from '#src/quotes/names/nounPhrases.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { isClitic } from '#src/quotes/languages/clitics.ts'
import type { Language } from '#src/quotes/languages/language.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { isOffice } from '#src/quotes/text/vocabulary.ts'

export type Subject = { speaker: Speaker; start: number }

const farthest = 44
const longestClause = 18

/**
 * Finds the phrase that ends right before the verb at `verb`, not reaching back beyond `low`.
 * The leftmost phrase that fits whole wins, so that `a spokesman for the ministry` is not read as `the ministry`.
 */
export function findSubject(reading: Reading, verb: number, low: number): Subject | null {
  const end = beforeFillers(reading, verb, low)
  // `Ann Lee met John Ray and asked`: what stands before `and` has another verb.
  if (reading.tokens.slice(end, verb).some(({ lower }) => joiners.has(lower))) return null
  // `aux syndicats qui l’accusent`: whoever the relative is about may be an object.
  const isRelative = reading.tokens.slice(end, verb).some(({ lower }) => relatives.has(lower))
  const cited = citedBefore(reading, end, low)
  for (let start = Math.max(low, end - farthest); start < end; start++) {
    const token = reading.tokens[start] as Token
    if (cited && start > cited.at && start < cited.end) continue
    if (token.kind !== 'word' || isInsidePhrase(reading, start, low, isRelative)) continue
    const speaker = phraseUpTo(reading, start, end)
    if (speaker && !(speaker.form === 'document' && isDocumentPlace(reading, start, low)))
      return { speaker: withPublisher(reading, speaker, start, low), start }
  }
  return nameBehindOffice(reading, end, low)
}

/** `Run for $10 director Ann Lee told`: what stands before the office is in no list, the name behind it is right before the verb. */
function nameBehindOffice(reading: Reading, end: number, low: number): Subject | null {
  const { tokens, language } = reading
  for (let start = Math.max(low + 1, end - 4); start < end - 1; start++) {
    const office = tokens[start - 1] as Token
    if (office.kind !== 'word' || office.isPossessive || !isOffice(office, language)) continue
    const found = readSpeaker(reading, start)
    if (found?.next === end && found.speaker.form === 'person')
      return { speaker: { ...found.speaker, role: office.text }, start }
  }
  return null
}

const joiners = new Set(['and', 'et', 'und', 'y', 'e'])

/** The subject of a sentence: its first phrase, after an opening such as `On Monday,`. */
export function findMainSubject(reading: Reading, low: number, high: number): Subject | null {
  // `Ask Joan Marr about it and she laughs`, `Più cauto il sindaco`: the capital is the sentence’s, and the subject starts later.
  const opener = reading.language.openers.has(reading.tokens[low]?.lower ?? '')
  const late = !opener ? [] : reading.language.code === 'en' ? [low + 1] : [low + 1, low + 2]
  const starts = [low, ...late, ...commasAfter(reading, low, Math.min(high, low + 30))]
  for (const start of starts) {
    const token = reading.tokens[start]
    if (!token || token.kind !== 'word' || reading.language.stops.has(token.lower)) continue
    const found = readFullSpeaker(reading, start, true)
    // `Interrogé par la radio, le guide …`: a single word before a preposition is a participle more often than a name.
    const isParticiple =
      start === low &&
      starts.length > 1 &&
      found?.speaker.form === 'surname' &&
      /^(?:by|for|about|whether|how|why|if|par|sur|von|nach|por|sobre|da|su|in|at|on|du|de|d’|do|das|dos|di|del|della|dell’)$/.test(
        reading.tokens[found.next]?.lower ?? '',
      )
    // `in Hobart, Tasmania, Cole went`: what stands between two commas after a place belongs to it.
    const isPlace =
      found?.isBare && reading.tokens[found.next]?.text === ',' && namesRegion(reading, start, low)
    const last = tokensOf(reading, found)
    const isOwner = last?.isPossessive && reading.tokens[found?.next ?? 0]?.kind === 'word'
    if (found && start === low && opensAsVerb(reading, start, found)) continue
    if (found && found.next <= high && !isParticiple && !isOwner && !isPlace)
      return { speaker: found.speaker, start }
  }
  return null
}

const tokensOf = ({ tokens }: Reading, found: { next: number } | null): Token | undefined =>
  found ? tokens[found.next - 1] : undefined

const commasAfter = ({ tokens }: Reading, low: number, high: number): number[] => {
  const found: number[] = []
  for (let i = low; i < high; i++) if (tokens[i]?.text === ',') found.push(i + 1)
  return found
}

const nounsInLy = new Set(
  'family ally reply assembly supply monopoly anomaly bully rally fly tally'.split(' '),
)

function beforeFillers(reading: Reading, verb: number, low: number): number {
  const { tokens, language } = reading
  let end = verb
  while (end > low) {
    const token = tokens[end - 1] as Token
    const isFiller =
      token.kind === 'word' &&
      ((language.fillers.has(token.lower) && !(token.isCapital && end - 1 > low)) ||
        (token.lower.endsWith('ly') &&
          !token.isCapital &&
          language.code === 'en' &&
          !nounsInLy.has(token.lower)))
    // `la patronal la considera`: right before a verb it is no article.
    const isObject = end < verb + 1 && end > low + 1 && isClitic(language.code, token.lower)
    const aside =
      token.text === ','
        ? asideBefore(tokens, end - 1, low)
        : /^[—–]$/.test(token.text)
          ? betweenDashes(tokens, end - 1, low)
          : timeBefore(reading, end, low)
    if (aside > 0) end -= aside
    else if (isFiller || isObject) end--
    else break
  }
  return end
}

/** `Students waiting for the tram shouted`: what a described group was doing belongs to it. */
const isParticipleOf = ({ form }: Speaker, token: Token | undefined, language: Language): boolean =>
  language.code === 'en' &&
  form === 'unnamed' &&
  /^\p{Ll}{3,}ing$/u.test(token?.text ?? '') &&
  !language.gerundCues.has(token?.lower ?? '')

/** The speaker whose phrase, with its appositives and relative clause, runs exactly from `start` to `end`. */
function phraseUpTo(reading: Reading, start: number, end: number): Speaker | null {
  const { tokens, language } = reading
  const found = readFullSpeaker(reading, start, true)
  const named = found && language.code === 'en' ? readSpeaker(reading, start) : null
  if (named?.speaker.form === 'person' && isOfficeUpTo(reading, named.next, end)) {
    const role = reading.text.slice(tokens[named.next + 1]?.start, tokens[end - 1]?.end)
    return { ...named.speaker, role }
  }
  if (!found || found.next > end) return null
  const { speaker, next, isBare } = found
  if (next === end || (/unnamed|person/.test(speaker.form) && afterCitation(reading, next) === end))
    return speaker
  if (
    language.code === 'en' &&
    isBare &&
    /person|surname|pronoun/.test(speaker.form) &&
    isAsideUpTo(reading, next, end)
  )
    return speaker
  // `Smith, said`: a comma belongs before the verb only after something set off by commas, or where a phrase opens.
  if (next === end - 1 && tokens[next]?.text === ',')
    return !isBare ||
      start === 0 ||
      isOpening(tokens[start - 1]) ||
      (language.code !== 'en' && relatives.has(tokens[end]?.lower ?? ''))
      ? speaker
      : null
  if (speaker.form === 'person' && isPlacedAndRelated(reading, next, end)) return speaker
  const isPlaced =
    /person|surname/.test(speaker.form) &&
    (speaker.form === 'person' ? places : circumstances).has(tokens[next]?.lower ?? '') &&
    end - next <= longestPlace &&
    (speaker.form === 'person' ||
      tokens
        .slice(next + 1, end)
        .every(({ lower }) => lower === 'of' || !language.stops.has(lower)))
  if (isPlaced && tokens.slice(next, end).every((token) => belongsToPlace(token, reading)))
    return speaker
  // `people who backed it said` runs without a sign; what stands beyond one has its own subject.
  const isRelative =
    (relatives.has(tokens[next]?.lower ?? '') || isParticipleOf(speaker, tokens[next], language)) &&
    end - next <= longestClause &&
    (language.code !== 'en' || tokens.slice(next, end).every(({ text }) => !/^[,:;—–]$/.test(text)))
  return isRelative ? withCondition(reading, speaker, next, end) : null
}

/** `Ann Lee of the Northern Division told`: where a named person belongs. */
const places = new Set('of from at in on during de del du von aus vom di da do della'.split(' '))
const circumstances = new Set('in on during'.split(' '))
const longestPlace = 9

/** `Lee in his last speech called it`: what tells where belongs to the subject; another clause does not. */
const belongsToPlace = ({ kind, lower, isCapital }: Token, { language }: Reading): boolean =>
  kind === 'word' &&
  (language.code !== 'en' ||
    (!/^(?:he|she|they|it|i|we|if|that|who|when|while|what|whether|and|but|to|as)$/.test(lower) &&
      (isCapital || !language.cues.has(lower))))

/** `officials who asked …`, `funcionarios que pidieron …`. */
const relatives = new Set('who qui que quienes che'.split(' '))

const isOpening = (token: Token | undefined): boolean =>
  !token || token.kind === 'quote' || /[.,!?:;—–]/.test(token.text)

function withCondition(
  { tokens, text, language }: Reading,
  speaker: Speaker,
  from: number,
  to: number,
): Speaker {
  const words = text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end)
  const isCondition = language.conditions.some((phrase) => words.toLowerCase().includes(phrase))
  return isCondition
    ? { ...speaker, condition: words.replace(/^(?:who|qui|que|quienes|che)\s+/i, '') }
    : speaker
}

/** `The Telegraph published an opinion that insisted`, `Ann Lee issued a statement saying`: whoever sent it speaks. */
function withPublisher(reading: Reading, speaker: Speaker, start: number, low: number): Speaker {
  const verb = publishingVerb(reading, start)
  if (speaker.form !== 'document' || speaker.role !== null || verb === null) return speaker
  const owner = findSubject(reading, verb, low)
  return owner ? publisherOf(speaker, owner.speaker) : speaker
}
