import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { hostileStory } from '#tests/unit/formats/hostileStory.ts'
import { hostileText } from '#tests/unit/story/arbitraries.ts'
import { samplePublication, sampleStory } from '#tests/fixtures/stories.ts'
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { renderArticlePage } from '#src/formats/html/renderArticlePage.ts'
import { renderFrontPage } from '#src/formats/html/renderFrontPage.ts'
import { renderMessagePage, renderRetractedPage } from '#src/formats/html/noticePages.ts'
import { scriptJson } from '#src/formats/scriptJson.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'

/** What a page is made of, whatever its words: the elements in order, with the names of their attributes. */
const skeleton = (html: string): string[] => {
  const { document } = parseHTML(html)
  // A line break in the words of a quote stays a line break.
  return [...document.querySelectorAll('*:not(br)')].map(
    (element) => `${element.tagName} ${[...element.attributes].map(({ name }) => name).join()}`,
  )
}

const pages: [string, (story: PublishedStory) => string][] = [
  ['article', (story) => renderArticlePage(story, samplePublication)],
  ['front', (story) => renderFrontPage([story, story], samplePublication)],
  ['retracted', (story) => renderRetractedPage(story, story.headline, samplePublication)],
  [
    'message',
    ({ headline }) =>
      renderMessagePage({ title: headline, message: headline, context: samplePublication }),
  ],
]

describe('no text can break out', () => {
  it.each(pages)('of the %s page', (_name, render) => {
    const expected = skeleton(render(hostileStory(' ')))
    fc.assert(
      fc.property(hostileText, (hostile) => {
        expect(skeleton(render(hostileStory(hostile)))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('of the JSON-LD of a page', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const page = renderArticlePage(hostileStory(hostile), samplePublication)
        const [, json = ''] =
          /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? []
        const graph = JSON.parse(json) as { '@graph': { headline: string }[] }
        const stored = JSON.parse(JSON.stringify(sampleStory().headline + hostile)) as string
        expect(graph['@graph'][0]?.headline).toBe(stored)
      }),
      { numRuns: 60 },
    )
  })
})

describe('escapeHtml', () => {
  it('escapes what is special in text and in attributes', () => {
    expect(escapeHtml(`<a href="x" b='y'>&</a>`)).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
    )
  })

  it('drops characters that HTML forbids', () => {
    expect(escapeHtml('a\u0000b\u0008c\ud800d\uffffe\u0085f\n')).toBe('abcdef\n')
  })
})

describe('attributes', () => {
  it('leaves out what is not set, and keeps what is empty', () => {
    expect(attributes({ alt: '', hidden: true, id: null, lang: undefined, open: false })).toBe(
      ' alt="" hidden',
    )
  })
})

describe('scriptJson', () => {
  it('has nothing in it that could end a script', () => {
    fc.assert(
      fc.property(fc.jsonValue(), hostileText, (value, hostile) => {
        const json = scriptJson({ value, hostile })
        expect(json).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, hostile })))
      }),
    )
  })
})
