import { describe, expect, it } from 'vitest'
import { onOutcome, tellOutcome, type AttemptOutcome } from '#src/jobs/outcomes.ts'
import { waitAfter } from '#src/jobs/webhookSchedule.ts'

const now = new Date('2030-01-01T00:00:00.000Z')
const wait = (failures: number, retryAfter: string | null = null, chance = 0.5) =>
  waitAfter({ failures, retryAfter, now, random: () => chance })
const HOUR = 3_600_000

describe('the next attempt', () => {
  it('follows the published schedule, whose last wait repeats', () => {
    const waits = Array.from({ length: 11 }, (_, index) => wait(index + 1))
    const hours = [2, 5, 10, 14, 20, 24, 24, 24].map((count) => count * HOUR)
    expect(waits).toEqual([5_000, 300_000, 1_800_000, ...hours])
  })

  it('comes up to a tenth sooner or later, so that what failed together does not return together', () => {
    expect([wait(1, null, 0), wait(1, null, 1)]).toEqual([4_500, 5_500])
  })

  it('is not sooner than the receiver asks for, in seconds or as a date, up to a day', () => {
    expect(wait(1, '120')).toBe(120_000)
    expect(wait(1, 'Tue, 01 Jan 2030 01:00:00 GMT')).toBe(HOUR)
    expect(wait(1, '99999999')).toBe(24 * HOUR)
    expect(wait(2, '1')).toBe(300_000)
    expect(wait(1, 'soon')).toBe(5_000)
  })
})

describe('what came of an attempt', () => {
  it('is told to who listens, until they stop', () => {
    const heard: AttemptOutcome[] = []
    const stop = onOutcome((outcome) => void heard.push(outcome))
    const one: AttemptOutcome = { kind: 'webhook', outcome: 'failed', durationMs: 3 }
    tellOutcome(one)
    stop()
    tellOutcome(one)
    expect(heard).toEqual([one])
  })
})
