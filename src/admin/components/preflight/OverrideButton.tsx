'use client'
import { Button, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import type { CheckFinding } from '#src/admin/components/preflight/useChecks.ts'

const MIN_REASON = 10

type Props = { errors: CheckFinding[]; warningsLeft: number }

/** For chiefs: publish although something stands against it, with a reason that the ledger keeps. */
export const OverrideButton = (props: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        aria-haspopup="dialog"
        className="vb-checks__override"
        onClick={() => setIsOpen(true)}
        type="button"
      >
        Publish against the checks…
      </button>
      {isOpen && <OverrideDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const OverrideDialog = ({ errors, warningsLeft, onClose }: Props & { onClose: () => void }) => {
  const { config } = useConfig()
  const { id, setHasPublishedDoc } = useDocumentInfo()
  const { submit } = useForm()
  const field = useId()
  const [reason, setReason] = useState('')
  const isReady = reason.trim().length >= MIN_REASON && warningsLeft === 0

  const publish = async (close: () => void): Promise<void> => {
    const codes = [...new Set(errors.map(({ code }) => code))]
    close()
    const answer = await submit({
      action: `${config.serverURL}${config.routes.api}/articles/${id}?depth=0&fallback-locale=null`,
      method: 'PATCH',
      overrides: { _status: 'published', override: { codes, reason: reason.trim() } },
    })
    if (answer && answer.res.ok) setHasPublishedDoc(true)
  }

  return (
    <Dialog onClose={onClose} title="Publish against the checks?">
      {(close) => (
        <>
          <ul className="vb-dialog__list">
            {errors.map(({ key, message }) => (
              <li key={key}>{message}</li>
            ))}
          </ul>
          <label className="vb-dialog__label" htmlFor={field}>
            Why it goes out all the same. The ledger keeps this for good, with your name; readers do
            not see it.
          </label>
          <textarea
            autoFocus
            className="vb-dialog__text"
            id={field}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
            rows={3}
            value={reason}
          />
          <p className="vb-dialog__problem" role="status">
            {warningsLeft > 0 ? 'Tick or mend the warnings first.' : ''}
          </p>
          <div className="vb-dialog__end">
            <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
              Cancel
            </Button>
            <Button
              disabled={!isReady}
              margin={false}
              onClick={() => void publish(close)}
              type="button"
            >
              Publish
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
