'use client'
import { useFormFields } from '@payloadcms/ui'

/** What the open form says now, saved or not. */
export type QuoteForm = { words: string; evidence: string | null; kind: unknown }

/** The fields of the quote's form that its proof rests on. */
export const useQuoteForm = (): QuoteForm => {
  const text: unknown = useFormFields(([fields]) => fields?.['text']?.value)
  const original: unknown = useFormFields(([fields]) => fields?.['original.text']?.value)
  const evidence: unknown = useFormFields(([fields]) => fields?.['evidence']?.value)
  const kind: unknown = useFormFields(([fields]) => fields?.['kind']?.value)
  return { words: checkedWords({ text, original }), evidence: idOf(evidence), kind }
}

/** The words that are checked: what was said, not its translation. */
export const checkedWords = ({ text, original }: { text: unknown; original: unknown }): string =>
  (asText(original) || asText(text)).trim()

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : null
}
