/**
 * A few quoted words inside a sentence of the newsroom that no clause of speech speaks for: given to whoever judges,
 * describes or mentions with them. At most likely; without a subject that can be read, somebody’s, and nobody’s in particular.
 */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import { judgingOf } from '#src/quotes/languages/judging.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import { type Attribution, make, type Sentence } from './attributionRecord.ts'
import { agentOf, isSomebody, ownerOf, subjectOf } from './fewWordsOwners.ts'
import { felt, forWhom } from './fewWordsAround.ts'
import { farthest, governorOf, isNegated } from './governors.ts'
import { pronounBefore } from './speechNouns.ts'
import { findMainSubject, findSubject } from './subjects.ts'

/** Finds who has a few words in marks, or that somebody has them. */
export function fewWords(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  if (!isFew(reading, sentence.low, at)) return null
  return (
    verbFinal(reading, sentence, at) ??
    remarkOf(reading, sentence, at) ??
    besideVerb(reading, sentence, at) ??
    goesOnWith(reading, sentence, at, previous) ??
    judged(reading, sentence, at, previous) ??
    closed(reading, sentence, at) ??
    forWhom(reading, sentence, at) ??
    felt(reading, sentence, at)
  )
}

/** Longer ones are quotations anyway, and get their speaker here. */
const mostWords = 8
const longest = 90

/** Not a sentence of its own, nor what looks like a name. */
function isFew({ tokens, language }: Reading, low: number, at: number): boolean {
  const quote = tokens[at] as Token
  if (at === low || quote.text.length > longest) return false
  const words = quote.text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  const isName =
    language.code !== 'de' && /^\p{Lu}/u.test(words[0] ?? '') && !/[!?…][”"’»“']*$/.test(quote.text)
  return words.length > 0 && words.length <= mostWords && !isName
}

/** `Lee “strongly” denied it`: the words stand between the speaker and the verb. */
function besideVerb(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const verb = tokens[at + 1]
  if (language.code === 'de' || verb?.kind !== 'word' || verb.isCapital) return null
  if (!language.cues.has(verb.lower)) return null
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

const auxiliaries =
  /^(?:hat|haben|hatte|hatten|habe|will|wollen|wollte|wolle|werde|könne|möge|solle|dürfe|dürfte|könnte|muss|soll)$/

/** `hat den Plan als „q“ abgelehnt`, `dass sie ihn für „q“ hält`: the German verb may close the clause. */
function verbFinal(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  if (language.code !== 'de') return null
  const verb = tokens[at + 1]?.lower === 'zu' ? at + 2 : at + 1
  const token = tokens[verb]
  if (token?.kind !== 'word' || token.isCapital) return null
  if (!judgingOf('de').verbs.has(token.lower) && !language.cues.has(token.lower)) return null
  for (let i = at - 1; i > Math.max(sentence.low, at - farthest); i--) {
    if (!auxiliaries.test(tokens[i]?.lower ?? '')) continue
    const subject = subjectOf(reading, sentence, i, at, null)
    return subject && isSomebody(subject)
      ? {
          ...make(reading, sentence, at, subject, { ruleId: 'few-verb', isSure: false }),
          cue: token.lower,
        }
      : null
  }
  const opener = tokens
    .slice(Math.max(sentence.low, at - farthest), at)
    .findLastIndex(({ lower }) =>
      /^(?:dass|weil|obwohl|während|nachdem|wohingegen|da)$/.test(lower),
    )
  const about = opener < 0 ? relativeAbout(reading, sentence.low, at) : null
  if (about && isSomebody(about))
    return {
      ...make(reading, sentence, at, about, { ruleId: 'few-verb', isSure: false }),
      cue: token.lower,
    }
  const start =
    opener < 0
      ? relativeBefore(reading, sentence.low, at)
      : Math.max(sentence.low, at - farthest) + opener + 1
  const found = start < 0 ? null : readFullSpeaker(reading, start, false)
  return found && found.next <= at && isSomebody(found.speaker)
    ? {
        ...make(reading, sentence, at, found.speaker, { ruleId: 'few-verb', isSure: false }),
        cue: token.lower,
      }
    : null
}

/** `Ingo Tarras, der den Auftritt „q“ nannte`: with an object behind it the relative is the subject. */
function relativeAbout(reading: Reading, low: number, at: number): Speaker | null {
  const start = relativeBefore(reading, low, at)
  const isObject = /^(?:den|dem|einen|einem|ihn|ihm|sie|es)$/.test(
    reading.tokens[start]?.lower ?? '',
  )
  if (start < 0 || !isObject) return null
  return findSubject(reading, start - 2, low)?.speaker ?? null
}

/** `ein Debüt, das die Jury „q“ nennt`: where the subject of a German relative clause opens, or -1. */
function relativeBefore({ tokens }: Reading, low: number, at: number): number {
  for (let i = at - 2; i > Math.max(low, at - farthest); i--)
    if (tokens[i - 1]?.text === ',')
      return /^(?:das|den|die|der|was|dessen|deren)$/.test(tokens[i]?.lower ?? '') ? i + 1 : -1
  return -1
}

const longestEnd = 12

/** `The line is “q” in winter, Lee said.`: who says all of it closes the sentence. */
function closed(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  const clause = sentence.clauses.at(-1)
  if (!clause || clause.verb <= at || clause.isShared) return null
  const isTail =
    (tokens[clause.start - 1]?.text === ',' || tokens[at + 1]?.text === ',') &&
    sentence.high - clause.end <= longestEnd &&
    !tokens
      .slice(clause.end, sentence.high)
      .some(({ text, kind }) => kind === 'quote' || /^[,;:]$/.test(text))
  return isTail
    ? {
        ...make(reading, sentence, at, clause.speaker ?? blankSpeaker('pronoun', '', 0), {
          ruleId: 'few-closed',
          isSure: false,
        }),
        speaker: clause.speaker,
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

/** `The bishop made an appeal for “q”`. */
function mainSomebody(reading: Reading, low: number, noun: number): Speaker | null {
  const main = noun > low ? findMainSubject(reading, low, noun) : null
  return main && isSomebody(main.speaker) ? main.speaker : null
}

function judged(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const governor = governorOf(reading, sentence.low, at)
  if (!governor || isNegated(reading, governor.place, sentence.low)) return null
  const ruleId: RuleId = `few-${governor.by}`
  const agent = governor.by === 'noun' ? null : agentOf(reading, governor.place, at)
  // `is seen as “q”` tells nobody’s words; `were told it was “q”` somebody’s.
  const isTold = /^(?:told|said|informed|assured|warned)$/.test(
    reading.tokens[governor.place]?.lower ?? '',
  )
  if (governor.isPassive && !agent && !isTold) return null
  const speaker =
    agent ??
    (governor.isPassive
      ? null
      : governor.by === 'noun'
        ? (ownerOf(reading, sentence.low, governor.place) ??
          mainSomebody(reading, sentence.low, governor.place))
        : subjectOf(reading, sentence, governor.place, at, previous)) ??
    (governor.by === 'verb' ? unsaid(reading, governor.place) : null)
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

/** `Questionado sobre o déficit, disse que há “q”`: the pronoun is left out. */
const unsaid = ({ tokens, language }: Reading, verb: number): Speaker | null =>
  /^(?:es|it|pt)$/.test(language.code)
    ? blankSpeaker('pronoun', '', (tokens[verb] as Token).start)
    : null
