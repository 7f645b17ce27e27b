/** Where a note to readers stands: beside the paragraph that it is about, or at the end. Pure. */
import { blockText } from '#src/story/plainText.ts'
import type { PublishedStory, StoryCorrection } from '#src/story/publishedStory.ts'

/** A paragraph with fewer words in common (Dice) is another one. */
const ALIKE = 0.5

/**
 * The block that somebody named by its words, or by the first of them. The words may have changed since: then it is
 * the block that is most like them.
 *
 * @returns its number in the body, from 0; `null` when it is not there any more
 */
export const blockBeside = (
  words: string,
  { body, quotes }: Pick<PublishedStory, 'body' | 'quotes'>,
): number | null => {
  const wanted = spelt(words)
  if (wanted === '') return null
  const known = new Map(quotes.map((quote) => [quote.id, quote]))
  const texts = body.map((block) => spelt(blockText(block, known)))
  for (const fits of [isSame, isStart, isPart]) {
    const found = texts.findIndex((text) => fits(text, wanted))
    if (found >= 0) return found
  }
  const likeness = texts.map((text) => alike(text, wanted))
  const best = Math.max(0, ...likeness)
  return best >= ALIKE ? likeness.indexOf(best) : null
}

/** The notes that stand beside a block, by its number. */
export const notesBeside = ({
  body,
  corrections,
}: Pick<PublishedStory, 'body' | 'corrections'>): Map<number, StoryCorrection[]> => {
  const notes = new Map<number, StoryCorrection[]>()
  for (const note of corrections) {
    if (note.beside === undefined || !body[note.beside]) continue
    notes.set(note.beside, [...(notes.get(note.beside) ?? []), note])
  }
  return notes
}

/** The notes that stand at the end. */
export const notesAtEnd = ({
  body,
  corrections,
}: Pick<PublishedStory, 'body' | 'corrections'>): StoryCorrection[] =>
  corrections.filter(({ beside }) => beside === undefined || !body[beside])

const spelt = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const isSame = (text: string, words: string): boolean => text === words
const isStart = (text: string, words: string): boolean => text.startsWith(words)
const isPart = (text: string, words: string): boolean => text.includes(words)

const alike = (one: string, other: string): number => {
  const [a, b] = [wordsIn(one), wordsIn(other)]
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return (2 * common) / (a.size + b.size || 1)
}

const wordsIn = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])
