import { describe, expect, test } from 'vitest'
import { partOf } from '#src/delivery/cache/range.ts'

const whole = { body: Buffer.from('0123456789'), etag: '"a"' }
const ask = (range: string | null, ifRange: string | null = null) =>
  partOf({ range, ifRange }, whole)

describe('a range of bytes', () => {
  test.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=7-', { start: 7, end: 9 }],
    ['bytes=7-99', { start: 7, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['Bytes=1-2', { start: 1, end: 2 }],
    ['bytes=10-', 'outside'],
    ['bytes=10-12', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=5-2', null],
    ['bytes=0-1,3-4', null],
    ['bytes=-', null],
    ['lines=1-2', null],
    ['bytes=a-b', null],
    [null, null],
  ])('%s is %j', (range, part) => {
    expect(ask(range)).toEqual(part)
  })

  test('of another version, or of an unknown age, is the whole', () => {
    expect(ask('bytes=0-1', '"a"')).toEqual({ start: 0, end: 1 })
    for (const other of ['"b"', 'W/"a"', 'Sun, 01 Mar 2026 08:00:00 GMT']) {
      expect(ask('bytes=0-1', other)).toBeNull()
    }
  })
})
