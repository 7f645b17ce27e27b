import { describe, expect, it } from 'vitest'
import { countQuotedWords, countTextWords, wordsTaken } from '#src/quotes/reports/wordsTaken.ts'
import {
  addressOfWork,
  addToWorks,
  listWorks,
  shareOfWork,
  type TakenQuote,
  type Works,
} from '#src/quotes/reports/wordsTakenWorks.ts'

describe('counting words', () => {
  it.each([
    ['We will not wait.', 4],
    ["It's a well-known, 1,200-year-old rule", 5],
    ['', 0],
    ['… —', 0],
    ['Wir müssen’s tun', 3],
    ['сказал министр', 2],
    ['قال الوزير', 2],
    ['我们会等', 4],
    ['iPhoneを買った', 5],
  ])('finds in %j %i', (text, words) => {
    expect(countTextWords(text)).toBe(words)
  })

  it('leaves out what the newsroom added', () => {
    expect(countQuotedWords('[T]he minister [Ana Reyes] will … go')).toBe(4)
  })
})

describe('words taken from a work', () => {
  it('counts words once that stand in two quotes', () => {
    expect(wordsTaken(['We will not wait for the spring.', 'will not wait', 'We are ready'])).toBe(
      10,
    )
  })

  it('does not take a part of a word for a part of a quote', () => {
    expect(wordsTaken(['The artist left', 'art'])).toBe(4)
  })

  it('gives each work its quotes, words and stories, and joins links to the same page', () => {
    const works: Works = new Map()
    const add = (given: Partial<TakenQuote>) =>
      addToWorks(works, {
        text: 'one two three',
        isParaphrase: false,
        evidence: null,
        url: null,
        live: [],
        drafts: [],
        ...given,
      })
    add({ url: 'https://www.paper.example/a?utm_source=x#top', live: ['s1'] })
    const evidence = { id: 'e', title: 'A report', url: 'https://paper.example/a/' }
    add({ text: 'four five', evidence, drafts: ['s2', 's3'] })
    add({ text: 'a paraphrase of it', isParaphrase: true, evidence, live: ['s1'] })
    add({ text: 'from nowhere' })
    expect(listWorks(works)).toEqual([
      {
        key: 'paper.example/a',
        title: 'A report',
        url: 'https://www.paper.example/a?utm_source=x#top',
        evidence: 'e',
        quotes: 3,
        stories: 3,
        liveStories: 1,
        words: 5,
        publishedWords: 3,
      },
      expect.objectContaining({ key: null, words: 2, stories: 0 }),
    ])
  })

  it('takes an address that is none as it stands', () => {
    expect(addressOfWork(' Page 4 of the report ')).toBe('Page 4 of the report')
  })

  it('says which part was taken, and never more than all', () => {
    expect([shareOfWork(1, 3), shareOfWork(9, 3), shareOfWork(1, 0)]).toEqual([0.3333, 1, null])
  })
})
