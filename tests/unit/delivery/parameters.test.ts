import { expect, it } from 'vitest'
import { z } from 'zod'

import { canonicalQuery, pageParameters, readParameters } from '#src/delivery/rest/parameters.ts'

const parameters = z.object(pageParameters('story'))

it('fills in what is usual', () => {
  expect(readParameters(parameters, new URLSearchParams())).toEqual({ first: 20 })
})

it('spells one query in one way', () => {
  expect(canonicalQuery({ section: 'world', first: 5, after: undefined })).toBe(
    '?first=5&section=world',
  )
  expect(canonicalQuery({ first: 20 })).toBe('')
  expect(canonicalQuery({ author: 'a&b=c d' })).toBe('?author=a%26b%3Dc+d')
})

it('is not fooled by names every object has', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const search = new URLSearchParams([[name, '1']])
    expect(() => readParameters(parameters, search)).toThrow(
      expect.objectContaining({
        code: 'bad-request',
        problems: [expect.objectContaining({ code: 'unknown-parameter', path: name })],
      }),
    )
  }
})
