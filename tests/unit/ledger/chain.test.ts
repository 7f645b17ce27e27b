import { describe, expect, it } from 'vitest'

import { GENESIS_HASH, sealPublication, verifyChain, versionHash } from '#src/ledger/chain.ts'
import type { Publication } from '#src/ledger/port.ts'
import { makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

const chainOf = (length: number): Publication[] => {
  const rows: Publication[] = []
  for (let n = 1; n <= length; n += 1) {
    rows.push(sealPublication({ row: publicationOf(makeStory(n)), previous: rows.at(-1) ?? null }))
  }
  return rows
}
const codes = async (rows: Publication[]) =>
  (await verifyChain(rows)).map(({ seq, code }) => `${seq} ${code}`)

describe('versionHash', () => {
  it('is SHA-256 in hex and the same for the same text at another time', () => {
    const hash = versionHash(makeStory(1))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const later = { firstPublishedAt: '2027-01-01T00:00:00Z', updatedAt: '2027-01-02T00:00:00Z' }
    expect(versionHash(makeStory(1, later))).toBe(hash)
    expect(versionHash(makeStory(1, { headline: 'Other' }))).not.toBe(hash)
  })

  it('does not depend on the order of keys', () => {
    const story = makeStory(1)
    const turned = Object.fromEntries(Object.entries(story).reverse()) as typeof story
    expect(versionHash(turned)).toBe(versionHash(story))
  })
})

describe('verifyChain', () => {
  it('finds nothing in an intact ledger, also after a trip through JSON', async () => {
    const rows = chainOf(4)
    expect(rows[0]?.previousHash).toBe(GENESIS_HASH)
    expect(await codes(JSON.parse(JSON.stringify(rows)) as Publication[])).toEqual([])
  })

  it('ignores fields a store adds', async () => {
    expect(await codes(chainOf(2).map((row) => ({ ...row, id: 7, createdAt: 'x' })))).toEqual([])
  })

  it('finds a removed row', async () => {
    expect(await codes(chainOf(4).filter((row) => row.seq !== 2))).toEqual([
      '3 gap',
      '3 broken-link',
    ])
  })

  it('finds an altered story', async () => {
    const rows = chainOf(3)
    const second = rows[1] as Publication
    rows[1] = { ...second, story: { ...second.story, headline: 'Calm' } }
    expect(await codes(rows)).toEqual(['2 altered-row', '2 version-hash-mismatch'])
  })

  it('finds a row that was altered and sealed again', async () => {
    const rows = chainOf(3)
    rows[1] = sealPublication({
      row: publicationOf(makeStory(2, { headline: 'Calm' })),
      previous: rows[0] as Publication,
    })
    expect(await codes(rows)).toEqual(['3 broken-link'])
  })

  it.each(['event', 'articleId', 'slug', 'at', 'reason', 'actor'] as const)(
    'notices a changed %s',
    async (field) => {
      const rows = chainOf(1)
      const changed = field === 'actor' ? { id: 'x', name: 'X' } : 'x'
      expect(await codes([{ ...rows[0], [field]: changed } as Publication])).toEqual([
        '1 altered-row',
      ])
    },
  )

  it('verifies a part when told what came before, and streams', async () => {
    const rows = chainOf(4)
    const tail = async function* () {
      yield* rows.slice(2)
    }
    expect(await verifyChain(tail(), { previous: rows[1] as Publication })).toEqual([])
    expect((await verifyChain(tail())).map(({ code }) => code)).toEqual(['gap', 'broken-link'])
  })

  it('stops at the limit', async () => {
    const rows = chainOf(9).map((row) => ({ ...row, at: 'x' }))
    expect(await verifyChain(rows, { limit: 3 })).toHaveLength(3)
  })
})
