/** What differs between two versions of a story: by field and by block, and in each of them by word. Pure. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { attributionLine } from '#src/story/attribution.ts'
import { blockText } from '#src/story/plainText.ts'
import type { PublishedStory, StoryBlock, StoryQuote } from '#src/story/publishedStory.ts'

/** A run of words that both versions have, or only one of them. */
export type WordPiece = { text: string; is: 'same' | 'removed' | 'added' }

export type FieldChange = { field: string; label: string; words: WordPiece[] }

export type BlockChange = {
  type: StoryBlock['type']
  is: 'changed' | 'added' | 'removed'
  words: WordPiece[]
}

/** In the order of the story. What did not change is left out. */
export type StoryDiff = { fields: FieldChange[]; blocks: BlockChange[] }

type DiffOptions = {
  /** Whether who said a quote belongs to its block. Readers' history goes without: names may be withdrawn. */
  isAttributed?: boolean
}

/** Longer scripts of edits take long to find and tell nobody anything: all of it is new then. */
const MOST_EDITS = 1000
/** Blocks of a rewritten passage that are compared each with each. */
const MOST_PAIRS = 10_000
/** Two blocks with fewer words in common (Dice) are another text, not a change of it. */
const ALIKE = 0.4

/**
 * Compares two versions.
 *
 * @param before the older one
 * @param after the newer one
 */
export const diffStories = (
  before: PublishedStory,
  after: PublishedStory,
  options: DiffOptions = {},
): StoryDiff => ({
  fields: fieldsOf(before).flatMap(([field, label, text], index) => {
    const [, , now = ''] = fieldsOf(after)[index] ?? []
    return text === now ? [] : [{ field, label, words: diffWords(text, now) }]
  }),
  blocks: diffBlocks(blocksOf(before, options), blocksOf(after, options)),
})

/** Two texts as one, with the words that only one of them has. */
export const diffWords = (before: string, after: string): WordPiece[] => {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!changes) return [...whole(before, 'removed'), ...whole(after, 'added')]
  return changes.map(({ added, removed, value }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** One side of a difference, as it read. */
export const sideOf = (words: WordPiece[], side: 'before' | 'after'): string =>
  words
    .filter(({ is }) => is !== (side === 'before' ? 'added' : 'removed'))
    .map(({ text }) => text)
    .join('')

const whole = (text: string, is: WordPiece['is']): WordPiece[] =>
  text === '' ? [] : [{ text, is }]

const fieldsOf = (story: PublishedStory): [string, string, string][] => [
  ['headline', 'Headline', story.headline],
  ['standfirst', 'Standfirst', story.standfirst ?? ''],
  ['byline', 'Byline', story.byline],
  ['dateline', 'Dateline', story.dateline ?? ''],
  ['section', 'Section', story.section?.name ?? ''],
  ['topics', 'Topics', story.topics.map(({ name }) => name).join(', ')],
  ['leadImage', 'Lead image', imageText(story.leadImage)],
]

const imageText = (image: PublishedStory['leadImage']): string =>
  image ? [image.caption ?? image.alt, image.credit].filter(Boolean).join(' / ') : ''

type Block = { type: StoryBlock['type']; text: string }

const blocksOf = (story: PublishedStory, { isAttributed = false }: DiffOptions): Block[] => {
  const quotes = new Map(story.quotes.map((quote) => [quote.id, quote]))
  return story.body
    .map((block) => ({ type: block.type, text: textOf(block, quotes, isAttributed) }))
    .filter(({ text }) => text !== '')
}

const textOf = (
  block: StoryBlock,
  quotes: Map<string, StoryQuote>,
  isAttributed: boolean,
): string => {
  if (block.type === 'image') return imageText(block.image)
  if (block.type === 'embed') return `${block.provider} ${block.title ?? block.url}`
  const text = blockText(block, quotes)
  const quote = block.type === 'quote' && isAttributed ? quotes.get(block.quoteId) : undefined
  return quote ? `${text} — ${attributionLine(quote)}` : text
}

const diffBlocks = (before: Block[], after: Block[]): BlockChange[] => {
  const runs = diffArrays(before, after, {
    comparator: (one, other) => one.type === other.type && one.text === other.text,
    maxEditLength: MOST_EDITS,
  }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const changes: BlockChange[] = []
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]
    const next = runs[at + 1]
    if (!run?.removed && !run?.added) continue
    if (run.removed && next?.added) {
      changes.push(...pairUp(run.value, next.value))
      at += 1
    } else changes.push(...run.value.map((block) => alone(block, run.added ? 'added' : 'removed')))
  }
  return changes
}

const alone = ({ type, text }: Block, is: 'added' | 'removed'): BlockChange => ({
  type,
  is,
  words: [{ text, is }],
})

/** Tells which of the new blocks are changed old ones, in order; the others came or went. */
const pairUp = (removed: Block[], added: Block[]): BlockChange[] => {
  if (removed.length * added.length > MOST_PAIRS) {
    return [
      ...removed.map((block) => alone(block, 'removed')),
      ...added.map((block) => alone(block, 'added')),
    ]
  }
  const changes: BlockChange[] = []
  let taken = 0
  for (const block of removed) {
    const found = added.findIndex((one, index) => index >= taken && isChangeOf(block, one))
    if (found < 0) {
      changes.push(alone(block, 'removed'))
      continue
    }
    changes.push(...added.slice(taken, found).map((one) => alone(one, 'added')))
    const now = added[found] as Block
    changes.push({ type: now.type, is: 'changed', words: diffWords(block.text, now.text) })
    taken = found + 1
  }
  return [...changes, ...added.slice(taken).map((one) => alone(one, 'added'))]
}

const isChangeOf = (before: Block, after: Block): boolean => {
  if (before.type !== after.type) return false
  const [one, other] = [wordsIn(before.text), wordsIn(after.text)]
  let common = 0
  for (const word of one) if (other.has(word)) common += 1
  return (2 * common) / (one.size + other.size || 1) >= ALIKE
}

const wordsIn = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
