/** The writing lock, by an injected clock. */
import { describe, expect, it } from 'vitest'
import {
  afterBeat,
  GONE_AFTER_MS,
  holderOf,
  IDLE_AFTER_MS,
  isWorthWriting,
  whoIsHere,
  type Presence,
} from '#src/workflow/presence.ts'

const at = (ms: number): Date => new Date(Date.UTC(2026, 0, 5, 9) + ms)
const ana = { id: 'ana', name: 'Ana' }
const ben = { id: 'ben', name: 'Ben' }

const beatOf = (
  rows: Presence[],
  person: { id: string; name: string },
  isTyping: boolean,
  ms: number,
): Presence[] => {
  const before = rows.find(({ userId }) => userId === person.id) ?? null
  const after = afterBeat({ before, rows, person, isTyping, now: at(ms) })
  return [...rows.filter((row) => row !== before), after]
}
const holder = (rows: Presence[], ms: number): string | undefined => holderOf(rows, at(ms))?.userId

describe('the writing lock', () => {
  it('is taken by the first who types, and not by who only looks', () => {
    let rows = beatOf([], ana, false, 0)
    expect(holder(rows, 0)).toBeUndefined()
    rows = beatOf(rows, ben, true, 1_000)
    rows = beatOf(rows, ana, true, 2_000)
    expect(holder(rows, 2_000)).toBe('ben')
  })

  it('ends when nothing is typed for two minutes, and the next who types has it', () => {
    let rows = beatOf([], ana, true, 0)
    for (let ms = 10_000; ms < IDLE_AFTER_MS; ms += 10_000) rows = beatOf(rows, ana, false, ms)
    expect(holder(rows, IDLE_AFTER_MS - 1)).toBe('ana')
    expect(holder(rows, IDLE_AFTER_MS)).toBeUndefined()
    rows = beatOf(rows, ben, true, IDLE_AFTER_MS + 1)
    expect(holder(rows, IDLE_AFTER_MS + 1)).toBe('ben')
  })

  it('ends without a sign of life', () => {
    const rows = beatOf([], ana, true, 0)
    expect(holder(rows, GONE_AFTER_MS - 1)).toBe('ana')
    expect(holder(rows, GONE_AFTER_MS)).toBeUndefined()
  })

  it('belongs to one of two that took it in the same moment, whatever the order of their rows', () => {
    const rows = [...beatOf([], ben, true, 0), ...beatOf([], ana, true, 0)]
    expect(holder(rows, 0)).toBe('ana')
    expect(holder(rows.toReversed(), 0)).toBe('ana')
    // The other one gives up theirs with the next beat.
    const next = beatOf(rows, ben, true, 10_000)
    expect(next.find(({ userId }) => userId === 'ben')?.lockedAt).toBeNull()
  })

  it('is not lost by a second window of the same person that only looks', () => {
    const rows = beatOf(beatOf([], ana, true, 0), ana, false, 5_000)
    expect(rows).toHaveLength(1)
    expect(holder(rows, 5_000)).toBe('ana')
  })
})

it('writes when others would see a difference or a sign of life is due, and not in between', () => {
  const [first] = beatOf([], ana, false, 0)
  const next = (isTyping: boolean, ms: number): Presence =>
    afterBeat({
      before: first ?? null,
      rows: [first as Presence],
      person: ana,
      isTyping,
      now: at(ms),
    })
  expect(isWorthWriting(null, first as Presence)).toBe(true)
  expect(isWorthWriting(first ?? null, next(false, 3_000))).toBe(false)
  expect(isWorthWriting(first ?? null, next(true, 3_000))).toBe(true)
  expect(isWorthWriting(first ?? null, next(false, 10_000))).toBe(true)
})

it('names you first, who writes, and nobody who is gone', () => {
  const rows = beatOf(
    beatOf(beatOf([], { id: 'cleo', name: 'Cleo' }, false, 0), ben, true, 30_000),
    ana,
    false,
    45_000,
  )
  expect(whoIsHere(rows, 'ana', at(45_000)).people).toEqual([
    { ...ana, isYou: true, isWriting: false, writingSince: null, typedAt: null },
    {
      ...ben,
      isYou: false,
      isWriting: true,
      writingSince: at(30_000).toISOString(),
      typedAt: at(30_000).toISOString(),
    },
  ])
})

it('says who took over and when, as long as they hold the lock', () => {
  const took = at(5_000).toISOString()
  const rows: Presence[] = [
    { userId: 'ana', userName: 'Ana', seenAt: took, typedAt: took, takenOverBy: 'Ben' },
    { userId: 'ben', userName: 'Ben', seenAt: took, typedAt: took, lockedAt: took },
  ]
  expect(whoIsHere(rows, 'ana', at(6_000))).toMatchObject({
    takenOverBy: 'Ben',
    takenOverAt: took,
  })
  expect(whoIsHere(rows, 'ben', at(6_000))).toMatchObject({ takenOverBy: null, takenOverAt: null })
  expect(whoIsHere(rows, 'ana', at(5_000 + IDLE_AFTER_MS))).toMatchObject({ takenOverAt: null })
})
