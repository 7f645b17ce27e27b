import { describe, expect, it } from 'vitest'

import { clientOf } from '#src/delivery/limits/clientOf.ts'
import { createRequestWindows, WINDOW_MS } from '#src/delivery/limits/requestWindows.ts'

describe('the windows', () => {
  it('let a client ask again when its minute is over, not before', () => {
    let at = 1000
    const { take } = createRequestWindows({ most: 10, now: () => at })
    expect(take('a', 1)).toEqual({ isOver: false, left: 0, seconds: 60 })
    at += WINDOW_MS - 1
    expect(take('a', 1)).toEqual({ isOver: true, left: 0, seconds: 1 })
    at += 1
    expect(take('a', 1)).toEqual({ isOver: false, left: 0, seconds: 60 })
  })

  it('hold no more clients than they may, and forget the oldest first', () => {
    const { take, size } = createRequestWindows({ most: 100, now: () => 0 })
    for (let n = 0; n < 10_000; n += 1) take(`client ${n}`, 1)
    expect(size()).toBe(100)
    expect(take('client 9999', 1).isOver).toBe(true)
    expect(take('client 0', 1).isOver).toBe(false)
  })

  it('forget clients whose minute is over', () => {
    let at = 0
    const { take, size } = createRequestWindows({ most: 100, now: () => at })
    for (let n = 0; n < 50; n += 1) take(`client ${n}`, 1)
    at = WINDOW_MS
    take('another', 1)
    expect(size()).toBe(1)
  })
})

describe('the client', () => {
  const behind = (forwardedFor: string, trustProxy = 1) =>
    clientOf({ socket: '10.0.0.1', forwardedFor, trustProxy })

  it('is read from any way an address is written', () => {
    expect(behind('192.0.2.1')).toBe('192.0.2.1')
    expect(behind('192.0.2.1:5678')).toBe('192.0.2.1')
    expect(behind('::ffff:192.0.2.1')).toBe('192.0.2.1')
    expect(behind('[2001:db8::1]:443')).toBe('2001:db8:0:0::/64')
    expect(behind('2001:DB8:0:0:1::')).toBe('2001:db8:0:0::/64')
    expect(behind('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(behind('::1')).toBe('0:0:0:0::/64')
    expect(behind('64:ff9b::192.0.2.33')).toBe('64:ff9b:0:0::/64')
  })

  it('is the one that the outermost trusted proxy saw', () => {
    expect(behind('198.51.100.1, 192.0.2.1, 192.0.2.2', 2)).toBe('192.0.2.1')
    expect(behind('192.0.2.2', 3)).toBe('192.0.2.2')
    expect(behind('192.0.2.2', 0)).toBe('10.0.0.1')
  })

  it('is the connection’s own address when the header holds none', () => {
    for (const forged of ['', 'unknown', 'x'.repeat(10_000), '1.2.3.4, _hidden']) {
      expect(behind(forged)).toBe('10.0.0.1')
    }
  })
})
