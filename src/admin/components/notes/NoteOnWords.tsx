'use client'
import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import { Composer } from '#src/admin/components/notes/Composer.tsx'
import { editorIn, formOf, selectedQuote } from '#src/admin/components/notes/editorText.ts'
import { writeNote } from '#src/admin/components/notes/requests.ts'
import { useColleagues } from '#src/admin/components/notes/useColleagues.ts'
import type { TextQuote } from '#src/story/textQuote.ts'

type Place = { top: number; left: number }

/** Where words of the body are selected: a small button beside them, and the note it opens. */
export const NoteOnWords = () => {
  const { id } = useDocumentInfo()
  const anchor = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [quote, setQuote] = useState<TextQuote | null>(null)

  useEffect(() => {
    let frame = 0
    const find = (): TextQuote | null => {
      const editor = editorIn(formOf(anchor.current))
      return editor && selectedQuote(editor, document.getSelection())
    }
    const follow = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setPlace(placeOf(editorIn(formOf(anchor.current)))))
    }
    const press = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
      const found = find()
      if (!found) return
      event.preventDefault()
      setQuote(found)
    }
    document.addEventListener('selectionchange', follow)
    document.addEventListener('scroll', follow, true)
    document.addEventListener('keydown', press)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', follow)
      document.removeEventListener('scroll', follow, true)
      document.removeEventListener('keydown', press)
    }
  }, [])

  const open = (): void => {
    const editor = editorIn(formOf(anchor.current))
    setQuote(editor && selectedQuote(editor, document.getSelection()))
  }

  if (!id) return null
  return (
    <>
      <span hidden ref={anchor} />
      {place &&
        !quote &&
        createPortal(
          <button
            aria-keyshortcuts="Control+Alt+M"
            className="vb-note-offer"
            onClick={open}
            // The selection stays.
            onMouseDown={(event) => event.preventDefault()}
            style={place}
            type="button"
          >
            Note
          </button>,
          document.body,
        )}
      {quote && <NoteDialog article={String(id)} onClose={() => setQuote(null)} quote={quote} />}
    </>
  )
}

type DialogProps = { article: string; quote: TextQuote; onClose: () => void }

const NoteDialog = ({ article, quote, onClose }: DialogProps) => {
  const { config } = useConfig()
  const { colleagues } = useColleagues()
  return (
    <Dialog onClose={onClose} title="A note on these words">
      {(close) => (
        <>
          <blockquote className="vb-thread__quote">{quote.exact}</blockquote>
          <Composer
            button="Write note"
            colleagues={colleagues}
            draft={`${article} ${quote.exact}`}
            isFocused
            label="For the newsroom only"
            onCancel={close}
            onWrite={async (text, mentions) => {
              const api = `${config.serverURL}${config.routes.api}`
              const against = await writeNote(api, { article, text, mentions, range: quote })
              if (against.length === 0) {
                toast.success('The note stands in the Notes tab.')
                close()
              }
              return against
            }}
          />
        </>
      )}
    </Dialog>
  )
}

const GAP = 6
const ROOM = 90

/** Under the end of the selection, within the window. */
const placeOf = (editor: HTMLElement | null): Place | null => {
  const selection = document.getSelection()
  if (!editor || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!editor.contains(range.commonAncestorContainer) || range.toString().trim() === '') return null
  const last = [...range.getClientRects()].at(-1)
  if (!last || last.bottom < 0 || last.bottom > window.innerHeight - 40) return null
  return { top: last.bottom + GAP, left: Math.min(last.right, window.innerWidth - ROOM) }
}
