'use client'
import { useId } from 'react'
import { Message } from '#src/admin/components/workflow/Message.tsx'
import type { CheckFinding } from '#src/admin/components/preflight/useChecks.ts'

type Props = {
  finding: CheckFinding
  isTicked: boolean
  isDisabled: boolean
  onTick: (key: string, isTicked: boolean) => void
}

/** One finding. A warning has a box to tick; an error has to be mended. */
export const FindingItem = ({ finding, isTicked, isDisabled, onTick }: Props) => {
  const { key, severity, message, fix } = finding
  const box = useId()
  const more = useId()
  if (severity === 'error') {
    return (
      <li className="vb-check vb-check--error">
        <span className="vb-check__sign">
          <span aria-hidden>!</span>
          <span className="vb-check__spoken">To mend:</span>
        </span>
        <span className="vb-check__message">
          <Message>{message}</Message>
        </span>
        <span className="vb-check__fix">{fix}</span>
      </li>
    )
  }
  return (
    <li className={`vb-check vb-check--warning ${isTicked ? 'vb-check--ticked' : ''}`}>
      <input
        aria-describedby={more}
        checked={isTicked}
        className="vb-check__box"
        disabled={isDisabled}
        id={box}
        onChange={(event) => onTick(key, event.target.checked)}
        type="checkbox"
      />
      <label className="vb-check__message" htmlFor={box}>
        <Message>{message}</Message>
      </label>
      <span className="vb-check__fix" id={more}>
        {fix}
      </span>
    </li>
  )
}
