/** Speakers of passages that no clause speaks for: from the quotations and sentences around them. At most likely. */
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import type { QuoteFlag } from '#src/quotes/extractedQuote.ts'
import { opensParagraph } from './leadInVoice.ts'
import { type People, resolveSpeaker } from '#src/quotes/names/people.ts'
import type { RuleId } from '#src/quotes/rules.ts'
import type { ReadParagraph, StoryReading } from '#src/quotes/storyReading.ts'
import { findMainSubject } from '#src/quotes/clauses/subjects.ts'
import { blankVoice, type Voice } from './voice.ts'
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

/** How many quotations away a speaker may still be meant. */
const reach = 6

/** The quotation before in the same paragraph goes on, or the first words wait for the verb of the next. */
export function fromSameParagraph(
  story: StoryReading,
  voices: Map<number, Voice>,
  passage: number,
  at: number,
): Voice | null {
  const read = story.paragraphs[at] as ReadParagraph
  if (!standsAlone(story, passage)) return null
  const place = passage - (read.passages[0] ?? passage)
  const before =
    read.passages
      .slice(Math.max(0, place - reach), place)
      .findLast((other) => (voices.get(other)?.speaker ?? null) !== null) ??
    endedHere(story, voices, (read.passages[0] ?? passage) - 1, at)
  if (before !== undefined && !storyTurnsBetween(story, before, passage))
    return goesOn(voices.get(before) as Voice, 'same-paragraph')
  const after = read.passages
    .slice(place + 1, place + 1 + reach)
    .find((other) => voices.get(other)?.touchesAfter)
  const isNext =
    after !== undefined &&
    /^\s*$/.test(
      story.text.slice(story.passages[passage]?.outerEnd, story.passages[after]?.outerStart),
    )
  return isNext ? goesOn(voices.get(after) as Voice, 'following-verb') : null
}

/** A quotation that began in a paragraph before and ends in this one. */
const endedHere = (
  story: StoryReading,
  voices: Map<number, Voice>,
  passage: number,
  at: number,
): number | undefined =>
  story.passages[passage]?.lastParagraph === at && voices.get(passage)?.speaker
    ? passage
    : undefined

/** Two sentences or more of the newsroom’s own between two quotations may have changed the subject. */
const storyTurnsBetween = (story: StoryReading, before: number, passage: number): boolean =>
  story.text.slice(story.passages[before]?.outerEnd, story.passages[passage]?.outerStart).length >
  320

const goesOn = (voice: Voice, ruleId: RuleId): Voice => ({
  ...voice,
  ruleId,
  confidence: voice.confidence === 'unknown' ? 'unknown' : 'likely',
  cue: null,
  touchesAfter: false,
  splitFrom: null,
  flags: [...new Set<QuoteFlag>([...voice.flags, 'continuation'])],
})

/** The subject of the sentence before the quotation. */
export function fromSubjectBefore(
  story: StoryReading,
  people: People,
  passage: number,
  at: number,
): Voice | null {
  const read = story.paragraphs[at] as ReadParagraph
  if (!standsAlone(story, passage)) return null
  const place = read.places.get(passage) ?? 0
  const before = firstFrom(read.ends.length, (end) => (read.ends[end] ?? 0) > place) - 1
  if (before < 0) return null
  const subject = findMainSubject(read.reading, read.ends[before - 1] ?? 0, read.ends[before] ?? 0)
  if (!subject || !/person|surname|pronoun/.test(subject.speaker.form)) return null
  const { speaker } = resolveSpeaker(subject.speaker, people, at)
  return speaker && speaker.form !== 'surname'
    ? { ...blankVoice, speaker, ruleId: 'preceding-subject', confidence: 'likely' }
    : null
}

const thus = /^(?:così|así|assim)$/

/** “Q.” Those were the words of S. `«Q». Così il presidente X.` */
export function fromWordsOf(
  story: StoryReading,
  people: People,
  passage: number,
  at: number,
): Voice | null {
  const { reading, places } = story.paragraphs[at] as ReadParagraph
  const place = places.get(passage) ?? 0
  const next = reading.tokens.slice(place + 1, place + 6).map((token) => token.lower)
  const isPointer =
    /^(?:those|these|that|such)$/.test(next[0] ?? '') &&
    /^(?:were|was|are|is)$/.test(next[1] ?? '') &&
    /^(?:words?|message|verdict|view|assessment|warning|promise|reply|answer)$/.test(
      next[3] ?? '',
    ) &&
    /^(?:of|from)$/.test(next[4] ?? '')
  const found = isPointer
    ? readFullSpeaker(reading, place + 6, false)
    : next[0] === '.' && thus.test(next[1] ?? '') && story.language.code !== 'en'
      ? readFullSpeaker(reading, place + 3, false)
      : null
  if (!found) return null
  const { speaker } = resolveSpeaker(found.speaker, people, at)
  return speaker ? { ...blankVoice, speaker, ruleId: 'words-of', confidence: 'likely' } : null
}

/** A paragraph that opens with a quotation and names nobody goes on with whoever spoke last, one paragraph before. */
export function fromParagraphBefore(
  story: StoryReading,
  voices: Map<number, Voice>,
  passage: number,
  at: number,
): Voice | null {
  if (!opensParagraph(story, passage, at) || !standsAlone(story, passage)) return null
  let before = passage - 1
  while (before >= 0 && story.passages[before]?.lastParagraph === at - 1 && story.reasons[before])
    before--
  if (story.passages[before]?.lastParagraph !== at - 1) return null
  const voice = voices.get(before)
  return voice?.speaker ? goesOn(voice, 'next-paragraph') : null
}

/** Whether the passage is a sentence of its own, not words inside one of the newsroom’s. */
function standsAlone(story: StoryReading, passage: number): boolean {
  const found = story.passages[passage]
  if (!found) return false
  const before = story.text.slice(Math.max(0, found.outerStart - 8), found.outerStart)
  const isAtStart = story.paragraphs[found.paragraph]?.paragraph.start === found.outerStart
  const words = story.text.slice(found.spans[0]?.start, found.spans.at(-1)?.end)
  return (
    (isAtStart || /[.!?:…][”"’»“]?\s+(?:[—–]\s*)?$/.test(before)) &&
    (/[.!?…,][’”]?$/.test(words) ||
      /^[.!?]/.test(story.text.slice(found.outerEnd, found.outerEnd + 1)))
  )
}
