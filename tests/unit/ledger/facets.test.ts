import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sealPublication } from '#src/ledger/chain.ts'
import { foldRow, leftSlug, mergeEntries, storyEntries } from '#src/ledger/facets.ts'
import type { LedgerEvent } from '#src/ledger/port.ts'
import { makeAuthor, makeQuote, makeStory, publicationOf } from '#tests/fixtures/ledgerStories.ts'

const current = (n: number, over = {}, event: LedgerEvent = 'publish') =>
  foldRow(null, {
    ...sealPublication({ row: publicationOf(makeStory(n, over), event), previous: null }),
    seq: n,
  })
const keyOfTime = (iso: string) =>
  storyEntries(current(1, { firstPublishedAt: iso }))[0]?.sortKey ?? ''
const keyOfName = (name: string) =>
  storyEntries(current(1, { authors: [makeAuthor({ name })] })).find(
    ({ kind }) => kind === 'author',
  )?.sortKey ?? ''

describe('storyEntries', () => {
  it('makes one entry for the story and one for each thing it carries', () => {
    const made = storyEntries(current(1)).map(({ kind, docId }) => `${kind} ${docId}`)
    expect(made).toEqual([
      'story story-1',
      'quote quote-1',
      'author author-ada',
      'source source-port',
      'section section-world',
    ])
  })

  it('makes none for a story that is not live, but for the notice of a retraction', () => {
    const left = storyEntries(current(1, {}, 'retract'))
    expect(left).toMatchObject([{ kind: 'correction', doc: { kind: 'retraction' } }])
    expect(storyEntries(current(1, {}, 'unpublish'))).toEqual([])
  })

  it('lists an author with two roles once', () => {
    const authors = [makeAuthor(), makeAuthor({ role: 'photos by' })]
    const made = storyEntries(current(1, { authors })).filter(({ kind }) => kind === 'author')
    expect(made).toHaveLength(1)
    expect(made[0]?.doc).toMatchObject({ role: 'by' })
  })

  it('sorts newest first, for any two times', () => {
    const time = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [x, y] = [keyOfTime(a.toISOString()), keyOfTime(b.toISOString())]
        expect(x < y).toBe(a.getTime() > b.getTime())
      }),
    )
  })

  it('makes a well-formed, one-line key of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const key = keyOfName(name)
        expect(key).toMatch(/^[^\p{C}]*\tauthor-ada$/u)
      }),
    )
    expect(keyOfName('Al') < keyOfName('Al Monitor')).toBe(true)
    expect(keyOfName('ÉMILE')).toBe(keyOfName('emile'))
  })
})

describe('mergeEntries', () => {
  const quoteEntry = (n: number) => {
    const entries = storyEntries(current(n, { quotes: [makeQuote({ text: `v${n}` })] }))
    return entries.filter(({ kind }) => kind === 'quote')
  }

  it('takes the newest snapshot, the oldest age and every carrier of a quote', () => {
    const [first, second] = [quoteEntry(1), quoteEntry(2)]
    for (const order of [
      [...first, ...second],
      [...second, ...first],
    ]) {
      expect(mergeEntries(order)).toMatchObject({
        seq: 2,
        doc: { text: 'v2' },
        sortKey: first[0]?.sortKey,
        facets: expect.arrayContaining(['article:story-1', 'article:story-2']),
      })
    }
  })

  it('says when nothing carries an entity', () => {
    expect(mergeEntries([])).toBeNull()
  })
})

describe('leftSlug', () => {
  it('is the old slug when it changed', () => {
    expect(leftSlug(null, current(1))).toBeNull()
    expect(leftSlug(current(1), current(1))).toBeNull()
    expect(leftSlug(current(1), current(1, { slug: 'new' }))).toBe('storm-1')
  })
})
