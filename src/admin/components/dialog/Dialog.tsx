'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  title: ReactNode
  /** The dialog is gone, by a button or by Escape: take it out of the page. */
  onClose: () => void
  isWide?: boolean
  /** What stands in it; `close` closes it and gives the focus back. */
  children: (close: () => void) => ReactNode
}

/**
 * A dialog that is open as long as it is in the page. It stands outside the form it was opened from: what is
 * typed into it must not be saved with the record.
 */
export const Dialog = ({ title, onClose, isWide = false, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return createPortal(
    <dialog
      aria-labelledby={heading}
      className={`vb-dialog${isWide ? ' vb-dialog--wide' : ''}`}
      onClose={onClose}
      ref={dialog}
    >
      <h2 className="vb-dialog__title" id={heading}>
        {title}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>,
    document.body,
  )
}
