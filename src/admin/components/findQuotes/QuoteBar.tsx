'use client'
import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { QuotesPanel } from '#src/admin/components/findQuotes/QuotesPanel.tsx'
import { useStoryBody } from '#src/admin/components/findQuotes/useStoryBody.ts'
import { Meter } from '#src/admin/components/meter/Meter.tsx'
import type { AppliedQuotes } from '#src/quotes/body/foundQuote.ts'

/** Long enough to read it and to reach for Undo. */
const STAYS_MS = 20_000

/** Above the body: how well the story is attributed, and the way to its quotations. */
export const QuoteBar = () => {
  const { config } = useConfig()
  const { hasSavePermission, id } = useDocumentInfo()
  const { read, replace } = useStoryBody()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const api = `${config.serverURL}${config.routes.api}`

  const close = (): void => {
    setIsOpen(false)
    button.current?.focus()
  }
  const take = (applied: AppliedQuotes, before: unknown): void => {
    close()
    replace(applied.body)
    toast.success(summaryOf(applied), {
      duration: STAYS_MS,
      description: 'Undo brings the text back; the records stay under Quotes.',
      action: { label: 'Undo', onClick: () => replace(before) },
    })
  }

  return (
    <div className="vb-quotebar">
      <Meter api={api} />
      {hasSavePermission && (
        <button
          aria-haspopup="dialog"
          className="vb-quotebar__find"
          onClick={() => setIsOpen(true)}
          ref={button}
          type="button"
        >
          Find quotes
        </button>
      )}
      {isOpen && (
        <QuotesPanel
          api={api}
          onApplied={take}
          onClose={close}
          read={read}
          story={id === undefined ? null : String(id)}
        />
      )}
    </div>
  )
}

const summaryOf = ({ created, reused }: AppliedQuotes): string =>
  [
    counted(created.quotes.length, 'quote set', 'quotes set'),
    counted(reused.length, 'used again', 'used again'),
    counted(created.sources.length, 'new source', 'new sources'),
  ]
    .filter((part) => part !== '')
    .join(', ') + '.'

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`
