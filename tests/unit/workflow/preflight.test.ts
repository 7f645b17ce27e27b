import { describe, expect, it } from 'vitest'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { preflight, type PreflightContext } from '#src/workflow/preflight.ts'
import { makeImage, makeQuote, makeStory } from '#tests/fixtures/ledgerStories.ts'

const now = '2026-05-01T10:00:00.000Z'
const context: PreflightContext = {
  now,
  embargoUntil: null,
  checks: { legal: 'not needed', pictures: 'not needed', facts: 'not needed' },
  approvedSourceIds: [],
}
const codes = (over: Partial<PublishedStory> = {}, more: Partial<PreflightContext> = {}) =>
  preflight(makeStory(1, over), { ...context, ...more }).map(({ code, path }) => `${code} ${path}`)

const unnamed = (over: Partial<ReturnType<typeof makeQuote>['speaker']> = {}) =>
  makeQuote({
    speaker: {
      ...makeQuote().speaker,
      sourceId: 'source-quiet',
      name: null,
      description: 'a senior official',
      isAnonymous: true,
      ...over,
    },
  })

describe('preflight', () => {
  it('lets a complete story pass', () => {
    expect(codes()).toEqual([])
    expect(codes({ leadImage: makeImage() })).toEqual([])
  })

  it('asks for a headline', () => {
    for (const headline of ['', '  \n'])
      expect(codes({ headline })).toEqual(['headline-missing headline'])
  })

  it('asks for a text', () => {
    expect(codes({ body: [] })).toEqual(['body-empty body'])
  })

  it('asks for a section', () => {
    expect(codes({ section: null })).toEqual(['section-missing section'])
  })

  it('asks for a byline', () => {
    for (const byline of ['', ' ']) expect(codes({ byline })).toEqual(['byline-missing authors'])
  })

  it('refuses a quote that nobody said, each of them', () => {
    const nobody = unnamed({ sourceId: null, description: null, isAnonymous: false })
    expect(codes({ quotes: [nobody] })).toEqual(['quote-unattributed body'])
    expect(codes({ quotes: [nobody, makeQuote(), { ...nobody, id: 'q2' }] })).toHaveLength(2)
    const [problem] = preflight(
      makeStory(1, { quotes: [{ ...nobody, text: 'w'.repeat(90) }] }),
      context,
    )
    expect(problem?.message).toBe(`Nobody is named as having said “${'w'.repeat(57)}…”.`)
  })

  it('refuses a source without a name until a chief has approved it, once for all its quotes', () => {
    const quotes = [unnamed(), { ...unnamed(), id: 'q2' }]
    expect(codes({ quotes })).toEqual(['source-not-approved body'])
    expect(codes({ quotes }, { approvedSourceIds: ['source-quiet'] })).toEqual([])
    expect(codes({ quotes }, { approvedSourceIds: ['source-port'] })).toEqual([
      'source-not-approved body',
    ])
  })

  it('asks whose each picture is, in the lead and in the text', () => {
    const bare = makeImage({ credit: null, creator: null })
    expect(codes({ leadImage: bare })).toEqual(['image-uncredited leadImage'])
    expect(codes({ leadImage: makeImage({ credit: null }) })).toEqual([])
    expect(codes({ leadImage: makeImage({ creator: null }) })).toEqual([])
    const inText = codes({ body: [{ type: 'image', image: bare }] })
    expect(inText.map((one) => one.split(' ')[0])).toEqual(['image-uncredited'])
  })

  it('waits for every check that is needed', () => {
    const checks = { legal: 'needed', pictures: 'needed', facts: 'needed' } as const
    expect(codes({}, { checks })).toEqual([
      'check-open checks.legal',
      'check-open checks.pictures',
      'check-open checks.facts',
    ])
    expect(codes({}, { checks: { legal: 'done', pictures: 'done', facts: 'not needed' } })).toEqual(
      [],
    )
  })

  it('keeps an embargo to the millisecond', () => {
    expect(codes({}, { embargoUntil: '2026-05-01T10:00:00.001Z' })).toEqual([
      'embargoed embargoUntil',
    ])
    expect(codes({}, { embargoUntil: now })).toEqual([])
    expect(codes({}, { embargoUntil: '2026-05-01T12:00:00.000+02:00' })).toEqual([])
  })

  it('tells everything at once, each with what to do about it', () => {
    const problems = preflight(
      makeStory(1, { headline: '', body: [], section: null, byline: '', quotes: [unnamed()] }),
      { ...context, embargoUntil: '2099-01-01T00:00:00.000Z' },
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'headline-missing',
      'body-empty',
      'section-missing',
      'byline-missing',
      'embargoed',
      'source-not-approved',
    ])
    for (const { severity, message, fix } of problems) {
      expect(severity).toBe('error')
      expect(message).toMatch(/\.$/)
      expect(fix).toMatch(/\.$/)
    }
  })
})
