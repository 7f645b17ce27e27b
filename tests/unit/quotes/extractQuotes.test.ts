import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { rules } from '#src/quotes/rules.ts'
import { cpuOf, hostileTexts } from '#tests/unit/quotes/longTexts.ts'

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

describe('speech without quotation marks', () => {
  test('turns of a transcript are quotations of whoever the label names', () => {
    const { quotes } = extractQuotes(
      'Ann Lee met Bob Roe.\n\nLEE: Did you sign?\n\nROE: I signed.\n\nLEE: Why?',
      { language: 'en' },
    )
    expect(quotes.map(({ text, speaker, ruleId }) => [text, speaker, ruleId])).toEqual([
      ['Did you sign?', 'Ann Lee', 'transcript-line'],
      ['I signed.', 'Bob Roe', 'transcript-line'],
      ['Why?', 'Ann Lee', 'transcript-line'],
    ])
  })

  test('Q and A are who questioned whom, and nobody where the text does not say', () => {
    const turns = 'Q. Did you sign?\n\nA. I did.'
    const told = extractQuotes(`The lawyer, Ann Lee, questioned Bob Roe.\n\n${turns}`, {
      language: 'en',
    })
    expect(told.quotes.map(({ speaker, confidence }) => [speaker, confidence])).toEqual([
      ['Ann Lee', 'likely'],
      ['Bob Roe', 'likely'],
    ])
    const untold = extractQuotes(`The trial went on.\n\n${turns}`, { language: 'en' })
    expect(untold.quotes.map(({ speaker }) => speaker)).toEqual([null, null])
  })

  test('labels of a listing are no speakers', () => {
    expect(
      extractQuotes('WHAT: Spring fair\nWHEN: Saturday\nWHERE: Town hall', { language: 'en' })
        .quotes,
    ).toEqual([])
  })

  test.each([
    ['fr', '— On ne vend rien, dit Paul Garnier.', ['On ne vend rien'], 'Paul Garnier'],
    ['es', '—Nada —dijo Ana Gil—, y nunca.', ['Nada', 'y nunca.'], 'Ana Gil'],
    ['pt', '— Nada — disse Ana Reis.', ['Nada'], 'Ana Reis'],
  ])('a dash opens dialogue in %s', (language, text, parts, speaker) => {
    const quote = only(text, language)
    const points = [...text]
    expect(quote?.spans.map(([from, to]) => points.slice(from, to).join(''))).toEqual(parts)
    expect(quote?.speaker).toBe(speaker)
  })

  test('who speaks is cut out of the marks it stands in', () => {
    const quote = only('« La mer, explique Yann Le Goff, ne prévient jamais. »', 'fr')
    expect(quote).toMatchObject({ speaker: 'Yann Le Goff', flags: ['split'] })
    expect(quote?.text).toBe('La mer ne prévient jamais.')
  })
})

describe('mended marks', () => {
  test.each([
    ['closed by a mark of the other family', '“Where is it?’ asked Ann Lee.', 'Where is it?'],
    ['opened by a mark of the other family', '‘We are staying,” said Ann Lee.', 'We are staying,'],
    ['without its first mark', 'We saw nothing,” said Ann Lee.', 'We saw nothing,'],
    ['without its last mark', '“It is gone, Ann Lee said. She left.', 'It is gone,'],
  ])('a quotation %s keeps its words and its speaker', (_how, text, words) => {
    expect(only(text)).toMatchObject({ text: words, speaker: 'Ann Lee' })
  })

  test('single marks go on where the next paragraph opens with one', () => {
    const { quotes } = extractQuotes("'It rains,' said Ann Lee. 'It pours.\n\n'It snows.'", {
      language: 'en',
    })
    expect(quotes.map(({ spans }) => spans.length)).toEqual([1, 2])
    expect(quotes[1]?.flags).toContain('multi-paragraph')
  })
})

describe('speakers no list knows', () => {
  test.each([
    ['an unlisted verb', '“Worse,” shrugged Ann Lee.', 'Ann Lee'],
    ['an unlisted trade', '“Worse,” said the ferry’s chief stoker, Ann Lee.', 'Ann Lee'],
    ['an unlisted noun', '“Is it safe?” a child in the front row asked.', 'child in the front row'],
    ['a noun of speech', 'A remark by Ann Lee, “It is no theatre,” drew laughter.', 'Ann Lee'],
    ['somebody’s relative', 'His wife, Ida, waited. “I told him so,” she said.', 'Ida'],
  ])('%s is read from its place', (_what, text, speaker) => {
    expect(only(text)).toMatchObject({ speaker })
    expect(only(text)?.confidence).not.toBe('unknown')
  })

  test('a verb no list knows is likely at most', () => {
    expect(only('“Worse,” shrugged Ann Lee.')?.confidence).toBe('likely')
  })

  test('another’s words after “while” are theirs, and not the speaker’s before', () => {
    const { quotes } = extractQuotes(
      'Ann Lee called it “a shabby little plan”, while the mayor sees “a chance that comes once”.',
      { language: 'en' },
    )
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Ann Lee', 'mayor'])
    expect(quotes[1]?.confidence).toBe('likely')
  })
})

describe('on any text', { timeout: 60_000 }, () => {
  const marks = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    "''",
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
    'on Friday',
    'with',
    'Lee’s claim that',
    'issued a statement',
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

  test('the sample many times is read to its end', () => {
    expect(extractQuotes(`${article}\n\n`.repeat(33)).quotes.length).toBeGreaterThan(100)
  })
})

describe('on hostile text', { timeout: 120_000 }, () => {
  const [long, longer] = [hostileTexts(12_500), hostileTexts(50_000)]

  test.each(Object.keys(long))('four times as many %s are about four times the work', (name) => {
    const [short, full] = [long[name] as string, longer[name] as string]
    extractQuotes(short)
    const once = Math.min(...[1, 2].map(() => cpuOf(() => extractQuotes(short))))
    const fourTimes = Math.min(...[1, 2].map(() => cpuOf(() => extractQuotes(full))))
    // Work that grows with the square would be sixteen times as much.
    expect(fourTimes).toBeLessThan(11 * Math.max(once, 12))
  })
})
