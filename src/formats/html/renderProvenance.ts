/** "Where this came from": the newsroom shows its work at the foot of each story. */
import { attributes, escapeHtml } from '#src/formats/html/escapeHtml.ts'
import { labelLanguage, languageAttributes } from '#src/formats/html/language.ts'
import { renderAttribution } from '#src/formats/html/renderQuote.ts'
import { quoteAnchor, webUrl } from '#src/formats/urls.ts'
import { relayedBy } from '#src/story/attribution.ts'
import { provenanceOf, type Provenance } from '#src/story/provenance.ts'
import type {
  PublishedStory,
  StoryQuote,
  StorySource,
  VerificationStatus,
} from '#src/story/publishedStory.ts'

/**
 * The provenance panel: how many sources are named, where each quote comes from, which reached us second-hand,
 * and whether its words were checked. Empty for a story without sources and quotes.
 */
export const renderProvenance = (story: PublishedStory, baseUrl: string): string => {
  if (story.sources.length === 0 && story.quotes.length === 0) return ''
  const quotes = story.quotes.map((quote) => `<li>${renderEntry(quote, story.language)}</li>`)
  const sources = story.sources.map(
    (source) => `<li>${renderSource(source, story.language, baseUrl)}</li>`,
  )
  return `<section class="provenance" aria-labelledby="provenance-title"${labelLanguage(story.language)}>
<h2 id="provenance-title">Where this came from</h2>
<p>${escapeHtml(describe(provenanceOf(story)))}</p>
${quotes.length > 0 ? `<h3>Quotes</h3>\n<ol>${quotes.join('\n')}</ol>` : ''}
${sources.length > 0 ? `<h3>Sources</h3>\n<ul>${sources.join('\n')}</ul>` : ''}
</section>`
}

const describe = (provenance: Provenance): string => {
  const { namedSources, unnamedSources, quotes, verifiedQuotes, relayedQuotes } = provenance
  const total = namedSources + unnamedSources
  const sentences = [
    total === 0
      ? ''
      : unnamedSources === 0
        ? `This story cites ${count(total, 'source')}, ${total === 1 ? 'named' : 'all named'}.`
        : `This story cites ${count(total, 'source')}: ${namedSources} named, ${unnamedSources} unnamed.`,
    quotes === 0
      ? ''
      : `It carries ${count(quotes, 'quote')}; ${verifiedQuotes} ${verifiedQuotes === 1 ? 'was' : 'were'} checked against the record we hold.`,
    relayedQuotes.length === 0
      ? ''
      : `${count(relayedQuotes.length, 'quote')} reached us through another outlet.`,
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

const STATUSES: Record<VerificationStatus, { label: string; isChecked: boolean }> = {
  verified: { label: 'Checked against the original', isChecked: true },
  'verified-with-edits': {
    label: 'Checked against the original; shortened or adjusted as marked',
    isChecked: true,
  },
  differs: { label: 'Differs from the record we hold', isChecked: false },
  'not-found': { label: 'Not found in the record we hold', isChecked: false },
  'no-evidence': { label: 'We hold no record of the original', isChecked: false },
  'by-eye': { label: 'In our words', isChecked: false },
}

const renderEntry = (quote: StoryQuote, language: string): string => {
  const { label: firstHand, isChecked } = STATUSES[quote.verification]
  const [outlet] = relayedBy(quote.chain)
  // What an outlet passed on was checked against its report: nobody here heard the original.
  const label = outlet
    ? firstHand.replace('the original', () => `the report by ${outlet.name}`)
    : firstHand
  const isParaphrase = quote.kind === 'paraphrase'
  const words = excerpt(quote.text)
  const link = `<a${attributes({ class: 'words', href: `#${quoteAnchor(quote.id)}` })}${languageAttributes(quote.language, language)}>${escapeHtml(isParaphrase ? words : `“${words}”`)}</a>`
  const tags = [
    relayedBy(quote.chain).length > 0 ? '<span class="tag">Second-hand</span>' : '',
    isParaphrase ? '<span class="tag">Paraphrase</span>' : '',
  ]
  const reason = quote.speaker.isAnonymous && quote.speaker.anonymityReason
  // The words of a paraphrase are the newsroom’s own: no record can have them.
  const verdict = isParaphrase ? [] : [isChecked ? `✓ ${label}` : label]
  const status = [...verdict, ...(reason ? [`Not named: ${reason}`] : [])].join('. ')
  return `${link} — <span class="detail">${renderAttribution(quote)}</span> <span class="status">${tags.join('')}${escapeHtml(status)}</span>`
}

const excerpt = (text: string): string => {
  const words = text.split(/\s+/)
  return words.length > 14 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ')
}

const renderSource = (source: StorySource, language: string, baseUrl: string): string => {
  const href = source.url === null ? null : webUrl(source.url, baseUrl)
  const name = escapeHtml(source.name)
  const shown = href === null ? name : `<a${attributes({ href })}>${name}</a>`
  // A person's role says more than that they are a person.
  const isPlain = source.kind === 'person' && source.role !== null
  const kind = source.isAnonymous ? 'not named' : isPlain ? null : source.kind
  const detail = [source.role, source.affiliation, kind, source.domain]
    .filter((part) => part !== null && part !== '')
    .map((part) => escapeHtml(String(part)))
  return `<span class="name">${shown}</span> <span class="detail">${detail.join(', ')}</span>`
}
