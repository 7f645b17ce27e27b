import type { CodePointSpan, ExtractedQuote, QuoteFlag, SpeakerKind } from './extractedQuote.ts'
import { type Passage, wordsOf } from '#src/quotes/spans/passages.ts'
import type { Speaker } from '#src/quotes/names/speaker.ts'
import type { StoryReading } from './storyReading.ts'
import type { Voice } from '#src/quotes/voices/voice.ts'
import { firstFrom } from '#src/quotes/text/firstFrom.ts'

type Parts = { story: StoryReading; passage: Passage; voice: Voice | null; spans: CodePointSpan[] }

/** The finding an editor sees, from a passage and its voice. */
export function buildQuote({ story, passage, voice, spans }: Parts): ExtractedQuote {
  const speaker = voice?.speaker ?? null
  const isUnnamed = speaker?.form === 'unnamed'
  const flags = new Set<QuoteFlag>([...passage.flags, ...(voice?.flags ?? [])])
  if (voice?.via) flags.add('second-hand')
  if (speaker?.isVague) flags.add('vague-speaker')
  if (speaker?.isSpokesperson) flags.add('spokesperson')
  return {
    text: wordsOf(story.text, passage),
    kind: passage.kind ?? 'direct',
    spans,
    speaker: speaker?.name ?? null,
    speakerKind: speaker ? kindOfSpeaker(speaker) : null,
    speakerRole: speaker?.role ?? null,
    affiliation: speaker?.affiliation ?? null,
    anonymous: isUnnamed,
    anonymity: isUnnamed ? { count: speaker.count, condition: speaker.condition } : null,
    via: voice?.via ?? null,
    cue: voice?.cue ?? null,
    medium: voice?.medium ?? null,
    link: nearestLink(story, passage),
    ruleId: speaker || voice?.ruleId.startsWith('few-') ? voice!.ruleId : 'no-attribution',
    confidence: confidenceOf(passage, voice),
    flags: [...flags].sort(),
  }
}

const kindOfSpeaker = (speaker: Speaker): SpeakerKind =>
  speaker.form === 'surname' || speaker.form === 'pronoun' ? 'person' : speaker.form

/** Nothing about a quotation that was never closed is certain. */
function confidenceOf(passage: Passage, voice: Voice | null): ExtractedQuote['confidence'] {
  if (!voice?.speaker) return 'unknown'
  return passage.flags.has('unclosed') && voice.confidence === 'certain'
    ? 'likely'
    : voice.confidence
}

function nearestLink(story: StoryReading, passage: Passage): string | null {
  const links = story.paragraphs[passage.paragraph]?.links ?? []
  if (links.length === 0) return null
  const next = firstFrom(links.length, (at) => (links[at]?.start ?? 0) >= passage.outerEnd)
  const before = links[next - 1]
  const after = links[next]
  const isAfter =
    after && (!before || after.start - passage.outerEnd < passage.outerStart - before.end)
  return (isAfter ? after : before)?.text.replace(/[.,;]$/, '') ?? null
}
