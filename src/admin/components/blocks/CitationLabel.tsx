'use client'
import { textIn, useBlockText, useRecord } from '#src/admin/components/blocks/useRecord.ts'

/** A citation: the words in the sentence, the source on pointing at it. */
export const CitationLabel = () => {
  const { id, record, isLoading } = useRecord('sources', 'source')
  const label = useBlockText('label')
  const name = textIn(record, 'publicDescription') || textIn(record, 'name')
  if (label === '' && name === '') {
    return (
      <span className="vb-inline vb-inline--empty">
        {id && isLoading ? '…' : 'choose a source'}
      </span>
    )
  }
  return (
    <span
      className="vb-inline vb-inline--citation"
      title={name ? `Source: ${name}` : 'No source chosen'}
    >
      {label || name}
    </span>
  )
}
