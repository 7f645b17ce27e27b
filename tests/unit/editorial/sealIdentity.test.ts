import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AppError } from '#src/errors.ts'
import {
  isSealed,
  keyId,
  openSealed,
  seal,
  sealedWith,
} from '#src/editorial/sources/sealIdentity.ts'

const key = 'a1'.repeat(32)
const other = 'b2'.repeat(32)
const identity = 'Zoë Ångström, deputy minister 🕯'

const problemOf = (act: () => unknown): AppError => {
  try {
    act()
  } catch (error) {
    return error as AppError
  }
  throw new Error('Nothing was thrown.')
}

describe('a sealed identity', () => {
  it('opens with its key, among others, and shows nothing of its text', () => {
    const sealed = seal(identity, key)
    expect(isSealed(sealed)).toBe(true)
    expect(sealedWith(sealed)).toBe(keyId(key))
    expect(openSealed(sealed, [other, key])).toBe(identity)
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      expect(sealed).not.toContain(Buffer.from(identity).toString(encoding).slice(4, 20))
    }
  })

  it('is different each time, so that equal identities do not show', () => {
    expect(seal(identity, key)).not.toBe(seal(identity, key))
  })

  it('sealed with an unknown key says which, and what to do', () => {
    const { code, message } = problemOf(() => openSealed(seal(identity, key), [other]))
    expect(code).toBe('unprocessable')
    expect(message).toContain(`key ${keyId(key)}`)
    expect(message).toContain('SEALING_KEY_OLD')
  })

  it('that was altered does not open, wherever it was altered', () => {
    const parts = seal(identity, key).split(':')
    for (const index of [2, 3, 4]) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      const forged = parts.map((part, at) => (at === index ? bytes.toString('base64url') : part))
      const { message } = problemOf(() => openSealed(forged.join(':'), [key]))
      expect(message).toContain('was altered')
    }
  })

  it('is not what people type', () => {
    for (const typed of ['v1:me', 'Jo Doe', `v1:${'a'.repeat(60)}`, '']) {
      expect(isSealed(typed)).toBe(false)
    }
    expect(problemOf(() => openSealed('Jo Doe', [key])).message).toContain('never sealed')
  })

  it('of any length opens to the same text', () => {
    for (const length of [1, 15, 16, 17, 1000]) {
      const text = randomBytes(length).toString('latin1')
      expect(openSealed(seal(text, key), [key])).toBe(text)
    }
  })
})

it('the id of a key is short, stable and tells nothing of it', () => {
  expect(keyId(key)).toMatch(/^[\w-]{8}$/)
  expect(keyId(key)).toBe(keyId(key))
  expect(key).not.toContain(Buffer.from(keyId(key), 'base64url').toString('hex'))
})
