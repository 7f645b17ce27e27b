'use client'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'
import { BlockCard } from '#src/admin/components/blocks/BlockCard.tsx'
import { speakerOf } from '#src/admin/components/blocks/speaker.ts'
import { textIn, useRecord } from '#src/admin/components/blocks/useRecord.ts'

/** A block quote in the editor: the words, who said them, whether they are proved. */
export const QuoteBlockCard = () => <QuoteCard className="vb-card--quote" label="Block quote" />

/** A pull quote in the editor, set as large as it will be. */
export const PullQuoteCard = () => <QuoteCard className="vb-card--pull" label="Pull quote" />

const QuoteCard = ({ className, label }: { className: string; label: string }) => {
  const { id, record, isLoading } = useRecord('quotes', 'quote')
  const speaker = speakerOf(record)
  const marks = record?.['kind'] === 'paraphrase' ? ['', ''] : ['“', '”']
  return (
    <BlockCard className={className} isFilled={id !== null} label={label}>
      {isLoading && <p className="vb-card__note">Reading the quote…</p>}
      {!isLoading && !record && (
        <p className="vb-card__note">This quote is gone. Choose another, or remove the block.</p>
      )}
      {record && (
        <>
          <p className="vb-card__words">
            {marks[0]}
            {textIn(record, 'text')}
            {marks[1]}
          </p>
          <p className="vb-card__by">
            <span className={speaker ? '' : 'vb-card__missing'}>
              {speaker || 'No speaker named'}
            </span>
            <VerificationBadge kind={record['kind']} status={record['verification']} />
          </p>
        </>
      )}
    </BlockCard>
  )
}
