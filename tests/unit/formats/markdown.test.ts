import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { hostileStory } from '#tests/unit/formats/hostileStory.ts'
import { anyBody, hostileText } from '#tests/unit/story/arbitraries.ts'
import { bareStory, samplePublication, sampleStory, text } from '#tests/fixtures/stories.ts'
import { renderMarkdown } from '#src/formats/markdown.ts'
import type { StoryInline } from '#src/story/publishedStory.ts'

type Node = { type: string; value?: string; url?: string; children?: Node[] }

const bodyOf = (markdown: string): string => markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '')
const parse = (markdown: string): Node => fromMarkdown(bodyOf(markdown))
const textOf = (node: Node): string =>
  node.type === 'break'
    ? '\n'
    : (node.type === 'html' ? '' : (node.value ?? '')) + (node.children ?? []).map(textOf).join('')
const allOf = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((child) => allOf(child, type)),
]
const skeleton = (node: Node): unknown => [node.type, ...(node.children ?? []).map(skeleton)]
const sentence = (...children: StoryInline[]) =>
  bodyOf(
    renderMarkdown({ ...bareStory(), body: [{ type: 'paragraph', children }] }, samplePublication),
  )
    .split('\n\n')[1]
    ?.trim()

describe('renderMarkdown', () => {
  it('opens with front matter whose values YAML cannot misread', () => {
    const markdown = renderMarkdown({ ...sampleStory(), headline: 'No: "yes"' }, samplePublication)
    expect(markdown).toMatch(/^---\ntitle: "No: \\"yes\\""\nslug: "iran-pours-forces-into-iraq"\n/)
    expect(markdown).toContain('\nauthors: ["Ana Ruiz","Ben Okafor","Cy Lee","Dee Marsh"]\n')
  })

  it('ends every quote in its attribution', () => {
    expect(renderMarkdown(sampleStory(), samplePublication)).toContain(
      '> “My concern is that we’re dealing with a thinking enemy who has adapted his techniques to be more lethal.”\n>\n> — Lindsey Graham, U.S. senator, Armed Services Committee',
    )
  })

  it('gives lists, headings, links, pictures, corrections and sources', () => {
    const tree = parse(renderMarkdown(sampleStory(), samplePublication))
    expect(allOf(tree, 'heading').map(textOf)).toEqual([
      sampleStory().headline,
      '“The heat soon”',
      'A debate in Western capitals',
      'What the State Department found',
      'Corrections',
      'Sources',
    ])
    expect(allOf(tree, 'list')).toHaveLength(3)
    expect(allOf(tree, 'image').map(({ url }) => url)).toEqual([
      'https://news.example/media/image-lead.jpg',
      'https://news.example/media/image-map.jpg',
    ])
    expect(allOf(tree, 'link').map(({ url }) => url)).toContain(
      'https://reports.example/recall?a=1&b=2',
    )
  })

  it('marks up words, moving white space out of the marks', () => {
    expect(sentence(text('a '), text(' bold ', ['bold']), text('c'), text('d', ['italic']))).toBe(
      'a  **bold** c*d*',
    )
  })

  it('falls back to HTML where asterisks would not mark up', () => {
    expect(sentence(text('a'), text('(b)', ['bold']), text('c'))).toBe('a<strong>(b)</strong>c')
    expect(sentence(text('a', ['italic']), text('b', ['bold']))).toBe('*a*<strong>b</strong>')
  })

  it('keeps two lists apart', () => {
    const list = {
      type: 'list' as const,
      isOrdered: false,
      items: [{ children: [text('x')], nested: null }],
    }
    const story = { ...bareStory(), body: [list, list] }
    expect(allOf(parse(renderMarkdown(story, samplePublication)), 'list')).toHaveLength(2)
  })

  it('lets no text become markup', () => {
    const expected = skeleton(parse(renderMarkdown(hostileStory('x'), samplePublication)))
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const story = hostileStory(`${hostile}x`)
        expect(skeleton(parse(renderMarkdown(story, samplePublication)))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps every block of any body', () => {
    const types: Record<string, string[]> = {
      divider: ['thematicBreak'],
      image: ['paragraph', 'paragraph'],
      embed: ['paragraph'],
    }
    fc.assert(
      fc.property(anyBody, (body) => {
        const shown = body.filter((block) => block.type !== 'quote')
        const tree = parse(renderMarkdown({ ...bareStory(), body: shown }, samplePublication))
        const found = (tree.children ?? []).slice(1).filter(({ type }) => type !== 'html')
        expect(found.map(({ type }) => type)).toEqual(
          shown.flatMap(({ type }) => types[type] ?? [type]),
        )
      }),
    )
  })
})
