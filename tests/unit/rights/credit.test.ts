import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCreditLine, parseCredit } from '#src/rights/credit.ts'

const codes = (line: string): string[] => parseCredit(line).doubts.map(({ code }) => code)

describe('parseCredit', () => {
  test.each([
    ['[Photo: Top World News / YouTube]', 'Top World News', 'YouTube', 'video still'],
    ['Jane Doe via AP', 'Jane Doe', 'AP', 'photo'],
    ['Jane Doe/AFP/Getty Images', 'Jane Doe', 'AFP / Getty Images', 'photo'],
    ['Jane Doe/AFP via Getty Images', 'Jane Doe', 'AFP / Getty Images', 'photo'],
    ['Photo by Jane Doe', 'Jane Doe', null, 'photo'],
    ['Photograph: Jane Doe/Reuters', 'Jane Doe', 'Reuters', 'photo'],
    ['(Jane Doe | Associated Press)', 'Jane Doe', 'Associated Press', 'photo'],
    ['Graphic: Jane Doe', 'Jane Doe', null, 'graphic'],
    ['Screenshot: Channel Nine / TikTok', 'Channel Nine', 'TikTok', 'video still'],
    ['Jane Doe', 'Jane Doe', null, 'unknown'],
  ])('reads %s', (line, creator, platform, category) => {
    expect(parseCredit(line)).toMatchObject({ raw: line, creator, platform, category })
  })

  test('a copyright line names the holder, not the creator', () => {
    expect(parseCredit('(c) 2020 Foo')).toMatchObject({
      creator: null,
      copyrightHolder: 'Foo',
      copyrightYear: 2020,
    })
    expect(codes('© 2020 Foo')).toContain('credit-holder-not-creator')
  })

  test('courtesy names who gave the picture, not who made it', () => {
    expect(parseCredit('Courtesy of the Smith family')).toMatchObject({
      creator: null,
      platform: 'the Smith family',
      basis: 'courtesy',
    })
  })

  test('a handout is doubted and its creator left open', () => {
    expect(parseCredit('Handout')).toMatchObject({ creator: null, basis: 'handout' })
    expect(parseCredit('Handout via Reuters')).toMatchObject({
      creator: null,
      platform: 'Reuters',
      basis: 'handout',
    })
    expect(codes('Handout')).toEqual(['credit-handout'])
  })

  test('two names of which neither is an agency leave the creator open', () => {
    expect(parseCredit('Jane Doe / Blue Door').creator).toBeNull()
    expect(codes('Jane Doe / Blue Door')).toEqual(['credit-ambiguous'])
  })

  test('a video platform is told with its reason', () => {
    expect(parseCredit('Photo: Foo / YouTube').doubts[0]?.message).toMatch(/YouTube carries videos/)
  })

  test('a social network is doubted', () => {
    expect(codes('Photo: Foo / Instagram')).toEqual(['credit-social-platform'])
  })

  test('an empty credit names nobody', () => {
    expect(codes('[Photo: ]')).toEqual(['credit-nobody-named'])
  })

  test('any text is read without an error and kept as found', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => parseCredit(line).raw === line))
  })
})

describe('isCreditLine', () => {
  test.each([
    '[Photo: Top World News / YouTube]',
    'Photo by Jane Doe',
    'Credit: AP',
    '© 2020 Foo',
    'Photo credit: Jane Doe',
  ])('%s is one', (line) => {
    expect(isCreditLine(line)).toBe(true)
  })

  test.each([
    'Photos of the wreck were published on Monday.',
    'Images showed a crowd.',
    '[laughs]',
    '',
    'Video games are popular.',
  ])('“%s” is none', (line) => {
    expect(isCreditLine(line)).toBe(false)
  })
})
