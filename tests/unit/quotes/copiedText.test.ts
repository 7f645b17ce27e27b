/** Body text that stands in evidence and is no quotation. */
import { describe, expect, it } from 'vitest'
import { findCopied } from '#src/quotes/check/copiedText.ts'

const evidence = [
  {
    id: 'record',
    text: '🙂 The Minister said the shortfall stands at “4.2 billion crowns”, and it will be closed over three years. Nobody objected.',
  },
  { id: 'other', text: 'Nothing of it.' },
]

const copied = (paragraphs: string[], quotes: string[] = []) =>
  findCopied({ paragraphs, quotes, evidence })

describe('copied text', () => {
  it('of eight words or more is found in whatever typography, and told where it stands on both sides', () => {
    const text =
      '🙂 As we learnt, the shortfall stands at 4.2 billion crowns and it will be closed soon.'
    const [span, ...more] = copied(['All was calm.', text])
    expect(more).toEqual([])
    expect(span).toMatchObject({ paragraph: 1, evidence: 'record', words: 13 })
    expect([...text].slice(span?.start, span?.end).join('')).toBe(span?.text)
    expect(span?.text).toBe('the shortfall stands at 4.2 billion crowns and it will be closed')
    expect(
      [...(evidence[0]?.text ?? '')].slice(span?.evidenceStart, span?.evidenceEnd).join(''),
    ).toBe('the shortfall stands at “4.2 billion crowns”, and it will be closed')
  })

  it('is seven words long at most when it is left alone', () => {
    expect(copied(['It was the shortfall stands at 4.2 billion that shocked.'])).toEqual([])
    expect(copied(['And it will be closed over three months.'])).toEqual([])
    expect(copied(['and it will be closed over three years'])).toHaveLength(1)
  })

  it('is not what a quote record says, printed in quotation marks', () => {
    const words = 'the shortfall stands at “4.2 billion crowns”, and it will be closed'
    const plain = words.replace(/[“”]/g, '')
    expect(copied([`He said “${plain}”.`], [words])).toEqual([])
    expect(copied([`He said “${plain}”.`])).toHaveLength(1)
    expect(copied([`He said ${plain}.`], [words])).toHaveLength(1)
  })

  it('is found once, where two pieces of evidence hold it', () => {
    const twice = { id: 'copy', text: evidence[0]?.text ?? '' }
    const spans = findCopied({
      paragraphs: ['and it will be closed over three years'],
      quotes: [],
      evidence: [...evidence, twice],
    })
    expect(spans).toHaveLength(1)
  })

  it('is found twice, where the body has it twice', () => {
    const text = 'and it will be closed over three years'
    expect(copied([text, 'Other words.', `${text}, but ${text}`])).toHaveLength(3)
  })
})
