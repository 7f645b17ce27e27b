/** The part of a quote that is checked. */

/** What the open form says now, saved or not. */
export type QuoteForm = { words: string; evidence: string | null; kind: unknown }

/** The words that are checked: what was said, not its translation. */
export const checkedWords = ({ text, original }: { text: unknown; original: unknown }): string =>
  (asText(original) || asText(text)).trim()

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
