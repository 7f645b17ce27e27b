'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'
import { askServer } from '#src/admin/components/keys/askServer.ts'
import { SecretDialog } from '#src/admin/components/keys/SecretDialog.tsx'
import { ReplayDialog } from '#src/admin/components/receivers/ReplayDialog.tsx'

type Test = { isDelivered: boolean; status: number | null; error: string | null }

/** On a receiver: its signing secret, a test, and everything once more. */
export const ReceiverBox = () => {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const { dispatchFields } = useForm()
  const hint = useFormFields(([fields]) => fields['secretHint']?.value as string | null | undefined)
  const cursor = useFormFields(([fields]) => Number(fields['cursor']?.value ?? 0))
  const [open, setOpen] = useState<'secret' | 'replay' | null>(null)
  const [isTesting, setIsTesting] = useState(false)
  const receiver = `${config.serverURL}${config.routes.api}/subscriptions/${id}`
  if (!id) {
    return (
      <p className="vb-deeds__note">
        Save the receiver first: then its signing secret is made here.
      </p>
    )
  }

  const show = (path: string, value: unknown): void =>
    dispatchFields({ type: 'UPDATE', path, value, initialValue: value })

  const makeSecret = async () => {
    const answer = await askServer<{ secret: string; secretHint: string }>(`${receiver}/rotate`)
    if ('said' in answer) show('secretHint', answer.said.secretHint)
    return answer
  }

  const test = async (): Promise<void> => {
    setIsTesting(true)
    const answer = await askServer<Test>(`${receiver}/test`)
    setIsTesting(false)
    if ('problem' in answer) toast.error(answer.problem)
    else if (answer.said.isDelivered) {
      toast.success(`The receiver took the test and answered with ${answer.said.status}.`)
    } else toast.error(answer.said.error ?? 'The receiver did not take the test.')
  }

  const dialog = { 'aria-haspopup': 'dialog' } as const
  return (
    <div className="vb-deeds">
      <Button
        buttonStyle="secondary"
        extraButtonProps={dialog}
        margin={false}
        onClick={() => setOpen('secret')}
        type="button"
      >
        {hint ? 'Rotate the secret…' : 'Make a signing secret…'}
      </Button>
      <Button
        buttonStyle="secondary"
        disabled={!hint || isTesting}
        margin={false}
        onClick={() => void test()}
        type="button"
      >
        {isTesting ? 'Sending…' : 'Send a test'}
      </Button>
      <Button
        buttonStyle="secondary"
        disabled={!hint}
        extraButtonProps={dialog}
        margin={false}
        onClick={() => setOpen('replay')}
        type="button"
      >
        Replay from…
      </Button>
      {!hint && (
        <p className="vb-deeds__note">Nothing is sent before the receiver has a signing secret.</p>
      )}
      {open === 'secret' && (
        <SecretDialog
          before={
            hint
              ? 'A new secret is made and shown here once. The one before it goes on signing beside it for a day.'
              : 'A secret is made and shown here once. The receiver checks with it that messages are ours.'
          }
          label="Give this secret to whoever runs the receiver. It is not shown again."
          make={makeSecret}
          onClose={() => setOpen(null)}
          title={hint ? 'A new signing secret' : 'The signing secret'}
          verb="Make the secret"
        />
      )}
      {open === 'replay' && (
        <ReplayDialog
          cursor={cursor}
          onClose={() => setOpen(null)}
          onDone={(place) => show('cursor', place)}
          url={`${receiver}/replay`}
        />
      )}
    </div>
  )
}
