'use client'
import { Button } from '@payloadcms/ui'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import {
  mentionedIn,
  mentioningAt,
  offersFor,
  withMention,
  type Colleague,
  type Mentioning,
} from '#src/admin/components/notes/mentions.ts'
import { NOT_THE_STORY } from '#src/admin/components/presence/usePresence.ts'

/** What was begun, by what it belongs to: another tab of the form takes the field away, and must not take its words. */
const drafts = new Map<string, string>()

/** Whether something was begun that was not sent. */
export const hasDraft = (draft: string): boolean => drafts.has(draft)

type Props = {
  /** Names what is written here, for as long as the window is open. */
  draft: string
  label: string
  button: string
  colleagues: readonly Colleague[]
  /** @returns what stands against it; the words stay then */
  onWrite: (text: string, mentions: string[]) => Promise<string[]>
  onCancel?: () => void
  isFocused?: boolean
}

/** Where a note is written. After an `@` it offers colleagues; Ctrl+Enter sends. */
export const Composer = (props: Props) => {
  const { draft, label, button, colleagues, onWrite, onCancel, isFocused } = props
  const field = useId()
  const list = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setWords] = useState(() => drafts.get(draft) ?? '')
  const [picked, setPicked] = useState<string[]>([])
  const [mentioning, setMentioning] = useState<Mentioning | null>(null)
  const [active, setActive] = useState(0)
  const [problems, setProblems] = useState<string[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const offers = mentioning ? offersFor(mentioning.query, colleagues) : []

  const setText = (words: string): void => {
    setWords(words)
    if (words === '') drafts.delete(draft)
    else drafts.set(draft, words)
  }

  const follow = (): void => {
    const { value = '', selectionStart = 0 } = area.current ?? {}
    setMentioning(mentioningAt(value, selectionStart))
    setActive(0)
  }

  const pick = (person: Colleague): void => {
    if (!mentioning || !area.current) return
    const next = withMention(text, area.current.selectionStart, mentioning, person.name)
    setText(next.text)
    setPicked([...picked, person.id])
    setMentioning(null)
    area.current.focus()
    requestAnimationFrame(() => area.current?.setSelectionRange(next.caret, next.caret))
  }

  const write = async (): Promise<void> => {
    if (text.trim() === '' || isBusy) return
    setIsBusy(true)
    const against = await onWrite(text.trim(), mentionedIn(text, colleagues, picked))
    setIsBusy(false)
    setProblems(against)
    if (against.length > 0) return
    setText('')
    setPicked([])
  }

  const press = (event: KeyboardEvent): void => {
    const chosen = offers[active]
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void write()
    } else if (!chosen) {
      if (event.key === 'Escape' && onCancel && text === '') onCancel()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      pick(chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setMentioning(null)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + offers.length) % offers.length)
    }
  }

  return (
    <div className="vb-composer" {...{ [NOT_THE_STORY]: '' }}>
      <label className="vb-composer__label" htmlFor={field}>
        {label}
      </label>
      <textarea
        aria-activedescendant={offers.length > 0 ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={list}
        autoFocus={isFocused}
        className="vb-dialog__text"
        id={field}
        maxLength={5000}
        onBlur={() => setMentioning(null)}
        onChange={(event) => {
          setText(event.target.value)
          follow()
        }}
        onClick={follow}
        onKeyDown={press}
        ref={area}
        rows={3}
        value={text}
      />
      <ul
        aria-label="Colleagues"
        className="vb-composer__people"
        hidden={offers.length === 0}
        id={list}
        role="listbox"
      >
        {offers.map((person, index) => (
          <li
            aria-selected={index === active}
            id={`${list}-${index}`}
            key={person.id}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              pick(person)
            }}
            role="option"
          >
            {person.name}
          </li>
        ))}
      </ul>
      <div aria-live="assertive" className="vb-composer__problem">
        {problems.join(' ')}
      </div>
      <div className="vb-composer__end">
        <span className="vb-composer__hint">@ names a colleague. Ctrl+Enter sends.</span>
        {onCancel && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => {
              setText('')
              onCancel()
            }}
            size="small"
            type="button"
          >
            Cancel
          </Button>
        )}
        <Button
          disabled={text.trim() === '' || isBusy}
          margin={false}
          onClick={() => void write()}
          size="small"
          type="button"
        >
          {button}
        </Button>
      </div>
    </div>
  )
}
