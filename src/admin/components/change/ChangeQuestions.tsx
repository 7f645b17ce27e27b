'use client'
import { useId } from 'react'
import { changeKinds, isTold, kindLines, type ChangeKind } from '#src/workflow/changeKinds.ts'
import type { ChangeQuestion } from '#src/workflow/changeQuestion.ts'
import { ChangedWords } from '#src/admin/components/change/ChangedWords.tsx'
import type { Answer } from '#src/admin/components/change/answer.ts'

type Props = {
  question: ChangeQuestion
  answer: Answer
  onAnswer: (answer: Answer) => void
}

/** What changed, what kind of change it is, and, where readers are told, the note and its place. */
export const ChangeQuestions = ({ question, answer, onAnswer }: Props) => {
  const group = useId()
  const set = (change: Partial<Answer>): void => onAnswer({ ...answer, ...change })
  return (
    <>
      <ChangedWords diff={question.diff} />
      <fieldset className="vb-change__kinds">
        <legend>What kind of change is it?</legend>
        {changeKinds.map((kind) => (
          <Kind
            isChosen={answer.kind === kind}
            key={kind}
            kind={kind}
            name={group}
            onChoose={() => set({ kind })}
            question={question}
          />
        ))}
      </fieldset>
      {isTold(answer.kind) && !question.isNoteWritten && (
        <NoteToReaders answer={answer} question={question} set={set} />
      )}
      {isTold(answer.kind) && question.isNoteWritten && (
        <p className="vb-dialog__label">
          Readers get the note that stands among the corrections of the story already.
        </p>
      )}
    </>
  )
}

type KindProps = {
  kind: ChangeKind
  name: string
  isChosen: boolean
  question: ChangeQuestion
  onChoose: () => void
}

const Kind = ({ kind, name, isChosen, question, onChoose }: KindProps) => {
  const more = useId()
  const { facts, mayBeMinor, suggested } = question
  const isMinorWithFacts = kind === 'minor' && facts.length > 0
  const isRefused = isMinorWithFacts && !mayBeMinor
  return (
    <div className="vb-change__kind">
      <input
        aria-describedby={`${more}-line ${more}`}
        checked={isChosen}
        disabled={isRefused}
        id={`${more}-kind`}
        name={name}
        onChange={onChoose}
        type="radio"
        value={kind}
      />
      <label htmlFor={`${more}-kind`}>
        {`${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`}
        {suggested === kind && <small>Suggested</small>}
      </label>
      <span id={`${more}-line`}>{kindLines[kind]}.</span>
      <span className="vb-change__guard" id={more}>
        {isMinorWithFacts &&
          `${isRefused ? 'Not this time, unless a chief publishes it' : 'You may as a chief, though facts changed'}: ${named(facts)}.`}
      </span>
    </div>
  )
}

const NAMED = 3

const named = (facts: string[]): string =>
  [
    ...facts.slice(0, NAMED),
    ...(facts.length > NAMED ? [`${facts.length - NAMED} more`] : []),
  ].join(', ')

type NoteProps = {
  question: ChangeQuestion
  answer: Answer
  set: (change: Partial<Answer>) => void
}

const NoteToReaders = ({ question, answer, set }: NoteProps) => {
  const field = useId()
  const place = useId()
  const { paragraphs } = question
  return (
    <>
      <label className="vb-dialog__label vb-change__label" htmlFor={field}>
        What readers are told, in full sentences: what was wrong and what is right. It stands for
        good.
      </label>
      <textarea
        className="vb-dialog__text"
        id={field}
        maxLength={1000}
        onChange={(event) => set({ note: event.target.value })}
        rows={3}
        value={answer.note}
      />
      {paragraphs.length > 0 && (
        <>
          <label className="vb-dialog__label vb-change__label" htmlFor={place}>
            Where the note stands
          </label>
          <select
            className="vb-dialog__text"
            id={place}
            onChange={(event) => set({ beside: event.target.value || null })}
            value={answer.beside ?? ''}
          >
            <option value="">At the end of the story</option>
            <optgroup label="Beside a paragraph">
              {[...new Set(paragraphs)].map((text) => (
                <option key={text} value={text}>
                  {text.length > 80 ? `${text.slice(0, 79)}…` : text}
                </option>
              ))}
            </optgroup>
          </select>
        </>
      )}
    </>
  )
}
