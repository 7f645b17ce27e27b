'use client'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { piecesOf, type Colleague } from '#src/admin/components/notes/mentions.ts'
import type { StoredNote } from '#src/admin/components/notes/threads.ts'
import { initialsOf } from '#src/admin/components/presence/sentences.ts'

type Props = { note: StoredNote; author: string; colleagues: readonly Colleague[] }

/** One note: who, when, and their words with the people they name. */
export const NoteText = ({ note, author, colleagues }: Props) => {
  const named = colleagues.filter(({ id }) => note.mentions?.includes(id))
  return (
    <div className="vb-note">
      <span aria-hidden className="vb-people__face">
        {initialsOf(author)}
      </span>
      <div>
        <p className="vb-note__who">
          <strong>{author}</strong> <LocalTime at={note.createdAt} />
        </p>
        <p className="vb-note__text">
          {piecesOf(note.text, named).map(({ text, person }, index) =>
            person ? (
              // Pieces have no name of their own, and never change their places.
              <mark className="vb-note__named" key={index}>
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </p>
      </div>
    </div>
  )
}
