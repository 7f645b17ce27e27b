/** The nodes a NewsArticle is made of: people, pictures, quotations, corrections. Schema.org 30. */
import type {
  CorrectionCommentLeaf,
  CreativeWork,
  IdReference,
  ImageObjectLeaf,
  OrganizationLeaf,
  PersonLeaf,
  QuotationLeaf,
} from 'schema-dts'
import { quoteAnchor, webUrl } from '#src/formats/urls.ts'
import { relayedBy } from '#src/story/attribution.ts'
import type {
  AttributionHop,
  PublishedStory,
  StoryAuthor,
  StoryCorrection,
  StoryImage,
  StoryQuote,
  StorySource,
} from '#src/story/publishedStory.ts'

/** `{ [key]: value }` when there is a value, else nothing: JSON-LD has no nulls worth sending. */
export const when = <K extends string, V>(
  key: K,
  value: V | null | undefined | '',
): { [P in K]?: V } =>
  value === null || value === undefined || value === ''
    ? {}
    : ({ [key]: value } as { [P in K]?: V })

/** A journalist; `name` is the name only, without role or title, as search engines ask. */
export const buildPerson = (author: StoryAuthor, baseUrl: string): PersonLeaf => ({
  '@type': 'Person',
  name: author.name,
  identifier: author.id,
  ...when('description', author.bio),
  ...when('image', author.image && webUrl(author.image.url, baseUrl)),
})

/** A picture with its rights: `contentUrl` plus credit, creator, notice and licence where known. */
export const buildImage = (image: StoryImage, baseUrl: string): ImageObjectLeaf | null => {
  const contentUrl = webUrl(image.url, baseUrl)
  if (contentUrl === null) return null
  return {
    '@type': 'ImageObject',
    contentUrl,
    url: contentUrl,
    width: { '@type': 'QuantitativeValue', value: image.width, unitCode: 'E37' },
    height: { '@type': 'QuantitativeValue', value: image.height, unitCode: 'E37' },
    encodingFormat: image.mimeType,
    ...when('description', image.alt),
    ...when('caption', image.caption),
    ...when('creditText', image.credit),
    ...when('creator', image.creator === null ? null : namedPerson(image.creator)),
    ...when('copyrightNotice', image.copyrightNotice),
    ...when('license', image.licenceUrl && webUrl(image.licenceUrl)),
    ...when('digitalSourceType', digitalSource(image.digitalSourceType)),
  }
}

/** A quote: who said it, where it was read, and, when an outlet passed it on, what it is based on. */
export const buildQuotation = (
  quote: StoryQuote,
  story: PublishedStory,
  articleUrl: string,
): QuotationLeaf => {
  const speaker = buildSpeaker(quote, story.sources)
  const relays = relayedBy(quote.chain).map((hop) => buildRelay(hop))
  const documents = quote.chain.filter((hop) => hop.mode === 'document').map(buildDocument)
  const basedOn = [...relays, ...documents]
  return {
    '@type': 'Quotation',
    '@id': `${articleUrl}#${quoteAnchor(quote.id)}`,
    text: quote.text,
    inLanguage: quote.language,
    isPartOf: { '@id': `${articleUrl}#article` },
    ...when('spokenByCharacter', speaker),
    ...when('creator', speaker),
    ...when('dateCreated', quote.saidAt),
    ...when('citation', quote.url && webUrl(quote.url)),
    ...(basedOn.length > 0 ? { isBasedOn: basedOn } : {}),
    ...when('translationOfWork', quote.original && buildOriginal(quote.original)),
  }
}

/** A correction as readers see it on the page. */
export const buildCorrection = (
  correction: StoryCorrection,
  publisher: IdReference,
): CorrectionCommentLeaf => ({
  '@type': 'CorrectionComment',
  text: correction.text,
  datePublished: correction.at,
  author: publisher,
})

/** A source that can be read, seen or heard: a publication, a document, an account. */
export const buildCitation = (source: StorySource): CreativeWork => ({
  '@type': 'CreativeWork',
  name: source.name,
  ...when('url', source.url && webUrl(source.url)),
})

/** A person or organisation that the story names. */
export const buildMention = (source: StorySource): PersonLeaf | OrganizationLeaf =>
  source.kind === 'person'
    ? { ...namedPerson(source.name), ...when('jobTitle', source.role) }
    : {
        '@type': 'Organization',
        name: source.name,
        ...when('url', source.url && webUrl(source.url)),
      }

const namedPerson = (name: string): PersonLeaf => ({ '@type': 'Person', name })

const buildOriginal = (original: { text: string; language: string }): QuotationLeaf => ({
  '@type': 'Quotation',
  text: original.text,
  inLanguage: original.language,
})

/** Someone not named has a description and no name; a document speaks through `isBasedOn` instead. */
const buildSpeaker = (
  { speaker }: StoryQuote,
  sources: StorySource[],
): PersonLeaf | OrganizationLeaf | null => {
  const kind = sources.find((source) => source.id === speaker.sourceId)?.kind ?? 'person'
  const affiliation = speaker.affiliation
    ? ({ '@type': 'Organization', name: speaker.affiliation } as const)
    : null
  if (speaker.name === null || speaker.isAnonymous) {
    return { '@type': 'Person', ...when('description', speaker.description) }
  }
  if (kind === 'person' || kind === 'social account') {
    return {
      ...namedPerson(speaker.name),
      ...when('jobTitle', speaker.role),
      ...when('affiliation', affiliation),
    }
  }
  return kind === 'document' ? null : { '@type': 'Organization', name: speaker.name }
}

const buildRelay = (hop: AttributionHop): CreativeWork => ({
  '@type': 'NewsArticle',
  publisher: { '@type': 'Organization', name: hop.name },
  ...when('url', hop.url && webUrl(hop.url)),
})

const buildDocument = (hop: AttributionHop): CreativeWork => ({
  '@type': 'CreativeWork',
  name: hop.name,
  ...when('url', hop.url && webUrl(hop.url)),
})

/** IPTC's `…/digitalsourcetype/digitalCapture` is schema.org's `DigitalCaptureDigitalSource`. */
const digitalSource = (uri: string | null): IdReference | null => {
  const code = uri === null ? null : /\/digitalsourcetype\/([A-Za-z]+)$/.exec(uri)?.[1]
  if (!code) return null
  const name = `${code.charAt(0).toUpperCase()}${code.slice(1)}`
  return SCHEMA_SOURCES.has(name) ? { '@id': `https://schema.org/${name}DigitalSource` } : null
}

const SCHEMA_SOURCES = new Set([
  'AlgorithmicMedia',
  'AlgorithmicallyEnhanced',
  'CompositeCapture',
  'CompositeSynthetic',
  'CompositeWithTrainedAlgorithmicMedia',
  'DataDrivenMedia',
  'DigitalArt',
  'DigitalCapture',
  'MinorHumanEdits',
  'MultiFrameComputationalCapture',
  'NegativeFilm',
  'PositiveFilm',
  'Print',
  'ScreenCapture',
  'TrainedAlgorithmicMedia',
  'VirtualRecording',
])
