/** Plain text to a proposed draft: the words stay as they are, the structure is found, every doubt is told. */
import { findArticleParts } from '#src/imports/articleParts.ts'
import { buildBody, type PlacedQuote } from '#src/imports/draftBody.ts'
import { listDoubts } from '#src/imports/draftDoubts.ts'
import { listSources, type SourceList } from '#src/imports/draftSources.ts'
import type { ProposedDraft, ProposedQuote } from '#src/imports/proposal.ts'
import { readableText } from '#src/imports/readableText.ts'
import { withoutToolbars } from '#src/imports/toolbarLines.ts'
import { AppError } from '#src/errors.ts'
import { utf16Offsets } from '#src/quotes/text/codePoints.ts'
import type { ExtractedQuote } from '#src/quotes/extractedQuote.ts'
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { detectLanguage } from '#src/quotes/languages/detectLanguage.ts'
import {
  isBetweenMarks,
  mayStandWithoutMarks,
  placeInSentence,
} from '#src/quotes/spans/marksAround.ts'
import { findParagraphs, type Paragraph } from '#src/quotes/text/paragraphs.ts'
import { parseCredit } from '#src/rights/credit.ts'
import type { AttributionHop } from '#src/story/publishedStory.ts'

/**
 * Proposes a draft for an article given as plain text.
 * @param text the article as pasted or read from a file; `options.language` is a BCP 47 tag, told from the text when absent.
 * @throws AppError `unprocessable` for text that is empty, not text, or longer than 2 MB.
 */
export function proposeDraft(text: string, options: { language?: string } = {}): ProposedDraft {
  const { text: article, stripped } = withoutToolbars(readableText(text))
  if (article.trim() === '')
    throw new AppError('unprocessable', 'The text holds page tools only, no article.')
  const language = options.language ?? detectLanguage(article).code
  const paragraphs = findParagraphs(article)
  const parts = findArticleParts(article, paragraphs)
  const extraction = extractQuotes(article, { language })
  const found = inBody(extraction.quotes, article, parts.body)
  const list = listSources(article, found, parts.agency)
  const placed = placeQuotes(article, parts.body, found, list)
  const credits = parts.creditLines.map(parseCredit)
  const signatures = parts.body.filter((paragraph) =>
    isUsedSignature(article, paragraph, placed.places),
  )
  return {
    headline: parts.headline ?? '',
    standfirst: parts.standfirst,
    kind: 'report',
    language,
    dateline: parts.dateline,
    authors: parts.authors,
    body: buildBody(
      article,
      parts.body.filter((paragraph) => !signatures.includes(paragraph)),
      placed.places,
    ),
    quotes: placed.quotes,
    sources: list.sources,
    credits: credits.map(({ raw, creator, platform, category }) => ({
      raw,
      creator,
      platform,
      category,
    })),
    stripped: [...stripped, ...signatures.map(({ start, end }) => article.slice(start, end))],
    doubts: listDoubts({
      parts,
      quotes: found,
      doubts: extraction.doubts,
      sources: list.sources,
      credits,
    }),
  }
}

/** Quotations of the headline, the standfirst and credit lines are not part of the body. */
function inBody(quotes: ExtractedQuote[], text: string, body: Paragraph[]): ExtractedQuote[] {
  const toUtf16 = utf16Offsets(text)
  return quotes.filter((quote) => {
    const at = toUtf16(quote.spans[0]?.[0] ?? 0)
    return body.some((paragraph) => at >= paragraph.start && at < paragraph.end)
  })
}

/** `— Name` under a block quotation: the record shows the speaker, so the line would say it twice. */
const isUsedSignature = (text: string, paragraph: Paragraph, places: PlacedQuote[]): boolean =>
  paragraph.kind === 'attribution' &&
  places.some(
    (place) => place.display === 'block' && text.slice(place.until, paragraph.start).trim() === '',
  )

type Placed = { quotes: ProposedQuote[]; places: PlacedQuote[] }

function placeQuotes(
  text: string,
  body: Paragraph[],
  found: ExtractedQuote[],
  list: SourceList,
): Placed {
  const toUtf16 = utf16Offsets(text)
  const placed: Placed = { quotes: [], places: [] }
  for (const quote of found) {
    const spans = quote.spans.map(([start, end]) => ({ start: toUtf16(start), end: toUtf16(end) }))
    const isWhole = quote.kind === 'block' || quote.flags.includes('multi-paragraph')
    const isBlock = isWhole && !hasWordsBetween(text, spans)
    // Each part of an interrupted quotation has its own place in the sentence, so each becomes a record.
    const stretches = isBlock
      ? [{ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, words: quote.text }]
      : spans.map((span) => ({ ...span, words: text.slice(span.start, span.end) }))
    for (const { start, end, words } of stretches) {
      const key = `q${placed.quotes.length + 1}`
      placed.quotes.push(proposedQuote(key, words, quote, list))
      if (isBlock) {
        const until = body.find((paragraph) => paragraph.end >= end)?.end ?? end
        placed.places.push({ key, start, end, display: 'block', until })
      } else if (isBetweenMarks(text, { start, end }) || mayStandWithoutMarks(quote)) {
        const isUnclosed = quote.flags.includes('unclosed')
        const place = placeInSentence(text, { start, end }, isUnclosed)
        placed.places.push({ key, ...place, display: 'inline', until: place.end })
      }
    }
  }
  return placed
}

/** A block takes everything from its first word to its last: words of others in between would go with it. */
const hasWordsBetween = (text: string, spans: { start: number; end: number }[]): boolean =>
  spans.some(({ start }, index) => {
    const before = spans[index - 1]
    return before !== undefined && /[\p{L}\p{N}]/u.test(text.slice(before.end, start))
  })

/** The record a finding proposes; `text` are its words, or those of one part of it. */
export function proposedQuote(
  key: string,
  text: string,
  quote: ExtractedQuote,
  list: SourceList,
): ProposedQuote {
  return {
    key,
    text,
    kind: quote.kind,
    speaker: quote.speaker === null ? null : list.keyOfSpeaker(quote),
    role: quote.speakerRole,
    affiliation: quote.affiliation,
    chain: chainOf(quote, list),
    medium: quote.medium,
    url: quote.link,
    confidence: quote.confidence,
    ruleId: quote.ruleId,
  }
}

/** Only what the text says: a speaker quoted without a relay may or may not have spoken to this newsroom. */
function chainOf(quote: ExtractedQuote, list: SourceList): AttributionHop[] {
  const isOwnText =
    quote.speakerKind === 'document' || (quote.via !== null && quote.via === quote.speaker)
  if (isOwnText && quote.speaker !== null) {
    return [
      {
        mode: 'document',
        sourceId: list.keyOfSpeaker(quote),
        name: quote.speaker,
        url: quote.link,
      },
    ]
  }
  if (quote.via === null) return []
  return [
    { mode: 'relayed', sourceId: list.keyOfOutlet(quote.via), name: quote.via, url: quote.link },
  ]
}
