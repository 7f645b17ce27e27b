/** Where a story came from, counted for readers: the "show your work" of journalism. */
import { relayedBy } from '#src/story/attribution.ts'
import type { PublishedStory, StoryQuote } from '#src/story/publishedStory.ts'

export type Provenance = {
  namedSources: number
  unnamedSources: number
  quotes: number
  /** Quotes found in the evidence we hold, word for word or with marked edits. */
  verifiedQuotes: number
  /** Quotes that another outlet passed on. */
  relayedQuotes: StoryQuote[]
  /** Quotes from people the story does not name. */
  unnamedQuotes: StoryQuote[]
}

/** Counts the sources and quotes of a story. */
export const provenanceOf = (story: Pick<PublishedStory, 'sources' | 'quotes'>): Provenance => {
  const unnamedSources = story.sources.filter((source) => source.isAnonymous).length
  const isVerified = (quote: StoryQuote): boolean =>
    quote.verification === 'verified' || quote.verification === 'verified-with-edits'
  return {
    namedSources: story.sources.length - unnamedSources,
    unnamedSources,
    quotes: story.quotes.length,
    verifiedQuotes: story.quotes.filter(isVerified).length,
    relayedQuotes: story.quotes.filter((quote) => relayedBy(quote.chain).length > 0),
    unnamedQuotes: story.quotes.filter((quote) => quote.speaker.isAnonymous),
  }
}
