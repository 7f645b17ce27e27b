'use client'
import { Button, toast } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { writeIdentity } from '#src/admin/components/unseal/requests.ts'

type Props = { source: string; onClose: () => void; onKept: () => void }

/** Takes down who a confidential source is. What is typed goes to be sealed and is not shown again. */
export const SealDialog = ({ source, onClose, onKept }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [identity, setIdentity] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [title, field] = [useId(), useId()]
  useEffect(() => dialog.current?.showModal(), [])

  const write = async (): Promise<void> => {
    setIsBusy(true)
    const wrong = await writeIdentity(source, identity.trim())
    setIsBusy(false)
    if (wrong !== null) return setProblem(wrong)
    onKept()
    dialog.current?.close()
    toast.success('The identity is sealed.')
  }

  // Outside the form of the source: what is typed here must not be saved with it.
  return createPortal(
    <dialog aria-labelledby={title} className="vb-dialog" onClose={onClose} ref={dialog}>
      <h2 className="vb-dialog__title" id={title}>
        Who is it?
      </h2>
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
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => dialog.current?.close()}
          type="button"
        >
          Cancel
        </Button>
        <Button
          disabled={identity.trim() === '' || isBusy}
          margin={false}
          onClick={() => void write()}
          type="button"
        >
          {isBusy ? 'Sealing…' : 'Seal it'}
        </Button>
      </div>
    </dialog>,
    document.body,
  )
}
