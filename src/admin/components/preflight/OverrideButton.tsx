'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import {
  changeToSend,
  firstAnswer,
  isComplete,
  type Answer,
} from '#src/admin/components/change/answer.ts'
import { ChangeQuestions } from '#src/admin/components/change/ChangeQuestions.tsx'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import type { CheckFinding } from '#src/admin/components/preflight/useChecks.ts'
import { Problems } from '#src/admin/components/workflow/Problems.tsx'
import { useVerb } from '#src/admin/components/workflow/useVerb.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

const MIN_REASON = 10

type Props = { errors: CheckFinding[]; warningsLeft: number }

/** For chiefs: publish although something stands against it, with a reason that the ledger keeps. */
export const OverrideButton = (props: Props) => {
  const { initialData, savedDocumentData } = useDocumentInfo()
  const { ask, run, isBusy } = useVerb()
  const [isOpen, setIsOpen] = useState(false)
  const [question, setQuestion] = useState<ChangeQuestion | null>(null)
  const isPublic = Boolean((savedDocumentData ?? initialData)?.['firstPublishedAt'])

  const open = async (): Promise<void> => {
    const asked = isPublic ? await ask() : { question: null }
    if ('problem' in asked) return void toast.error(asked.problem)
    setQuestion(asked.question)
    setIsOpen(true)
  }

  return (
    <>
      <button
        aria-haspopup="dialog"
        className="vb-checks__override"
        disabled={isBusy}
        onClick={() => void open()}
        type="button"
      >
        Publish against the checks…
      </button>
      {isOpen && (
        <OverrideDialog
          {...props}
          isBusy={isBusy}
          onClose={() => setIsOpen(false)}
          question={question}
          run={run}
        />
      )}
    </>
  )
}

type DialogProps = Props & {
  /** For a story that readers have. */
  question: ChangeQuestion | null
  isBusy: boolean
  run: ReturnType<typeof useVerb>['run']
  onClose: () => void
}

const OverrideDialog = ({ errors, warningsLeft, question, isBusy, run, onClose }: DialogProps) => {
  const field = useId()
  const [answer, setAnswer] = useState<Answer | null>(() => question && firstAnswer(question))
  const [problems, setProblems] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const isAnswered = !question || !answer || isComplete(question, answer)
  const isReady = reason.trim().length >= MIN_REASON && warningsLeft === 0 && isAnswered && !isBusy

  const publish = async (close: () => void): Promise<void> => {
    const codes = [...new Set(errors.map(({ code }) => code))]
    const against = await run('publish', {
      override: { codes, reason: reason.trim() },
      ...(answer ? { change: changeToSend(answer) } : {}),
    })
    setProblems(against)
    if (against.length === 0) close()
  }

  return (
    <Dialog isWide={question !== null} onClose={onClose} title="Publish against the checks?">
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
          {question && answer && (
            <ChangeQuestions answer={answer} onAnswer={setAnswer} question={question} />
          )}
          <Problems problems={problems} />
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
