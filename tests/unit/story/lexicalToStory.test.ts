import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleImage } from '#tests/fixtures/stories.ts'
import { bodyReferences, lexicalToStory } from '#src/story/lexicalToStory.ts'
import type { BodyResolver } from '#src/story/bodyReader.ts'

const resolve: BodyResolver = {
  image: (id) => (id === 'gone' ? null : sampleImage(id, { caption: 'From the record' })),
  sourceName: (id) => (id === 'gone' ? null : `Source ${id}`),
  articleUrl: (id) => (id === 'gone' ? null : `/articles/${id}`),
}
const text = (words: string, format = 0) => ({ type: 'text', version: 1, text: words, format })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })
const state = (...children: unknown[]) => ({ root: { type: 'root', version: 1, children } })
const block = (blockType: string, fields: object) => ({
  type: 'block',
  version: 2,
  fields: { id: 'b1', blockName: '', blockType, ...fields },
})
const inlineBlock = (blockType: string, fields: object) => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: 'i1', blockType, ...fields },
})
const link = (fields: object, ...children: unknown[]) => ({
  type: 'link',
  version: 3,
  fields,
  children,
})
const convert = (...children: unknown[]) => lexicalToStory(state(...children), resolve)
const codes = (...children: unknown[]) =>
  convert(...children).problems.map(({ code, path }) => [code, path])

describe('text', () => {
  it('reads every mark of the format bitmask, in one order', () => {
    expect(convert(paragraph(text('all', 127))).blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          {
            type: 'text',
            text: 'all',
            marks: [
              'bold',
              'italic',
              'underline',
              'strikethrough',
              'code',
              'subscript',
              'superscript',
            ],
          },
        ],
      },
    ])
  })

  it('joins neighbours with the same marks, tabs included', () => {
    const tab = { type: 'tab', version: 1, text: '\t', format: 0 }
    expect(convert(paragraph(text('a'), tab, text('b'), text('c', 1))).blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'a\tb', marks: [] },
          { type: 'text', text: 'c', marks: ['bold'] },
        ],
      },
    ])
  })

  it('keeps line breaks', () => {
    const lines = paragraph(text('a'), { type: 'linebreak', version: 1 }, text('b'))
    expect(convert(lines).blocks[0]).toMatchObject({
      children: [{ text: 'a' }, { type: 'break' }, { text: 'b' }],
    })
  })

  it('drops paragraphs that hold nothing a reader would see', () => {
    const blank = paragraph(text('  '), { type: 'linebreak', version: 1 })
    expect(convert(paragraph(), blank, paragraph(text(''))).blocks).toEqual([])
  })
})

describe('blocks', () => {
  it.each([
    ['h1', 2],
    ['h2', 2],
    ['h3', 3],
    ['h4', 4],
    ['h5', 4],
    ['h6', 4],
  ])('maps %s to level %i', (tag, level) => {
    const heading = { type: 'heading', version: 1, tag, children: [text('Head')] }
    expect(convert(heading).blocks[0]).toMatchObject({ type: 'heading', level })
  })

  it('hangs a nested list on the item before it', () => {
    const item = (...children: unknown[]) => ({ type: 'listitem', version: 1, value: 1, children })
    const inner = {
      type: 'list',
      version: 1,
      listType: 'bullet',
      tag: 'ul',
      children: [item(text('b'))],
    }
    const outer = {
      type: 'list',
      version: 1,
      listType: 'number',
      tag: 'ol',
      children: [item(text('a')), item(inner), item(text('c'))],
    }
    expect(convert(outer).blocks).toMatchObject([
      {
        type: 'list',
        isOrdered: true,
        items: [
          { children: [{ text: 'a' }], nested: { isOrdered: false, items: [{ nested: null }] } },
          { children: [{ text: 'c' }], nested: null },
        ],
      },
    ])
  })

  it('reads quote, pull quote and embed blocks and rules', () => {
    const { blocks, quoteIds } = convert(
      block('quoteBlock', { quote: 'q2' }),
      block('pullQuote', { quote: { id: 'q1', text: 'populated' } }),
      block('embed', { url: 'https://www.video.example/1', title: ' Clip ' }),
      { type: 'horizontalrule', version: 1 },
    )
    expect(blocks).toEqual([
      { type: 'quote', display: 'block', quoteId: 'q2' },
      { type: 'quote', display: 'pull', quoteId: 'q1' },
      {
        type: 'embed',
        url: 'https://www.video.example/1',
        provider: 'video.example',
        title: 'Clip',
      },
      { type: 'divider' },
    ])
    expect(quoteIds).toEqual(['q2', 'q1'])
  })

  it('prefers the caption written for this story', () => {
    const { blocks } = convert(
      block('imageBlock', { image: 'a', captionOverride: 'For this story' }),
      block('imageBlock', { image: 'b', captionOverride: '' }),
    )
    expect(blocks).toMatchObject([
      { image: { id: 'a', caption: 'For this story' } },
      { image: { id: 'b', caption: 'From the record' } },
    ])
  })

  it('takes pictures and quotes that were dropped in as plain records', () => {
    const upload = { type: 'upload', version: 3, relationTo: 'images', value: 7, fields: null }
    const quote = { type: 'relationship', version: 2, relationTo: 'quotes', value: { id: 'q' } }
    expect(convert(upload, quote).blocks).toMatchObject([
      { type: 'image', image: { id: '7' } },
      { type: 'quote', display: 'block', quoteId: 'q' },
    ])
  })
})

describe('links and citations', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'www.example.com',
    '',
  ])('drops the address %j, keeps the words and says so', (url) => {
    const { blocks, problems } = convert(
      paragraph(text('See '), link({ linkType: 'custom', url, newTab: false }, text('this'))),
    )
    expect(blocks).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'See this', marks: [] }] },
    ])
    expect(problems.map(({ code }) => code)).toEqual(['link-unsafe'])
  })

  it.each([
    'https://a.example/x?y=1&z=2',
    'http://a.example',
    'mailto:desk@a.example',
    'tel:+44',
    '/articles/x',
  ])('keeps the address %s', (url) => {
    const { blocks } = convert(paragraph(link({ linkType: 'custom', url }, text('x'))))
    expect(blocks[0]).toMatchObject({ children: [{ type: 'link', url }] })
  })

  it('resolves links to other stories', () => {
    const inside = { linkType: 'internal', doc: { relationTo: 'articles', value: { id: 'a1' } } }
    const { blocks, articleIds } = convert(paragraph(link(inside, text('earlier'))))
    expect(blocks[0]).toMatchObject({ children: [{ type: 'link', url: '/articles/a1' }] })
    expect(articleIds).toEqual(['a1'])
  })

  it('names the source where a citation has no label', () => {
    const { blocks, sourceIds } = convert(
      paragraph(inlineBlock('citation', { source: 's1', label: ' ' })),
    )
    expect(blocks[0]).toMatchObject({
      children: [{ type: 'citation', sourceId: 's1', label: 'Source s1', url: null }],
    })
    expect(sourceIds).toEqual(['s1'])
  })

  it('keeps the label of a citation whose source is gone', () => {
    const { blocks, problems } = convert(
      paragraph(inlineBlock('citation', { source: 'gone', label: 'The Daily' })),
    )
    expect(blocks[0]).toMatchObject({ children: [{ type: 'text', text: 'The Daily' }] })
    expect(problems).toMatchObject([{ code: 'source-missing' }])
  })
})

describe('what is wrong with a body', () => {
  it('says nothing about an empty one', () => {
    expect(lexicalToStory(null, resolve)).toMatchObject({ blocks: [], problems: [] })
    expect(lexicalToStory(undefined, resolve)).toMatchObject({ blocks: [], problems: [] })
  })

  it.each(['text', 7, [], {}, { root: null }, { root: { children: 'x' } }])(
    'reports %j as malformed',
    (value) => {
      expect(lexicalToStory(value, resolve).problems).toMatchObject([
        { code: 'body-malformed', path: 'body', severity: 'error' },
      ])
    },
  )

  it('gives the path of each problem', () => {
    expect(
      codes(
        paragraph(text('fine')),
        block('quoteBlock', { quote: null }),
        block('imageBlock', { image: 'gone' }),
        block('embed', { url: 'javascript:alert(1)' }),
        block('poll', {}),
        paragraph(text('x'), inlineBlock('inlineQuote', {})),
        null,
        { type: 'table', version: 1, children: [] },
      ),
    ).toEqual([
      ['quote-missing', 'body.root.children.1'],
      ['image-missing', 'body.root.children.2'],
      ['embed-unsafe', 'body.root.children.3'],
      ['body-unknown-node', 'body.root.children.4'],
      ['quote-missing', 'body.root.children.5.children.1'],
      ['body-malformed', 'body.root.children.6'],
      ['body-unknown-node', 'body.root.children.7'],
    ])
  })

  it('keeps the words of an unknown element', () => {
    const table = { type: 'table', children: [{ type: 'cell', children: [text('Kept')] }] }
    expect(convert(table).blocks).toMatchObject([
      { type: 'paragraph', children: [{ text: 'Kept' }] },
    ])
  })

  it('survives nesting that would exhaust the stack', () => {
    let node: object = text('deep')
    for (let depth = 0; depth < 20_000; depth += 1) node = link({ url: '/x' }, node)
    expect(codes(paragraph(node)).map(([code]) => code)).toContain('body-malformed')
  })

  it('never throws, whatever JSON it is given', () => {
    const types = [
      'paragraph',
      'list',
      'listitem',
      'link',
      'block',
      'inlineBlock',
      'text',
      'upload',
    ]
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.record({
          type: fc.constantFrom(...types),
          children: fc.oneof(fc.jsonValue(), fc.array(tie('node'), { maxLength: 3 })),
          fields: fc.jsonValue(),
          text: fc.jsonValue(),
        }),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (children) => {
        expect(() => lexicalToStory(state(...children), resolve)).not.toThrow()
      }),
    )
  })
})

describe('bodyReferences', () => {
  it('lists ids once each, in order of first appearance, whether or not the records exist', () => {
    const body = state(
      paragraph(
        inlineBlock('citation', { source: 's2' }),
        inlineBlock('inlineQuote', { quote: 'q1' }),
      ),
      block('imageBlock', { image: { id: 'gone' } }),
      block('pullQuote', { quote: 'q1' }),
      block('quoteBlock', { quote: 'q0' }),
      paragraph(inlineBlock('citation', { source: 'gone', label: 'x' })),
    )
    expect(bodyReferences(body)).toEqual({
      quoteIds: ['q1', 'q0'],
      sourceIds: ['s2', 'gone'],
      imageIds: ['gone'],
      articleIds: [],
    })
  })
})
