import { describe, expect, it } from 'vitest'
import { bareStory, sampleImage, sampleQuote, sampleStory, text } from '#tests/fixtures/stories.ts'
import { renderBody } from '#src/formats/html/renderBody.ts'
import type { PublishedStory, StoryBlock, StoryInline } from '#src/story/publishedStory.ts'

const bodyOf = (body: StoryBlock[], more: Partial<PublishedStory> = {}) =>
  renderBody({ ...bareStory(), body, ...more })
const sentence = (...children: StoryInline[]): StoryBlock => ({ type: 'paragraph', children })

describe('renderBody', () => {
  it('sets a block quote with its address, speaker and role', () => {
    const html = bodyOf([{ type: 'quote', display: 'block', quoteId: 'q1' }], {
      quotes: [sampleQuote('q1', { text: 'We saw it' })],
    })
    expect(html).toBe(
      '<blockquote class="quote" cite="https://senate.example/transcripts/14" id="quote-q1" data-quote="q1">' +
        '<p>We saw it</p>' +
        '<footer>— <cite>Lindsey Graham</cite>, U.S. senator, Armed Services Committee</footer></blockquote>',
    )
  })

  it('sets an inline quote with its address and record', () => {
    const html = bodyOf([sentence(text('He said '), { type: 'quote', quoteId: 'q1' })], {
      quotes: [sampleQuote('q1', { text: 'We saw it', url: null })],
    })
    expect(html).toBe('<p>He said <q id="quote-q1" data-quote="q1">We saw it</q></p>')
  })

  it('says that a relayed quote came through another outlet', () => {
    const html = renderBody(sampleStory())
    expect(html).toContain('<cite>a senior Iranian official</cite>, as quoted by Al-Monitor')
  })

  it('never sets a paraphrase as a quotation', () => {
    const quotes = [sampleQuote('q1', { kind: 'paraphrase' })]
    const html = bodyOf(
      [
        { type: 'quote', display: 'block', quoteId: 'q1' },
        sentence({ type: 'quote', quoteId: 'q1' }),
      ],
      { quotes },
    )
    expect(html).not.toMatch(/<(q|blockquote)\b/)
    expect(html).toContain('<cite>Lindsey Graham</cite>')
  })

  it('puts the id of each quote on the page once, in the text rather than at its pull quote', () => {
    const html = bodyOf(
      [
        { type: 'quote', display: 'pull', quoteId: 'q1' },
        sentence({ type: 'quote', quoteId: 'q1' }),
        { type: 'quote', display: 'block', quoteId: 'q1' },
      ],
      { quotes: [sampleQuote('q1')] },
    )
    expect(html.match(/id="quote-q1"/g)).toHaveLength(1)
    expect(html).toMatch(/<q [^>]*id="quote-q1"/)
  })

  it('marks the language of a foreign quote and shows the original of a translation', () => {
    const html = bodyOf([{ type: 'quote', display: 'block', quoteId: 'q1' }], {
      quotes: [sampleQuote('q1', { original: { text: 'آتش', language: 'fa' } })],
    })
    expect(html).toContain('<span lang="fa" dir="rtl">آتش</span>')
  })

  it('offers every size of the same shape, and no crop', () => {
    const html = bodyOf([{ type: 'image', image: sampleImage('a') }])
    expect(html).toContain(
      'srcset="/media/a-480.jpg 480w, /media/a-960.jpg 960w, /media/a.jpg 1600w"',
    )
    expect(html).not.toContain('a-sq.jpg')
    expect(html).toContain('width="1600" height="1000" alt="A picture"')
  })

  it('sets caption and credit under the picture', () => {
    const image = sampleImage('a', { caption: 'Dawn.', credit: 'Photo: Cy Lee' })
    expect(bodyOf([{ type: 'image', image }])).toContain(
      '<figcaption><span class="caption">Dawn.</span> <span class="credit">Photo: Cy Lee</span></figcaption>',
    )
  })

  it('makes paths absolute for readers elsewhere', () => {
    const html = renderBody(sampleStory(), { baseUrl: 'https://news.example' })
    expect(html).toContain('src="https://news.example/media/image-map.jpg"')
    expect(html).not.toMatch(/(src|href)="\//)
  })

  it('links to an embed instead of framing it', () => {
    const html = renderBody(sampleStory())
    expect(html).toContain('<a href="https://video.example/watch?v=abc&amp;t=10" rel="external">')
    expect(html).not.toContain('<iframe')
  })

  it('links a citation that has an address, and names one that has not', () => {
    const html = renderBody(sampleStory())
    expect(html).toContain(
      '<a class="citation" href="https://www.wsj.example/iran-deploys" data-source="source-wsj">The Wall Street Journal</a>',
    )
    expect(html).toContain('<span class="citation" data-source="source-monitor">Al-Monitor</span>')
  })

  it('nests marks and lists', () => {
    const html = renderBody(sampleStory())
    expect(html).toContain('<em><code>(sic)</code></em>')
    expect(html).toContain(
      '<li>It fell into disfavor as intelligence on:<ul><li><strong>Iraq</strong> and</li>',
    )
  })

  it('opens with the dateline', () => {
    expect(renderBody(sampleStory())).toMatch(/^<p><span class="dateline">Baghdad<\/span> — Gains/)
  })

  it('sets the dateline on its own before anything but a paragraph', () => {
    const html = bodyOf([{ type: 'divider' }], { dateline: 'Cairo' })
    expect(html).toBe('<p class="filed"><span class="dateline">Cairo</span></p>\n<hr>')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example'])(
    'drops the address %s wherever a stored story carries it',
    (url) => {
      const html = bodyOf(
        [
          sentence({ type: 'link', url, children: [text('a')] }),
          sentence({ type: 'citation', sourceId: 's', label: 'b', url }),
          { type: 'embed', url, provider: 'c', title: null },
          { type: 'image', image: sampleImage('i', { url }) },
          { type: 'quote', display: 'block', quoteId: 'q1' },
        ],
        { quotes: [sampleQuote('q1', { url })] },
      )
      expect(html).not.toContain(url)
      expect(html).toContain('<p>a</p>')
    },
  )

  it('never nests a link in a link', () => {
    const inner: StoryInline = { type: 'link', url: 'https://b.example', children: [text('in')] }
    const cited: StoryInline = {
      type: 'citation',
      sourceId: 's',
      label: 'c',
      url: 'https://c.example',
    }
    const html = bodyOf([
      sentence({ type: 'link', url: 'https://a.example', children: [inner, cited] }),
    ])
    expect(html.match(/<a /g)).toHaveLength(1)
  })

  it('leaves out a quote that the story does not carry', () => {
    expect(bodyOf([{ type: 'quote', display: 'block', quoteId: 'nobody' }])).toBe('')
  })
})
