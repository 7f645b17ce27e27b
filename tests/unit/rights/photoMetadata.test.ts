import { describe, expect, it } from 'vitest'
import { creditFields } from '#src/rights/photoMetadata.ts'

const nothing = {
  creator: null,
  credit: null,
  caption: null,
  alt: null,
  copyrightNotice: null,
  licenceUrl: null,
  digitalSourceType: null,
}

describe('creditFields', () => {
  it('finds nothing in nothing', () => {
    expect(creditFields({})).toEqual(nothing)
    expect(creditFields({ Make: 'Camera', creator: '   ', Artist: '' })).toEqual(nothing)
  })

  it.each([
    ['creator', ['creator', 'By-line', 'Artist']],
    ['credit', ['Credit', 'credit']],
    ['caption', ['description', 'Caption/Abstract', 'ImageDescription']],
    ['alt', ['AltTextAccessibility']],
    ['copyrightNotice', ['rights', 'Copyright Notice', 'Copyright']],
    ['licenceUrl', ['WebStatement']],
    ['digitalSourceType', ['DigitalSourceType']],
  ] as const)('takes %s from XMP before IPTC before EXIF', (field, names) => {
    names.forEach((_, index) => {
      const tags = Object.fromEntries(names.slice(index).map((name) => [name, ` from ${name} `]))
      expect(creditFields(tags)).toEqual({ ...nothing, [field]: `from ${names[index]}` })
    })
  })

  it('passes over what is empty to the next that is not', () => {
    expect(creditFields({ creator: ' ', 'By-line': 'Jane Doe', Artist: 'J. D.' }).creator).toBe(
      'Jane Doe',
    )
  })

  it('is not fooled by names that every object has', () => {
    expect(
      creditFields(JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>),
    ).toEqual(nothing)
  })
})
