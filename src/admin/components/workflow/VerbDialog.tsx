'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import {
  changeToSend,
  firstAnswer,
  isComplete,
  type Answer,
} from '#src/admin/components/change/answer.ts'
import { ChangeQuestions } from '#src/admin/components/change/ChangeQuestions.tsx'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { Problems } from '#src/admin/components/workflow/Problems.tsx'
import type { Offer, Question } from '#src/admin/components/workflow/verbOffers.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

type Props = {
  offer: Offer & { question: Question }
  /** The time it would go out by now. */
  scheduledFor: string | null
  /** For a story that readers have: nobody is there at the minute to say what kind of change goes out. */
  change: ChangeQuestion | null
  isBusy: boolean
  run: (path: string, body: Record<string, unknown>) => Promise<string[]>
  onClose: () => void
}

/** Asks for the words or the time that a verb needs. What was typed stays when the server says no. */
export const VerbDialog = ({ offer, scheduledFor, change, isBusy, run, onClose }: Props) => {
  const { kind, label, title } = offer.question
  const field = useId()
  const [words, setWords] = useState('')
  const [time, setTime] = useState(() => forInput(scheduledFor))
  const [problems, setProblems] = useState<string[]>([])
  const [answer, setAnswer] = useState<Answer | null>(() => change && firstAnswer(change))
  const isAnswered = !change || !answer || isComplete(change, answer)
  const isReady = (kind === 'reason' ? words.trim() !== '' : time !== '') && isAnswered

  const send = async (close: () => void): Promise<void> => {
    const body =
      kind === 'reason'
        ? { reason: words.trim() }
        : { at: new Date(time).toISOString(), ...(answer ? { change: changeToSend(answer) } : {}) }
    const against = await run(offer.path, body)
    setProblems(against)
    if (against.length === 0) close()
  }

  return (
    <Dialog isWide={change !== null} onClose={onClose} title={title}>
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
          {kind === 'time' && <p className="vb-workflow__words">{inWords(time)}</p>}
          {change && answer && (
            <div className="vb-change__below">
              <ChangeQuestions answer={answer} onAnswer={setAnswer} question={change} />
            </div>
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

/**
 * The instant that is meant, with its zone: twice a year a clock shows an hour twice, or leaves one out, and what was
 * entered is not what will be.
 */
const inWords = (time: string): string => {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return 'Enter the day and the time.'
  const style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
  const words = new Intl.DateTimeFormat('en-GB', { ...style, ...clock }).format(at)
  return at.getTime() > Date.now() ? `It goes out ${words}.` : `${words} is past: it goes out now.`
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The next full hour, unless a time is set that is still to come; as the input writes it, by the person's clock. */
const forInput = (scheduledFor: string | null): string => {
  const now = Date.now()
  const set = scheduledFor ? Date.parse(scheduledFor) : 0
  const at = set > now ? set : Math.ceil((now + 5 * MINUTE) / HOUR) * HOUR
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16)
}
