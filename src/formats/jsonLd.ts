/** A story for search engines and archives: one schema.org graph, values equal to what the page shows. */
import type { NewsArticleLeaf, NewsMediaOrganizationLeaf } from 'schema-dts'
import type { PublicationContext, Publisher } from '#src/formats/context.ts'
import {
  buildCitation,
  buildCorrection,
  buildImage,
  buildMention,
  buildPerson,
  buildQuotation,
  when,
} from '#src/formats/jsonLdParts.ts'
import { storyUrl, webUrl } from '#src/formats/urls.ts'
import type {
  ContributionRole,
  PublishedStory,
  StoryKind,
  StoryRelative,
} from '#src/story/publishedStory.ts'
import { summarise } from '#src/story/summary.ts'
import { imagesInBody } from '#src/story/walkBody.ts'

export type JsonLdGraph = {
  '@context': 'https://schema.org'
  '@graph': [JsonLdArticle, NewsMediaOrganizationLeaf]
}
export type JsonLdArticle = Omit<NewsArticleLeaf, '@type'> & { '@type': readonly string[] }

/** `NewsArticle` comes first, for consumers that know no other type. */
const TYPES: Record<StoryKind, readonly string[]> = {
  brief: ['NewsArticle'],
  report: ['NewsArticle', 'ReportageNewsArticle'],
  analysis: ['NewsArticle', 'AnalysisNewsArticle'],
  opinion: ['NewsArticle', 'OpinionNewsArticle'],
  live: ['NewsArticle', 'LiveBlogPosting'],
}

/**
 * The JSON-LD graph of a story: the article, its pictures, quotations, sources, corrections, and the publisher.
 * Follows schema.org 30 and Google's Article and image metadata guides.
 * @param story what readers get
 * @param context the publisher, and the address paths are relative to
 */
export const buildJsonLd = (story: PublishedStory, context: PublicationContext): JsonLdGraph => ({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': TYPES[story.kind], ...buildArticle(story, context) },
    buildPublisher(context.publisher, context.publicUrl),
  ],
})

const publisherId = (publisher: Publisher): string =>
  `${publisher.url.replace(/\/+$/, '')}/#publisher`

const buildPublisher = (publisher: Publisher, publicUrl: string): NewsMediaOrganizationLeaf => {
  const logo = publisher.logoUrl ? webUrl(publisher.logoUrl, publicUrl) : null
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(publisher),
    name: publisher.name,
    url: publisher.url,
    ...(logo === null ? {} : { logo: { '@type': 'ImageObject', url: logo, contentUrl: logo } }),
  }
}

const buildArticle = (
  story: PublishedStory,
  { publisher, publicUrl }: PublicationContext,
): Omit<NewsArticleLeaf, '@type'> => {
  const url = storyUrl(publicUrl, story.slug)
  const organisation = { '@id': publisherId(publisher) }
  return {
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    identifier: story.id,
    headline: story.headline,
    description: summarise(story),
    inLanguage: story.language,
    wordCount: story.wordCount,
    datePublished: story.firstPublishedAt,
    dateModified: story.updatedAt,
    isAccessibleForFree: true,
    publisher: organisation,
    copyrightHolder: organisation,
    copyrightYear: Number(story.firstPublishedAt.slice(0, 4)),
    speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.standfirst'] },
    ...buildSubject(story),
    ...buildCredits(story, publicUrl, organisation),
    ...buildMedia(story, publicUrl),
    ...buildEvidence(story, url),
    ...buildCorrections(story, organisation),
    ...when('isBasedOn', story.replaces && buildRelative(story.replaces, publicUrl)),
  }
}

/** What it updates. schema.org has no term for the other way, nor for related articles. */
const buildRelative = ({ slug, headline }: StoryRelative, publicUrl: string): NewsArticleLeaf => {
  const url = storyUrl(publicUrl, slug)
  return { '@type': 'NewsArticle', '@id': `${url}#article`, url, headline }
}

const buildSubject = (
  story: PublishedStory,
): Pick<NewsArticleLeaf, 'dateline' | 'articleSection' | 'keywords'> => ({
  ...when('dateline', story.dateline),
  ...when('articleSection', story.section?.name),
  ...listed(
    'keywords',
    story.topics.map((topic) => topic.name),
  ),
})

const buildCorrections = (
  story: PublishedStory,
  organisation: { '@id': string },
): Pick<NewsArticleLeaf, 'correction'> =>
  listed(
    'correction',
    story.corrections.map((note) => buildCorrection(note, organisation)),
  )

const buildCredits = (
  story: PublishedStory,
  baseUrl: string,
  organisation: { '@id': string },
): Pick<NewsArticleLeaf, 'author' | 'editor' | 'contributor' | 'translator'> => {
  const inRoles = (...roles: ContributionRole[]) =>
    story.authors
      .filter((author) => roles.includes(author.role))
      .map((author) => buildPerson(author, baseUrl))
  const writers = inRoles('by')
  return {
    // A story without a byline is the newsroom's own.
    author: writers.length > 0 ? writers : organisation,
    ...listed('editor', inRoles('editing')),
    ...listed('contributor', inRoles('photos by', 'additional reporting')),
    ...listed('translator', inRoles('translation')),
  }
}

const buildMedia = (story: PublishedStory, baseUrl: string): Pick<NewsArticleLeaf, 'image'> => {
  const images = [...(story.leadImage ? [story.leadImage] : []), ...imagesInBody(story.body)]
  const built = images.flatMap((image) => buildImage(image, baseUrl) ?? [])
  return listed('image', built)
}

const buildEvidence = (
  story: PublishedStory,
  url: string,
): Pick<NewsArticleLeaf, 'citation' | 'mentions' | 'hasPart'> => {
  const isParty = (kind: string): boolean => kind === 'person' || kind === 'organisation'
  const parties = story.sources.filter(({ kind, isAnonymous }) => isParty(kind) && !isAnonymous)
  const works = story.sources.filter(({ kind }) => !isParty(kind))
  // A paraphrase is in our words: it is no quotation.
  const quotations = story.quotes.filter((quote) => quote.kind !== 'paraphrase')
  return {
    ...listed('citation', works.map(buildCitation)),
    ...listed('mentions', parties.map(buildMention)),
    ...listed(
      'hasPart',
      quotations.map((quote) => buildQuotation(quote, story, url)),
    ),
  }
}

const listed = <K extends string, V>(key: K, values: V[]): { [P in K]?: V[] } =>
  when(key, values.length === 0 ? null : values)
