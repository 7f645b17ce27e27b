import { describe, expect, it } from 'vitest'
import {
  attributionMeter,
  meterText,
  type MeteredQuote,
  type MeteredSource,
} from '#src/quotes/body/attributionMeter.ts'

const quote = (id: string, more: Partial<MeteredQuote> = {}): MeteredQuote => ({
  id,
  text: 'We wait.',
  speaker: 'ada',
  verification: 'no-evidence',
  url: null,
  chain: [],
  ...more,
})
const source = (id: string, more: Partial<MeteredSource> = {}): MeteredSource => ({
  id,
  kind: 'publication',
  name: id,
  isAnonymous: false,
  url: null,
  ...more,
})
const ada = source('ada', { kind: 'person' })

describe('the attribution meter', () => {
  it('says what the story rests on in a line', () => {
    const official = source('official', { kind: 'person', isAnonymous: true })
    const post = source('post', { url: 'https://post.example' })
    const sources = [ada, official, post, source('now'), source('times')]
    const quotes = [
      quote('1', { verification: 'verified' }),
      quote('2', { verification: 'verified' }),
      quote('3', { verification: 'verified-with-edits' }),
      quote('4', { verification: 'verified' }),
      quote('5', { speaker: 'official', chain: [{ source: 'now', url: null }] }),
      quote('6', { chain: [{ source: 'post', url: null }], verification: 'differs' }),
      quote('7', { speaker: null }),
    ]
    const meter = attributionMeter(quotes, sources, [
      { source: 'times', url: 'https://times.example/a' },
    ])
    expect(meterText(meter)).toBe(
      '7 quotes: 6 attributed, 4 verified, 1 anonymous; 3 outlets, 1 without a link',
    )
    expect(meter.anonymous).toEqual(['5'])
    expect(meter.withoutLink).toEqual(['now'])
  })

  it('takes the link of a quote for whoever passed the words on last', () => {
    const chain = [
      { source: 'first', url: null },
      { source: 'last', url: null },
    ]
    const quotes = [quote('1', { chain, url: 'https://last.example/a' })]
    const meter = attributionMeter(quotes, [ada, source('first'), source('last')])
    expect(meter.withoutLink).toEqual(['first'])
  })

  it('counts a speaker whose record is gone as nobody', () => {
    expect(attributionMeter([quote('1', { speaker: 'gone' })], [ada]).attributed).toEqual([])
  })

  it('says so when there is nothing to count', () => {
    expect(meterText(attributionMeter([], []))).toBe('No quotes yet')
    expect(meterText(attributionMeter([quote('1')], [ada]))).toBe(
      '1 quote: 1 attributed, 0 verified, 0 anonymous',
    )
  })
})
