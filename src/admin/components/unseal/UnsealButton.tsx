'use client'
import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askAboutIdentity, type IdentityNote } from '#src/admin/components/unseal/requests.ts'
import { SealDialog } from '#src/admin/components/unseal/SealDialog.tsx'
import { UnsealDialog } from '#src/admin/components/unseal/UnsealDialog.tsx'

/** On a confidential source: writing down who it is, and reading it, for those who may. */
export const UnsealButton = () => {
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const [note, setNote] = useState<IdentityNote | null>(null)
  const [open, setOpen] = useState<'seal' | 'unseal' | null>(null)
  const [written, setWritten] = useState(0)
  const source = id ? `${config.serverURL}${config.routes.api}/sources/${id}` : null

  useEffect(() => {
    if (!source) return undefined
    let isCurrent = true
    void askAboutIdentity(`${source}/unseal`).then((answer) => {
      if (isCurrent) setNote(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [source, lastUpdateTime, written])

  if (!source) {
    return (
      <p className="vb-unseal__note">
        Save the source first: then you can write down here who it is, for the chiefs’ eyes only.
      </p>
    )
  }
  if (!note) return null
  return (
    <div className="vb-unseal">
      <Button
        buttonStyle="secondary"
        extraButtonProps={{ 'aria-haspopup': 'dialog' }}
        margin={false}
        onClick={() => setOpen('seal')}
        type="button"
      >
        {note.isKept ? 'Replace the identity…' : 'Write down the identity…'}
      </Button>
      {note.isKept && note.mayUnseal && (
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-haspopup': 'dialog' }}
          margin={false}
          onClick={() => setOpen('unseal')}
          type="button"
        >
          Read the identity…
        </Button>
      )}
      <p className="vb-unseal__note">
        {note.isKept
          ? 'An identity is kept, encrypted. Every reading is recorded.'
          : 'No identity is kept yet.'}
      </p>
      {open === 'unseal' && <UnsealDialog onClose={() => setOpen(null)} url={`${source}/unseal`} />}
      {open === 'seal' && (
        <SealDialog
          onClose={() => setOpen(null)}
          onKept={() => setWritten(written + 1)}
          source={source}
        />
      )}
    </div>
  )
}
