import { expect, it } from 'vitest'
import { backoff, MAX_ATTEMPTS } from '#src/jobs/queue.ts'

it('waits twice as long after each attempt, up to an hour', () => {
  const waits = Array.from({ length: 14 }, (_, index) => backoff(index + 1, () => 1))
  expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000])
  expect(waits.slice(-2)).toEqual([3_600_000, 3_600_000])
})

it('waits at least half as long, so that what failed together comes back at different times', () => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const [least, most] = [backoff(attempt, () => 0), backoff(attempt, () => 0.999_999)]
    expect(least).toBe(backoff(attempt, () => 1) / 2)
    expect(most).toBeGreaterThan(least)
  }
})
