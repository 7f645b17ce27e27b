/** Speakers before a colon where no verb of speech stands: labels, subjects, whoever signs a line. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { type Attribution, make, type Sentence, sentenceOf } from './attributionRecord.ts'
import { romanceAgent } from '#src/quotes/names/names.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { blankSpeaker, type Speaker } from '#src/quotes/names/speaker.ts'
import { findMainSubject } from './subjects.ts'

/** `S was blunt: “Q.”` and `S: “Q.”`. */
export function colonSubject(reading: Reading, sentence: Sentence, at: number): Attribution | null {
  const { tokens } = reading
  if (tokens[at - 1]?.text !== ':') return null
  const dash = tokens.slice(sentence.low, at).findLastIndex(({ text }) => /^[—–-]$/.test(text))
  const written = dash < 0 ? null : readFullSpeaker(reading, sentence.low + dash + 1, false)
  // `LAST FERRY SAILS - Ann Lee: “`: who stands right before the colon wrote it.
  if (written?.next === at - 1 && /person|surname|publication/.test(written.speaker.form))
    return make(reading, sentence, at, written.speaker, { ruleId: 'colon-label', isSure: false })
  const label = readFullSpeaker(reading, sentence.low, false)
  const compared = comparedSubject(reading, sentence, at)
  if (compared) return compared
  const opensWithPronoun = reading.language.pronouns.has(tokens[sentence.low]?.lower ?? '')
  if (label?.next === at - 1 && label.speaker.form === 'document' && opensWithPronoun) return null
  if (label?.next === at - 1)
    return make(reading, sentence, at, label.speaker, { ruleId: 'colon-label', isSure: true })
  const subject = findMainSubject(reading, sentence.low, at)
  const speaker =
    subject && (isAnimate(subject.speaker) || runsOn.test(tokens[at - 2]?.lower ?? ''))
      ? subject.speaker
      : (unlistedAgent(reading, sentence.low) ?? besideColon(reading, sentence.low, at))
  return speaker
    ? make(reading, sentence, at, speaker, { ruleId: 'colon-subject', isSure: false })
    : null
}

const longestComparison = 7

/** `Plus prudent, le maire X :`, `Meno diplomatico il capitano, X:`, `Deutlicher wird X:`: no verb of speech, and whoever is compared speaks. */
function comparedSubject(reading: Reading, { low }: Sentence, at: number): Attribution | null {
  const { tokens, language } = reading
  const isCompared =
    language.code === 'de'
      ? /..er$/.test(tokens[low]?.lower ?? '') &&
        /^(?:wird|wurde|klingt|klang)$/.test(tokens[low + 1]?.lower ?? '')
      : language.openers.has(tokens[low]?.lower ?? '') ||
        language.openers.has(tokens[low + 1]?.lower ?? '')
  if (!isCompared) return null
  for (let i = low + 2; i < Math.min(at - 1, low + longestComparison); i++) {
    const found = readFullSpeaker(reading, i, false)
    if (found?.next === at - 1 && /person|surname|unnamed/.test(found.speaker.form))
      return make(reading, sentenceOf(low, at, []), at, found.speaker, {
        ruleId: 'colon-subject',
        isSure: false,
      })
  }
  return null
}

/** `El jugador fue claro: “q”`: a noun no list knows, told by its ending to be somebody’s trade. */
function unlistedAgent({ tokens, language }: Reading, low: number): Speaker | null {
  const noun = tokens[low + 1]
  const isAgent =
    /^(?:fr|es|it|pt)$/.test(language.code) &&
    language.definite.has(tokens[low]?.lower ?? '') &&
    noun?.kind === 'word' &&
    !noun.isCapital &&
    romanceAgent.test(noun.lower)
  return isAgent
    ? {
        ...blankSpeaker('unnamed', noun.lower, noun.start),
        ...{ role: noun.lower, noun: noun.lower, isDefinite: true },
      }
    : null
}

const longestBeside = 9

/** `Di parere opposto il collega X:`, `Ganz anders sieht das X:`: a named person who closes the sentence before the colon. */
function besideColon(reading: Reading, low: number, at: number): Speaker | null {
  const { tokens, language } = reading
  if (language.code === 'en') return null
  for (let i = Math.max(low + 1, at - longestBeside); i < at - 2; i++) {
    if (language.stops.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.isCapital) continue
    const found = readFullSpeaker(reading, i, false)
    if (found?.next === at - 1 && found.speaker.form === 'person') return found.speaker
  }
  return null
}

/** `The letter ends: “q”`. */
const runsOn =
  /^(?:ends|ended|begins|began|opens|opened|closes|closed|runs|ran|goes|went|continues)$/

const isAnimate = (speaker: Speaker): boolean => speaker.form !== 'document'
