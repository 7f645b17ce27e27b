import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody } from '#tests/unit/story/arbitraries.ts'
import { sampleImage, sampleStory } from '#tests/fixtures/stories.ts'
import { lexicalToStory } from '#src/story/lexicalToStory.ts'
import type { StoryBlock } from '#src/story/publishedStory.ts'
import { storyToLexical } from '#src/story/storyToLexical.ts'

const counter = () => {
  let last = 0
  return () => `id-${(last += 1)}`
}

const thereAndBack = (blocks: StoryBlock[]) => {
  const images = new Map(
    blocks.flatMap((block) => (block.type === 'image' ? [[block.image.id, block.image]] : [])),
  )
  return lexicalToStory(storyToLexical(blocks, { newId: counter() }), {
    image: (id) => images.get(id) ?? null,
    sourceName: () => 'A source',
  })
}

describe('storyToLexical', () => {
  it('is undone by lexicalToStory for the sample story', () => {
    const { body } = sampleStory()
    expect(thereAndBack(body)).toMatchObject({ blocks: body, problems: [] })
  })

  it('is undone by lexicalToStory for any body', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const { blocks, problems } = thereAndBack(body)
        expect(problems).toEqual([])
        expect(blocks).toEqual(body)
      }),
    )
  })

  it('gives each inserted block an id of its own', () => {
    const state = storyToLexical(sampleStory().body, { newId: counter() })
    const ids = JSON.stringify(state).match(/"id":"id-\d+"/g) ?? []
    expect(ids.length).toBeGreaterThan(8)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('writes a caption only where it differs from the record', () => {
    const image = sampleImage('i', { caption: 'For this story' })
    const write = (recordCaption: string) =>
      JSON.stringify(
        storyToLexical([{ type: 'image', image }], {
          newId: counter(),
          recordCaption: () => recordCaption,
        }),
      )
    expect(write('In the record')).toContain('"captionOverride":"For this story"')
    expect(write('For this story')).not.toContain('captionOverride')
  })

  it('gives an empty body the line an editor needs', () => {
    expect(storyToLexical([], { newId: counter() }).root.children).toMatchObject([
      { type: 'paragraph', children: [] },
    ])
  })
})
