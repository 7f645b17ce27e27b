/** Who said it and how it reached us, in words. Every format attributes through these. */
import { joinNames } from '#src/story/byline.ts'
import type { AttributionHop, StoryQuote, StorySpeaker } from '#src/story/publishedStory.ts'

/** What readers see as the speaker: the name, or the description of someone who is not named. */
export const speakerName = (speaker: StorySpeaker): string =>
  speaker.name ?? speaker.description ?? 'a source who is not named'

/** Role and affiliation as at the quote: `U.S. senator, Armed Services Committee`, or `null`. */
export const speakerDetail = (speaker: StorySpeaker): string | null => {
  const parts = [speaker.role, speaker.affiliation].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

/** The outlets that passed the words on, the one nearest the speaker first. Empty for what we heard or read. */
export const relayedBy = (chain: AttributionHop[]): AttributionHop[] =>
  chain.filter((hop) => hop.mode === 'relayed')

/**
 * The attribution line under a quote: `a senior Iranian official, as quoted by Al-Monitor`.
 * Newsroom rule: second-hand words are never shown as if we had heard them.
 */
export const attributionLine = (quote: Pick<StoryQuote, 'speaker' | 'chain' | 'kind'>): string => {
  const parts = [speakerName(quote.speaker), speakerDetail(quote.speaker), relayNote(quote)]
  return parts.filter((part) => part !== null).join(', ')
}

/**
 * `as quoted by Al-Monitor`, `as quoted by NOW and relayed by Reuters`, or `null` for first-hand words.
 * A paraphrase is `as reported by`: nobody was quoted.
 */
export const relayNote = ({ chain, kind }: Pick<StoryQuote, 'chain' | 'kind'>): string | null => {
  const [first, ...rest] = relayedBy(chain).map((hop) => hop.name)
  if (first === undefined) return null
  const onward = rest.length > 0 ? ` and relayed by ${joinNames(rest)}` : ''
  return `as ${kind === 'paraphrase' ? 'reported' : 'quoted'} by ${first}${onward}`
}
