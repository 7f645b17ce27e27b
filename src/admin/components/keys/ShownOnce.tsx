'use client'
import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'

type Props = { label: string; value: string }

/** A secret that is shown this once, to be copied by a button or by hand. */
export const ShownOnce = ({ label, value }: Props) => {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [note, setNote] = useState('')

  const copy = async (): Promise<void> => {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setNote('Copied.')
    } catch {
      // Browsers give the clipboard to https and localhost alone.
      setNote('It is marked: copy it with Ctrl+C, or Cmd+C on a Mac.')
    }
  }

  return (
    <>
      <label className="vb-dialog__label" htmlFor={field}>
        {label}
      </label>
      <div className="vb-once">
        <input
          autoComplete="off"
          autoFocus
          className="vb-dialog__text vb-once__value"
          id={field}
          onFocus={(event) => event.target.select()}
          readOnly
          ref={input}
          spellCheck={false}
          value={value}
        />
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} type="button">
          Copy
        </Button>
      </div>
      <p className="vb-once__note" role="status">
        {note}
      </p>
    </>
  )
}
