'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import {
  changeToSend,
  firstAnswer,
  isComplete,
  type Answer,
} from '#src/admin/components/change/answer.ts'
import { ChangeQuestions } from '#src/admin/components/change/ChangeQuestions.tsx'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { Problems } from '#src/admin/components/workflow/Problems.tsx'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'

type Props = {
  question: ChangeQuestion
  isBusy: boolean
  run: (path: string, body: Record<string, unknown>) => Promise<string[]>
  onClose: () => void
}

/** Readers have this story: what changes for them, and what kind of change it is. Closing it publishes nothing. */
export const ChangeDialog = ({ question, isBusy, run, onClose }: Props) => {
  const [answer, setAnswer] = useState<Answer>(() => firstAnswer(question))
  const [problems, setProblems] = useState<string[]>([])

  const publish = async (close: () => void): Promise<void> => {
    const against = await run('publish', { change: changeToSend(answer) })
    setProblems(against)
    if (against.length === 0) close()
  }

  return (
    <Dialog isWide onClose={onClose} title="Publish this change?">
      {(close) => (
        <>
          <ChangeQuestions answer={answer} onAnswer={setAnswer} question={question} />
          <Problems problems={problems} />
          <div className="vb-dialog__end vb-workflow__end">
            <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
              Not now
            </Button>
            <Button
              disabled={isBusy || !isComplete(question, answer)}
              margin={false}
              onClick={() => void publish(close)}
              type="button"
            >
              {isBusy ? 'Publishing…' : 'Publish'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
