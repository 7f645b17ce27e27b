import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { rules } from '#src/quotes/rules.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
const article = fixture('seed-article.txt')

type Answer = {
  text: string
  speaker: string
  speakerRole: string
  anonymous: boolean
  via: string | null
  kind: string
  spans: number[][]
  medium?: string
}
const answers = JSON.parse(fixture('seed-article.answers.json')) as { quotes: Answer[] }

describe('the sample article', () => {
  const found = extractQuotes(article)

  test('holds exactly the five quotations of the hand-made answers', () => {
    expect(found.quotes.map(({ text, spans, kind }) => ({ text, spans, kind }))).toEqual(
      answers.quotes.map(({ text, spans, kind }) => ({ text, spans, kind })),
    )
  })

  test.each(answers.quotes.map((answer, i) => [answer.speaker, i, answer] as const))(
    'names %s with role and relay',
    (_name, i, answer) => {
      const quote = found.quotes[i]
      expect(quote).toMatchObject({
        speaker: answer.speaker,
        speakerRole: answer.speakerRole,
        anonymous: answer.anonymous,
        via: answer.via,
      })
      expect(quote?.medium ?? undefined).toBe(answer.medium)
    },
  )

  test('the block without marks is at most likely and flagged', () => {
    expect(found.quotes[0]).toMatchObject({
      kind: 'block',
      confidence: 'likely',
      ruleId: 'lost-block',
    })
    expect(found.quotes[0]?.flags).toContain('lost-markup')
  })

  test('headline words and scare quotes are no quotations', () => {
    expect(found.notQuotes.map(({ text, reason }) => [text, reason])).toEqual([
      ['Will Feel the Heat', 'headline'],
      ['mutual interests', 'scare'],
    ])
  })

  test('the lead-in that lost its quotation is one finding, and two blocks lost their markup', () => {
    const codes = found.doubts.map(({ code }) => code)
    expect(codes.filter((code) => code === 'lost-lead-in')).toHaveLength(1)
    expect(codes.filter((code) => code === 'lost-block-quote')).toHaveLength(2)
    expect(found.doubts.find(({ code }) => code === 'lost-lead-in')?.excerpt).toMatch(
      /criticism from U\.S\. experts:$/,
    )
  })
})

const only = (text: string, language = 'en') => {
  const { quotes } = extractQuotes(text, { language })
  expect(quotes).toHaveLength(1)
  return quotes[0]
}

describe('extractQuotes', () => {
  test('a split quotation is one quotation of two spans', () => {
    const quote = only('“If it rains,” Ann Lee said, “we lose the hay.”')
    expect(quote?.spans).toEqual([
      [1, 13],
      [30, 46],
    ])
    expect(quote?.text).toBe('If it rains, we lose the hay.')
    expect(quote?.flags).toContain('split')
  })

  test('an unclosed quotation is flagged and never certain', () => {
    const quote = only('“We will not sell, Ann Lee said.')
    expect(quote?.text).toBe('We will not sell,')
    expect(quote?.flags).toContain('unclosed')
    expect(quote?.confidence).not.toBe('certain')
  })

  test('a pronoun is likely at most', () => {
    expect(only('Ann Lee left early. “I am done,” she said.')).toMatchObject({
      speaker: 'Ann Lee',
      confidence: 'likely',
      flags: ['pronoun'],
    })
  })

  test('a surname that two people share names nobody', () => {
    const { quotes, doubts } = extractQuotes(
      'Ann Lee and Bob Lee own it. Bob Lee runs it.\n\n“No,” Lee said.',
      { language: 'en' },
    )
    expect(quotes[0]).toMatchObject({ speaker: null, confidence: 'unknown' })
    expect(doubts.map(({ code }) => code)).toContain('ambiguous-name')
  })

  test('the number of unnamed people and their condition are kept', () => {
    const quote = only('“They knew,” said two officials, who spoke on condition of anonymity.')
    expect(quote?.anonymity).toEqual({ count: 2, condition: 'spoke on condition of anonymity' })
  })

  test('an unnamed speaker quoted by another outlet is doubted', () => {
    const { doubts } = extractQuotes('“It is over,” a senior aide told Reuters.', {
      language: 'en',
    })
    expect(doubts.map(({ code }) => code)).toContain('second-hand-anonymous')
  })

  test('the nearest link goes with the quotation', () => {
    expect(only('“It is over,” Ann Lee wrote at https://example.org/a.')?.link).toBe(
      'https://example.org/a',
    )
  })

  test('a lead-in keeps its hands off the next paragraph', () => {
    expect(
      extractQuotes('Growers were angry:\n\nPrices fell by a third since January in the north.', {
        language: 'en',
      }),
    ).toMatchObject({
      quotes: [],
      doubts: [{ code: 'lost-lead-in' }],
    })
  })

  test('offsets count code points', () => {
    expect(only('😅😅 “Yes, we can,” Ann Lee said.')?.spans).toEqual([[4, 16]])
  })

  test.each([
    ['fr', '« Non, jamais de la vie », a dit Paul Garnier.', 'Paul Garnier'],
    ['de', '„Wir haben keine Zeit“, sagte Eva Lorenz.', 'Eva Lorenz'],
    ['es', '«No hay más remedio», dijo Andrés Molina.', 'Andrés Molina'],
    ['it', '«Non ci sono alternative», ha detto Paolo Greco.', 'Paolo Greco'],
    ['pt', '“A obra não vai parar”, disse Marina Lopes.', 'Marina Lopes'],
  ])('reads %s', (language, text, speaker) => {
    expect(only(text, language)).toMatchObject({ speaker, confidence: 'certain' })
  })
})

describe('on any text', { timeout: 60_000 }, () => {
  const marks = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '„',
    ' ',
    '\n',
    '\n\n',
    ':',
    ',',
    '.',
    'Ann Lee',
    'said',
    'a source',
    'told Reuters',
    'We',
    '[',
    '> ',
    '— ',
    '😅',
    'who',
    'according to',
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(marks, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.array(marks, { maxLength: 60 }).map((parts) => parts.join('')),
  )

  test('nothing is thrown, places lie in the text, words are what stands there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = [...text]
        const { quotes, notQuotes, doubts } = extractQuotes(text)
        for (const { text: words, spans, ruleId } of [...quotes, ...notQuotes]) {
          expect(rules).toHaveProperty(ruleId)
          expect(spans.length).toBeGreaterThan(0)
          const slices = spans.map(([start, end]) => {
            expect(0 <= start && start < end && end <= points.length).toBe(true)
            return points.slice(start, end).join('')
          })
          expect([slices.join(' '), slices.join('\n'), slices.join('\n\n')]).toContain(words)
        }
        for (const { span } of doubts)
          expect(span[0] <= span[1] && span[1] <= points.length).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('an unknown speaker is never named, a named one never unknown', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const quote of extractQuotes(text).quotes)
          expect(quote.speaker === null).toBe(quote.confidence === 'unknown')
      }),
    )
  })

  test.each([
    ['the sample many times', `${article}\n\n`.repeat(33)],
    ['opening marks only', '“'.repeat(50_000)],
    ['marks inside marks', '“‘'.repeat(20_000)],
    ['straight marks without partners', '"a '.repeat(20_000)],
    ['verbs without speakers', 'said '.repeat(20_000)],
    ['appositives without end', 'Smith, the '.repeat(9_000)],
    ['lead-ins only', 'a:\n\n'.repeat(20_000)],
  ])('long text of %s is read to its end', (_what, text) => {
    expect(() => extractQuotes(text)).not.toThrow()
  })
})
