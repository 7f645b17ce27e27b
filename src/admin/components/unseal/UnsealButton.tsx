'use client'
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askWhetherReadable } from '#src/admin/components/unseal/requests.ts'
import { UnsealDialog } from '#src/admin/components/unseal/UnsealDialog.tsx'

/** On a confidential source: the way to the identity, for those who may read it. Nobody else sees the button. */
export const UnsealButton = () => {
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const [isReadable, setIsReadable] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const url = id ? `${config.serverURL}${config.routes.api}/sources/${id}/unseal` : null

  useEffect(() => {
    if (!url) return undefined
    let isCurrent = true
    void askWhetherReadable(url).then((answer) => {
      if (isCurrent) setIsReadable(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [url, lastUpdateTime])

  if (!url || !isReadable) return null
  return (
    <div className="vb-unseal">
      <Button
        buttonStyle="secondary"
        extraButtonProps={{ 'aria-haspopup': 'dialog' }}
        margin={false}
        onClick={() => setIsOpen(true)}
        size="medium"
        type="button"
      >
        Read the identity…
      </Button>
      <p className="vb-unseal__note">An identity is kept. Every reading is recorded.</p>
      {isOpen && <UnsealDialog onClose={() => setIsOpen(false)} url={url} />}
    </div>
  )
}
