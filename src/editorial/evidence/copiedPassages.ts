/** Passages of a story that stand word for word in its evidence and are no quotations. */
import type { PayloadRequest } from 'payload'
import { existing } from '#src/editorial/requests/existing.ts'
import type { ArticleRecord } from '#src/editorial/stories/buildStory.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'
import type { Quote } from '#src/payload-types.ts'
import type { CopiedSpan } from '#src/quotes/check/copiedText.ts'
import { bodyReferences, lexicalToStory } from '#src/story/lexicalToStory.ts'
import type { StoryBlock, StoryInline } from '#src/story/publishedStory.ts'
import { inWorker } from './inWorker.ts'
import { wordsOf } from './checkRecord.ts'

/** The newest evidence of a story: more than this is an archive, not what the story was written from. */
const MAX_EVIDENCE = 50

export type CopiedPassage = CopiedSpan & { evidenceTitle: string }

/**
 * Compares a story's own text with the evidence of its quotes and of the sources it cites.
 *
 * @param article as stored, or on its way to be
 * @returns spans in the order of the body; `paragraph` counts the blocks of text
 */
export const copiedPassages = async (
  req: PayloadRequest,
  article: ArticleRecord,
): Promise<CopiedPassage[]> => {
  const { quoteIds, sourceIds } = bodyReferences(article.body)
  const quotes = await existing<Quote>(req, 'quotes', quoteIds)
  const speakers = quotes.flatMap(({ speaker, chain }) => [
    idOf(speaker),
    ...(chain ?? []).map(({ source }) => idOf(source)),
  ])
  const evidence = await evidenceOf(
    req,
    unique(quotes.map((quote) => idOf(quote.evidence))),
    unique([...speakers, ...sourceIds, ...(article.otherSources ?? []).map(idOf)]),
  )
  if (evidence.length === 0) return []
  const known = { image: () => null, sourceName: () => '', articleUrl: () => null }
  const { blocks } = lexicalToStory(article.body, known)
  const spans = await inWorker(
    {
      kind: 'copied',
      input: {
        paragraphs: blocks.flatMap(textsOf),
        quotes: quotes.flatMap((quote) => [quote.text, wordsOf(quote)]),
        evidence: evidence.map(({ id, text }) => ({ id, text })),
      },
    },
    req.payload.logger,
  )
  const titles = new Map(evidence.map(({ id, title }) => [id, title]))
  return spans.map((span) => ({ ...span, evidenceTitle: titles.get(span.evidence) ?? '' }))
}

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

const evidenceOf = async (req: PayloadRequest, ids: string[], sources: string[]) => {
  const places = [
    ...(ids.length > 0 ? [{ id: { in: ids } }] : []),
    ...(sources.length > 0 ? [{ source: { in: sources } }] : []),
  ]
  if (places.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'evidence',
    where: { or: places },
    select: { title: true, text: true },
    sort: '-capturedAt',
    depth: 0,
    limit: MAX_EVIDENCE,
    pagination: false,
    joins: false,
    overrideAccess: true,
    req,
  })
  return docs
}

/** The story's own text, block by block; what a quote record says is not part of it. */
const textsOf = (block: StoryBlock): string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'blockquote':
      return [textOf(block.children)]
    case 'list':
      return block.items.flatMap(({ children, nested }) => [
        textOf(children),
        ...(nested ? textsOf(nested) : []),
      ])
    default:
      return []
  }
}

/** Stands for a quote record in its sentence. A letter of one old hymn book: no evidence has it. */
const QUOTE_HERE = ' ꙮ '

const textOf = (children: StoryInline[]): string => children.map(wordsIn).join('')

const wordsIn = (child: StoryInline): string => {
  switch (child.type) {
    case 'text':
      return child.text
    case 'link':
      return textOf(child.children)
    case 'citation':
      return child.label
    case 'quote':
      return QUOTE_HERE
    case 'break':
      return '\n'
  }
}
