import { describe, expect, it } from 'vitest'
import { bareStory, samplePublication, sampleStory } from '#tests/fixtures/stories.ts'
import { renderText } from '#src/formats/text.ts'

describe('renderText', () => {
  it('gives a bare story in four lines', () => {
    expect(renderText(bareStory(), samplePublication)).toBe(
      [
        'A BRIDGE REOPENS',
        '13 June 2014 at 09:30 UTC',
        'The bridge reopened on Friday.',
        'The Morning Record\nhttps://news.example/articles/bare\n',
      ].join('\n\n'),
    )
  })

  it('numbers links and lists them at the end', () => {
    const plain = renderText(sampleStory(), samplePublication)
    expect(plain).toContain('The Wall Street Journal [1] reported')
    expect(plain).toContain('[1] https://www.wsj.example/iran-deploys\n[2] https://reports.example')
  })

  it('attributes every quote block', () => {
    expect(renderText(sampleStory(), samplePublication)).toContain(
      '    — Lindsey Graham, U.S. senator, Armed Services Committee',
    )
  })

  it('opens with the dateline and ends with corrections', () => {
    const plain = renderText(sampleStory(), samplePublication)
    expect(plain).toContain('Baghdad — Gains being made')
    expect(plain).toContain('CORRECTION, 14 June 2014: An earlier version')
  })
})

describe('the stories that a story names', () => {
  it('stand where a reader of the wire finds them, and nowhere in a story without', () => {
    const relative = (n: number) => ({ id: `r${n}`, slug: `r-${n}`, headline: `Relative ${n}` })
    const story = {
      ...bareStory(),
      ...{ replaces: relative(1), replacedBy: relative(2), related: [relative(3), relative(4)] },
    }
    const wire = renderText(story, samplePublication)
    const at = 'https://news.example/articles'
    expect(wire).toContain(`A newer story: Relative 2 <${at}/r-2>`)
    expect(wire).toContain(`This story updates: Relative 1 <${at}/r-1>`)
    expect(wire).toContain(`RELATED STORIES\nRelative 3 <${at}/r-3>\nRelative 4 <${at}/r-4>`)
    expect(renderText(bareStory(), samplePublication)).not.toMatch(/newer|updates|RELATED/)
  })
})
