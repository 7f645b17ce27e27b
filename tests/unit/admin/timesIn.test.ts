import { describe, expect, it } from 'vitest'
import { timesIn } from '#src/admin/components/workflow/timesIn.ts'
import { minuteOf } from '#src/workflow/approve.ts'

const at = '2026-11-23T14:02:00.000Z'

describe('the times in a message', () => {
  it('are found as rules write them and as records hold them, with the words around', () => {
    for (const written of [at, minuteOf(at), '2026-11-23T14:02Z']) {
      expect(timesIn(`Ana changed the body at ${written}, after the approval.`)).toEqual([
        { text: 'Ana changed the body at ' },
        { at },
        { text: ', after the approval.' },
      ])
    }
    expect(timesIn(at)).toEqual([{ at }])
  })

  it('are instants only: a day, a time without its zone and what no clock shows stay words', () => {
    for (const text of ['On 2026-11-23.', '2026-11-23 14:02', '2026-13-41T99:99:00Z', '']) {
      expect(timesIn(text)).toEqual(text === '' ? [] : [{ text }])
    }
  })
})
