import { describe, expect, it } from 'vitest'
import { rowHash, sealPublication, verifyChain } from '#src/ledger/chain.ts'
import type { Publication } from '#src/ledger/port.ts'
import { asPublication, storedPublication } from '#src/ledger/rows.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

const sealed = (over: Partial<Publication> = {}): Publication =>
  sealPublication({
    row: { ...publicationOf(makeStory(1), 'update'), ...over },
    previous: null,
  })

describe('the kind of a change in a row of the ledger', () => {
  it('is covered by the hash: calling it something else later shows', async () => {
    const row = sealed({ change: 'correction' })
    expect(await verifyChain([row])).toEqual([])
    const without: Publication = { ...row }
    delete without.change
    for (const forged of [without, { ...row, change: 'minor' as const }]) {
      expect((await verifyChain([forged])).map(({ code }) => code)).toEqual(['altered-row'])
    }
  })

  it('survives the way into the database and back', async () => {
    const stored = { ...storedPublication(sealed({ change: 'minor' })), revision: 1 }
    const back = asPublication(JSON.parse(JSON.stringify(stored)))
    expect(back.change).toBe('minor')
    expect(await verifyChain([back])).toEqual([])
  })

  it('that is missing, or null in the database, leaves the hash as it always was', async () => {
    const row = sealed({ event: 'publish' })
    expect('change' in row).toBe(false)
    expect(rowHash(row)).toBe('5a9ccf45512c0ce99165423e76d8c352401919b14a1c10ab8519fad619738ed8')
    const stored = { ...storedPublication(row), change: null, revision: 1 }
    expect(await verifyChain([asPublication(stored)])).toEqual([])
  })
})
