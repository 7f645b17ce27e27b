import { findMedium } from '#src/quotes/mediums.ts'
import { type People, resolveSpeaker } from '#src/quotes/people.ts'
import { findRelay } from '#src/quotes/relays.ts'
import { speechSubject } from '#src/quotes/speechNouns.ts'
import { clausesOf, type StoryReading } from '#src/quotes/storyReading.ts'
import { findMainSubject } from '#src/quotes/subjects.ts'
import { blankVoice, type Voice } from '#src/quotes/voice.ts'

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
  if (clause?.speaker) {
    const { speaker, via } = resolveSpeaker(clause.speaker, people, at - 1)
    const isSure =
      !clause.isShared &&
      (via === 'named' || via === 'surname-near') &&
      speaker !== null &&
      !speaker.isVague
    return {
      ...blankVoice,
      speaker,
      ruleId: 'colon-lead-in',
      cue: clause.cue,
      medium,
      via: findRelay(lead.reading, clause, clauses, low, high),
      confidence: speaker === null ? 'unknown' : isSure ? 'certain' : 'likely',
    }
  }
  const subject =
    speechSubject(lead.reading, low, high) ??
    findMainSubject(lead.reading, low, high)?.speaker ??
    null
  const speaker = subject ? resolveSpeaker(subject, people, at - 1).speaker : null
  return speaker
    ? { ...blankVoice, speaker, ruleId: 'colon-lead-in', medium, confidence: 'likely' }
    : null
}

/** Whether a passage is the first thing in its paragraph. */
export const opensParagraph = (story: StoryReading, passage: number, at: number): boolean =>
  story.passages[passage]?.outerStart === story.paragraphs[at]?.paragraph.start
