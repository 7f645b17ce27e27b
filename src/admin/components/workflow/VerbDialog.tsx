'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { Problems } from '#src/admin/components/workflow/Problems.tsx'
import type { Offer, Question } from '#src/admin/components/workflow/verbOffers.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

type Props = {
  offer: Offer & { question: Question }
  /** The time it would go out by now. */
  scheduledFor: string | null
  isBusy: boolean
  run: (path: string, body: Record<string, unknown>) => Promise<string[]>
  onClose: () => void
}

/** Asks for the words or the time that a verb needs. What was typed stays when the server says no. */
export const VerbDialog = ({ offer, scheduledFor, isBusy, run, onClose }: Props) => {
  const { kind, label, title } = offer.question
  const field = useId()
  const [words, setWords] = useState('')
  const [time, setTime] = useState(() => forInput(scheduledFor))
  const [problems, setProblems] = useState<string[]>([])
  const isReady = kind === 'reason' ? words.trim() !== '' : time !== ''

  const send = async (close: () => void): Promise<void> => {
    const body = kind === 'reason' ? { reason: words.trim() } : { at: new Date(time).toISOString() }
    const against = await run(offer.path, body)
    setProblems(against)
    if (against.length === 0) close()
  }

  return (
    <Dialog onClose={onClose} title={title}>
      {(close) => (
        <>
          <label className="vb-dialog__label" htmlFor={field}>
            {label}
            {kind === 'time' && ` Your clock counts (${zone()}).`}
          </label>
          {kind === 'reason' ? (
            <textarea
              autoFocus
              className="vb-dialog__text"
              id={field}
              maxLength={1000}
              onChange={(event) => setWords(event.target.value)}
              rows={3}
              value={words}
            />
          ) : (
            <input
              autoFocus
              className="vb-dialog__text"
              id={field}
              onChange={(event) => setTime(event.target.value)}
              type="datetime-local"
              value={time}
            />
          )}
          <Problems problems={problems} />
          <div className="vb-dialog__end vb-workflow__end">
            <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
              Cancel
            </Button>
            <Button
              disabled={!isReady || isBusy}
              margin={false}
              onClick={() => void send(close)}
              type="button"
            >
              {offer.label.replace('…', '')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The next full hour, unless a time is set that is still to come; as the input writes it, by the person's clock. */
const forInput = (scheduledFor: string | null): string => {
  const now = Date.now()
  const set = scheduledFor ? Date.parse(scheduledFor) : 0
  const at = set > now ? set : Math.ceil((now + 5 * MINUTE) / HOUR) * HOUR
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16)
}
