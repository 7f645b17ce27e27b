'use client'
import { useFormFields } from '@payloadcms/ui'
import { checkedWords, type QuoteForm } from '#src/admin/components/proof/checkedWords.ts'

/** The fields of the quote's form that its proof rests on. */
export const useQuoteForm = (): QuoteForm => {
  const text: unknown = useFormFields(([fields]) => fields?.['text']?.value)
  const original: unknown = useFormFields(([fields]) => fields?.['original.text']?.value)
  const evidence: unknown = useFormFields(([fields]) => fields?.['evidence']?.value)
  const kind: unknown = useFormFields(([fields]) => fields?.['kind']?.value)
  return { words: checkedWords({ text, original }), evidence: idOf(evidence), kind }
}

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : null
}
