/** Quote records as HTML. Nothing that is quoted appears without who said it. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage, languageAttributes } from '#src/formats/html/language.ts'
import { quoteAnchor, webUrl } from '#src/formats/urls.ts'
import { relayNote, speakerDetail, speakerName } from '#src/story/attribution.ts'
import type { StoryQuote } from '#src/story/publishedStory.ts'

type QuoteOptions = {
  /** The language of the story around the quote. */
  language: string
  baseUrl?: string | undefined
  /** Whether this is the place links to the quote lead to: its id may stand on a page once. */
  isAnchor: boolean
}

/** A quote as a block or a pull quote: the words, then who said it, how they reached us. */
export const renderQuoteBlock = (
  quote: StoryQuote,
  display: 'block' | 'pull',
  options: QuoteOptions,
): string => {
  const common = commonAttributes(quote, options)
  const words = `<p${languageAttributes(quote.language, options.language)}>${quotedWords(quote)}</p>`
  const footer = `<footer>— ${renderAttribution(quote)}</footer>`
  if (quote.kind === 'paraphrase') {
    // Not the speaker's own words: no quotation element, no quotation marks.
    return `<div${attributes({ class: 'paraphrase', ...common })}>${words}${footer}</div>`
  }
  const cite = citeOf(quote, options.baseUrl)
  if (display === 'pull') {
    const inner = `<blockquote${attributes({ cite })}>${words}${footer}</blockquote>`
    return `<figure${attributes({ class: 'pull-quote', ...common })}>${inner}</figure>`
  }
  const blockquote = attributes({ class: 'quote', cite, ...common })
  return `<blockquote${blockquote}>${words}${renderOriginal(quote, options)}${footer}</blockquote>`
}

/** A quote inside a sentence. Quotation marks are the browser's, after the language, as HTML asks. */
export const renderInlineQuote = (quote: StoryQuote, options: QuoteOptions): string => {
  const common = commonAttributes(quote, options)
  const language = languageAttributes(quote.language, options.language)
  if (quote.kind === 'paraphrase') {
    return `<span${attributes(common)}${language}>${escapeHtml(quote.text)}</span>`
  }
  const cite = citeOf(quote, options.baseUrl)
  return `<q${attributes({ cite, ...common })}${language}>${escapeHtml(quote.text)}</q>`
}

/** `<cite>Lindsey Graham</cite>, U.S. senator, as quoted by …` */
export const renderAttribution = (quote: StoryQuote): string => {
  const after = [speakerDetail(quote.speaker), relayNote(quote)].filter((part) => part !== null)
  const name = `<cite>${escapeHtml(speakerName(quote.speaker))}</cite>`
  return [name, ...after.map(escapeHtml)].join(', ')
}

const commonAttributes = (quote: StoryQuote, options: QuoteOptions) => ({
  id: options.isAnchor ? quoteAnchor(quote.id) : null,
  'data-quote': quote.id,
})

const citeOf = (quote: StoryQuote, baseUrl: string | undefined): string | null =>
  quote.url === null ? null : webUrl(quote.url, baseUrl)

const quotedWords = (quote: StoryQuote): string => escapeHtml(quote.text).replaceAll('\n', '<br>')

const renderOriginal = (quote: StoryQuote, { language }: QuoteOptions): string => {
  if (quote.original === null) return ''
  const label = `<span class="label"${labelLanguage(language)}>In the original:</span>`
  const words = languageAttributes(quote.original.language, language)
  return `<p class="original">${label} <span${words}>${escapeHtml(quote.original.text)}</span></p>`
}
