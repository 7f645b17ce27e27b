'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { readIdentity } from '#src/admin/components/unseal/requests.ts'

/** Long enough to read a name, too short to leave it on a screen in an open office. */
const SHOWN_SECONDS = 60
const MIN_REASON = 10

type Props = { url: string; onClose: () => void }

/** Asks why, then shows the identity until it is closed or the minute is over. */
export const UnsealDialog = ({ url, onClose }: Props) => {
  const [identity, setIdentity] = useState<string | null>(null)
  return (
    <Dialog
      onClose={onClose}
      title={identity === null ? 'Why do you need to know?' : 'The identity'}
    >
      {(close) =>
        identity === null ? (
          <Reason onRead={setIdentity} onCancel={close} url={url} />
        ) : (
          <Shown identity={identity} onEnd={close} />
        )
      }
    </Dialog>
  )
}

type ReasonProps = { url: string; onRead: (identity: string) => void; onCancel: () => void }

const Reason = ({ url, onRead, onCancel }: ReasonProps) => {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const field = useId()
  const isEnough = reason.trim().length >= MIN_REASON

  const read = async (): Promise<void> => {
    setIsBusy(true)
    const said = await readIdentity(url, reason.trim())
    setIsBusy(false)
    if ('identity' in said) onRead(said.identity)
    else setProblem(said.problem)
  }

  return (
    <>
      <label className="vb-dialog__label" htmlFor={field}>
        Your name, the time and this reason are recorded for the chiefs. Leave names out of it.
      </label>
      <textarea
        autoFocus
        className="vb-dialog__text"
        id={field}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        placeholder="The lawyers asked whether the source is real."
        rows={3}
        value={reason}
      />
      <p className="vb-dialog__problem" role="alert">
        {problem}
      </p>
      <div className="vb-dialog__end">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          Cancel
        </Button>
        <Button
          disabled={!isEnough || isBusy}
          margin={false}
          onClick={() => void read()}
          type="button"
        >
          {isBusy ? 'Opening…' : 'Read it'}
        </Button>
      </div>
    </>
  )
}

const Shown = ({ identity, onEnd }: { identity: string; onEnd: () => void }) => {
  const [left, setLeft] = useState(SHOWN_SECONDS)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) end.current()
  }, [left])

  return (
    <>
      <p className="vb-dialog__identity">{identity}</p>
      <p className="vb-dialog__label">
        That you read it was recorded. It is hidden again in {left} seconds.
      </p>
      <div className="vb-dialog__end">
        <Button extraButtonProps={{ autoFocus: true }} margin={false} onClick={onEnd} type="button">
          Hide it now
        </Button>
      </div>
    </>
  )
}
