import { describe, expect, it } from 'vitest'
import { storyText } from '#src/quotes/body/storyText.ts'
import * as make from './bodies.ts'

describe('the text of a body', () => {
  it('sets paragraphs apart and marks quotations and items', () => {
    const body = make.body(
      make.heading('The day'),
      make.paragraph('It rained', make.text(' hard', 1), '.'),
      make.quotation('We wait.', make.lineBreak, '— Ada Example'),
      make.list('One', 'Two'),
    )
    expect(storyText(body).text).toBe(
      'The day\n\nIt rained hard.\n\n> We wait.\n> — Ada Example\n\n• One\n\n• Two',
    )
  })

  it('joins the paragraphs of one quotation, and keeps two that are signed apart', () => {
    const one = make.body(make.quotation('First.'), make.quotation('Second.'))
    expect(storyText(one).text).toBe('> First.\n> Second.')
    const two = make.body(make.quotation('First. ', '— Ada Example'), make.quotation('Second.'))
    expect(storyText(two).text).toBe('> First. — Ada Example\n> Second.')
    const signed = make.body(
      make.quotation('First.', make.lineBreak, '— Ada Example'),
      make.quotation('Second.'),
    )
    expect(storyText(signed).text).toBe('> First.\n> — Ada Example\n\n> Second.')
  })

  it('finds the way back to each character, through marks, links and line breaks', () => {
    const body = make.body(
      make.paragraph('One ', make.text('two', 1), make.link('https://a.example', ' three')),
      make.quotation('four', make.lineBreak, 'five'),
    )
    const story = storyText(body)
    for (const word of ['One', 'two', 'three', 'four', 'five']) {
      const point = story.pointAt(story.text.indexOf(word))
      const leaf = story.leaves[point?.leaf ?? -1]
      expect(leaf?.text.slice(point?.at, (point?.at ?? 0) + word.length)).toBe(word)
    }
    expect(story.pointAt(story.text.indexOf('>'))).toBeNull()
    expect(story.pointAt(story.text.length)).toBeNull()
  })

  it('reads records in the body as text, and says where they stand', () => {
    const known = new Map([
      ['q1', { text: 'We wait.\n\nWe hope.', speaker: 'Ada Example' }],
      ['q2', { text: 'long enough', speaker: null }],
    ])
    const body = make.body(
      make.quoteBlock('q1'),
      make.paragraph('It was ', make.inlineQuote('q2'), ', ', make.citation('the Post'), ' said.'),
    )
    const story = storyText(body, known)
    expect(story.text).toBe(
      '> We wait.\n> We hope.\n> — Ada Example\n\nIt was “long enough”, the Post said.',
    )
    expect(story.records.map(({ start, end }) => story.text.slice(start, end))).toEqual(
      ['“long enough”', '> We wait.\n> We hope.\n> — Ada Example'].reverse(),
    )
  })

  it('knows a record on the second line of a quotation', () => {
    const known = new Map([['q1', { text: 'long enough', speaker: null }]])
    const words = make.quotation('We wait.', make.lineBreak, 'It was ', make.inlineQuote('q1'))
    const { records, text } = storyText(make.body(words), known)
    expect(records.map(({ start, end }) => text.slice(start, end))).toEqual(['“long enough”'])
  })

  it.each([null, 'text', {}, { root: null }, { root: { children: [null, 5, { type: 'text' }] } }])(
    'makes nothing of what is no body: %j',
    (given) => {
      expect(storyText(given).text).toBe('')
    },
  )

  it('survives a body nested deeper than any editor makes', () => {
    let node: make.Node = make.paragraph('deep')
    for (let i = 0; i < 5000; i++) node = { type: 'list', children: [node] }
    expect(storyText(make.body(node)).text).toBe('')
  })
})
