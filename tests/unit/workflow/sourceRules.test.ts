/** What preflight says of whoever a story rests on. */
import { describe, expect, it } from 'vitest'
import type { AttributionHop, PublishedStory, StoryBlock } from '#src/story/publishedStory.ts'
import { preflight, type PreflightContext } from '#src/workflow/preflight.ts'
import { makeQuote, makeSource, makeStory } from '#tests/fixtures/ledgerStories.ts'

const context: PreflightContext = {
  now: '2026-05-01T10:00:00.000Z',
  embargoUntil: null,
  checks: { legal: 'not needed', pictures: 'not needed', facts: 'not needed' },
  approvedSourceIds: ['source-quiet'],
}
const codes = (over: Partial<PublishedStory>, more: Partial<PreflightContext> = {}) =>
  preflight(makeStory(1, over), { ...context, ...more }).map(
    ({ severity, code }) => `${severity} ${code}`,
  )

const quiet = (over: Partial<ReturnType<typeof makeQuote>> = {}) =>
  makeQuote({
    chain: [],
    ...over,
    speaker: {
      ...makeQuote().speaker,
      sourceId: 'source-quiet',
      name: null,
      description: 'a senior official',
      isAnonymous: true,
      ...over.speaker,
    },
  })
const hop = (mode: AttributionHop['mode'], sourceId = 'outlet'): AttributionHop => ({
  mode,
  sourceId,
  name: 'Al Monitor',
  url: null,
})

describe('a source without a name', () => {
  it('must be described to readers', () => {
    const quote = quiet({ speaker: { ...quiet().speaker, description: ' ' } })
    expect(codes({ quotes: [quote] })).toEqual(['error confidential-description-missing'])
  })

  it('must be approved when it is only cited, too', () => {
    const cited = makeSource({ id: 'source-other', name: 'a clerk', isAnonymous: true })
    expect(codes({ sources: [cited] })).toEqual(['error source-not-approved'])
  })

  it('must not be approved by whoever wrote the story', () => {
    const approved = { approvers: { 'source-quiet': 'user-1' } }
    expect(codes({ quotes: [quiet()] }, { ...approved, writerIds: ['user-1'] })).toEqual([
      'error source-approved-by-author',
    ])
    expect(codes({ quotes: [quiet()] }, { ...approved, writerIds: ['user-2'] })).toEqual([])
  })
})

describe('another outlet’s unnamed source', () => {
  const relayed = [quiet({ chain: [hop('relayed')] })]

  it('waits for a tick when nobody here has heard it and nobody confirms it', () => {
    expect(codes({ quotes: relayed })).toEqual(['warning relayed-anonymous'])
    expect(codes({ quotes: relayed }, { confirmations: { 'source-quiet': 0 } })).toHaveLength(1)
  })

  it('passes with a confirmation, or when it was heard here as well', () => {
    expect(codes({ quotes: relayed }, { confirmations: { 'source-quiet': 1 } })).toEqual([])
    const heard = quiet({ chain: [hop('first-hand'), hop('relayed')] })
    expect(codes({ quotes: [heard] })).toEqual([])
  })

  it('is named once, however often it is quoted', () => {
    const [one] = relayed
    expect(codes({ quotes: [...relayed, { ...one!, id: 'q2' }] })).toHaveLength(1)
  })

  it('says through whom', () => {
    const [finding] = preflight(makeStory(1, { quotes: relayed }), context)
    expect(finding?.message).toBe(
      'A senior official is known through Al Monitor alone: nobody here has spoken to them.',
    )
  })
})

describe('a cited publication or document', () => {
  const bare = makeSource({ id: 'outlet', kind: 'publication', name: 'Al Monitor', url: null })
  const citing = (url: string | null): StoryBlock => ({
    type: 'paragraph',
    children: [{ type: 'citation', sourceId: 'outlet', label: 'Al Monitor', url }],
  })

  it('without any link waits for a tick', () => {
    expect(codes({ sources: [bare], body: [citing(null)] })).toEqual([
      'warning source-without-link',
    ])
    expect(codes({ sources: [{ ...bare, kind: 'document' }] })).toHaveLength(1)
  })

  it('passes with a link on the source, the citation, the quote or a step of it', () => {
    const url = 'https://al-monitor.example/1'
    expect(codes({ sources: [{ ...bare, url }] })).toEqual([])
    expect(codes({ sources: [bare], body: [citing(url)] })).toEqual([])
    const relayed = makeQuote({ chain: [hop('relayed')], url })
    expect(codes({ sources: [bare], quotes: [relayed] })).toEqual([])
    const step = makeQuote({ chain: [{ ...hop('relayed'), url }] })
    expect(codes({ sources: [bare], quotes: [step] })).toEqual([])
  })

  it('is not asked for when people, organisations or accounts are cited', () => {
    for (const kind of ['person', 'organisation', 'social account'] as const) {
      expect(codes({ sources: [{ ...bare, kind }] })).toEqual([])
    }
  })
})
