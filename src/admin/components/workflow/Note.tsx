'use client'
import { Message } from '#src/admin/components/workflow/Message.tsx'

type NoteProps = { title: string; isAlert?: boolean; children: string }

/** Something to know before going on. */
export const Note = ({ title, isAlert = false, children }: NoteProps) => (
  <div className={`vb-workflow__note${isAlert ? ' vb-workflow__note--alert' : ''}`}>
    <strong>{title}</strong>
    <p>
      <Message>{children}</Message>
    </p>
  </div>
)
