'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { ShownOnce } from '#src/admin/components/keys/ShownOnce.tsx'
import type { Answer } from '#src/admin/components/keys/askServer.ts'

type Props = {
  title: string
  /** What happens when it is made. */
  before: string
  /** What the button says. */
  verb: string
  /** What to do with what was made. */
  label: string
  make: () => Promise<Answer<{ secret: string }>>
  onClose: () => void
}

/** Asks once more, then shows what was made, once. */
export const SecretDialog = ({ title, before, verb, label, make, onClose }: Props) => {
  const [secret, setSecret] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const begin = async (): Promise<void> => {
    setIsBusy(true)
    const answer = await make()
    setIsBusy(false)
    if ('problem' in answer) setProblem(answer.problem)
    else setSecret(answer.said.secret)
  }

  return (
    <Dialog onClose={onClose} title={title}>
      {(close) =>
        secret === null ? (
          <>
            <p className="vb-dialog__label">{before}</p>
            <p className="vb-dialog__problem" role="alert">
              {problem}
            </p>
            <div className="vb-dialog__end">
              <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
                Cancel
              </Button>
              <Button disabled={isBusy} margin={false} onClick={() => void begin()} type="button">
                {isBusy ? 'Making it…' : verb}
              </Button>
            </div>
          </>
        ) : (
          <>
            <ShownOnce label={label} value={secret} />
            <div className="vb-dialog__end">
              <Button margin={false} onClick={close} type="button">
                I have kept it
              </Button>
            </div>
          </>
        )
      }
    </Dialog>
  )
}
