/** Rules about words that are somebody else's: is each a record, does somebody say it, can it be proved? */
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import type { CodePointSpan, ExtractedQuote } from '#src/quotes/extractedQuote.ts'
import { inlineText } from '#src/story/plainText.ts'
import type { StoryQuote } from '#src/story/publishedStory.ts'
import { bodyWords, type BodyWords } from '#src/workflow/bodyWords.ts'
import { error, excerptOf, warning, type Finding } from '#src/workflow/finding.ts'
import type { Rule } from '#src/workflow/preflight.ts'

const needsAttribution: Rule = ({ quotes }) =>
  quotes
    .filter(({ speaker }) => !speaker.isAnonymous && !speaker.name && !speaker.description)
    .map((quote) =>
      error({
        code: 'quote-unattributed',
        path: 'body',
        message: `Nobody is named as having said “${excerptOf(quote.text)}”.`,
        fix: 'Open the quote and choose its speaker.',
        ...aboutQuote(quote),
      }),
    )

const needsProof: Rule = ({ quotes }) =>
  quotes
    // A paraphrase has words of its own.
    .filter(({ kind }) => kind !== 'paraphrase')
    .filter(({ verification }) => verification === 'differs' || verification === 'not-found')
    .map((quote) =>
      error({
        code: 'quote-differs',
        path: 'body',
        message:
          quote.verification === 'differs'
            ? `The evidence has other words than “${excerptOf(quote.text)}”.`
            : `“${excerptOf(quote.text)}” does not stand in the evidence.`,
        fix: 'Open the quote, compare the two, and correct the words or choose the right evidence.',
        ...aboutQuote(quote),
      }),
    )

const needsBlocksRecorded: Rule = ({ body, quotes }) => {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]))
  return body
    .flatMap((block) => (block.type === 'blockquote' ? [inlineText(block.children, byId)] : []))
    .map((text) =>
      error({
        code: 'quotation-unmarked',
        path: 'body',
        message: `The block quotation “${excerptOf(text)}” is no quote on record: nobody answers for it.`,
        fix: 'Make it a quote with “Find quotes”, or set it as a paragraph.',
        about: text,
        excerpt: text,
      }),
    )
}

/** What the reader of quotations finds in the running text, besides the quotes that are on record. */
const needsRunningTextClear: Rule = (story) => {
  const words = bodyWords(story)
  const { quotes, doubts } = extractQuotes(words.text, { language: story.language })
  const isOurs = isOutside(words)
  return [
    ...quotes.filter(isWorthATick).flatMap((quote) => unmarked(words, quote.spans.filter(isOurs))),
    // The rest of the paragraph may hold quotes on record: what counts is its colon.
    ...doubts
      .filter(({ code, span }) => code === 'lost-lead-in' && isOurs([span[1] - 1, span[1]]))
      .map(({ excerpt }) => leadIn(excerpt ?? '')),
    ...doubts
      .filter(({ code, span }) => code === 'lost-block-quote' && isOurs(span))
      .filter(({ span }) => !quotes.some((one) => touches(one, span)))
      .flatMap(({ span }) => unmarked(words, [span])),
  ]
}

/** A few words in marks whose speaker nobody can tell are as often a term as a quotation. */
const isWorthATick = ({ kind, confidence }: ExtractedQuote): boolean =>
  confidence === 'certain' || kind !== 'partial'

const touches = ({ spans }: ExtractedQuote, [start, end]: CodePointSpan): boolean =>
  spans.some((span) => span[0] < end && span[1] > start)

const isOutside =
  ({ settled }: BodyWords) =>
  ([start, end]: CodePointSpan): boolean =>
    !settled.some((place) => place[0] < end && place[1] > start)

const unmarked = ({ codePoints }: BodyWords, spans: CodePointSpan[]): Finding[] => {
  const text = spans.map(([start, end]) => codePoints.slice(start, end).join('')).join(' … ')
  return text
    ? [
        warning({
          code: 'quotation-unmarked',
          path: 'body',
          message: `“${excerptOf(text)}” reads as a quotation and is no quote on record.`,
          fix: 'Make it a quote with “Find quotes”, or tick this if it is none.',
          about: text,
          excerpt: text,
        }),
      ]
    : []
}

const leadIn = (excerpt: string): Finding =>
  warning({
    code: 'lead-in-without-quotation',
    path: 'body',
    message: `“${tailOf(excerpt)}” announces a quotation, and none follows.`,
    fix: 'Put the quotation back, or end the sentence with a full stop.',
    about: excerpt,
    excerpt,
  })

const tailOf = (text: string): string => (text.length > 60 ? `…${text.slice(-57)}` : text)

const needsCopiesQuoted: Rule = (_, { copied = [] }) =>
  copied.map(({ text, title }) =>
    warning({
      code: 'copied-unquoted',
      path: 'body',
      message: `“${excerptOf(text)}” stands word for word in “${excerptOf(title)}” and is not quoted.`,
      fix: 'Quote the words, or say it in your own.',
      about: text,
      excerpt: text,
    }),
  )

const aboutQuote = ({ id, text }: StoryQuote) => ({ about: `${id} ${text}`, excerpt: text })

export const quotationRules: Rule[] = [
  needsAttribution,
  needsProof,
  needsBlocksRecorded,
  needsRunningTextClear,
  needsCopiesQuoted,
]
