'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { askServer } from '#src/admin/components/keys/askServer.ts'

type Props = {
  url: string
  /** The last row the receiver was told of. */
  cursor: number
  onClose: () => void
  onDone: (cursor: number) => void
}

/** From which row of the ledger on a receiver is told everything once more. */
export const ReplayDialog = ({ url, cursor, onClose, onDone }: Props) => {
  const field = useId()
  const [from, setFrom] = useState(String(Math.max(1, cursor)))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const send = async (close: () => void): Promise<void> => {
    setIsBusy(true)
    const answer = await askServer<{ from: number; head: number }>(url, { from: Number(from) })
    setIsBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    onDone(answer.said.from - 1)
    close()
    toast.success(`Everything from row ${answer.said.from} on is sent once more.`)
  }

  return (
    <Dialog onClose={onClose} title="Send once more">
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            // It stands in the page beside the form of the record, and is none of its business.
            event.stopPropagation()
            void send(close)
          }}
        >
          <label className="vb-dialog__label" htmlFor={field}>
            From which row of the ledger? The last one it was told of is {cursor}. Messages keep
            their ids, so that the receiver knows them again.
          </label>
          <input
            autoFocus
            className="vb-dialog__text"
            id={field}
            min={1}
            onChange={(event) => setFrom(event.target.value)}
            step={1}
            type="number"
            value={from}
          />
          <p className="vb-dialog__problem" role="alert">
            {problem}
          </p>
          <div className="vb-dialog__end">
            <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
              Cancel
            </Button>
            <Button disabled={from === '' || isBusy} margin={false} type="submit">
              {isBusy ? 'Asking…' : 'Send once more'}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
