'use client'
import { textIn, useRecord } from '#src/admin/components/blocks/useRecord.ts'
import { speakerOf } from '#src/admin/components/blocks/speaker.ts'

/** A quote in a sentence: its words in quotation marks, its speaker on pointing at it. */
export const InlineQuoteLabel = () => {
  const { id, record, isLoading } = useRecord('quotes', 'quote')
  if (isLoading) return <span className="vb-inline">“…”</span>
  const words = textIn(record, 'text')
  if (words === '') {
    return (
      <span className="vb-inline vb-inline--empty">
        {id ? 'a quote that is gone' : 'choose a quote'}
      </span>
    )
  }
  return (
    <span className="vb-inline" title={speakerOf(record) || 'No speaker named'}>
      “{words}”
    </span>
  )
}
