import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleQuote, sampleStory, text } from '#tests/fixtures/stories.ts'
import { attributionLine } from '#src/story/attribution.ts'
import { formatByline } from '#src/story/byline.ts'
import { plainText, wordCount } from '#src/story/plainText.ts'
import { provenanceOf } from '#src/story/provenance.ts'
import type { StoryBlock } from '#src/story/publishedStory.ts'
import { slugForms, slugify } from '#src/story/slug.ts'
import { summarise } from '#src/story/summary.ts'

const paragraph = (words: string): StoryBlock => ({ type: 'paragraph', children: [text(words)] })

describe('plainText', () => {
  it('gives quotes in full, with quotation marks', () => {
    const quotes = [sampleQuote('q', { text: 'We saw it' })]
    const body: StoryBlock[] = [
      { type: 'paragraph', children: [text('“No,” he said, '), { type: 'quote', quoteId: 'q' }] },
      { type: 'quote', display: 'block', quoteId: 'q' },
    ]
    expect(plainText({ body, quotes })).toBe('“No,” he said, “We saw it”\n\n“We saw it”')
  })

  it('gives a paraphrase without quotation marks', () => {
    const quotes = [sampleQuote('q', { text: 'They had left', kind: 'paraphrase' })]
    const body: StoryBlock[] = [{ type: 'quote', display: 'block', quoteId: 'q' }]
    expect(plainText({ body, quotes })).toBe('They had left')
  })

  it('leaves out a pull quote that repeats the text, and keeps one that does not', () => {
    const quotes = [sampleQuote('q', { text: 'Once' }), sampleQuote('r', { text: 'Alone' })]
    const body: StoryBlock[] = [
      { type: 'quote', display: 'pull', quoteId: 'q' },
      { type: 'quote', display: 'block', quoteId: 'q' },
      { type: 'quote', display: 'pull', quoteId: 'r' },
    ]
    expect(plainText({ body, quotes })).toBe('“Once”\n\n“Alone”')
  })

  it('reads nested lists and citations', () => {
    expect(plainText(sampleStory())).toContain(
      'It fell into disfavor as intelligence on:\nIraq and\nAfghanistan\nIt has returned.',
    )
    expect(plainText(sampleStory())).toContain('The Wall Street Journal reported late Thursday')
  })
})

describe('wordCount', () => {
  it.each([
    ['', 0],
    ['One, two – three.', 3],
    ['Hard-won, don’t and 1,000.5', 4],
    ['Zażółć gęślą jaźń', 3],
  ])('counts %j as %i', (words, count) => {
    expect(wordCount({ body: [paragraph(words)], quotes: [] })).toBe(count)
  })

  it('counts words of scripts without spaces', () => {
    expect(wordCount({ body: [paragraph('東京で会議が開かれた')], quotes: [] })).toBeGreaterThan(3)
  })
})

describe('slugify', () => {
  it.each([
    [
      'Iran Pours Forces into Iraq, Promises U.S. “Will Feel the Heat”',
      'iran-pours-forces-into-iraq-promises-us-will-feel-the-heat',
    ],
    ['Łódź: Çà et là, straße & smørrebrød', 'lodz-ca-et-la-strasse-and-smorrebrod'],
    ['Don’t panic', 'dont-panic'],
    ['İstanbul’da ışık', 'istanbulda-isik'],
    ['Москва: й не и', 'москва-й-не-и'],
    ['東京で会議', '東京で会議'],
    ['¡¿…!?', 'story'],
    ['../../etc/passwd?x=<b>', 'etc-passwd-x-b'],
  ])('makes %j into %j', (headline, slug) => {
    expect(slugify(headline)).toBe(slug)
  })

  it('cuts at a word, within 80 characters', () => {
    const slug = slugify('word '.repeat(40))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug.endsWith('-word')).toBe(true)
  })

  it('cuts a single long word between characters', () => {
    expect(slugify('𠮷'.repeat(100))).toBe('𠮷'.repeat(40))
  })

  it('always gives something an address can hold, and keeps it on a second pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (headline) => {
        const slug = slugify(headline)
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(() => encodeURIComponent(slug)).not.toThrow()
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('slugForms', () => {
  const first = (count: number, slug: string): string[] => {
    const forms = slugForms(slug)
    return Array.from({ length: count }, () => forms.next().value)
  }

  it('gives the slug itself, then counts up', () => {
    expect(first(3, 'fire')).toEqual(['fire', 'fire-2', 'fire-3'])
  })

  it('makes room for the number', () => {
    expect(first(2, 'a'.repeat(80))[1]).toBe(`${'a'.repeat(78)}-2`)
  })
})

describe('formatByline', () => {
  it('lists roles in order, names joined', () => {
    expect(
      formatByline([
        { name: 'Cy Lee', role: 'photos by' },
        { name: 'Ana Ruiz', role: 'by' },
        { name: 'Ben Okafor', role: 'by' },
        { name: 'Dee Marsh', role: 'by' },
        { name: 'Flo Grant', role: 'additional reporting' },
      ]),
    ).toBe(
      'By Ana Ruiz, Ben Okafor and Dee Marsh; photos by Cy Lee; additional reporting by Flo Grant',
    )
  })

  it('starts with a capital whoever comes first', () => {
    expect(formatByline([{ name: 'Cy Lee', role: 'photos by' }])).toBe('Photos by Cy Lee')
  })

  it('prints a name once and leaves out empty ones', () => {
    const by = (name: string) => ({ name, role: 'by' as const })
    expect(formatByline([by('Ana Ruiz'), by(' Ana Ruiz '), by(' ')])).toBe('By Ana Ruiz')
    expect(formatByline([])).toBe('')
  })
})

describe('attributionLine', () => {
  it('names the speaker with role and affiliation', () => {
    expect(attributionLine(sampleQuote('q'))).toBe(
      'Lindsey Graham, U.S. senator, Armed Services Committee',
    )
  })

  it('says who passed second-hand words on', () => {
    const chain = ['NOW', 'Reuters'].map((name) => ({
      mode: 'relayed' as const,
      sourceId: null,
      name,
      url: null,
    }))
    expect(attributionLine(sampleQuote('q', { chain }))).toContain(
      'as quoted by NOW and relayed by Reuters',
    )
  })
})

describe('provenanceOf', () => {
  it('counts named and unnamed sources, checked and relayed quotes', () => {
    const provenance = provenanceOf(sampleStory())
    expect(provenance).toMatchObject({
      namedSources: 6,
      unnamedSources: 1,
      quotes: 5,
      verifiedQuotes: 4,
    })
    expect(provenance.relayedQuotes.map(({ id }) => id)).toEqual(['q-hezbollah', 'q-heat'])
  })
})

describe('summarise', () => {
  it('prefers the standfirst', () => {
    expect(summarise(sampleStory())).toMatch(/^Tehran is sending men/)
  })

  it('cuts the body at a word', () => {
    const summary = summarise({ ...sampleStory(), standfirst: null }, 40)
    expect(summary).toBe('Gains being made across Iraq by the…')
  })
})
