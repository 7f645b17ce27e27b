/** What somebody is asked before a change of a published story goes out, with what they need to answer it. Pure. */
import { sideOf, type StoryDiff } from '#src/story/diff.ts'
import { blockText } from '#src/story/plainText.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { kindOf, suggestKind, type Change, type ChangeKind } from './changeKinds.ts'
import { describeFact } from './changes.ts'

export type ChangeQuestion = {
  suggested: ChangeKind
  /** What was answered before, and not used yet. */
  note: string | null
  /** The facts that were touched, in words: `“1,200” became “1,300”`. */
  facts: string[]
  /** Whether who asks may call it minor. */
  mayBeMinor: boolean
  /** Notes to readers were written into the story already: none has to be written here. */
  isNoteWritten: boolean
  diff: StoryDiff
  /** What a note may stand beside, by its words. */
  paragraphs: string[]
  /** The first of them that changed. */
  changedParagraph: number | null
}

/** As much as the field `beside` holds. */
const LONGEST_BESIDE = 500

/**
 * The question for a change; `null` where readers get nothing new.
 *
 * @param story as readers would get it
 */
export const questionOf = (change: Change, story: PublishedStory): ChangeQuestion | null => {
  const { diff, facts, isChief, isVisible, note, written } = change
  if (!isVisible) return null
  const quotes = new Map(story.quotes.map((quote) => [quote.id, quote]))
  const texts = story.body
    .filter(({ type }) => type !== 'image' && type !== 'embed' && type !== 'divider')
    .map((block) => blockText(block, quotes))
    .filter((text) => text.trim() !== '')
  const changed = diff.blocks.filter(({ is }) => is !== 'removed')
  const found = texts.findIndex((text) =>
    changed.some(({ words }) => sideOf(words, 'after') === text),
  )
  return {
    suggested: kindOf(change) ?? suggestKind(change),
    note,
    facts: facts.map(describeFact),
    mayBeMinor: isChief || facts.length === 0,
    isNoteWritten: written.length > 0,
    diff,
    paragraphs: texts.map((text) => text.slice(0, LONGEST_BESIDE)),
    changedParagraph: found < 0 ? null : found,
  }
}
