'use client'
import { Button, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { askServer } from '#src/admin/components/keys/askServer.ts'
import { SecretDialog } from '#src/admin/components/keys/SecretDialog.tsx'

/** On a consumer: a key to hand over, made here and shown once. */
export const KeyBox = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const { dispatchFields } = useForm()
  const [isOpen, setIsOpen] = useState(false)
  if (!id)
    return <p className="vb-deeds__note">Save the consumer first: then its key is made here.</p>

  const make = async () => {
    const url = `${config.serverURL}${config.routes.api}/consumers/${id}/renew`
    const answer = await askServer<{ key: string; keyPrefix: string }>(url)
    if ('problem' in answer) return answer
    const { key, keyPrefix: value } = answer.said
    dispatchFields({ type: 'UPDATE', path: 'keyPrefix', value, initialValue: value })
    return { said: { secret: key } }
  }

  return (
    <div className="vb-deeds">
      <Button
        buttonStyle="secondary"
        extraButtonProps={{ 'aria-haspopup': 'dialog' }}
        margin={false}
        onClick={() => setIsOpen(true)}
        type="button"
      >
        Make a new key…
      </Button>
      <p className="vb-deeds__note">It is shown once. The key before it stops at that moment.</p>
      {isOpen && (
        <SecretDialog
          before="A new key is made and shown here once. The one before it stops at this moment, in whatever uses it."
          label="Hand this key over by a safe way. It is not shown again."
          make={make}
          onClose={() => setIsOpen(false)}
          title="A new key"
          verb="Make the key"
        />
      )}
    </div>
  )
}
