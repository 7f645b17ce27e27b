/** The parts of a published story, each made from one record. What readers must not learn stops here. */
import type { Author, Image, Quote, Source } from '#src/payload-types.ts'
import { verdictOf } from '#src/quotes/check/verdict.ts'
import type {
  ContributionRole,
  StoryAuthor,
  StoryImage,
  StoryQuote,
  StorySource,
} from '#src/story/publishedStory.ts'
import { slugify } from '#src/story/slug.ts'

/** The id in a relationship value, loaded or not. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : null
}

export const storyAuthor = (
  author: Author,
  role: ContributionRole,
  image: StoryImage | null,
): StoryAuthor => ({
  id: author.id,
  name: author.name,
  slug: author.slug ?? '',
  role,
  bio: author.bio || null,
  image,
})

/** A confidential source goes out under its public description alone. */
export const storySource = (source: Source): StorySource => {
  const name = source.isConfidential ? (source.publicDescription ?? 'a source') : source.name
  return {
    id: source.id,
    kind: source.kind,
    name,
    slug: source.isConfidential ? slugify(`${name} ${source.id.slice(0, 8)}`) : (source.slug ?? ''),
    role: source.isConfidential ? null : source.role || null,
    affiliation: source.isConfidential ? null : source.affiliation || null,
    domain: source.isConfidential ? null : source.domain || null,
    url: source.isConfidential ? null : source.url || null,
    isAnonymous: Boolean(source.isConfidential),
  }
}

export const storyQuote = (quote: Quote, sources: Map<string, Source>): StoryQuote => {
  const speaker = sources.get(idOf(quote.speaker) ?? '')
  const isAnonymous = Boolean(speaker?.isConfidential)
  return {
    id: quote.id,
    text: quote.text,
    kind: quote.kind,
    language: quote.language,
    original:
      quote.original?.text && quote.original.language
        ? { text: quote.original.text, language: quote.original.language }
        : null,
    speaker: {
      sourceId: speaker?.id ?? null,
      name: speaker && !isAnonymous ? speaker.name : null,
      description: isAnonymous ? (speaker?.publicDescription ?? null) : null,
      role: isAnonymous ? null : quote.role || null,
      affiliation: isAnonymous ? null : quote.affiliation || null,
      isAnonymous,
      anonymityReason: isAnonymous ? speaker?.anonymityReason || null : null,
    },
    chain: (quote.chain ?? []).flatMap((hop) => {
      const source = sources.get(idOf(hop.source) ?? '')
      if (!source) return []
      const { id, name } = storySource(source)
      return [{ mode: hop.mode, sourceId: id, name, url: hop.url || null }]
    }),
    saidAt: quote.saidAt || null,
    medium: quote.medium || null,
    url: quote.url || null,
    verification: verdictOf(quote),
  }
}

export const storyImage = (image: Image | undefined): StoryImage | null => {
  if (!image?.filename) return null
  return {
    id: image.id,
    url: mediaUrl(image.filename),
    width: image.width ?? 0,
    height: image.height ?? 0,
    mimeType: image.mimeType ?? 'image/jpeg',
    alt: image.alt,
    caption: image.caption || null,
    credit: image.credit || null,
    creator: image.creator || null,
    copyrightNotice: image.copyrightNotice || null,
    licenceUrl: image.licenceUrl || null,
    digitalSourceType: image.digitalSourceType || null,
    focalPoint:
      typeof image.focalX === 'number' && typeof image.focalY === 'number'
        ? { x: image.focalX / 100, y: image.focalY / 100 }
        : null,
    sizes: Object.entries(image.sizes ?? {}).flatMap(([name, size]) =>
      size.filename && size.width && size.height
        ? [
            {
              name,
              url: mediaUrl(size.filename),
              width: size.width,
              height: size.height,
              mimeType: size.mimeType ?? 'image/jpeg',
            },
          ]
        : [],
    ),
  }
}

const mediaUrl = (filename: string): string => `/media/${encodeURIComponent(filename)}`
