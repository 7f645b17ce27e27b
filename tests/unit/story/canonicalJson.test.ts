import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleStory } from '#tests/fixtures/stories.ts'
import { canonicalJson, versionContent } from '#src/story/canonicalJson.ts'

describe('canonicalJson', () => {
  it('sorts keys by code units, as RFC 8785 §3.2.3 shows', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
    }
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    )
  })

  it('does not depend on the order keys were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      }),
    )
  })

  it('keeps the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([Number.NaN, Infinity, 1n, () => 1, Symbol('x')])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(/canonical JSON/)
  })
})

describe('versionContent', () => {
  it('is everything but the times', () => {
    const story = sampleStory()
    const later = { ...story, updatedAt: '2020-01-01T00:00:00.000Z', firstPublishedAt: 'x' }
    expect(canonicalJson(versionContent(later))).toBe(canonicalJson(versionContent(story)))
    expect(Object.keys(versionContent(story))).toHaveLength(Object.keys(story).length - 2)
  })

  it('changes with any word', () => {
    const story = sampleStory()
    const changed = { ...story, headline: `${story.headline}!` }
    expect(canonicalJson(versionContent(changed))).not.toBe(canonicalJson(versionContent(story)))
  })
})
