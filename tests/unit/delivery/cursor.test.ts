import fc from 'fast-check'
import { expect, it } from 'vitest'

import { decodeCursor, encodeCursor } from '#src/delivery/cursor.ts'

it('gives back the sort key it was made of, for the same kind of list only', () => {
  const key = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\n'))
  fc.assert(
    fc.property(key, (sortKey) => {
      const cursor = encodeCursor('story', sortKey)
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(decodeCursor('story', cursor)).toBe(sortKey)
      expect(decodeCursor('quote', cursor)).toBeNull()
    }),
  )
})

it('refuses anything else', () => {
  fc.assert(fc.property(fc.string(), (text) => decodeCursor('story', text) === null))
  const cursor = encodeCursor('story', 'key')
  for (const changed of [`${cursor}=`, `${cursor} `, cursor.slice(1), encodeCursor('story', '')]) {
    expect(decodeCursor('story', changed)).toBeNull()
  }
})
