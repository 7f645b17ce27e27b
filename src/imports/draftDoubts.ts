/** What an editor should decide before a proposed draft is used. */
import type { ArticleParts } from '#src/imports/articleParts.ts'
import type { Doubt, ProposedSource } from '#src/imports/proposal.ts'
import type { ExtractedQuote, QuoteDoubt } from '#src/quotes/extractedQuote.ts'
import type { ParsedCredit } from '#src/rights/credit.ts'

type Findings = {
  parts: ArticleParts
  quotes: ExtractedQuote[]
  doubts: QuoteDoubt[]
  sources: ProposedSource[]
  credits: ParsedCredit[]
}

/** Collects the doubts of a draft, in the order an editor meets them. */
export function listDoubts({ parts, quotes, doubts, sources, credits }: Findings): Doubt[] {
  return [
    ...partDoubts(parts),
    ...doubts.map(({ span: _span, ...doubt }) => doubt),
    ...quotes.filter((quote) => quote.confidence === 'likely').map(likelySpeaker),
    ...sources.filter(needsLink).map(missingLink),
    ...credits.flatMap((credit) =>
      credit.doubts.map((doubt) => ({ ...doubt, excerpt: credit.raw })),
    ),
  ]
}

function partDoubts(parts: ArticleParts): Doubt[] {
  const doubts: Doubt[] = []
  if (parts.headline === null) {
    doubts.push({
      code: 'no-headline',
      message: 'No line stands out as the headline.',
      fix: 'Write a headline.',
      excerpt: null,
    })
  }
  if (parts.authors.length === 0) {
    doubts.push({
      code: 'no-author',
      message: 'The text names no author.',
      fix: 'Choose who wrote it before it is submitted.',
      excerpt: null,
    })
  }
  if (parts.agency !== null) {
    const message = `The dateline names ${parts.agency}: this is that agency’s report.`
    doubts.push({
      code: 'agency-copy',
      message,
      fix: 'Credit the agency and check that its copy may be used.',
      excerpt: parts.agency,
    })
  }
  return doubts
}

const likelySpeaker = (quote: ExtractedQuote): Doubt => ({
  code: 'likely-speaker',
  message: `Most likely this is ${quote.speaker}, but the text does not say so beside the words.`,
  fix: 'Confirm the speaker or choose another.',
  excerpt: quote.text.slice(0, 200),
})

const needsLink = (source: ProposedSource): boolean =>
  (source.kind === 'publication' || source.kind === 'document') && source.url === null

const missingLink = (source: ProposedSource): Doubt => ({
  code: 'source-without-link',
  message: `${source.name} is cited without a link.`,
  fix: 'Add the address of the report, so that readers and editors can check it.',
  excerpt: source.name,
})
