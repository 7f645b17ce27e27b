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
