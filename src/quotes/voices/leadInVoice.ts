import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { findMedium } from '#src/quotes/names/mediums.ts'
import { type People, resolveSpeaker } from '#src/quotes/names/people.ts'
import type { Reading } from '#src/quotes/text/reading.ts'
import { sentenceOf } from '#src/quotes/clauses/attributionRecord.ts'
import { relaysOf } from '#src/quotes/clauses/sentenceRelays.ts'
import { findRelay } from '#src/quotes/clauses/relays.ts'
import { standsForSomebody } from '#src/quotes/names/describedAgain.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import { pronounBefore, speechSubject } from '#src/quotes/clauses/speechNouns.ts'
import { clausesOf, type StoryReading } from '#src/quotes/storyReading.ts'
import { findMainSubject } from '#src/quotes/clauses/subjects.ts'
import { leadInSubject, messageOf } from './leadInSubject.ts'
import { blankVoice, type Voice } from './voice.ts'

/** The paragraph before ends in a colon: its last speaker, else its subject. */
export function fromLeadIn(
  story: StoryReading,
  people: People,
  passage: number,
  at: number,
): Voice | null {
  const lead = story.paragraphs[at - 1]
  const first = story.paragraphs[at]
  if (
    !lead ||
    !first ||
    lead.paragraph.kind === 'headline' ||
    !/:\s*$/.test(lead.words) ||
    !opensParagraph(story, passage, at)
  )
    return null
  const clauses = clausesOf(lead, 'last')
  const clause = clauses.filter((candidate) => candidate.speaker !== null).at(-1)
  const low = lead.ends.at(-2) ?? 0
  const high = lead.ends.at(-1) ?? 0
  const medium = findMedium(lead.words.slice(-200).toLowerCase(), story.language)
  const isClear = clause?.speaker && /person|surname|unnamed|organisation/.test(clause.speaker.form)
  const writer = isClear
    ? null
    : (writerOf(lead.reading, clause?.speaker ?? null) ?? leadInSubject(lead.reading, low, high))
  if (writer) {
    const { speaker } = resolveSpeaker(writer, people, at - 1)
    if (speaker)
      return { ...blankVoice, speaker, ruleId: 'colon-lead-in', medium, confidence: 'likely' }
  }
  if (clause?.speaker) {
    const { speaker, via } = resolveSpeaker(clause.speaker, people, at - 1)
    const author = speaker === null ? authorIn(lead.reading, low, high) : null
    if (author)
      return {
        ...blankVoice,
        speaker: resolveSpeaker(author, people, at - 1).speaker,
        ruleId: 'colon-lead-in',
        cue: clause.cue,
        medium,
        confidence: 'likely',
      }
    const isSure =
      !clause.isShared &&
      /^(?:named|surname|surname-near)$/.test(via) &&
      speaker !== null &&
      speaker.form !== 'surname' &&
      !speaker.isVague &&
      !standsForSomebody(speaker)
    return {
      ...blankVoice,
      speaker,
      ruleId: 'colon-lead-in',
      cue: clause.cue,
      medium,
      via:
        findRelay(lead.reading, clause, clauses, low, high) ??
        relaysOf(lead.reading, sentenceOf(low, high, clauses))[0]?.outlet ??
        null,
      confidence: speaker === null ? 'unknown' : isSure ? 'certain' : 'likely',
    }
  }
  const subject =
    speechSubject(lead.reading, low, high) ??
    authorIn(lead.reading, low, high) ??
    findMainSubject(lead.reading, low, high)?.speaker ??
    null
  const resolved = (candidate: Speaker | null): Speaker | null =>
    candidate && resolveSpeaker(candidate, people, at - 1).speaker
  const speaker = resolved(writerOf(lead.reading, subject)) ?? resolved(subject)
  return speaker
    ? { ...blankVoice, speaker, ruleId: 'colon-lead-in', medium, confidence: 'likely' }
    : null
}

/** `Her letter of resignation ran to four sentences:`: whoever wrote it speaks. */
const writerOf = (reading: Reading, written: Speaker | null): Speaker | null =>
  written?.form === 'document'
    ? pronounBefore(
        reading,
        reading.tokens.findIndex(({ start }) => start === written.at),
      )
    : null

/** `It was signed by the owner, Tobias Welk, and it read:` @returns who wrote what the lead-in speaks of. */
function authorIn(reading: Reading, low: number, high: number): Speaker | null {
  const { tokens } = reading
  for (let i = low; i < high - 1; i++)
    if (
      /^(?:signed|written|penned|drafted|composed|dictated)$/.test(tokens[i]?.lower ?? '') &&
      tokens[i + 1]?.lower === 'by'
    )
      return readFullSpeaker(reading, i + 2, false)?.speaker ?? null
  return messageOf(reading, low)
}

/** Whether a passage is the first thing in its paragraph. */
export const opensParagraph = (story: StoryReading, passage: number, at: number): boolean =>
  story.passages[passage]?.outerStart === story.paragraphs[at]?.paragraph.start
