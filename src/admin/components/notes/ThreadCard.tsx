'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { Composer, hasDraft } from '#src/admin/components/notes/Composer.tsx'
import type { Colleague } from '#src/admin/components/notes/mentions.ts'
import { NoteText } from '#src/admin/components/notes/NoteText.tsx'
import type { Thread } from '#src/admin/components/notes/threads.ts'

type Props = {
  thread: Thread
  nameOf: (id: string | null | undefined) => string
  colleagues: readonly Colleague[]
  /** Of the words it is about; `null` when it is about the whole story. */
  isThere: boolean | null
  maySettle: boolean
  onAnswer: (text: string, mentions: string[]) => Promise<string[]>
  onSettle: (isResolved: boolean) => Promise<string[]>
  onShow: () => void
}

/** One thread: the words it is about, what was said, and what can be done about it. */
export const ThreadCard = (props: Props) => {
  const { thread, nameOf, colleagues, isThere, maySettle, onAnswer, onSettle, onShow } = props
  const { first, answers, about } = thread
  const [isAnswering, setIsAnswering] = useState(() => hasDraft(first.id))
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const settle = async (isResolved: boolean): Promise<void> => {
    setIsBusy(true)
    setProblems(await onSettle(isResolved))
    setIsBusy(false)
  }

  return (
    <li className={`vb-thread${first.isResolved ? ' vb-thread--resolved' : ''}`}>
      {about && (
        <div className="vb-thread__about">
          <blockquote className={isThere === false ? 'vb-thread__gone' : ''}>
            {about.exact}
          </blockquote>
          {isThere === false ? (
            <p className="vb-thread__lost">These words are gone from the text.</p>
          ) : (
            <button className="vb-thread__show" onClick={onShow} type="button">
              Show in the text
            </button>
          )}
        </div>
      )}
      {[first, ...answers].map((note) => (
        <NoteText
          author={nameOf(note.createdBy)}
          colleagues={colleagues}
          key={note.id}
          note={note}
        />
      ))}
      {first.isResolved && (
        <p className="vb-thread__settled">
          Resolved by {nameOf(first.resolvedBy)}
          {first.resolvedAt && (
            <>
              , <LocalTime at={first.resolvedAt} />
            </>
          )}
        </p>
      )}
      <div aria-live="assertive" className="vb-composer__problem">
        {problems.join(' ')}
      </div>
      {isAnswering ? (
        <Composer
          button="Answer"
          colleagues={colleagues}
          draft={first.id}
          isFocused
          label="Your answer"
          onCancel={() => setIsAnswering(false)}
          onWrite={async (text, mentions) => {
            const against = await onAnswer(text, mentions)
            if (against.length === 0) setIsAnswering(false)
            return against
          }}
        />
      ) : (
        <div className="vb-thread__verbs">
          {!first.isResolved && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => setIsAnswering(true)}
              size="small"
              type="button"
            >
              Answer
            </Button>
          )}
          {maySettle && (
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void settle(!first.isResolved)}
              size="small"
              type="button"
            >
              {first.isResolved ? 'Reopen' : 'Resolve'}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
