import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#src/errors.ts'
import { proposeDraft } from '#src/imports/plainTextArticle.ts'
import type { ProposedDraft } from '#src/imports/proposal.ts'
import type { StoryBlock, StoryInline } from '#src/story/publishedStory.ts'

const article = readFileSync(new URL('../../fixtures/seed-article.txt', import.meta.url), 'utf8')
const codes = (draft: ProposedDraft): string[] => draft.doubts.map(({ code }) => code)
const sourceOf = (draft: ProposedDraft, name: string) =>
  draft.sources.find((source) => source.name.includes(name))

describe('the sample article', () => {
  const draft = proposeDraft(article)

  test('toolbar lines are left out and listed', () => {
    expect(draft.stripped).toEqual(['• Print Friendly, PDF & Email', '• Send to Kindle'])
  })

  test('the headline is the first line of words', () => {
    expect(draft.headline).toBe('Iran Pours Forces into Iraq, Promises U.S. “Will Feel the Heat”')
    expect(draft.standfirst).toBeNull()
    expect(draft.authors).toEqual([])
  })

  test('it has nine blocks, one of them a block quotation', () => {
    expect(draft.body.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'quote',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    expect(draft.body[2]).toEqual({ type: 'quote', display: 'block', quoteId: 'q1' })
  })

  test('quotations inside sentences become references, the rest stays letter for letter', () => {
    expect(draft.body[7]).toEqual({
      type: 'paragraph',
      children: [
        {
          type: 'text',
          text: 'Sen. Lindsey Graham, R-S.C., also a member of the Armed Services Committee, said he believed Iran was involved in supplying advanced IED technology to insurgents. ',
          marks: [],
        },
        { type: 'quote', quoteId: 'q4' },
        { type: 'text', text: ' Graham said.', marks: [] },
      ],
    })
  })

  test.each([
    ['The Wall Street Journal', 'publication', false],
    ['NOW', 'publication', false],
    ['Al Monitor', 'publication', false],
    ['The Telegraph', 'publication', false],
    ['State Department', 'document', false],
    ['Lindsey Graham', 'person', false],
    ['senior Iranian official', 'person', true],
    ['source close to Hezbollah', 'person', true],
  ])('cites %s as a %s', (name, kind, isAnonymous) => {
    expect(sourceOf(draft, name)).toMatchObject({ kind, isAnonymous })
  })

  test('no other sources are made up', () => {
    expect(draft.sources).toHaveLength(8)
  })

  test('roles are as at the quotation', () => {
    expect(draft.quotes[3]).toMatchObject({
      role: 'U.S. Senator, R-S.C.; member of the Armed Services Committee',
      affiliation: 'R-S.C.',
      chain: [],
    })
  })

  test('the official was quoted by Al Monitor', () => {
    expect(draft.quotes[1]?.chain).toEqual([
      {
        mode: 'relayed',
        sourceId: sourceOf(draft, 'Al Monitor')?.key,
        name: 'Al Monitor',
        url: null,
      },
    ])
  })

  test('the credit line leaves the body', () => {
    expect(draft.credits).toEqual([
      {
        raw: '[Photo: Top World News / YouTube]',
        creator: 'Top World News',
        platform: 'YouTube',
        category: 'video still',
      },
    ])
    expect(JSON.stringify(draft.body)).not.toContain('Photo:')
  })

  test.each([
    ['lost-lead-in', 1],
    ['lost-block-quote', 2],
    ['scare-quotes', 1],
    ['headline-quotation', 1],
    ['second-hand-anonymous', 2],
    ['source-without-link', 5],
    ['credit-video-platform', 1],
    ['no-author', 1],
  ])('doubts %s', (code, times) => {
    expect(codes(draft).filter((other) => other === code)).toHaveLength(times)
  })
})

describe('proposeDraft', () => {
  const agencyCopy =
    'Bridge to Close for Repairs\n\nLorries will be sent over the hills until autumn\n\nBy Ann Lee and Bob Hart\n\nBAGHDAD (AP) — The bridge closes on Monday.\n\n“It is time,” said Carl Ott, an engineer.\n\nShare this article'

  test('reads standfirst, byline and dateline', () => {
    const draft = proposeDraft(agencyCopy)
    expect(draft).toMatchObject({
      headline: 'Bridge to Close for Repairs',
      standfirst: 'Lorries will be sent over the hills until autumn',
      authors: ['Ann Lee', 'Bob Hart'],
      dateline: 'BAGHDAD',
      stripped: ['Share this article'],
    })
    expect(draft.body[0]).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', text: 'The bridge closes on Monday.', marks: [] }],
    })
    expect(codes(draft)).toContain('agency-copy')
  })

  test('a quotation over several paragraphs becomes one block', () => {
    const { body, quotes } = proposeDraft(
      'A Day at Sea\n\nAnn Lee said: “We left at dawn.\n\n“By noon the wind was up.”\n\nThe boat came home.',
    )
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'quote', 'paragraph'])
    expect(quotes[0]?.text).toBe('We left at dawn.\n\nBy noon the wind was up.')
  })

  test('the words after a long quotation are kept', () => {
    const { body } = proposeDraft(
      'A Day at Sea\n\nAnn Lee spoke: “We left at dawn.\n\n“By noon the wind was up,” she said, and sat down.\n\nThe boat came home.',
    )
    expect(JSON.stringify(body)).toContain(' she said, and sat down.')
  })

  test('each part of an interrupted quotation keeps its place', () => {
    const { body, quotes } = proposeDraft(
      'Rain is Coming\n\n“If it rains,” Ann Lee said, “we lose the hay.” She left.',
    )
    expect(quotes.map(({ text }) => text)).toEqual(['If it rains,', 'we lose the hay.'])
    expect(body[0]).toMatchObject({
      children: [
        { quoteId: 'q1' },
        { text: ' Ann Lee said, ' },
        { quoteId: 'q2' },
        { text: ' She left.' },
      ],
    })
  })

  test('an unclosed quotation has its place up to where its words end, and is doubted', () => {
    const draft = proposeDraft(
      'A Short Story\n\n“We will not sell, Ann Lee said.\n\nShe left the room and did not come back.',
    )
    expect(draft.body[0]).toMatchObject({
      children: [{ type: 'quote', quoteId: 'q1' }, { text: ' Ann Lee said.' }],
    })
    expect(codes(draft)).toContain('unclosed-quote')
  })

  test('no quotation is left without a place: turns, dialogue, and parts inside one pair of marks', () => {
    const texts = [
      'A Day in Court\n\nHOLLOWAY: Did you read the memo?\n\nDUGGAN: I read the first page.',
      'Le pont\n\n« On ne vend pas le pont, a déclaré la maire Ève Exemple, on le prête. »',
      'Los vecinos\n\n—No vamos a esperar más —dijo Juan Ejemplo, vecino—. Ya esperamos tres.',
    ]
    for (const text of texts) {
      const draft = proposeDraft(text)
      const placed = [...JSON.stringify(draft.body).matchAll(/"quoteId":"(q\d+)"/g)]
      expect(placed.map(([, key]) => key)).toEqual(draft.quotes.map(({ key }) => key))
      expect(draft.quotes).toHaveLength(2)
    }
  })

  test('toolbar words inside prose stay', () => {
    const draft = proposeDraft(
      'A Headline\n\nFirst paragraph of it.\n\nShare\n\nLast paragraph of it.',
    )
    expect(draft.stripped).toEqual([])
  })

  test('items become a list', () => {
    expect(
      proposeDraft('The Deal\n\nIt has two parts:\n\n- a truce\n- talks\n\nNone has begun.')
        .body[1],
    ).toMatchObject({ type: 'list', isOrdered: false, items: [{}, {}] })
  })

  test.each([
    ['nothing', '', /empty/],
    ['white space', ' \n\t ', /empty/],
    ['binary content', 'PK\u0003\u0004\0\0', /not plain text/],
    ['more than 2 MB', 'a'.repeat(2 * 1024 * 1024 + 1), /2 MB/],
    ['page tools only', 'Share this article\n', /no article/],
  ])('refuses %s', (_what, text, message) => {
    expect(() => proposeDraft(text)).toThrow(AppError)
    expect(() => proposeDraft(text)).toThrow(message)
  })
})

const wordsOf = (draft: ProposedDraft): string => {
  const inline = (child: StoryInline): string =>
    child.type === 'text'
      ? child.text
      : child.type === 'quote'
        ? (draft.quotes.find(({ key }) => key === child.quoteId)?.text ?? '')
        : ''
  const block = (of: StoryBlock): string =>
    of.type === 'quote'
      ? (draft.quotes.find(({ key }) => key === of.quoteId)?.text ?? '')
      : of.type === 'list'
        ? of.items.map((item) => item.children.map(inline).join('')).join(' ')
        : 'children' in of
          ? of.children.map(inline).join('')
          : ''
  return draft.body.map(block).join(' ')
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')

test('a quotation that goes on in the next paragraph takes no words along that stand in between', () => {
  const draft = proposeDraft(
    'A Headline of Some Words\n\nThe first paragraph stands here.\n\nx "Ann Lee "”Ann Lee\n\n"“xx',
    { language: 'en' },
  )
  expect(letters(wordsOf(draft))).toContain('xAnnLeeAnnLeexx')
})

test('no word of the body is lost or doubled', { timeout: 60_000 }, () => {
  const parts = fc.constantFrom(
    '“',
    '”',
    ' ',
    '\n\n',
    ':',
    ', ',
    '. ',
    'Ann Lee',
    ' said',
    ' a source',
    ' told Reuters',
    ' we go',
    '‘',
    '’',
    ' "',
    '"',
  )
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 40 }).map((all) => all.join('')),
      (tail) => {
        const text = `A Headline of Some Words\n\nThe first paragraph stands here.\n\nx${tail}x`
        const draft = proposeDraft(text, { language: 'en' })
        const around = [
          draft.headline,
          draft.standfirst ?? '',
          ...draft.authors,
          draft.dateline ?? '',
          ...draft.credits.map(({ raw }) => raw),
          ...draft.stripped,
        ].join(' ')
        expect(letters(around + wordsOf(draft))).toHaveLength(letters(text).length)
      },
    ),
    { numRuns: 300 },
  )
})
