import { describe, expect, it } from 'vitest'
import { diffStories, diffWords, sideOf } from '#src/story/diff.ts'
import type { PublishedStory, StoryBlock } from '#src/story/publishedStory.ts'
import { sampleStory } from '#tests/fixtures/stories.ts'

const paragraph = (text: string): StoryBlock => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
})
const withBody = (...texts: string[]): PublishedStory => ({
  ...sampleStory(),
  body: texts.map(paragraph),
})

describe('what differs between two versions', () => {
  it('is nothing between a story and itself', () => {
    expect(diffStories(sampleStory(), sampleStory())).toEqual({ fields: [], blocks: [] })
  })

  it('is told by field, word by word', () => {
    const before = sampleStory()
    const after = { ...before, standfirst: before.standfirst?.replace('Baghdad', 'Basra') ?? null }
    const { fields, blocks } = diffStories(before, after)
    expect(blocks).toEqual([])
    expect(fields).toHaveLength(1)
    const words = fields[0]?.words.filter(({ is }) => is !== 'same')
    expect(words).toEqual([
      { text: 'Baghdad', is: 'removed' },
      { text: 'Basra', is: 'added' },
    ])
  })

  it('knows a changed paragraph from a new one and a removed one', () => {
    const before = withBody('The wind rose in the night.', 'The pier was closed at noon.', 'Last.')
    const after = withBody('The wind fell in the night.', 'Last.', 'Ferries wait for the tide.')
    expect(diffStories(before, after).blocks.map(({ is }) => is)).toEqual([
      'changed',
      'removed',
      'added',
    ])
  })

  it('gives both texts back, whatever they are', () => {
    const [one, other] = ['A cat sat  down.\nThen it left', 'A dog sat down. Then he left!']
    const words = diffWords(one, other)
    expect([sideOf(words, 'before'), sideOf(words, 'after')]).toEqual([one, other])
  })
})
