/**
 * From the newsroom's records to what readers get: loads everything a story carries and freezes it.
 * Reads inside the caller's transaction, so that the story and the article agree.
 */
import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Problem } from '#src/errors.ts'
import { currentOf } from '#src/ledger/payloadStore.ts'
import type { Article, Author, Image, Quote, Section, Source } from '#src/payload-types.ts'
import { blockBeside } from '#src/story/beside.ts'
import { formatByline } from '#src/story/byline.ts'
import { bodyReferences, lexicalToStory } from '#src/story/lexicalToStory.ts'
import { wordCount } from '#src/story/plainText.ts'
import type { PublishedStory } from '#src/story/publishedStory.ts'
import { slugify } from '#src/story/slug.ts'
import { relativesOf } from './families.ts'
import { idOf, storyAuthor, storyImage, storyQuote, storySource } from './storyParts.ts'

/** An article as stored (depth 0), or on its way to be. */
export type ArticleRecord = Partial<Article> & Pick<Article, 'id'>

export type BuiltStory = {
  story: PublishedStory
  problems: Problem[]
  /** The confidential sources in it: who approved quoting them, how many others confirm what they say. */
  unnamed: { id: string; approvedBy: string | null; confirmations: number }[]
  /** User ids of those who wrote it. */
  writerIds: string[]
}

/**
 * Builds the story an article would be for readers now.
 *
 * @param now ISO time, for `updatedAt`, and for `firstPublishedAt` of a story that is new
 * @returns the story and what is wrong with its body; missing records are problems, never errors
 */
export const buildStory = async (
  req: PayloadRequest,
  article: ArticleRecord,
  now: string,
): Promise<BuiltStory> => {
  const references = bodyReferences(article.body)
  const quotes = await load<Quote>(req, 'quotes', references.quoteIds)
  const hops = [...quotes.values()].flatMap((quote) => (quote.chain ?? []).map((hop) => hop.source))
  const speakers = [...quotes.values()].map((quote) => quote.speaker)
  const listed = [...speakers, ...hops, ...references.sourceIds, ...(article.otherSources ?? [])]
  const sources = await load<Source>(req, 'sources', idsOf(listed))
  const bylines = (article.authors ?? []).map(({ author, role }) => ({ id: idOf(author), role }))
  const authors = await load<Author>(req, 'authors', idsOf(bylines.map(({ id }) => id)))
  const portraits = [...authors.values()].map((author) => author.image)
  const images = await load<Image>(
    req,
    'images',
    idsOf([article.leadImage, ...references.imageIds, ...portraits]),
  )
  const section = (await load<Section>(req, 'sections', idsOf([article.section]))).values().next()

  const addresses = await liveAddresses(req, references.articleIds)

  const imageFor = (id: unknown) => storyImage(images.get(idOf(id) ?? ''))
  const { blocks, problems } = lexicalToStory(article.body, {
    image: imageFor,
    sourceName: (id) => {
      const source = sources.get(id)
      return source ? storySource(source).name : null
    },
    articleUrl: (id) => addresses.get(id) ?? null,
  })
  const storyAuthors = bylines.flatMap(({ id, role }) => {
    const author = authors.get(id ?? '')
    return author ? [storyAuthor(author, role, imageFor(author.image))] : []
  })
  const lead = imageFor(article.leadImage)
  const storyQuotes = references.quoteIds.flatMap((id) => {
    const quote = quotes.get(id)
    return quote ? [storyQuote(quote, sources)] : []
  })
  const story: PublishedStory = {
    id: article.id,
    slug: article.slug ?? '',
    kind: article.kind ?? 'report',
    language: article.language ?? 'en',
    headline: article.headline ?? '',
    standfirst: article.standfirst || null,
    dateline: article.dateline || null,
    section: section.done
      ? null
      : { id: section.value.id, name: section.value.name, slug: section.value.slug ?? '' },
    topics: (article.topics ?? []).map((name) => ({ name, slug: slugify(name, 'topic') })),
    byline: article.bylineOverride || (storyAuthors.length ? formatByline(storyAuthors) : ''),
    authors: storyAuthors,
    leadImage: lead && article.leadCaption ? { ...lead, caption: article.leadCaption } : lead,
    body: blocks,
    quotes: storyQuotes,
    sources: idsOf(listed).flatMap((id) => {
      const source = sources.get(id)
      return source ? [storySource(source)] : []
    }),
    corrections: (article.corrections ?? []).map((correction, index) => ({
      id: correction.id ?? `${article.id}-${index + 1}`,
      kind: correction.kind,
      at: correction.at,
      text: correction.text,
      before: correction.before || null,
      after: correction.after || null,
      ...besideOf(correction, { body: blocks, quotes: storyQuotes }),
    })),
    wordCount: 0,
    firstPublishedAt: article.firstPublishedAt ?? now,
    updatedAt: now,
    ...(article.isHistoryPublic ? { isHistoryPublic: true } : {}),
    ...(await relativesOf(req, article)),
  }
  return {
    story: { ...story, wordCount: wordCount(story) },
    problems: [...problems, ...missingRecords(references.quoteIds, quotes)],
    unnamed: [...sources.values()]
      .filter((source) => source.isConfidential)
      .map(({ id, approvedBy, confirmations }) => ({
        id,
        approvedBy: idOf(approvedBy),
        confirmations: confirmations ?? 0,
      })),
    writerIds: writersOf(article, bylines, authors),
  }
}

/** A note about words that are gone stands at the end. */
const besideOf = (
  { placement, beside }: NonNullable<ArticleRecord['corrections']>[number],
  story: Pick<PublishedStory, 'body' | 'quotes'>,
): { beside?: number } => {
  const block = placement === 'beside' && beside ? blockBeside(beside, story) : null
  return block === null ? {} : { beside: block }
}

/** Whoever edited it or took its pictures did not write it. Without an author who can sign in, it is its maker. */
const writersOf = (
  article: ArticleRecord,
  bylines: { id: string | null; role: string }[],
  authors: Map<string, Author>,
): string[] => {
  const writers = bylines
    .filter(({ role }) => role !== 'editing' && role !== 'photos by')
    .map(({ id }) => authors.get(id ?? '')?.user)
  const known = idsOf(writers)
  return known.length > 0 ? known : idsOf([article.createdBy])
}

const missingRecords = (ids: string[], found: Map<string, unknown>): Problem[] =>
  ids
    .filter((id) => !found.has(id))
    .map((id) => ({
      code: 'quote-gone',
      severity: 'error',
      path: 'body',
      message: `The body uses a quote that does not exist (${id}).`,
      fix: 'Remove the block, or choose another quote.',
    }))

/** Where internal links lead: only to what readers can open. */
const liveAddresses = async (req: PayloadRequest, ids: string[]): Promise<Map<string, string>> => {
  const addresses = new Map<string, string>()
  for (const id of ids) {
    const current = await currentOf(req, id)
    if (current?.state === 'live') addresses.set(id, `/articles/${current.story.slug}`)
  }
  return addresses
}

const idsOf = (values: unknown[]): string[] => [
  ...new Set(values.map(idOf).filter((id) => id !== null)),
]

const load = async <T extends { id: string }>(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: string[],
): Promise<Map<string, T>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return new Map((docs as unknown as T[]).map((doc) => [doc.id, doc]))
}
