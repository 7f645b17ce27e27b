/** Joins a quotation to the clause that gives it its speaker, or to the quotation before it. */
import { startOfMain } from '#src/quotes/names/adverbials.ts'
import type { Clause } from '#src/quotes/clauses/clauseForms.ts'
import { type Attribution, make, type Sentence } from '#src/quotes/clauses/attributionRecord.ts'
import {
  agentAfter,
  hasOtherSubject,
  hasOtherVerb,
  isOfItself,
  holdsName,
  isSecondOfTwo,
  isSupposed,
  throughWhom,
} from '#src/quotes/clauses/otherVoices.ts'
import { colonSubject } from '#src/quotes/clauses/colonSubjects.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { findRelay, insideReport } from '#src/quotes/clauses/relays.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import {
  fromClaim,
  fromNoun,
  fromNounAfter,
  judgedAs,
  predicateOf,
  writtenSubject,
} from '#src/quotes/clauses/speechNouns.ts'
import { germanReport } from '#src/quotes/clauses/germanReports.ts'
import { isTail } from '#src/quotes/clauses/tailAttributions.ts'
import type { Token } from '#src/quotes/text/tokens.ts'
import {
  thus,
  unlistedAfterName,
  unlistedAlone,
  unlistedNoun,
  unlistedVerb,
} from '#src/quotes/clauses/unlistedSpeech.ts'
import { ownSubject, unlistedLater, unlistedSubject } from '#src/quotes/clauses/unlistedSubjects.ts'

/** Who speaks for the quotation at `at`, by the clauses of its sentence and the quotation before it. */
export function attributeQuote(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const quote = reading.tokens[at] as Token
  const before = clauseBefore(reading, sentence, at)
  const directlyAfter = clauseAfter(reading, sentence, at)
  // `S called it “q,” the agency reported.` The verb before has the speaker, the one after the relay.
  const isRelay =
    before !== null &&
    before.speaker?.form !== 'publication' &&
    (directlyAfter?.speaker?.form === 'publication' || isReportInOutlet(reading, directlyAfter))
  const after = isRelay ? null : directlyAfter
  const split = previous && splitFrom(reading, sentence, at, previous, before)
  if (split) return split
  const agent = agentAfter(reading, sentence, at)
  if (agent) return agent
  const led = before && isLed(reading, before, at)
  const endsInComma = /[,—–][”"’»“'\s]*$/.test(quote.text) || reading.tokens[at + 1]?.text === ','
  const isAdjacent = before?.verb === at - 1 && after !== null && after.verb > after.start
  if (after && !isAdjacent && (!led || endsInComma))
    return finish(reading, sentence, at, after, { touchesAfter: true, isSure: true })
  const own = before ? ownSubject(reading, sentence, at, before.verb) : null
  if (own) return own
  const claim = fromClaim(reading, sentence, at, before?.verb ?? sentence.low - 1)
  if (claim) return claim
  if (before && (before.end <= at || before.verb < at))
    return fromBefore(reading, sentence, at, before)
  if (after) return finish(reading, sentence, at, after, { touchesAfter: true, isSure: true })
  return (
    fromNoun(reading, sentence, at) ??
    fromNounAfter(reading, sentence, at) ??
    thus(reading, sentence, at) ??
    unlistedVerb(reading, sentence, at) ??
    unlistedAfterName(reading, sentence, at) ??
    unlistedNoun(reading, sentence, at) ??
    unlistedSubject(reading, sentence, at) ??
    colonSubject(reading, sentence, at) ??
    predicateOf(reading, sentence, at) ??
    judgedAs(reading, sentence, at) ??
    unlistedLater(reading, sentence, at) ??
    unlistedAlone(reading, sentence, at) ??
    germanReport(reading, sentence, at) ??
    writtenSubject(reading, sentence, at) ??
    laterClause(reading, sentence, at)
  )
}

/** `…, according to a report in the Daily Meridian` after a verb of its own: the report passes on what was said. */
const isReportInOutlet = (reading: Reading, clause: Clause | null): boolean =>
  clause?.ruleId === 'according-to' &&
  clause.speaker?.form === 'document' &&
  insideReport(reading, clause) !== null

/** The clause right after the quotation, beyond at most one comma or dash. */
function clauseAfter(
  { tokens, language }: Reading,
  { clauses }: Sentence,
  at: number,
): Clause | null {
  const isSign = /^[,—–-]$/.test(tokens[at + 1]?.text ?? '')
  // `“Q,” as Ms Cole put it`
  const isAs = /^(?:as|comme|wie|como|come)$/.test(tokens[at + (isSign ? 2 : 1)]?.lower ?? '')
  const start = at + (isSign ? 2 : 1) + (isAs ? 1 : 0)
  const clause = clauses.find((candidate) => candidate.start === start && candidate.verb > at)
  if (!clause || clause.isShared || clause.speaker === null) return null
  if (isOfItself(tokens, clause, at)) return null
  // `chiede una pena «p», la difesa parla di «q»`: outside English who said it stands behind the verb.
  const isNext = clause.verb > clause.start && tokens[clause.verb + 1]?.kind === 'word'
  if (
    language.code !== 'en' &&
    isNext &&
    isSign &&
    !isAs &&
    tokens[at - 1]?.kind === 'word' &&
    clause.ruleId === 'verb-before'
  )
    return null
  const endsAsSentence = /[.]\s?[”"’»“]*$/.test((tokens[at] as Token).text)
  const isNextSentence = endsAsSentence && !isSign && tokens[start]?.isCapital
  return isNextSentence && !isTail(tokens, at, language) ? null : clause
}

const clauseBefore = (reading: Reading, sentence: Sentence, at: number): Clause | null => {
  const main = startOfMain(reading, sentence.low, at)
  let found: Clause | null = null
  for (const clause of sentence.clauses)
    if (clause.verb < at && clause.verb >= main && clause.speaker !== null) found = clause
  return found
}

/** Whether the words before the quotation hand over to it: `said, “`, `said that “`, `told reporters: “`. */
function isLed({ tokens }: Reading, clause: Clause, at: number): boolean {
  const previous = tokens[at - 1]
  if (!previous || at - clause.verb > 14) return false
  return (
    /^[,:]$/.test(previous.text) ||
    /^(?:that|que|che|dass)$/.test(previous.lower) ||
    clause.verb === at - 1 ||
    clause.end === at
  )
}

function fromBefore(
  reading: Reading,
  sentence: Sentence,
  at: number,
  clause: Clause,
): Attribution | null {
  const { tokens } = reading
  const between = tokens.slice(clause.verb, at)
  if (turnsAway(between) || isBesideSpeaker(tokens, clause, at)) return null
  const mouth = throughWhom(reading, clause, at)
  if (mouth) return make(reading, sentence, at, mouth, { ruleId: 'colon-subject', isSure: false })
  const crosses =
    between.some((token) => token.kind === 'quote') &&
    !sentence.clauses.some((other) => other.verb < at && other.verb > clause.verb)
  const isBroken = between.some((token) => /^[;]$/.test(token.text))
  return finish(reading, sentence, at, clause, {
    touchesAfter: false,
    isSure:
      !isBroken &&
      !clause.isShared &&
      !hasOtherVerb(reading, sentence, clause, at) &&
      (!crosses || between.length < 12),
  })
}

/** `“Q,” said X, skipper of the “Santa Lucía”`: after the speaker of another quotation, inside what describes the speaker. */
const isBesideSpeaker = (tokens: Token[], clause: Clause, at: number): boolean =>
  clause.ruleId === 'verb-after' &&
  tokens.slice(Math.max(0, clause.start - 2), clause.start).some(({ kind }) => kind === 'quote') &&
  /^(?:of|the|from|at|in|de|del|du|la|le|el|da|do|di|della|der|des)$/.test(
    tokens[at - 1]?.lower ?? '',
  )

const contrast = new Set(
  'but while whereas mais tandis aber während dagegen hingegen pero mientras ma mentre invece mas enquanto'.split(
    ' ',
  ),
)

/** `called it “botched”, while the mayor sees “a chance”`: after the first quotation somebody else comes in. */
function turnsAway(between: Token[]): boolean {
  const last = between.findLastIndex((token) => token.kind === 'quote')
  return (
    last >= 0 &&
    between.slice(last).some(
      (token, i, rest) =>
        token.text === ';' ||
        // `said it was “p” but that the law was “q”`: the same speaker goes on.
        (contrast.has(token.lower) && !/^(?:that|because)$/.test(rest[i + 1]?.lower ?? '')),
    )
  )
}

/** `“Q1,” S said, “q2.”`: the second part goes on with the first when no new verb comes between. */
function splitFrom(
  reading: Reading,
  { clauses }: Sentence,
  at: number,
  previous: Attribution,
  before: Clause | null,
): Attribution | null {
  const { tokens } = reading
  if (!previous.touchesAfter && previous.splitFrom === null) return null
  if (
    !/^[,—–:-]$/.test(tokens[at - 1]?.text ?? '') &&
    tokens[at - 1]?.kind === 'word' &&
    before &&
    before.verb !== at - 1
  )
    return null
  let first = at - 1
  while (first > 0 && tokens[first]?.passage !== previous.passage) first--
  const between = clauses.filter((clause) => clause.verb > first && clause.verb < at)
  if (between.length > 1 || tokens[at - 1]?.text === ':') return null
  return {
    ...previous,
    passage: (tokens[at] as Token).passage,
    splitFrom: previous.splitFrom ?? previous.passage,
    ruleId: 'split-quote',
  }
}

/** The “q” plan, S said, is dead. */
function laterClause(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  const clause = sentence.clauses.find(
    (candidate) =>
      candidate.verb > at &&
      candidate.speaker !== null &&
      !candidate.isShared &&
      (/^[,—–]$/.test(tokens[candidate.start - 1]?.text ?? '') ||
        tokens[candidate.start - 1]?.kind === 'quote'),
  )
  return clause
    ? finish(
        reading,
        sentence,
        at,
        { ...clause, ruleId: 'verb-around' },
        { touchesAfter: false, isSure: false },
      )
    : null
}

function finish(
  reading: Reading,
  sentence: Sentence,
  at: number,
  clause: Clause,
  sure: { touchesAfter: boolean; isSure: boolean },
): Attribution {
  const ruleId = sure.touchesAfter && clause.ruleId === 'verb-before' ? 'verb-after' : clause.ruleId
  const made = make(reading, sentence, at, clause.speaker as Speaker, {
    ruleId,
    isSure:
      sure.isSure &&
      !holdsName(clause.speaker as Speaker) &&
      !isSecondOfTwo(reading, clause) &&
      !isSupposed(reading, clause) &&
      !hasOtherSubject(reading, sentence, clause, at),
  })
  return {
    ...made,
    cue: clause.cue,
    touchesAfter: sure.touchesAfter,
    via: findRelay(reading, clause, sentence.clauses, sentence.low, sentence.high),
  }
}
