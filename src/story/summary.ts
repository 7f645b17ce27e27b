/** A few lines that stand for the story: in search results, shared links, feeds. */
import { plainText } from '#src/story/plainText.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/**
 * The standfirst, or else the start of the body, on one line.
 * @param maxLength longer text is cut at a word and ends in `…`; 200 unless told
 */
export const summarise = (
  story: Pick<PublishedStory, 'standfirst' | 'body' | 'quotes'>,
  maxLength = 200,
): string =>
  cutAtWord((story.standfirst?.trim() || plainText(story)).replace(/\s+/g, ' '), maxLength)

const cutAtWord = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength - 1).replace(/\p{Surrogate}$/u, '')
  const atWord = cut.replace(/[\s,;:–—-]+\S*$/u, '')
  return `${atWord || cut}…`
}
