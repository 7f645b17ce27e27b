import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { hostileStory } from '#tests/unit/formats/hostileStory.ts'
import { bareStory, samplePublication, sampleStory } from '#tests/fixtures/stories.ts'
import { renderArticlePage } from '#src/formats/html/renderArticlePage.ts'
import { renderCorrectionsPage } from '#src/formats/html/renderCorrectionsPage.ts'
import { renderFrontPage } from '#src/formats/html/renderFrontPage.ts'
import { renderHistoryPage } from '#src/formats/html/renderHistoryPage.ts'
import { buildHistory } from '#src/story/history.ts'
import { renderMessagePage, renderRetractedPage } from '#src/formats/html/noticePages.ts'

const article = (more = {}) => renderArticlePage({ ...sampleStory(), ...more }, samplePublication)
const textOf = (html: string, selector: string) =>
  parseHTML(html).document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim()

describe('every page is valid, accessible HTML', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // Our own dialect: lower-case doctype, and no length limit on real headlines.
      'doctype-style': ['error', { style: 'lowercase' }],
      'long-title': 'off',
    },
  })
  const story = sampleStory()
  const retraction = { ...story.corrections[0]!, kind: 'retraction' as const }
  const context = samplePublication
  const listed = story.corrections.map((one) => ({ ...one, article: { ...story, language: 'ar' } }))
  const relative = { id: 'r', slug: 'a "b', headline: '<b>Other</b>' }
  const rightToLeft = { ...story, language: 'ar' }
  const changed = {
    ...{ ...story, headline: '<b>Other</b>', body: story.body.slice(2), standfirst: null },
    corrections: story.corrections.slice(0, 1),
    isHistoryPublic: true as const,
  }
  const row = { seq: 1, at: story.updatedAt, event: 'update', versionHash: '' }
  const versions = buildHistory([
    { ...row, story },
    { ...row, story: changed },
  ])
  it.each([
    ['an article', article()],
    ['an article with a history', article({ isHistoryPublic: true })],
    [
      'an article with relatives',
      article({ replaces: relative, replacedBy: relative, related: [relative, relative] }),
    ],
    ['a bare article', renderArticlePage(bareStory(), context)],
    ['a preview', renderArticlePage(story, { ...context, isPreview: true, nonce: 'abc' })],
    ['an article from right to left', renderArticlePage(rightToLeft, context)],
    ['an article with hostile words', renderArticlePage(hostileStory('"><b>&\u0000'), context)],
    ['a front page', renderFrontPage([story, bareStory()], { ...context, feedUrl: '/feed.xml' })],
    ['an empty front page', renderFrontPage([], context)],
    [
      'a retraction',
      renderRetractedPage({ ...story, corrections: [retraction] }, 'Wrong.', context),
    ],
    ['a page of corrections', renderCorrectionsPage(listed, context)],
    ['a page without corrections', renderCorrectionsPage([], context)],
    ['a history', renderHistoryPage(story, versions, true, context)],
    ['a history of nothing', renderHistoryPage(rightToLeft, versions.slice(1), false, context)],
    ['a message', renderMessagePage({ title: 'Not found', message: 'Sorry.', context })],
  ])('%s', async (_name, html) => {
    const report = await validator.validateString(html)
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
    )
    expect(messages).toEqual([])
  })
})

describe('renderArticlePage', () => {
  it('has one heading of the first level: the headline', () => {
    const { document } = parseHTML(article())
    expect([...document.querySelectorAll('h1')].map((h1) => h1.textContent)).toEqual([
      sampleStory().headline,
    ])
  })

  it('says who wrote it, from where, when', () => {
    expect(textOf(article(), '.byline')).toBe('By Ana Ruiz and Ben Okafor; photos by Cy Lee')
    expect(textOf(article(), '.dateline')).toBe('Baghdad')
    expect(article()).toContain(
      'Published <time datetime="2014-06-13T09:30:00.000Z">13 June 2014 at 09:30 UTC</time>',
    )
  })

  it('notes the newest correction at the top and tells all of them at the end', () => {
    expect(textOf(article(), '.correction-flag')).toBe(
      'This story was corrected on 14 June 2014. Read what changed.',
    )
    expect(textOf(article(), '#corrections')).toContain(
      'Correction, 14 June 2014. An earlier version gave the wrong day for the fall of Tikrit.',
    )
    expect(article()).toContain('<del>Tikrit on Tuesday</del>')
  })

  it('shows where the story came from', () => {
    const panel = textOf(article(), '.provenance')
    expect(panel).toContain('This story cites 7 sources: 6 named, 1 unnamed.')
    expect(panel).toContain('It carries 5 quotes; 4 were checked against the record we hold.')
    expect(panel).toContain('2 quotes reached us through another outlet.')
    expect(panel).toContain('Not named: was not authorised to speak in public')
  })

  it('does not claim to have heard what an outlet passed on', () => {
    expect(textOf(article(), '.provenance')).toContain(
      '✓ Checked against the report by Al-Monitor.',
    )
  })

  it('claims nothing of a paraphrase: no record can have words of the newsroom’s own', () => {
    const { document } = parseHTML(article())
    const entries = [...document.querySelectorAll('.provenance li')]
    const paraphrase = entries.find((entry) => entry.textContent?.includes('Paraphrase'))
    expect(paraphrase).toBeDefined()
    expect(paraphrase?.textContent).not.toMatch(/Checked|record|original/)
  })

  it('links each quote of the panel to its place in the text', () => {
    const { document } = parseHTML(article())
    const targets = [...document.querySelectorAll('.provenance .words')].map((link) =>
      link.getAttribute('href'),
    )
    expect(targets).toHaveLength(5)
    for (const target of targets) expect(document.querySelectorAll(String(target))).toHaveLength(1)
  })

  it('has no panel, no corrections and no topics where the story has none', () => {
    const html = renderArticlePage(bareStory(), samplePublication)
    expect(parseHTML(html).document.querySelector('.story-footer, .correction-flag')).toBeNull()
  })

  it('has its canonical address, a description and a picture for those who share it', () => {
    const html = article()
    expect(html).toContain(
      '<link rel="canonical" href="https://news.example/articles/iran-pours-forces-into-iraq">',
    )
    expect(html).toContain('<meta name="description" content="Tehran is sending men')
    expect(html).toContain(
      '<meta property="og:image" content="https://news.example/media/image-lead.jpg">',
    )
  })

  it('labels opinion and analysis before the headline', () => {
    expect(textOf(article({ kind: 'opinion' }), '.kicker')).toBe('World / Opinion')
    expect(textOf(article(), '.kicker')).toBe('World')
  })

  it('has a banner and is kept from search engines as a preview', () => {
    const html = renderArticlePage(sampleStory(), { ...samplePublication, isPreview: true })
    expect(textOf(html, '.banner')).toBe('Preview – not published')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(article()).not.toContain('noindex')
  })

  it('carries the nonce for a content security policy', () => {
    const html = renderArticlePage(sampleStory(), { ...samplePublication, nonce: 'n0nce' })
    expect(html).toContain('<style nonce="n0nce">')
  })

  it('runs no script and needs no inline style', () => {
    const { document } = parseHTML(article())
    const scripts = [...document.querySelectorAll('script')].map((script) =>
      script.getAttribute('type'),
    )
    expect(scripts).toEqual(['application/ld+json'])
    expect(document.querySelector('[style]')).toBeNull()
  })

  it('turns with the language, and keeps its own labels English', () => {
    const html = article({ language: 'ar' })
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain(
      '<section class="provenance" aria-labelledby="provenance-title" lang="en" dir="ltr">',
    )
  })

  it('renders the same bytes for the same story', () => {
    expect(article()).toBe(article())
  })
})

describe('renderRetractedPage', () => {
  it('says why, and nothing of what the story said', () => {
    const html = renderRetractedPage(sampleStory(), 'The recording was false.', samplePublication)
    expect(textOf(html, '.notice')).toContain('The recording was false.')
    expect(html).toContain('content="noindex"')
    for (const gone of ['Tehran is sending', 'Tikrit', 'senior Iranian official', 'ld+json']) {
      expect(html).not.toContain(gone)
    }
  })
})

describe('renderFrontPage', () => {
  it('lists the newest stories with section, standfirst and time, and links to the API', () => {
    const { document } = parseHTML(renderFrontPage([sampleStory(), bareStory()], samplePublication))
    const links = [...document.querySelectorAll('h2 a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      'https://news.example/articles/iran-pours-forces-into-iraq',
      'https://news.example/articles/bare',
    ])
    expect(document.querySelector('.stories .kicker')?.textContent).toBe('World')
    expect(document.querySelector('.stories time')?.getAttribute('datetime')).toBe(
      '2014-06-13T09:30:00.000Z',
    )
    expect(
      document.querySelector('.site-footer a[href="https://news.example/docs"]'),
    ).not.toBeNull()
  })
})
