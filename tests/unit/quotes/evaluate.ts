/**
 * Measures the quote reader on labelled paragraphs. A quotation counts as found when its words and places are
 * exactly the labelled ones; a speaker as right when the name is the same, letter case and a leading article apart.
 */
import { extractQuotes } from '#src/quotes/extractQuotes.ts'
import { findOutlet } from '#src/quotes/names/outlets.ts'
import type { ExtractedQuote } from '#src/quotes/extractedQuote.ts'

export type LabelledQuote = {
  kind: 'direct' | 'partial' | 'block'
  speaker: string | null
  via: string | null
  anonymous: boolean
  /** The words of each span, as they stand in the text. */
  parts: string[]
}

export type LabelledParagraph = {
  id: string
  family: string
  language: string
  text: string
  quotes: LabelledQuote[]
  notQuotes: string[]
}

export type Ratio = { right: number; of: number }
export type Evaluation = {
  precision: Ratio
  recall: Ratio
  byKind: Record<string, { precision: Ratio; recall: Ratio }>
  kindRight: Ratio
  notQuotesRight: Ratio
  viaRight: Ratio
  anonymousRight: Ratio
  attribution: Record<ExtractedQuote['confidence'], Ratio>
  /** Attributed quotations among those that have a speaker. */
  attributed: Ratio
  misses: string[]
}

const ratio = (): Ratio => ({ right: 0, of: 0 })
const count = (into: Ratio, isRight: boolean): void => {
  into.of++
  if (isRight) into.right++
}

/** The ratio as a number; 1 when there was nothing to find. */
export const valueOf = ({ right, of }: Ratio): number => (of === 0 ? 1 : right / of)

/** Runs the reader over labelled paragraphs and counts. */
export function evaluate(paragraphs: LabelledParagraph[]): Evaluation {
  const result: Evaluation = {
    precision: ratio(),
    recall: ratio(),
    byKind: {},
    kindRight: ratio(),
    notQuotesRight: ratio(),
    viaRight: ratio(),
    anonymousRight: ratio(),
    attribution: { certain: ratio(), likely: ratio(), unknown: ratio() },
    attributed: ratio(),
    misses: [],
  }
  for (const paragraph of paragraphs) compare(result, paragraph)
  return result
}

function compare(result: Evaluation, paragraph: LabelledParagraph): void {
  const { quotes, notQuotes } = extractQuotes(paragraph.text, { language: paragraph.language })
  const found = new Map(quotes.map((quote) => [JSON.stringify(quote.spans), quote]))
  const expected = new Map(
    paragraph.quotes.map((quote) => [JSON.stringify(spansOf(paragraph.text, quote.parts)), quote]),
  )
  for (const [spans, quote] of found) {
    const isRight = expected.has(spans)
    count(result.precision, isRight)
    count(kind(result, quote.kind).precision, isRight)
    if (!isRight)
      result.misses.push(`${paragraph.id}: not labelled: ${quote.kind} “${quote.text}” ${spans}`)
  }
  for (const [spans, label] of expected) {
    const quote = found.get(spans)
    count(result.recall, quote !== undefined)
    count(kind(result, label.kind).recall, quote !== undefined)
    if (quote) compareQuote(result, paragraph, label, quote)
    else result.misses.push(`${paragraph.id}: not found: “${label.parts.join(' … ')}”`)
  }
  for (const words of paragraph.notQuotes) {
    const isRight = notQuotes.some((other) => other.text === words)
    count(result.notQuotesRight, isRight)
    if (!isRight) result.misses.push(`${paragraph.id}: not told as no quotation: “${words}”`)
  }
}

const kind = (result: Evaluation, name: string): { precision: Ratio; recall: Ratio } =>
  (result.byKind[name] ??= { precision: ratio(), recall: ratio() })

/** Names are the same without letter case and without the article, the number or the pronoun (`her spokesman`) that opens a description. */
const bare = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(
      /^(?:l’|d’)|^(?:the|les?|la|el|l[ao]s|il|i|gli|der|die|das|os?|as|an?|one(?! of)|two|three|four|five|six|seven|eight|nine|ten|several|un|une|uno|una|dos|tres|deux|trois|ein|eine|zwei|drei|due|tre|um|uma|dois|duas|três|her|his|their|its|our|ihre?|seine?|son|sa|ses|leurs?|sus?|sua|seu|suo)\s+/,
      '',
    )

/** `AFP` and `Agence France-Presse` are one. */
const outlet = (name: string | null): string | null => findOutlet(name ?? '')?.name ?? name

/** A document is named by its own words or by whoever issued it: `the coroner’s report`, `the coroner`. */
const namesDocument = (quote: ExtractedQuote, label: LabelledQuote): boolean =>
  quote.speakerKind === 'document' &&
  quote.speakerRole !== null &&
  bare(label.speaker).includes(bare(quote.speaker)) &&
  bare(label.speaker).includes(bare(quote.speakerRole))

function compareQuote(
  result: Evaluation,
  paragraph: LabelledParagraph,
  label: LabelledQuote,
  quote: ExtractedQuote,
): void {
  const isSame = bare(quote.speaker) === bare(label.speaker) || namesDocument(quote, label)
  const isSameVia = bare(outlet(quote.via)) === bare(outlet(label.via))
  count(result.attribution[quote.confidence], isSame)
  count(result.kindRight, quote.kind === label.kind)
  count(result.viaRight, isSameVia)
  count(result.anonymousRight, quote.anonymous === label.anonymous)
  if (label.speaker !== null) count(result.attributed, quote.speaker !== null)
  const told = `${paragraph.id}: “${quote.text.slice(0, 40)}”`
  if (!isSame)
    result.misses.push(
      `${told}: ${quote.confidence} speaker ${quote.speaker}, should be ${label.speaker} (${quote.ruleId})`,
    )
  if (quote.kind !== label.kind)
    result.misses.push(`${told}: kind ${quote.kind}, should be ${label.kind}`)
  if (!isSameVia) result.misses.push(`${told}: via ${quote.via}, should be ${label.via}`)
  if (quote.anonymous !== label.anonymous)
    result.misses.push(`${told}: anonymous ${quote.anonymous}`)
}

/** Code-point spans of the labelled words, each searched after the one before. */
export function spansOf(text: string, parts: string[]): [number, number][] {
  let from = 0
  return parts.map((part) => {
    const at = text.indexOf(part, from)
    if (at < 0) throw new Error(`Labelled words are not in the text: ${part}`)
    from = at + part.length
    const start = [...text.slice(0, at)].length
    return [start, start + [...part].length]
  })
}
