/** Random bodies in canonical form: what `lexicalToStory` gives, and so what it must give back. */
import fc from 'fast-check'
import { sampleImage } from '#tests/fixtures/stories.ts'
import type { StoryBlock, StoryInline, StoryListItem, TextMark } from '#src/story/publishedStory.ts'

const MARKS: TextMark[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'subscript',
  'superscript',
]

const words = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
const name = words.map((value) => value.trim()).filter((value) => value !== '')
const marks = fc.subarray(MARKS)
const url: fc.Arbitrary<string> = fc.webUrl({ withQueryParameters: true })
const id = fc.uuid()

const textNode: fc.Arbitrary<StoryInline> = fc.record({
  type: fc.constant('text' as const),
  text: fc.oneof(words, fc.constantFrom('\t', 'a\tb')),
  marks,
})
const breakNode: fc.Arbitrary<StoryInline> = fc.constant({ type: 'break' })
const quoteNode: fc.Arbitrary<StoryInline> = fc.record({
  type: fc.constant('quote' as const),
  quoteId: id,
})
const citationNode: fc.Arbitrary<StoryInline> = fc.record({
  type: fc.constant('citation' as const),
  sourceId: id,
  label: name,
  url: fc.option(url, { nil: null }),
})
const leaf = fc.oneof(textNode, breakNode, quoteNode, citationNode)
const linkNode: fc.Arbitrary<StoryInline> = fc.record({
  type: fc.constant('link' as const),
  url,
  children: fc.array(leaf, { minLength: 1, maxLength: 3 }).map(withoutTwins),
})
const sentence = fc
  .array(fc.oneof({ weight: 4, arbitrary: leaf }, linkNode), { maxLength: 6 })
  .map((inlines) => withoutTwins([{ type: 'text', text: 'Word', marks: [] }, ...inlines]))

/** Neighbouring texts with the same marks are one text in canonical form. */
function withoutTwins(inlines: StoryInline[]): StoryInline[] {
  const isTwin = (a: StoryInline | undefined, b: StoryInline): boolean =>
    a?.type === 'text' && b.type === 'text' && a.marks.join() === b.marks.join()
  const kept: StoryInline[] = []
  for (const inline of inlines) if (!isTwin(kept.at(-1), inline)) kept.push(inline)
  return kept
}

const list = fc.letrec<{ list: StoryBlock; item: StoryListItem }>((tie) => ({
  item: fc.record({
    children: sentence,
    nested: fc.option(tie('list'), { maxDepth: 3, depthIdentifier: 'list' }),
  }),
  list: fc.record({
    type: fc.constant('list' as const),
    isOrdered: fc.boolean(),
    items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
})).list

/** Any body an editor can make. */
export const anyBody: fc.Arbitrary<StoryBlock[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), children: sentence }),
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      children: sentence,
    }),
    fc.record({ type: fc.constant('blockquote' as const), children: sentence }),
    list,
    fc.record({
      type: fc.constant('quote' as const),
      display: fc.constantFrom('block' as const, 'pull' as const),
      quoteId: id,
    }),
    fc.record({
      type: fc.constant('image' as const),
      image: id.map((imageId) => sampleImage(imageId, { caption: `Caption of ${imageId}` })),
    }),
    fc.record({
      type: fc.constant('embed' as const),
      url,
      provider: name,
      title: fc.option(name),
    }),
    fc.constant({ type: 'divider' as const }),
  ),
  { maxLength: 6 },
)

/** Text that attacks whatever renders it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '<!--<script>',
        ']]>',
        '--><b>',
        '</title></style></textarea>',
        '&lt;b&gt;&#60;',
        '\u2028\u2029\ud800',
        '[x](javascript:alert(1))',
        '**bold** `code` > # - 1. ![](x)',
        '\n\n    indented\n***\n---\n',
        '\\',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))
