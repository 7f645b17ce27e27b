/** What became of a story since it was first published: version by version, only what readers had. Pure. */
import { diffStories, type StoryDiff, type WordPiece } from '#src/story/diff.ts'
import type { PublishedStory, StoryCorrection } from '#src/story/publishedStory.ts'

/** A row of the ledger, as far as its history tells of it. */
export type PastVersion = {
  seq: number
  at: string
  event: string
  change?: string
  versionHash: string
  story: PublishedStory
}

export type StoryVersion = Omit<PastVersion, 'story' | 'change'> & {
  /** What the newsroom called the change; `null` for the first version, and where nobody said. */
  change: string | null
  /** What readers were told of it. */
  notes: StoryCorrection[]
  /** What differs from the version before; `null` for the first one. */
  diff: StoryDiff | null
}

export type WordTotals = { added: number; removed: number }

/**
 * The versions, newest first, each compared with the one before. A version whose words are those of the one before
 * and that readers were told nothing of is left out: a picture's credit changed in it, or a link.
 *
 * @param rows of one story, newest first
 * @param first how many of them are told of; further ones are there to be compared with
 */
export const buildHistory = (
  rows: readonly PastVersion[],
  first: number = rows.length,
): StoryVersion[] =>
  rows.slice(0, first).flatMap((row, index) => {
    const version = versionOf(row, rows[index + 1] ?? null)
    return tellsSomething(version) ? [version] : []
  })

/** How many words came and went. */
export const wordTotals = ({ fields, blocks }: StoryDiff): WordTotals => {
  const pieces = [...fields, ...blocks].flatMap(({ words }) => words)
  return { added: wordsOf(pieces, 'added'), removed: wordsOf(pieces, 'removed') }
}

const versionOf = (
  { seq, at, event, change, versionHash, story }: PastVersion,
  before: PastVersion | null,
): StoryVersion => {
  const known = new Set(before?.story.corrections.map(({ id }) => id))
  return {
    seq,
    at,
    event,
    change: change ?? null,
    versionHash,
    notes: before ? story.corrections.filter(({ id }) => !known.has(id)) : [],
    diff: before ? diffStories(before.story, story) : null,
  }
}

const tellsSomething = ({ diff, notes }: StoryVersion): boolean =>
  diff === null || notes.length > 0 || diff.fields.length + diff.blocks.length > 0

const wordsOf = (pieces: WordPiece[], is: WordPiece['is']): number =>
  pieces
    .filter((piece) => piece.is === is)
    .reduce((count, { text }) => count + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
