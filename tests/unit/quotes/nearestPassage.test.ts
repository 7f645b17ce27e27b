import { describe, expect, it } from 'vitest'
import { comparedByEye } from '#src/quotes/check/nearestPassage.ts'

const MINUTES = [
  'The chair opened the session at nine and read the agenda.',
  'CAPTAIN ROWE: We tied the ferries up on Sunday night, before anybody asked us to. We will not sail again until the pier is sound!',
  'The session closed at noon after questions from the gallery about fares, the pier and the weather.',
].join('\n\n')

describe('the passage to compare a paraphrase with', () => {
  it('is the one that shares its telling words, in whole sentences', () => {
    const { exact, status } = comparedByEye(
      'Captain Rowe said sailings stay suspended until the pier has been made sound.',
      MINUTES,
    )
    expect(status).toBe('by-eye')
    expect(exact).toMatch(/^CAPTAIN ROWE: We tied.* until the pier is sound!$/)
  })

  it('has the place of its words in the evidence', () => {
    const { start, end, exact, suffix } = comparedByEye('There were questions on fares', MINUTES)
    expect([...MINUTES].slice(start ?? 0, end ?? 0).join('')).toBe(exact)
    expect(exact).toMatch(/^The session closed.*weather\.$/)
    expect(suffix).toBe('')
  })

  it('is nowhere when nothing is near, or nothing was said', () => {
    for (const words of ['Parliament adjourned without a vote on budgets', 'the pier of', '', '…'])
      expect(comparedByEye(words, '').exact).toBeNull()
    expect(comparedByEye('Parliament adjourned without a vote', MINUTES).exact).toBeNull()
  })

  it('weighs words that stand everywhere less than those that lead somewhere', () => {
    const filler = 'The session spoke of the pier. '.repeat(50)
    const { exact } = comparedByEye(
      'The session heard that ferries near the pier leak',
      `${filler}Two ferries leak. ${filler}`,
    )
    expect(exact).toContain('Two ferries leak.')
  })

  it('is found in a megabyte in a moment', () => {
    const long = `${'Other words were said here by people nobody quoted at all. '.repeat(18_000)}${MINUTES}`
    const before = process.cpuUsage()
    const { exact } = comparedByEye('Sailings stay suspended until the pier is sound', long)
    const spent = process.cpuUsage(before)
    expect(exact).toBe('We will not sail again until the pier is sound!')
    expect((spent.user + spent.system) / 1000).toBeLessThan(1000)
  })
})
