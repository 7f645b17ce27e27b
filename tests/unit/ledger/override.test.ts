import { describe, expect, it } from 'vitest'
import { rowHash, sealPublication, verifyChain } from '#src/ledger/chain.ts'
import type { Publication } from '#src/ledger/port.ts'
import { asPublication, storedPublication } from '#src/ledger/rows.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

const override = {
  codes: ['quote-differs'],
  reason: 'The minister confirmed it by phone.',
  by: { id: 'user-chief', name: 'Chief' },
}
const sealed = (over: Partial<Publication> = {}): Publication =>
  sealPublication({ row: { ...publicationOf(makeStory(1)), ...over }, previous: null })

describe('an override in a row of the ledger', () => {
  it('is covered by the hash: taking it away or changing it shows', async () => {
    const row = sealed({ override })
    expect(await verifyChain([row])).toEqual([])
    const without: Publication = { ...row }
    delete without.override
    const changed = { ...row, override: { ...override, reason: 'No reason at all.' } }
    for (const forged of [without, changed]) {
      expect((await verifyChain([forged])).map(({ code }) => code)).toEqual(['altered-row'])
    }
  })

  it('survives the way into the database and back', async () => {
    const stored = JSON.parse(
      JSON.stringify({ ...storedPublication(sealed({ override })), revision: 1 }),
    )
    expect(await verifyChain([asPublication(stored)])).toEqual([])
    expect(asPublication(stored).override).toEqual(override)
  })

  it('that is missing, or null in the database, leaves the hash as it always was', async () => {
    const row = sealed()
    expect('override' in row).toBe(false)
    expect(rowHash(row)).toBe('5a9ccf45512c0ce99165423e76d8c352401919b14a1c10ab8519fad619738ed8')
    const stored = { ...storedPublication(row), override: null, revision: 1 }
    expect(await verifyChain([asPublication(stored)])).toEqual([])
  })
})
