/** What preflight says of words that are somebody else's. */
import { describe, expect, it } from 'vitest'
import type { StoryBlock, StoryInline, StoryQuote } from '#src/story/publishedStory.ts'
import { preflight, type PreflightContext } from '#src/workflow/preflight.ts'
import { makeQuote, makeStory } from '#tests/fixtures/ledgerStories.ts'

const context: PreflightContext = {
  now: '2026-05-01T10:00:00.000Z',
  embargoUntil: null,
  checks: { legal: 'not needed', pictures: 'not needed', facts: 'not needed' },
  approvedSourceIds: [],
}

const text = (words: string): StoryInline => ({ type: 'text', text: words, marks: [] })
const paragraph = (...children: (string | StoryInline)[]): StoryBlock => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const quoteOf = (id: string): StoryInline => ({ type: 'quote', quoteId: id })

const check = (
  body: StoryBlock[],
  quotes: StoryQuote[] = [],
  more: Partial<PreflightContext> = {},
) => preflight(makeStory(1, { body, quotes }), { ...context, ...more })
const codes = (...args: Parameters<typeof check>) =>
  check(...args).map(({ severity, code }) => `${severity} ${code}`)

const words = 'We will not reopen the port before the storm has passed.'

describe('a quotation in the running text', () => {
  it('that is no quote on record waits for a tick, with its words', () => {
    const [finding, ...others] = check([
      paragraph(`“${words}” harbour master Ada Roe said on Monday.`),
    ])
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'quotation-unmarked',
      severity: 'warning',
      path: 'body',
      excerpt: words,
    })
    expect(finding?.key).toMatch(/^quotation-unmarked:[0-9a-f]{10}$/)
  })

  it('passes when it is on record, whatever stands around it', () => {
    const quote = makeQuote({ id: 'q1', text: words, kind: 'direct' })
    expect(codes([paragraph(quoteOf('q1'), ' harbour master Ada Roe said.')], [quote])).toEqual([])
    expect(
      codes(
        [paragraph('She was plain:'), { type: 'quote', display: 'block', quoteId: 'q1' }],
        [quote],
      ),
    ).toEqual([])
  })

  it('is found beside one that is on record', () => {
    const quote = makeQuote({ id: 'q1', text: words })
    const found = check(
      [
        paragraph(
          quoteOf('q1'),
          ' Ada Roe said. “Nobody sails tonight, whatever they offer,” she added.',
        ),
      ],
      [quote],
    )
    expect(found.map(({ excerpt }) => excerpt)).toEqual([
      'Nobody sails tonight, whatever they offer,',
    ])
  })

  it('keeps its key when the story moves around it, and loses it when the words change', () => {
    const key = (body: StoryBlock[]) => check(body).map((finding) => finding.key)
    const said = (what: string) => paragraph(`“${what}” Ada Roe said.`)
    const [first] = key([said(words)])
    expect(key([paragraph('The wind rose in the night.'), said(words)])).toEqual([first])
    expect(key([said(`${words} Never.`)])).not.toEqual([first])
  })

  it('is none when a few words are set off, in the headline, or in a heading', () => {
    expect(codes([paragraph('The so-called “dry port” lies forty miles inland.')])).toEqual([])
    const story = makeStory(1, {
      headline: 'Port “will not reopen”',
      body: [{ type: 'heading', level: 2, children: [text('“Nobody sails”')] }, paragraph('Rain.')],
      quotes: [],
    })
    expect(preflight(story, context)).toEqual([])
  })

  it('counts characters outside the first plane as one', () => {
    const [finding] = check([paragraph(`🌊🌊 In the port: “${words}” Ada Roe said on Monday.`)])
    expect(finding?.excerpt).toBe(words)
  })
})

describe('a block quotation without a record', () => {
  const block: StoryBlock = { type: 'blockquote', children: [text(words)] }

  it('stops publication, once', () => {
    expect(codes([paragraph('Ada Roe was plain on Monday:'), block])).toEqual([
      'error quotation-unmarked',
    ])
  })

  it('is taken for what a lead-in leads to', () => {
    expect(codes([paragraph('Ada Roe was plain on Monday:'), block])).not.toContain(
      'warning lead-in-without-quotation',
    )
  })
})

describe('a lead-in', () => {
  const lead = 'The decision was met with criticism from shipping experts:'

  it('without a quotation after it waits for a tick', () => {
    const [finding] = check([
      paragraph(lead),
      paragraph('The argument is not new. It goes back to the opening of the port.'),
    ])
    expect(finding).toMatchObject({ code: 'lead-in-without-quotation', severity: 'warning' })
    expect(finding?.excerpt).toContain('shipping experts:')
  })

  it('is reported even where its paragraph holds a quote on record', () => {
    const quote = makeQuote({ id: 'q1', text: words })
    expect(
      codes(
        [
          paragraph(
            'The paper insisted that ',
            quoteOf('q1'),
            ' and was met with criticism from experts:',
          ),
          paragraph('The argument is not new. It goes back to the opening of the port.'),
        ],
        [quote],
      ),
    ).toEqual(['warning lead-in-without-quotation'])
  })

  it('is answered by a quote, a list or an embed', () => {
    const quote = makeQuote({ id: 'q1', text: words })
    const answers: StoryBlock[] = [
      { type: 'quote', display: 'block', quoteId: 'q1' },
      { type: 'embed', url: 'https://social.example/1', provider: 'Bluesky', title: null },
      {
        type: 'list',
        isOrdered: false,
        items: [{ children: [text('They close on Monday.')], nested: null }],
      },
    ]
    for (const answer of answers) expect(codes([paragraph(lead), answer], [quote])).toEqual([])
  })
})

describe('a quote on record', () => {
  it('that differs from its evidence, or is not in it, stops publication', () => {
    for (const verification of ['differs', 'not-found'] as const) {
      const quote = makeQuote({ id: 'q1', verification })
      expect(codes([paragraph(quoteOf('q1'))], [quote])).toEqual(['error quote-differs'])
    }
    for (const verification of ['verified', 'verified-with-edits', 'no-evidence'] as const) {
      const quote = makeQuote({ id: 'q1', verification })
      expect(codes([paragraph(quoteOf('q1'))], [quote])).toEqual([])
    }
  })
})

it('words copied from evidence without quoting them wait for a tick', () => {
  const [finding] = check([paragraph('The wind rose in the night.')], [], {
    copied: [{ text: 'The wind rose in the night', title: 'Transcript of the hearing' }],
  })
  expect(finding).toMatchObject({ code: 'copied-unquoted', severity: 'warning' })
  expect(finding?.message).toContain('Transcript of the hearing')
})
