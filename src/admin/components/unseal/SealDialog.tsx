'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { writeIdentity } from '#src/admin/components/unseal/requests.ts'

type Props = { source: string; onClose: () => void; onKept: () => void }

/** Takes down who a confidential source is. What is typed goes to be sealed and is not shown again. */
export const SealDialog = ({ source, onClose, onKept }: Props) => {
  const [identity, setIdentity] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const field = useId()

  const write = async (close: () => void): Promise<void> => {
    setIsBusy(true)
    const wrong = await writeIdentity(source, identity.trim())
    setIsBusy(false)
    if (wrong !== null) return setProblem(wrong)
    onKept()
    close()
    toast.success('The identity is sealed.')
  }

  return (
    <Dialog onClose={onClose} title="Who is it?">
      {(close) => (
        <>
          <label className="vb-dialog__label" htmlFor={field}>
            Name, and how to reach them. It is encrypted before it is stored, and takes the place of
            what was kept.
          </label>
          <textarea
            autoComplete="off"
            autoFocus
            className="vb-dialog__text"
            id={field}
            maxLength={1000}
            onChange={(event) => setIdentity(event.target.value)}
            rows={3}
            spellCheck={false}
            value={identity}
          />
          <p className="vb-dialog__problem" role="alert">
            {problem}
          </p>
          <div className="vb-dialog__end">
            <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
              Cancel
            </Button>
            <Button
              disabled={identity.trim() === '' || isBusy}
              margin={false}
              onClick={() => void write(close)}
              type="button"
            >
              {isBusy ? 'Sealing…' : 'Seal it'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
