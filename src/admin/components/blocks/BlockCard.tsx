'use client'
import { useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { RenderFields } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'

type Props = {
  /** What kind of block it is, small above the card. */
  label: string
  /** Whether the block has what it needs; until then its fields stay open. */
  isFilled: boolean
  className?: string
  children: ReactNode
}

/** A block of the body as the story will show it, with its fields behind “Change”. */
export const BlockCard = ({ label, isFilled, className = '', children }: Props) => {
  const { formSchema, RemoveButton } = useBlockComponentContext()
  const isEditable = useLexicalEditable()
  const [isOpen, setIsOpen] = useState(!isFilled)
  return (
    <div className={`vb-card ${className}`} contentEditable={false}>
      <div className="vb-card__head">
        <span className="vb-card__label">{label}</span>
        <span className="vb-card__actions">
          {isFilled && isEditable && (
            <button
              aria-expanded={isOpen}
              className="vb-card__change"
              onClick={() => setIsOpen(!isOpen)}
              type="button"
            >
              {isOpen ? 'Done' : 'Change'}
            </button>
          )}
          <RemoveButton />
        </span>
      </div>
      {isFilled && <div className="vb-card__content">{children}</div>}
      {(isOpen || !isFilled) && (
        <div className="vb-card__fields">
          <RenderFields
            fields={formSchema}
            forceRender
            parentIndexPath=""
            parentPath=""
            parentSchemaPath=""
            permissions={true}
            readOnly={!isEditable}
          />
        </div>
      )}
    </div>
  )
}
