import { describe, expect, it } from 'vitest'
import { blockBeside, notesAtEnd, notesBeside } from '#src/story/beside.ts'
import type { PublishedStory, StoryBlock } from '#src/story/publishedStory.ts'
import { makeCorrection, makeQuote } from '#tests/fixtures/ledgerStories.ts'

const paragraph = (text: string): StoryBlock => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
})
const story = (...texts: string[]) => ({ body: texts.map(paragraph), quotes: [] })

const HARBOUR = 'The harbour master closed the northern pier on Friday evening.'
const COUNCIL = 'The council meets on Monday to talk about the northern pier.'

describe('a paragraph that was named by its words', () => {
  it('is found by all of them, by the first and by some of them', () => {
    const text = story(COUNCIL, HARBOUR)
    expect(blockBeside(HARBOUR, text)).toBe(1)
    expect(blockBeside('The  harbour master CLOSED', text)).toBe(1)
    expect(blockBeside('on Friday evening', text)).toBe(1)
  })

  it('is the one that reads so, not an earlier one that holds the words too', () => {
    expect(blockBeside('The pier.', story('He said: The pier. Then he left.', 'The pier.'))).toBe(1)
  })

  it('is found again after its words were changed, and not in another one', () => {
    const changed = story(COUNCIL, HARBOUR.replace('Friday evening', 'Thursday'))
    expect(blockBeside(HARBOUR, changed)).toBe(1)
    expect(blockBeside(HARBOUR, story(COUNCIL))).toBeNull()
    expect(blockBeside(' ', changed)).toBeNull()
    expect(blockBeside('—', changed)).toBeNull()
  })

  it('may be a quote', () => {
    const quote = makeQuote({ id: 'q', text: 'No ship leaves.' })
    const body: StoryBlock[] = [
      paragraph(COUNCIL),
      { type: 'quote', display: 'block', quoteId: 'q' },
    ]
    expect(blockBeside('No ship leaves', { body, quotes: [quote] })).toBe(1)
  })
})

describe('notes', () => {
  it('stand beside the block they name, and at the end where there is none', () => {
    const corrections = [
      makeCorrection(1, { beside: 0 }),
      makeCorrection(2),
      makeCorrection(3, { beside: 7 }),
      makeCorrection(4, { beside: 0 }),
    ]
    const told: Pick<PublishedStory, 'body' | 'corrections'> = { ...story(HARBOUR), corrections }
    const beside = [...notesBeside(told)].map(([block, notes]) => [
      block,
      notes.map(({ id }) => id),
    ])
    expect(beside).toEqual([[0, ['correction-1', 'correction-4']]])
    expect(notesAtEnd(told).map(({ id }) => id)).toEqual(['correction-2', 'correction-3'])
  })
})
