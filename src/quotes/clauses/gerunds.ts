/** Clauses of a participle: `…, adding that “q”`, `a statement saying “q”`, `with Mayor Ann Lee calling it “q”`. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import type { Clause, Place } from './clauseForms.ts'
import { readSpeaker } from '#src/quotes/names/nounPhrases.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import { findMainSubject, findSubject, type Subject } from './subjects.ts'
import type { Token } from '#src/quotes/text/tokens.ts'

/** The clause of the participle at `i`: its own subject, the one it goes along with, or that of the sentence. */
export function gerund(reading: Reading, { i, low, high, before }: Place): Clause | null {
  const { tokens } = reading
  const cue = (tokens[i] as Token).lower
  const base = { cue, start: i, verb: i, end: i + 1, via: null }
  const isAfterComma =
    tokens[i - 1]?.text === ',' ||
    tokens[i - 1]?.lower === 'and' ||
    tokens[i - 1]?.kind === 'quote' ||
    i === low
  const own =
    accompanying(reading, i, low) ??
    (isAfterComma || tokens[i - 1]?.lower === 'as' ? null : findSubject(reading, i, low))
  if (own)
    return {
      ...base,
      speaker: own.speaker,
      start: own.start,
      ruleId: 'verb-before',
      // `opened a website asking`: a thing beside the verb may be all that is left of the subject.
      isShared:
        !/person|surname|pronoun|publication/.test(own.speaker.form) &&
        (!isNamed(own.speaker) || isObjectAt(reading, own.start, low)),
    }
  const shared =
    before.at(-1)?.speaker ??
    findMainSubject(reading, low, i)?.speaker ??
    (i === low ? afterOpening(reading, i, high) : null)
  return { ...base, speaker: shared, ruleId: 'verb-before-shared', isShared: true }
}

/** `…, with Mayor Ann Lee calling it “q”`: the phrase between `with` and the verb speaks. */
function accompanying(reading: Reading, i: number, low: number): Subject | null {
  if (reading.language.code !== 'en') return null
  for (let start = i - 1; start > Math.max(low, i - 12); start--) {
    if (reading.tokens[start - 1]?.lower !== 'with') continue
    const found = readFullSpeaker(reading, start, true)
    return found?.next === i ? { speaker: found.speaker, start } : null
  }
  return null
}

const isNamed = ({ form, name, medium }: Speaker): boolean =>
  form === 'unnamed' || (/^\p{Lu}/u.test(name) && medium === null)

/** `a door that let cooks shouting in`: a word that is no article stands right before the phrase. */
const isObjectAt = ({ tokens, language }: Reading, start: number, low: number): boolean => {
  const before = start > low ? tokens[start - 1] : undefined
  return (
    before?.kind === 'word' &&
    before.lower !== 'with' &&
    !language.definite.has(before.lower) &&
    !language.indefinite.has(before.lower) &&
    !language.numbers.has(before.lower)
  )
}

const afterOpening = (reading: Reading, i: number, high: number): Speaker | null => {
  for (let k = i + 1; k < high; k++)
    if (reading.tokens[k]?.text === ',') return readSpeaker(reading, k + 1)?.speaker ?? null
  return null
}
