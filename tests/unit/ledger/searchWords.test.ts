import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { AppError } from '#src/errors.ts'
import { fold, readQuery, wordsIn } from '#src/ledger/searchWords.ts'

const words = (text: string) => wordsIn(text).map(({ word }) => word)

describe('wordsIn', () => {
  it.each([
    ['Don’t stop, R-S.C.', ['don', 't', 'stop', 'r', 's', 'c']],
    ['ÉCOLE Straße Łódź', ['ecole', 'strasse', 'lodz']],
    ['東京タワー', ['東', '京', 'タ', 'ワ', 'ー']],
    ['e\u0301te\u0301', ['ete']],
    ['ΟΔΥΣΣΕΥΣ', ['οδυσσευσ']],
    ['😀 — …', []],
  ])('reads %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('says where each word stands, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const { word, start, end } of wordsIn(text)) {
          expect(fold(text.slice(start, end))).toBe(word)
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        }
      }),
    )
  })
})

describe('readQuery', () => {
  it.each([
    [
      'storm harb*',
      [
        ['storm', false],
        ['harb', true],
      ],
    ],
    [
      '"stay in port" AND storm',
      [
        ['stay in port', false],
        ['storm', false],
      ],
    ],
    ['al-Sudani*', [['al sudani', true]]],
    [
      's* * storm storm',
      [
        ['s', false],
        ['storm', false],
      ],
    ],
    [
      '"never closed',
      [
        ['never', false],
        ['closed', false],
      ],
    ],
    ['東京', [['東 京', false]]],
    ['😀', []],
  ])('reads %s', (query, expected) => {
    const read = readQuery(query).map(({ words: row, isPrefix }) => [row.join(' '), isPrefix])
    expect(read).toEqual(expected)
  })

  it('refuses what is too long, and says how much may be asked', () => {
    expect(() => readQuery('x'.repeat(501))).toThrow(AppError)
    expect(() => readQuery('a b '.repeat(100))).not.toThrow(/words/)
    const many = Array.from({ length: 25 }, (_, n) => `w${n}`).join(' ')
    expect(() => readQuery(many)).toThrow('Give at most 24 words.')
  })
})
