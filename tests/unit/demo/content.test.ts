import { describe, expect, it } from 'vitest'
import { demoNewsroom as newsroom } from '#src/demo/content/newsroom.ts'
import { resolveMoment, STORY_STATES } from '#src/demo/content/types.ts'
import { referencesOf, wordsOf } from './stories.ts'

const keysOf = (records: { key: string }[]): string[] => records.map((record) => record.key)
const users = new Set(keysOf(newsroom.users))
const authors = new Set(keysOf(newsroom.authors))
const sections = new Set(keysOf(newsroom.sections))
const sources = new Set(keysOf(newsroom.sources))
const quotes = new Set(keysOf(newsroom.quotes))
const evidence = new Map(newsroom.evidence.map((record) => [record.key, record]))
const images = new Set(keysOf(newsroom.images))

const missing = (wanted: (string | null | undefined)[], known: Set<string>): string[] =>
  wanted.filter((key): key is string => typeof key === 'string' && !known.has(key))
const duplicates = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('the demo newsroom', () => {
  it('gives every record of a kind its own key', () => {
    for (const records of [
      newsroom.users,
      newsroom.authors,
      newsroom.sections,
      newsroom.sources,
      newsroom.quotes,
      newsroom.evidence,
      newsroom.images,
      newsroom.stories,
    ]) {
      expect(duplicates(keysOf(records))).toEqual([])
    }
  })

  it('gives every author, section, source and story its own slug', () => {
    for (const records of [
      newsroom.authors,
      newsroom.sections,
      newsroom.sources,
      newsroom.stories,
    ]) {
      const slugs = records.map((record) => record.slug)
      expect(duplicates(slugs)).toEqual([])
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
  })

  it('has every role, guest authors, four sections and every kind of source and quote', () => {
    expect(new Set(newsroom.users.map((user) => user.role))).toEqual(
      new Set(['reporter', 'editor', 'chief', 'admin']),
    )
    expect(newsroom.authors.filter((author) => author.user === null).length).toBeGreaterThan(1)
    expect(newsroom.sections).toHaveLength(4)
    expect(new Set(newsroom.sources.map((source) => source.kind)).size).toBe(5)
    expect(new Set(newsroom.quotes.map((quote) => quote.kind)).size).toBe(4)
  })

  it('resolves every key that people, quotes, evidence and images name', () => {
    expect(
      missing(
        newsroom.authors.map((author) => author.user),
        users,
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.authors.map((author) => author.image),
        images,
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.quotes.map((quote) => quote.speaker),
        sources,
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.quotes.map((quote) => quote.evidence),
        new Set(evidence.keys()),
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.quotes.flatMap((quote) => quote.chain.map((hop) => hop.source)),
        sources,
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.evidence.map((record) => record.source),
        sources,
      ),
    ).toEqual([])
    expect(
      missing(
        newsroom.evidence.map((record) => record.capturedBy),
        users,
      ),
    ).toEqual([])
    expect(missing([newsroom.sampleArticleImage], images)).toEqual([])
  })

  it('says of every confidential source who they are to readers and why they are not named', () => {
    const confidential = newsroom.sources.filter((source) => source.confidential !== null)
    expect(confidential.length).toBeGreaterThan(1)
    for (const { name, confidential: terms } of confidential) {
      expect(name).toBe(terms?.publicDescription)
      expect(terms?.anonymityReason.length).toBeGreaterThan(20)
      expect(missing([terms?.approvedBy], users)).toEqual([])
    }
  })

  it('uses every quote and every source in a story', () => {
    const used = newsroom.stories.map((story) => referencesOf(story.body))
    const usedQuotes = new Set(used.flatMap((references) => references.quotes))
    expect(missing([...quotes], usedQuotes)).toEqual([])
    const usedSources = new Set([
      ...used.flatMap((references) => references.sources),
      ...newsroom.quotes.flatMap((quote) => [
        quote.speaker,
        ...quote.chain.map((hop) => hop.source),
      ]),
    ])
    expect(missing([...sources], usedSources)).toEqual([])
  })

  it('links to places that cannot exist', () => {
    const links = [
      ...newsroom.stories.flatMap((story) => referencesOf(story.body).links),
      ...newsroom.sources.map((source) => source.url),
      ...newsroom.quotes.map((quote) => quote.url),
      ...newsroom.evidence.map((record) => record.url),
      ...newsroom.images.map((image) => image.licence.url),
    ]
    for (const link of links) {
      if (link !== null) expect(new URL(link).hostname).toMatch(/\.example$/)
    }
    for (const user of newsroom.users) expect(user.email).toMatch(/@meridian-courier\.example$/)
  })

  it('counts moments back from the time of seeding', () => {
    const seedTime = new Date('2026-06-01T12:00:00Z')
    expect(resolveMoment({ hoursBefore: 36 }, seedTime)).toBe('2026-05-31T00:00:00.000Z')
    expect(resolveMoment('2021-05-04', seedTime)).toBe('2021-05-04')
  })
})

describe('every demo quote', () => {
  const text = (key: string | null): string => evidence.get(key ?? '')?.text ?? ''

  it('stands word for word in its evidence when it is expected to be verified', () => {
    const verified = newsroom.quotes.filter((quote) => quote.expected === 'verified')
    expect(verified.length).toBeGreaterThan(15)
    for (const quote of verified) {
      expect(text(quote.evidence), quote.key).toContain(quote.original?.text ?? quote.text)
    }
  })

  it('has its marked cut around words that stand in the evidence when edits are expected', () => {
    const edited = newsroom.quotes.filter((quote) => quote.expected === 'verified-with-edits')
    expect(edited).toHaveLength(1)
    for (const quote of edited) {
      for (const part of quote.text.split(' … ')) expect(text(quote.evidence)).toContain(part)
    }
  })

  it('differs from its evidence in exactly one deliberate case, which an editor has sent back', () => {
    const different = newsroom.quotes.filter((quote) => quote.expected === 'differs')
    expect(different).toHaveLength(1)
    for (const quote of different) {
      expect(text(quote.evidence)).not.toContain(quote.text)
      const where = newsroom.stories.filter((story) =>
        referencesOf(story.body).quotes.includes(quote.key),
      )
      expect(where.map((story) => story.state)).toEqual(['changes requested'])
    }
  })

  it('has no evidence only where none is claimed', () => {
    for (const quote of newsroom.quotes) {
      expect(quote.evidence === null, quote.key).toBe(quote.expected === 'no-evidence')
    }
  })

  it('was captured after it was said', () => {
    const now = new Date('2026-06-01T12:00:00Z')
    for (const quote of newsroom.quotes) {
      const record = evidence.get(quote.evidence ?? '')
      if (!record || quote.saidAt === null) continue
      expect(
        resolveMoment(quote.saidAt, now) <= resolveMoment(record.capturedAt, now),
        quote.key,
      ).toBe(true)
    }
  })
})

describe('the twelve demo stories', () => {
  const byState = (state: string) => newsroom.stories.filter((story) => story.state === state)

  it('cover every state and every section', () => {
    expect(newsroom.stories).toHaveLength(12)
    for (const state of STORY_STATES) expect(byState(state).length, state).toBeGreaterThan(0)
    expect(new Set(newsroom.stories.map((story) => story.section))).toEqual(sections)
    for (const section of sections) {
      const published = byState('published').filter((story) => story.section === section)
      expect(published.length, section).toBeGreaterThan(0)
    }
  })

  it.each(newsroom.stories.map((story) => [story.key, story] as const))(
    '%s resolves its keys',
    (_, story) => {
      for (const body of [story.body, story.firstVersion?.body ?? []]) {
        const found = referencesOf(body)
        expect(missing(found.quotes, quotes)).toEqual([])
        expect(missing(found.sources, sources)).toEqual([])
        expect(missing(found.images, images)).toEqual([])
      }
      expect(missing([story.section], sections)).toEqual([])
      expect(missing([story.leadImage?.image], images)).toEqual([])
      expect(
        missing(
          story.authors.map((entry) => entry.author),
          authors,
        ),
      ).toEqual([])
      const people = [story.createdBy, story.approvedBy, story.published?.by, story.retraction?.by]
      expect(missing([...people, story.schedule?.by, story.changesRequested?.by], users)).toEqual(
        [],
      )
      expect(
        missing(
          story.corrections.map((correction) => correction.by),
          users,
        ),
      ).toEqual([])
      expect(story.leadImage).not.toBeNull()
    },
  )

  it('are as long as published stories should be', () => {
    for (const story of newsroom.stories) {
      const count = wordsOf(story).length
      const least = story.published ? 250 : story.state === 'draft' ? 80 : 100
      expect(count, story.key).toBeGreaterThanOrEqual(least)
      expect(count, story.key).toBeLessThanOrEqual(450)
      expect(story.headline.length, story.key).toBeLessThanOrEqual(100)
    }
  })

  it('carry exactly the workflow facts their state calls for', () => {
    for (const story of newsroom.stories) {
      const seen = story.state === 'published' || story.state === 'retracted'
      expect(story.published !== null, story.key).toBe(seen)
      expect(story.retraction !== null, story.key).toBe(story.state === 'retracted')
      expect(story.schedule !== null, story.key).toBe(story.state === 'scheduled')
      expect(story.changesRequested !== null, story.key).toBe(story.state === 'changes requested')
      expect(story.approvedBy !== null, story.key).toBe(
        seen || ['approved', 'scheduled'].includes(story.state),
      )
    }
  })

  it('happen in order: written, published, corrected or retracted', () => {
    for (const story of newsroom.stories) {
      const later = [...story.corrections, story.retraction, story.changesRequested]
      const start = story.published?.hoursBefore ?? story.createdHoursBefore
      expect(story.createdHoursBefore, story.key).toBeGreaterThan(0)
      expect(start, story.key).toBeLessThanOrEqual(story.createdHoursBefore)
      for (const event of later) if (event) expect(event.hoursBefore, story.key).toBeLessThan(start)
    }
  })

  it('are published and approved by those who may', () => {
    const roleOf = (key: string): string =>
      newsroom.users.find((user) => user.key === key)?.role ?? ''
    for (const story of newsroom.stories) {
      for (const key of [story.approvedBy, story.published?.by, story.schedule?.by]) {
        if (key) expect(['editor', 'chief'], story.key).toContain(roleOf(key))
      }
      if (story.approvedBy) expect(story.approvedBy, story.key).not.toBe(story.createdBy)
      if (story.retraction) expect(roleOf(story.retraction.by)).toBe('chief')
    }
  })

  it('have one whose first version was wrong in just the words its correction names', () => {
    const corrected = newsroom.stories.filter((story) => story.firstVersion !== null)
    expect(corrected).toHaveLength(1)
    for (const story of corrected) {
      const { before, after } = story.corrections[0] ?? { before: null, after: null }
      const first = JSON.stringify(story.firstVersion)
      const last = JSON.stringify({
        headline: story.headline,
        standfirst: story.standfirst,
        body: story.body,
      })
      expect(first).toContain(before)
      expect(last).not.toContain(before)
      expect(first.replaceAll(before ?? '', after ?? '')).toBe(last)
    }
  })

  it('set quotes inline, as blocks and as pull quotes that repeat the text', () => {
    const blocks = newsroom.stories.flatMap((story) => story.body)
    expect(blocks.some((block) => block.type === 'quote' && block.display === 'block')).toBe(true)
    expect(blocks.some((block) => block.type === 'embed')).toBe(true)
    expect(blocks.some((block) => block.type === 'list' && block.isOrdered)).toBe(true)
    for (const { body, key } of newsroom.stories) {
      for (const block of body) {
        if (block.type !== 'quote' || block.display !== 'pull') continue
        const uses = referencesOf(body).quotes.filter((quote) => quote === block.quoteId)
        expect(uses.length, key).toBeGreaterThan(1)
      }
    }
  })
})
