'use client'
import { BlockCard } from '#src/admin/components/blocks/BlockCard.tsx'
import { useBlockText } from '#src/admin/components/blocks/useRecord.ts'

/** An embed in the editor: the card that readers get, which loads nothing from elsewhere. */
export const EmbedCard = () => {
  const url = useBlockText('url')
  const provider = useBlockText('provider')
  const title = useBlockText('title')
  return (
    <BlockCard className="vb-card--embed" isFilled={url !== '' && provider !== ''} label="Embed">
      <p className="vb-card__caption">{title || `${provider} post`}</p>
      <p className="vb-card__note">
        {provider} · {url.replace(/^https?:\/\/(www\.)?/, '')}
      </p>
    </BlockCard>
  )
}
