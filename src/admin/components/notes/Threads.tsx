'use client'
import { useAuth, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Composer } from '#src/admin/components/notes/Composer.tsx'
import { bodyText } from '#src/admin/components/notes/bodyText.ts'
import { editorIn, formOf, openTab, showWords } from '#src/admin/components/notes/editorText.ts'
import {
  loadNotes,
  onNotesChanged,
  settle,
  writeNote,
} from '#src/admin/components/notes/requests.ts'
import { ThreadCard } from '#src/admin/components/notes/ThreadCard.tsx'
import { threadsOf, type StoredNote, type Thread } from '#src/admin/components/notes/threads.ts'
import { useColleagues } from '#src/admin/components/notes/useColleagues.ts'
import { findTextQuote, type TextQuote } from '#src/story/textQuote.ts'

const LOOK_MS = 20_000
const TRY_MS = 100
const MOST_TRIES = 30

/** What colleagues say about the story, thread by thread. */
export const Threads = () => {
  const { user } = useAuth()
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const api = `${config.serverURL}${config.routes.api}`
  const article = id === undefined ? null : String(id)
  const { nameOf, colleagues } = useColleagues()
  const [notes, setNotes] = useState<StoredNote[] | null>(null)
  const body = useFormFields(([fields]) => fields['body']?.value)
  const text = useMemo(() => bodyText(body), [body])
  const whole = useRef<HTMLElement>(null)
  const title = useId()

  useEffect(() => {
    if (!article) return undefined
    let isCurrent = true
    const look = (): void => {
      if (document.hidden) return
      void loadNotes(api, article).then((loaded) => {
        if (isCurrent && loaded) setNotes(loaded)
      })
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    const stopHearing = onNotesChanged(look)
    document.addEventListener('visibilitychange', look)
    return () => {
      isCurrent = false
      clearInterval(timer)
      stopHearing()
      document.removeEventListener('visibilitychange', look)
    }
  }, [api, article])

  if (!article)
    return <p className="vb-notes__none">Save the story first, then write notes on it.</p>

  const { open, resolved } = threadsOf(notes ?? [])
  const isDesk = ((user?.['roles'] ?? []) as string[]).some((role) =>
    ['editor', 'chief'].includes(role),
  )
  const show = (about: TextQuote): void => {
    const form = formOf(whole.current)
    openTab(form, 'Story')
    // The editor is drawn anew with its tab, and its text comes a moment later.
    let tries = 0
    const timer = setInterval(() => {
      const editor = editorIn(form)
      tries += 1
      if (tries === MOST_TRIES || (editor && showWords(editor, about))) clearInterval(timer)
    }, TRY_MS)
  }
  const card = (thread: Thread) => {
    const { first, about } = thread
    return (
      <ThreadCard
        colleagues={colleagues}
        isThere={about ? findTextQuote(text, about) !== null : null}
        key={first.id}
        maySettle={isDesk || first.createdBy === user?.id}
        nameOf={nameOf}
        onAnswer={(words, mentions) =>
          writeNote(api, { article, text: words, mentions, thread: first.id })
        }
        onSettle={(isResolved) => settle(api, first.id, isResolved)}
        onShow={() => about && show(about)}
        thread={thread}
      />
    )
  }

  return (
    <section aria-labelledby={title} className="vb-notes" ref={whole}>
      <h3 className="vb-checks__title" id={title}>
        Notes
      </h3>
      <p className="vb-notes__lead">
        For the newsroom only: readers never see them. To write about words of the text, select them
        in the Story tab and choose “Note” (Ctrl+Alt+M).
      </p>
      {notes && open.length === 0 && <p className="vb-notes__none">No open notes.</p>}
      <ul className="vb-notes__threads">{open.map(card)}</ul>
      <Composer
        button="Write note"
        colleagues={colleagues}
        draft={article}
        label="A note on the whole story"
        onWrite={(words, mentions) => writeNote(api, { article, text: words, mentions })}
      />
      {resolved.length > 0 && (
        <details className="vb-notes__resolved">
          <summary>{resolved.length === 1 ? '1 resolved' : `${resolved.length} resolved`}</summary>
          <ul className="vb-notes__threads">{resolved.map(card)}</ul>
        </details>
      )}
    </section>
  )
}
