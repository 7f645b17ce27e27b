import { describe, expect, test } from 'vitest'
import { evaluate, spansOf, valueOf } from '#tests/unit/quotes/evaluate.ts'
import { load, openSets } from '#tests/unit/quotes/labelledSets.ts'

describe.each(openSets)('on the %s set', (name) => {
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
  const ids = openSets.flatMap(load).map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(80)
  expect(new Set(ids).size).toBe(ids.length)
})

test('labelled places are counted in code points', () => {
  expect(spansOf('😅 “a”', ['a'])).toEqual([[3, 4]])
})
