import { describe, expect, it } from 'vitest'
import { bareStory, samplePublication, sampleStory } from '#tests/fixtures/stories.ts'
import { buildJsonLd } from '#src/formats/jsonLd.ts'
import type { PublishedStory, StoryKind } from '#src/story/publishedStory.ts'

type Node = Record<string, unknown>
const graphOf = (story: PublishedStory) =>
  buildJsonLd(story, samplePublication)['@graph'] as unknown as [Node, Node]
const articleOf = (more: Partial<PublishedStory> = {}) => graphOf({ ...sampleStory(), ...more })[0]
const partsOf = (more: Partial<PublishedStory> = {}) => articleOf(more).hasPart as Node[]

describe('buildJsonLd', () => {
  it.each<[StoryKind, string[]]>([
    ['brief', ['NewsArticle']],
    ['report', ['NewsArticle', 'ReportageNewsArticle']],
    ['analysis', ['NewsArticle', 'AnalysisNewsArticle']],
    ['opinion', ['NewsArticle', 'OpinionNewsArticle']],
    ['live', ['NewsArticle', 'LiveBlogPosting']],
  ])('types a %s as %j', (kind, types) => {
    expect(articleOf({ kind })['@type']).toEqual(types)
  })

  it('says what the page says', () => {
    expect(articleOf()).toMatchObject({
      '@id': 'https://news.example/articles/iran-pours-forces-into-iraq#article',
      headline: sampleStory().headline,
      datePublished: '2014-06-13T09:30:00.000Z',
      dateModified: '2014-06-14T08:00:00.000Z',
      dateline: 'Baghdad',
      articleSection: 'World',
      keywords: ['Iran', 'Iraq', 'Islamic State'],
      wordCount: 233,
      inLanguage: 'en',
    })
  })

  it('credits each by role, and the newsroom when nobody signed', () => {
    const { author, editor, contributor } = articleOf()
    expect(author).toMatchObject([{ name: 'Ana Ruiz' }, { name: 'Ben Okafor' }])
    expect(editor).toMatchObject([{ name: 'Dee Marsh' }])
    expect(contributor).toMatchObject([{ name: 'Cy Lee' }])
    expect(articleOf({ authors: [] }).author).toEqual({ '@id': 'https://news.example/#publisher' })
  })

  it('names the speaker of a quote and where it was read', () => {
    expect(partsOf().find((part) => String(part['@id']).endsWith('#quote-q-graham'))).toMatchObject(
      {
        '@type': 'Quotation',
        spokenByCharacter: {
          '@type': 'Person',
          name: 'Lindsey Graham',
          jobTitle: 'U.S. senator',
          affiliation: { name: 'Armed Services Committee' },
        },
        citation: 'https://senate.example/transcripts/14',
        dateCreated: '2014-06-12',
      },
    )
  })

  it('describes someone who is not named, and never names them', () => {
    const part = partsOf().find((part) => String(part['@id']).endsWith('#quote-q-heat'))
    expect(part?.spokenByCharacter).toEqual({
      '@type': 'Person',
      description: 'a senior Iranian official',
    })
  })

  it('bases a relayed quote on the article of the outlet that passed it on', () => {
    const part = partsOf().find((part) => String(part['@id']).endsWith('#quote-q-heat'))
    expect(part?.isBasedOn).toEqual([
      {
        '@type': 'NewsArticle',
        publisher: { '@type': 'Organization', name: 'Al-Monitor' },
        url: 'https://monitor.example/heat',
      },
    ])
  })

  it('counts a paraphrase as no quotation', () => {
    expect(JSON.stringify(partsOf())).not.toContain('q-hezbollah')
  })

  it('lists corrections with their dates', () => {
    expect(articleOf().correction).toMatchObject([
      { '@type': 'CorrectionComment', datePublished: '2014-06-14T08:00:00.000Z' },
      { '@type': 'CorrectionComment', datePublished: '2014-06-13T18:00:00.000Z' },
    ])
  })

  it('gives pictures their rights', () => {
    expect(articleOf().image).toMatchObject([
      {
        contentUrl: 'https://news.example/media/image-lead.jpg',
        creditText: 'Top World News / YouTube',
        copyrightNotice: '© 2014 Top World News',
        license: 'https://licences.example/editorial',
        digitalSourceType: { '@id': 'https://schema.org/DigitalCaptureDigitalSource' },
      },
      { contentUrl: 'https://news.example/media/image-map.jpg' },
    ])
  })

  it('cites publications and mentions people, but nobody who is not named', () => {
    const { citation, mentions } = articleOf()
    expect((citation as Node[]).map(({ name }) => name)).toEqual([
      'The Wall Street Journal',
      'NOW',
      'Al-Monitor',
      'The Telegraph',
    ])
    expect((mentions as Node[]).map(({ name }) => name)).toEqual([
      'Lindsey Graham',
      'State Department',
    ])
  })

  it('says nothing it does not know', () => {
    const json = JSON.stringify(graphOf(bareStory()))
    expect(json).not.toMatch(/null|""|\[\]/)
  })

  it('describes the publisher', () => {
    expect(graphOf(sampleStory())[1]).toMatchObject({
      '@type': 'NewsMediaOrganization',
      name: 'The Morning Record',
      logo: { url: 'https://news.example/logo.svg' },
    })
  })
})
