import { describe, expect, test } from 'vitest'
import { citationText } from '#src/quotes/reports/citationText.ts'
import type { StoryQuote, StorySpeaker } from '#src/story/publishedStory.ts'

const speaker: StorySpeaker = {
  sourceId: 's1',
  name: null,
  description: null,
  role: null,
  affiliation: null,
  isAnonymous: false,
  anonymityReason: null,
}

const quote = (of: Partial<StorySpeaker>, more: Partial<StoryQuote> = {}): StoryQuote => ({
  id: 'q1',
  text: 'It will hold.',
  kind: 'direct',
  language: 'en',
  original: null,
  speaker: { ...speaker, ...of },
  chain: [],
  saidAt: null,
  medium: null,
  url: null,
  verification: 'no-evidence',
  ...more,
})

const relayed = (name: string) => ({ mode: 'relayed' as const, sourceId: null, name, url: null })

describe('citationText', () => {
  test.each([
    [
      'a named speaker',
      quote({ name: 'Ada Kern', role: 'mayor' }),
      '“It will hold.” — Ada Kern, mayor',
    ],
    [
      'an affiliation that the role already says, once',
      quote({ name: 'Lee Ford', role: 'U.S. Senator, R-S.C.', affiliation: 'R-S.C.' }),
      '“It will hold.” — Lee Ford, U.S. Senator, R-S.C.',
    ],
    [
      'an unnamed speaker and the outlet that quoted them',
      quote(
        { description: 'senior Iranian official', isAnonymous: true },
        { chain: [relayed('Al Monitor')] },
      ),
      '“It will hold.” — a senior Iranian official, as quoted by Al Monitor',
    ],
    [
      'no article before several people',
      quote({ description: 'people familiar with the talks' }),
      '“It will hold.” — people familiar with the talks',
    ],
    ['an before a vowel', quote({ description: 'official' }), '“It will hold.” — an official'],
    ['nobody', quote({}), '“It will hold.” — speaker not named'],
    [
      'medium and day',
      quote({ name: 'Ada Kern' }, { medium: 'interview', saidAt: '2024-05-01T10:00:00Z' }),
      '“It will hold.” — Ada Kern, interview, 2024-05-01',
    ],
  ])('cites %s', (_what, given, expected) => {
    expect(citationText(given)).toBe(expected)
  })

  test('marks inside the words become single', () => {
    expect(citationText(quote({ name: 'Ada Kern' }, { text: 'He said “no”.' }))).toBe(
      '“He said ‘no’.” — Ada Kern',
    )
  })

  test('a publication is not cited as quoting itself', () => {
    expect(
      citationText(quote({ name: 'The Telegraph' }, { chain: [relayed('The Telegraph')] })),
    ).toBe('“It will hold.” — The Telegraph')
  })
})
