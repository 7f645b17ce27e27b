'use client'
import { BlockCard } from '#src/admin/components/blocks/BlockCard.tsx'
import type { CardRecord } from '#src/admin/components/blocks/records.ts'
import { textIn, useBlockText, useRecord } from '#src/admin/components/blocks/useRecord.ts'

/** An image block in the editor: the picture, the caption readers get, the credit. */
export const ImageCard = () => {
  const { id, record, isLoading } = useRecord('images', 'image')
  const override = useBlockText('captionOverride')
  const credit = textIn(record, 'credit') || textIn(record, 'creator')
  const thumbnail = thumbnailOf(record)
  return (
    <BlockCard className="vb-card--image" isFilled={id !== null} label="Image">
      {isLoading && <p className="vb-card__note">Reading the picture…</p>}
      {!isLoading && !record && (
        <p className="vb-card__note">This picture is gone. Choose another, or remove the block.</p>
      )}
      {record && (
        <div className="vb-card__picture">
          {thumbnail && <img alt={textIn(record, 'alt')} height={90} src={thumbnail} width={120} />}
          <div>
            <p className="vb-card__caption">
              {override || textIn(record, 'caption') || textIn(record, 'alt')}
            </p>
            <p className={credit ? 'vb-card__note' : 'vb-card__note vb-card__missing'}>
              {credit || 'No credit'}
              {override && ' · caption only for this story'}
            </p>
          </div>
        </div>
      )}
    </BlockCard>
  )
}

const thumbnailOf = (image: CardRecord | null): string => {
  const sizes = image?.['sizes'] as { thumbnail?: { url?: string | null } } | undefined
  return sizes?.thumbnail?.url || textIn(image, 'url')
}
