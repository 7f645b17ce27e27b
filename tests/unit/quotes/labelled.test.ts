import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate, type LabelledParagraph, spansOf, valueOf } from '#tests/unit/quotes/evaluate.ts'

const load = (name: string): LabelledParagraph[] =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/quotes/${name}.json`, import.meta.url), 'utf8'),
  ) as LabelledParagraph[]

const sets = [
  'tuning',
  'held-out',
  'held-out-2',
  'held-out-3',
  'held-out-4',
  'held-out-5',
  'held-out-6',
  'held-out-7',
  'held-out-8',
  'held-out-9',
  'held-out-10',
  'held-out-11',
  'held-out-12',
  'held-out-13',
  'held-out-14',
  'held-out-15',
  'held-out-16',
]

describe.each(sets)('on the %s set', (name) => {
  const result = evaluate(load(name))

  test('spans are found with precision and recall of 0.98 or more', () => {
    expect(valueOf(result.precision), result.misses.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(valueOf(result.recall), result.misses.join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  test('certain attributions are right in 0.97 or more', () => {
    expect(valueOf(result.attribution.certain), result.misses.join('\n')).toBeGreaterThanOrEqual(
      0.97,
    )
  })

  test('words that are no quotations are told apart', () => {
    expect(valueOf(result.notQuotesRight), result.misses.join('\n')).toBeGreaterThanOrEqual(0.97)
  })
})

test('the set has 80 paragraphs or more with names of their own', () => {
  const ids = sets.flatMap(load).map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(80)
  expect(new Set(ids).size).toBe(ids.length)
})

test('labelled places are counted in code points', () => {
  expect(spansOf('😅 “a”', ['a'])).toEqual([[3, 4]])
})
