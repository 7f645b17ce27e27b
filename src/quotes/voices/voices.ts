/** Who speaks in each passage of a story: clauses of its paragraph first, then lead-ins, lines below it, and the passages around it. */
import { datelineEnd } from '#src/quotes/names/adverbials.ts'
import { readFullSpeaker } from '#src/quotes/names/appositives.ts'
import { attributeParagraph } from './paragraphVoices.ts'
import type { Attribution } from '#src/quotes/clauses/attributionRecord.ts'
import {
  fromParagraphBefore,
  fromSameParagraph,
  fromSubjectBefore,
  fromWordsOf,
} from './continuations.ts'
import type { QuoteFlag } from '#src/quotes/extractedQuote.ts'
import { fromLeadIn } from './leadInVoice.ts'
import {
  addMentions,
  nobodyYet,
  type People,
  rememberSpeaker,
  resolveSpeaker,
} from '#src/quotes/names/people.ts'
import { phraseLength } from '#src/quotes/text/phrases.ts'
import { standsForSomebody } from '#src/quotes/names/describedAgain.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { ReadParagraph, StoryReading } from '#src/quotes/storyReading.ts'
import { blankVoice, type Voice } from './voice.ts'

/** Finds the voice of every passage (passages nobody speaks for are absent) and everybody the story names. */
export function findVoices(story: StoryReading): { voices: Map<number, Voice>; people: People } {
  const voices = new Map<number, Voice>()
  const people = nobodyYet()
  story.paragraphs.forEach((read, i) => {
    if (read.paragraph.kind === 'credit' || read.paragraph.kind === 'headline') return
    const starts = subjectPlaces(read)
    addMentions(people, read.reading, i, starts)
    const own = attributeParagraph(read.reading, read.ends, (passage) => !story.reasons[passage])
    for (const found of own) {
      if (voices.has(found.passage)) continue
      const voice = resolved(found, people, i)
      voices.set(found.passage, voice)
      if (voice.speaker && found.speaker)
        rememberSpeaker(people, voice.speaker, i, found.speaker.at)
    }
    if (read.paragraph.kind === 'attribution') fromLineBelow(story, voices, i)
    fromAround(story, voices, people, i)
  })
  return { voices, people }
}

/** Where the subject of a sentence may stand: at its start, and after an opening (`After forty years, Rosalind Keane …`). */
function subjectPlaces({ reading, ends }: ReadParagraph): Set<number> {
  const { tokens, language } = reading
  const places = new Set([datelineEnd(tokens), ...ends])
  for (const low of [...places]) {
    const first = tokens[low]
    const phrase = phraseLength(tokens, low, language.accordingTo)
    if (phrase > 0) places.add(low + phrase)
    const isOpening =
      first?.kind === 'word' &&
      (language.stops.has(first.lower) ||
        first.isTime ||
        (language.code === 'en' && /(?:ed|ing)$/.test(first.lower)) ||
        // `Confrontado com os assobios, Sérgio Matias`, `Relator do caso, o ministro`
        (/^(?:fr|es|it|pt)$/.test(language.code) &&
          language.stops.has(tokens[low + 1]?.lower ?? '')))
    if (!isOpening) continue
    for (let i = low + 1; i < low + longestOpening && i < tokens.length; i++) {
      if (tokens[i]?.kind === 'quote' || /^[.!?;:]$/.test(tokens[i]?.text ?? '')) break
      if (tokens[i]?.text !== ',') continue
      places.add(i + 1)
      break
    }
  }
  return places
}

const longestOpening = 18

function resolved(found: Attribution, people: People, paragraph: number): Voice {
  const { speaker, via } = found.speaker
    ? resolveSpeaker(found.speaker, people, paragraph)
    : { speaker: null, via: null }
  const flags: QuoteFlag[] = []
  if (via === 'pronoun') flags.push('pronoun')
  if (via === 'ambiguous') flags.push('ambiguous-name')
  // A surname that one person alone bears in the story is as good as the full name.
  const isNamed =
    via === 'named' || via === 'surname-near' || (via === 'surname' && speaker?.form === 'person')
  const isSure =
    found.isSure && isNamed && speaker !== null && !speaker.isVague && !standsForSomebody(speaker)
  const { ruleId, cue, touchesAfter, splitFrom, medium } = found
  return {
    speaker,
    ruleId,
    cue,
    medium,
    touchesAfter,
    splitFrom,
    flags,
    via: found.via,
    confidence: speaker === null ? 'unknown' : isSure ? 'certain' : 'likely',
  }
}

/** `— Ada Example, engineer` under a quotation names its speaker, whatever came before. */
function fromLineBelow(story: StoryReading, voices: Map<number, Voice>, at: number): void {
  const line = story.paragraphs[at] as ReadParagraph
  const above = story.paragraphs[at - 1]
  const passage = story.passages.findLastIndex((candidate) => candidate.lastParagraph === at - 1)
  if (!above || passage < 0) return
  const start = line.reading.tokens.findIndex((token) => token.kind === 'word')
  const speaker = readFullSpeaker(line.reading, start, false)?.speaker
  if (!speaker) return
  const person: Speaker = speaker.form === 'surname' ? { ...speaker, form: 'person' } : speaker
  voices.set(passage, {
    ...blankVoice,
    speaker: person,
    ruleId: 'attribution-line',
    confidence: 'certain',
  })
}

/** Passages of a paragraph that no clause speaks for. */
function fromAround(
  story: StoryReading,
  voices: Map<number, Voice>,
  people: People,
  at: number,
): void {
  const read = story.paragraphs[at] as ReadParagraph
  for (const passage of read.passages) {
    if (voices.has(passage) || story.reasons[passage]) continue
    const voice =
      fromLeadIn(story, people, passage, at) ??
      fromSameParagraph(story, voices, passage, at) ??
      fromWordsOf(story, people, passage, at) ??
      fromSubjectBefore(story, people, passage, at) ??
      fromParagraphBefore(story, voices, passage, at)
    if (voice) voices.set(passage, voice)
  }
}
