import { describe, expect, it } from 'vitest'
import {
  addQuote,
  buildReport,
  newTally,
  type Report,
  type ReportQuote,
} from '#src/quotes/reports/report.ts'
import { csvLines } from '#src/formats/csv.ts'
import { reportCells } from '#src/quotes/reports/reportCells.ts'
import { readReportQuery, type ReportQuery } from '#src/quotes/reports/reportQuery.ts'

const query = (given: Record<string, string> = {}): ReportQuery =>
  readReportQuery(Object.entries(given)).query

const quote = (given: Partial<ReportQuote> = {}): ReportQuote => ({
  words: 10,
  kind: 'direct',
  language: 'en',
  verification: 'verified',
  role: null,
  affiliation: null,
  medium: null,
  speaker: { id: 'ana', label: 'Ana Reyes', isConfidential: false },
  outlets: [],
  createdAt: '2026-01-10T08:00:00.000Z',
  uses: [],
  ...given,
})

const live = (story: string, at = '2026-03-01T00:00:00.000Z', section = 'world') => ({
  story,
  section: { id: section, label: section.toUpperCase() },
  isLive: true,
  at,
})
const draft = (story: string) => ({ story, section: null, isLive: false, at: null })

const report = (quotes: ReportQuote[], given: Record<string, string> = {}): Report => {
  const tally = newTally()
  for (const one of quotes) addQuote(tally, one, query(given))
  return buildReport(tally, query(given))
}

describe('a report on quotes', () => {
  it('counts quotes, words and stories of each speaker, most quoted first', () => {
    const bo = { id: 'bo', label: 'Bo Lind', isConfidential: false }
    const { rows, total } = report([
      quote({ uses: [live('a'), live('b')] }),
      quote({ uses: [live('a')], words: 5 }),
      quote({ speaker: bo, uses: [draft('c')] }),
      quote({ speaker: null }),
    ])
    expect(rows).toEqual([
      { key: 'ana', label: 'Ana Reyes', quotes: 2, stories: 2, words: 15, share: 0.5 },
      { key: 'bo', label: 'Bo Lind', quotes: 1, stories: 1, words: 10, share: 0.25 },
      { key: null, label: 'No speaker recorded', quotes: 1, stories: 0, words: 10, share: 0.25 },
    ])
    expect(total).toEqual({ quotes: 4, stories: 3, words: 35, rows: 3 })
  })

  it('splits named, anonymous and unattributed quotes', () => {
    const unnamed = { id: 'x', label: 'an official (confidential)', isConfidential: true }
    const { rows } = report([quote(), quote({ speaker: unnamed }), quote({ speaker: null })], {
      by: 'named',
    })
    expect(rows.map(({ key }) => key).sort()).toEqual(['anonymous', 'named', 'unattributed'])
  })

  it('does not tell the role of a confidential speaker', () => {
    const unnamed = { id: 'x', label: 'an official (confidential)', isConfidential: true }
    const quotes = [quote({ speaker: unnamed, role: 'Chief of staff', affiliation: 'Palace' })]
    for (const by of ['role', 'affiliation']) {
      expect(JSON.stringify(report(quotes, { by }).rows)).not.toMatch(/Chief of staff|Palace/)
    }
  })

  it('takes spellings of a role that differ in case and spaces for one, under the most usual one', () => {
    const { rows } = report(
      ['Prime minister', 'prime  minister', 'Prime minister'].map((role) => quote({ role })),
      { by: 'role' },
    )
    expect(rows).toMatchObject([{ key: 'prime minister', label: 'Prime minister', quotes: 3 }])
  })

  it('counts a quote for each outlet that passed it on', () => {
    const outlets = ['wsj', 'bbc'].map((id) => ({ id, label: id }))
    const { rows, total } = report([quote({ outlets }), quote()], { by: 'outlet' })
    expect(rows.map(({ key, share }) => [key, share])).toEqual([
      ['bbc', 0.5],
      [null, 0.5],
      ['wsj', 0.5],
    ])
    expect(total.quotes).toBe(2)
  })

  it('counts a story in its own section alone', () => {
    const uses = [live('a'), live('b', '2026-03-02T00:00:00.000Z', 'sport')]
    const { rows } = report([quote({ uses }), quote()], { by: 'section' })
    expect(rows.map(({ key, stories }) => [key, stories])).toEqual([
      ['unused', 0],
      ['sport', 1],
      ['world', 1],
    ])
  })

  it('takes a live quote for the day its story came out, any other for the day it was recorded', () => {
    const quotes = [
      quote({ uses: [live('a', '2026-03-01T12:00:00.000Z')] }),
      quote({ uses: [draft('b')], createdAt: '2026-02-01T00:00:00.000Z' }),
    ]
    const count = (since: string, until: string) => report(quotes, { since, until }).total.quotes
    expect(count('2026-01-01', '2026-01-31')).toBe(0)
    expect(count('2026-02-01', '2026-02-01')).toBe(1)
    expect(count('2026-03-01', '2026-03-01')).toBe(1)
    expect(count('2026-02-01', '2026-03-01')).toBe(2)
  })

  it('keeps live quotes and all others apart', () => {
    const quotes = [
      quote({ uses: [live('a'), draft('b')] }),
      quote({ uses: [draft('c')] }),
      quote(),
    ]
    expect(report(quotes, { live: 'true' }).total).toMatchObject({ quotes: 1, stories: 1 })
    expect(report(quotes, { live: 'false' }).total).toMatchObject({ quotes: 2, stories: 1 })
    expect(report(quotes).total).toMatchObject({ quotes: 3, stories: 3 })
  })

  it('narrows down to a section', () => {
    const quotes = [
      quote({ uses: [live('a'), live('b', '2026-03-02T00:00:00.000Z', 'sport')] }),
      quote(),
    ]
    const { total } = report(quotes, { section: 'sport' })
    expect(total).toMatchObject({ quotes: 1, stories: 1 })
  })

  it('tells how many rows there are beyond the limit', () => {
    const quotes = ['de', 'fr', 'it'].map((language) => quote({ language }))
    const { rows, total } = report(quotes, { by: 'language', limit: '2' })
    expect([rows.length, total.rows]).toEqual([2, 3])
    expect(rows[0]?.label).toBe('French')
  })

  it('gives nothing, not an error, when nothing was counted', () => {
    expect(report([])).toEqual({
      by: 'speaker',
      rows: [],
      total: { quotes: 0, stories: 0, words: 0, rows: 0 },
    })
  })
})

describe('the parameters of a report', () => {
  const problems = (given: [string, string][]) => readReportQuery(given).problems

  it('has defaults for everything, and empty fields of a form are none', () => {
    const empty = readReportQuery([
      ['by', ''],
      ['since', ''],
      ['live', ''],
      ['section', ''],
    ])
    expect(empty).toEqual(readReportQuery([]))
    expect(empty.query).toEqual({
      by: 'speaker',
      since: null,
      until: null,
      section: null,
      isLive: null,
      limit: 100,
      format: 'json',
    })
  })

  it('takes a day for all of it', () => {
    expect(query({ since: '2026-11-01', until: '2026-11-30' })).toMatchObject({
      since: '2026-11-01T00:00:00.000Z',
      until: '2026-11-30T23:59:59.999Z',
    })
    expect(query({ since: '2026-11-01T01:30:00+02:00' }).since).toBe('2026-10-31T23:30:00.000Z')
  })

  it.each([
    ['by', 'gender', 'affiliation'],
    ['live', 'yes', 'true, false'],
    ['format', 'xml', 'csv'],
    ['since', '2026-02-30', '2026-11-23'],
    ['until', 'yesterday', '2026-11-23'],
    ['since', '2026-13-01', '2026-11-23'],
    ['until', '2026-11-23T25:00:00Z', '2026-11-23'],
    ['limit', '0', '10000'],
    ['limit', '-1', '10000'],
    ['limit', '99999', '10000'],
    ['sort', 'name', 'by, since'],
  ])('refuses %s=%s and says what is known', (name, value, known) => {
    const [problem] = problems([[name, value]])
    expect(problem).toMatchObject({ path: name, severity: 'error' })
    expect(problem?.message).toContain(`“${name}”`)
    expect(problem?.fix).toContain(known)
  })

  it('refuses a parameter that is given twice, and a period that ends before it begins', () => {
    const twice = problems([
      ['by', 'role'],
      ['by', 'kind'],
    ])
    expect(twice.map(({ path }) => path)).toEqual(['by'])
    const backwards = problems([
      ['since', '2026-02-01'],
      ['until', '2026-01-01'],
    ])
    expect(backwards.map(({ path }) => path)).toEqual(['since'])
  })

  it('tells of everything that is wrong at once', () => {
    const found = problems([
      ['by', 'age'],
      ['live', 'perhaps'],
      ['colour', 'red'],
    ])
    expect(found.map(({ path }) => path).sort()).toEqual(['by', 'colour', 'live'])
  })
})

describe('a report as a table', () => {
  const reportCsv = (report: Report): string => csvLines(reportCells(report))
  const csvOf = (label: string): string =>
    reportCsv({
      by: 'role',
      rows: [{ key: null, label, quotes: 2, stories: 1, words: 30, share: 0.6667 }],
      total: { quotes: 3, stories: 1, words: 30, rows: 1 },
    }).split('\r\n')[1] ?? ''

  it('quotes what has commas, quotation marks and line breaks, and ends each line as RFC 4180 says', () => {
    expect(csvOf('Minister, “acting” "for now"')).toBe(
      ',"Minister, “acting” ""for now""",2,1,30,0.6667',
    )
    expect(
      reportCsv({ by: 'role', rows: [], total: { quotes: 0, stories: 0, words: 0, rows: 0 } }),
    ).toBe('key,label,quotes,stories,words,share\r\n')
  })

  it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', ' =1', '\t=1', '＝1'])(
    'does not let %j run as a formula',
    (label) => {
      expect(csvOf(label)).toContain(`'${label}`)
    },
  )
})
