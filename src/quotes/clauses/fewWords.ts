/**
 * One to three quoted words inside a sentence of the newsroom that no clause of speech speaks for: given to whoever judges,
 * describes or mentions with them. At most likely; without a subject that can be read, somebody’s, and nobody’s in particular.
 */
import { blankSpeaker } from '#src/quotes/names/speaker.ts'
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { isSomebody, ownerOf, subjectOf } from './fewWordsOwners.ts'
import { pronounBefore } from './speechNouns.ts'
import { findSubject } from './subjects.ts'

/** Finds who has a few words in marks, or that somebody has them. */
export function fewWords(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  if (!isFew(reading, sentence.low, at)) return null
  return (
    remarkOf(reading, sentence, at) ??
    besideVerb(reading, sentence, at) ??
    goesOnWith(reading, sentence, at, previous) ??
    judged(reading, sentence, at, previous) ??
    closed(reading, sentence, at)
  )
}

/** Not a sentence of its own, nor what looks like a name. */
function isFew({ tokens, language }: Reading, low: number, at: number): boolean {
  const words = (tokens[at] as Token).text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  const isName =
    language.code !== 'de' &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    !/[!?…][”"’»“']*$/.test((tokens[at] as Token).text)
  return at > low && words.length > 0 && words.length <= 3 && !isName
}

/** `Lee “strongly” denied it`: the words stand between the speaker and the verb. */
function besideVerb(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const verb = tokens[at + 1]
  if (verb?.kind !== 'word' || verb.isCapital || !language.cues.has(verb.lower)) return null
  if (verb.lower === 'cast') return null
  const subject = findSubject(reading, at, sentence.low)
  return subject && isSomebody(subject.speaker)
    ? {
        ...make(reading, sentence, at, subject.speaker, { ruleId: 'few-beside', isSure: false }),
        cue: verb.lower,
      }
    : null
}

const remarks =
  /^(?:remarks?|comments?|quip|claims?|line|slogan|statement|tweet|jibe|jab|taunt|insult|accusations?|warnings?|pledge|promise|boast|speech|rhetoric|mantra|message|joke|assertion|argument|explanation|apology|chants?|catchphrase)$/

/** `Lee’s “q” remark`: a noun of speech follows, and whose it is stands before. */
function remarkOf(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (language.code !== 'en' || !remarks.test(tokens[at + 1]?.lower ?? '')) return null
  const owner = ownerOf(reading, sentence.low, at) ?? pronounBefore(reading, at)
  return owner && isSomebody(owner)
    ? make(reading, sentence, at, owner, { ruleId: 'few-noun', isSure: false })
    : null
}

const longestEnd = 12

/** `The line is “q” in winter, Lee said.`: who says all of it closes the sentence. */
function closed(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  const clause = sentence.clauses.at(-1)
  if (!clause?.speaker || clause.verb <= at || clause.isShared) return null
  const isTail =
    tokens[clause.start - 1]?.text === ',' &&
    sentence.high - clause.end <= longestEnd &&
    !tokens
      .slice(clause.end, sentence.high)
      .some(({ text, kind }) => kind === 'quote' || /^[,;:]$/.test(text))
  return isTail
    ? {
        ...make(reading, sentence, at, clause.speaker, { ruleId: 'few-closed', isSure: false }),
        cue: clause.cue,
      }
    : null
}

const between =
  /^(?:and|or|but|et|ou|mais|und|oder|aber|sowie|y|e|o|u|ma|mas|a|an|the|un|une|le|la|el|il|lo|der|die|das|ein|eine|einen|um|uma|of|de|di|to|as|for|nor|,)$/

/** `called it “p” and a “q”`: nothing but a conjunction stands between the words and others of the same speaker. */
function goesOnWith(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const { tokens } = reading
  let first = at - 1
  while (first > sentence.low && tokens[first]?.kind !== 'quote' && at - first <= 4) first--
  if (previous === null || tokens[first]?.passage !== previous.passage) return null
  return tokens.slice(first + 1, at).every(({ lower }) => between.test(lower))
    ? {
        ...previous,
        passage: (tokens[at] as Token).passage,
        ruleId: 'few-again',
        isSure: false,
        touchesAfter: false,
        splitFrom: null,
      }
    : null
}

/** The verb or noun that governs the words, and how. */
type Governor = { place: number; by: 'verb' | 'as' | 'noun' }

function judged(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const governor = governorOf(reading, sentence.low, at)
  if (!governor || isNegated(reading, governor.place, sentence.low)) return null
  const ruleId: RuleId = `few-${governor.by}`
  const speaker =
    governor.by === 'noun'
      ? ownerOf(reading, sentence.low, governor.place)
      : subjectOf(reading, sentence, governor.place, at, previous)
  if (speaker !== null && !isSomebody(speaker)) return null
  return {
    ...make(reading, sentence, at, speaker ?? blankSpeaker('pronoun', '', 0), {
      ruleId,
      isSure: false,
    }),
    speaker,
    cue: reading.tokens[governor.place]?.lower ?? null,
  }
}

const farthest = 12
const clauseSigns =
  /^(?:[;:(]|who|which|where|when|because|if|whose|qui|où|wenn|weil|che|quando|porque|se)$/

function governorOf(reading: Reading, low: number, at: number): Governor | null {
  const { tokens, language } = reading
  const judging = judgingOf(language.code)
  let isAs = false
  for (let i = at - 1; i >= Math.max(low, at - farthest); i--) {
    const token = tokens[i] as Token
    if (clauseSigns.test(token.lower)) return null
    if (token.text === ',' && tokens[i - 1]?.kind !== 'quote') return null
    if (token.kind !== 'word' || (token.isCapital && i > low)) continue
    if (judging.as.has(token.lower) && at - i <= 3) {
      if (judging.notAs.has(tokens[i - 1]?.lower ?? '')) return null
      isAs = true
      continue
    }
    if (judging.notAs.has(token.lower) && isAs) return null
    const isNoun =
      judging.nouns.has(token.lower) &&
      judging.joints.has(tokens[i + 1]?.lower ?? '') &&
      isOwned(reading, i)
    if (isNoun) return { place: i, by: 'noun' }
    const isVerb =
      judging.verbs.has(token.lower) ||
      (judging.reflexive.has(token.lower) && isReflexive(reading, i, at)) ||
      language.cues.has(token.lower) ||
      language.gerundCues.has(token.lower)
    if (isVerb && !isNounHere(reading, i))
      return isPassive(reading, i) ? null : { place: i, by: isAs ? 'as' : 'verb' }
    if (isAs && /..ed$/.test(token.lower) && language.code === 'en')
      return isPassive(reading, i) ? null : { place: i, by: 'as' }
  }
  return null
}

const itself = /^(?:sich|se|s’|si|me|uns|mich)$/

const isReflexive = ({ tokens }: Reading, i: number, at: number): boolean =>
  tokens.slice(Math.max(0, i - 2), Math.min(at, i + 6)).some(({ lower }) => itself.test(lower))

/** After an article the word is a noun. */
const isNounHere = ({ tokens, language }: Reading, i: number): boolean =>
  language.code === 'en' &&
  (language.indefinite.has(tokens[i - 1]?.lower ?? '') ||
    /^(?:the|his|her|their|its|this|that|of|for)$/.test(tokens[i - 1]?.lower ?? '') ||
    (tokens[i - 1]?.isPossessive ?? false))

const isOwned = ({ tokens, language }: Reading, i: number): boolean =>
  language.code !== 'en' ||
  !/^(?:to|will|would|can|could|should|must|not)$/.test(tokens[i - 1]?.lower ?? '')

/** `is known as`, `has been described as`. */
const isPassive = ({ tokens, language }: Reading, i: number): boolean =>
  language.code === 'en' &&
  /(?:ed|en|nt|id|ht|wn)$/.test(tokens[i]?.lower ?? '') &&
  [1, 2].some((back) =>
    /^(?:is|are|was|were|be|been|being|’s|’re)$/.test(tokens[i - back]?.lower ?? ''),
  )

const isNegated = ({ tokens, language }: Reading, i: number, low: number): boolean =>
  tokens
    .slice(Math.max(low, i - 3), i)
    .some(({ lower }) => language.negations.has(lower) || lower.endsWith('n’t'))
