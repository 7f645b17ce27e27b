/** Joins each quotation of a paragraph to the clause that gives it its speaker, or to the quotation before it. */
import { type Clause, findClauses } from '#src/quotes/cues.ts'
import { findMedium } from '#src/quotes/mediums.ts'
import { findMainSubject } from '#src/quotes/subjects.ts'
import type { Reading } from '#src/quotes/reading.ts'
import { readFullSpeaker } from '#src/quotes/appositives.ts'
import { findRelay } from '#src/quotes/relays.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { Speaker } from '#src/quotes/speaker.ts'
import type { Token } from '#src/quotes/tokens.ts'

export type Attribution = {
  passage: number
  speaker: Speaker
  ruleId: RuleId
  cue: string | null
  via: string | null
  medium: string | null
  /** Whether the rule itself is sure, before names are resolved. */
  isSure: boolean
  touchesAfter: boolean
  /** The passage this one goes on with, inside one sentence. */
  splitFrom: number | null
}

type Sentence = { low: number; high: number; clauses: Clause[] }

/**
 * Finds the speakers of the quotations in one paragraph.
 * @param ends token places where sentences end, from `sentenceEnds`.
 * @returns one attribution per quotation that a clause of the paragraph speaks for; others are left to the story.
 */
export function attributeParagraph(reading: Reading, ends: number[]): Attribution[] {
  const found: Attribution[] = []
  let low = 0
  for (const high of ends) {
    const clauses = findClauses(reading, low, high)
    const sentence: Sentence = { low, high, clauses }
    let previous: Attribution | null = null
    for (let at = low; at < high; at++) {
      if (reading.tokens[at]?.kind !== 'quote') continue
      const attribution = attributeQuote(reading, sentence, at, previous)
      if (attribution) found.push(attribution)
      previous = attribution
    }
    low = high
  }
  return found
}

function attributeQuote(
  reading: Reading,
  sentence: Sentence,
  at: number,
  previous: Attribution | null,
): Attribution | null {
  const quote = reading.tokens[at] as Token
  const before = clauseBefore(sentence, at)
  const directlyAfter = clauseAfter(reading, sentence, at)
  // `S called it “q,” the agency reported.` The verb before has the speaker, the one after the relay.
  const isRelay =
    before !== null &&
    before.speaker?.form !== 'publication' &&
    directlyAfter?.speaker?.form === 'publication'
  const after = isRelay ? null : directlyAfter
  const split = previous && splitFrom(reading, sentence, at, previous, before)
  if (split) return split
  const led = before && isLed(reading, before, at)
  const endsInComma = /[,—–][”"’»“'\s]*$/.test(quote.text) || reading.tokens[at + 1]?.text === ','
  if (after && (!led || endsInComma))
    return finish(reading, sentence, at, after, { touchesAfter: true, isSure: true })
  if (before && (before.end <= at || before.verb < at))
    return fromBefore(reading, sentence, at, before)
  if (after) return finish(reading, sentence, at, after, { touchesAfter: true, isSure: true })
  return colonSubject(reading, sentence, at) ?? laterClause(reading, sentence, at)
}

/** The clause right after the quotation, beyond at most one comma or dash. */
function clauseAfter({ tokens }: Reading, { clauses }: Sentence, at: number): Clause | null {
  const isSign = /^[,—–-]$/.test(tokens[at + 1]?.text ?? '')
  const start = at + (isSign ? 2 : 1)
  const clause = clauses.find((candidate) => candidate.start === start && candidate.verb > at)
  if (!clause || clause.isShared || clause.speaker === null) return null
  const endsAsSentence = /[.][”"’»“]*$/.test((tokens[at] as Token).text)
  return endsAsSentence && !isSign && tokens[start]?.isCapital ? null : clause
}

const clauseBefore = ({ clauses }: Sentence, at: number): Clause | null => {
  let found: Clause | null = null
  for (const clause of clauses) if (clause.verb < at && clause.speaker !== null) found = clause
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

function fromBefore(reading: Reading, sentence: Sentence, at: number, clause: Clause): Attribution {
  const { tokens } = reading
  const between = tokens.slice(clause.verb, at)
  const crosses =
    between.some((token) => token.kind === 'quote') &&
    !sentence.clauses.some((other) => other.verb < at && other.verb > clause.verb)
  const isBroken = between.some((token) => /^[;]$/.test(token.text))
  return finish(reading, sentence, at, clause, {
    touchesAfter: false,
    isSure: !isBroken && !clause.isShared && (!crosses || between.length < 12),
  })
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

/** `S was blunt: “Q.”` and `S: “Q.”`. */
function colonSubject(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  if (tokens[at - 1]?.text !== ':') return null
  const label = readFullSpeaker(reading, sentence.low, false)
  if (label?.next === at - 1)
    return make(reading, sentence, at, label.speaker, { ruleId: 'colon-label', isSure: true })
  const subject = findMainSubject(reading, sentence.low, at)
  return subject && isAnimate(subject.speaker)
    ? make(reading, sentence, at, subject.speaker, { ruleId: 'colon-subject', isSure: false })
    : null
}

const isAnimate = (speaker: Speaker): boolean => speaker.form !== 'document'

/** The “q” plan, S said, is dead. */
function laterClause(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  const clause = sentence.clauses.find(
    (candidate) =>
      candidate.verb > at &&
      candidate.speaker !== null &&
      !candidate.isShared &&
      /^[,—–]$/.test(tokens[candidate.start - 1]?.text ?? ''),
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
    isSure: sure.isSure,
  })
  return {
    ...made,
    cue: clause.cue,
    touchesAfter: sure.touchesAfter,
    via: findRelay(reading, clause, sentence.clauses, sentence.low, sentence.high),
  }
}

function make(
  reading: Reading,
  sentence: Sentence,
  at: number,
  speaker: Speaker,
  rule: { ruleId: RuleId; isSure: boolean },
): Attribution {
  return {
    passage: (reading.tokens[at] as Token).passage,
    speaker,
    cue: null,
    via: null,
    medium: speaker.medium ?? findMedium(narrative(reading, sentence), reading.language),
    touchesAfter: false,
    splitFrom: null,
    ...rule,
  }
}

/** The sentence without what is quoted, in lower case. */
const narrative = ({ tokens, text }: Reading, { low, high }: Sentence): string => {
  const parts: string[] = []
  for (let i = low; i < high; i++) {
    const token = tokens[i] as Token
    if (token.kind !== 'quote') parts.push(text.slice(token.start, token.end))
  }
  return parts.join(' ').toLowerCase()
}
